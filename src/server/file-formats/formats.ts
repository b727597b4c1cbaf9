/** The file formats of documents, and their MIME types. */

export const FORM_TYPES = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  odt: 'application/vnd.oasis.opendocument.text',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
} as const;

export type Form = keyof typeof FORM_TYPES;
