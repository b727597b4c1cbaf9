/** What everything drawn in a PDF is made of: its margins and inks, a paragraph, and what is drawn without being said. */
import type PDFDocument from 'pdfkit';

export const INK = '#1a1a1a';
export const SOFT = '#444444';
export const MARGINS = { top: 56, bottom: 62, left: 54, right: 54 };

export type Pdf = InstanceType<typeof PDFDocument>;
/** What is drawn without being said: rules, page numbers. */
export const artifact = (pdf: Pdf, draw: () => void): void => {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
};

type Style = {
  size: number;
  bold?: boolean;
  colour?: string;
  before?: number;
  after?: number;
  indent?: number;
};
export function paragraph(file: Pdf, words: string, style: Style): void {
  file
    .font(style.bold ? 'bold' : 'plain')
    .fontSize(style.size)
    .fillColor(style.colour ?? INK);
  const left = MARGINS.left + (style.indent ?? 0);
  file.y += style.before ?? 0;
  file.text(words, left, file.y, {
    width: file.page.width - left - MARGINS.right,
    lineGap: style.size * 0.22,
  });
  file.y += style.after ?? style.size * 0.35;
}

/** A heading, a quotation or the head of a table is not left alone at the foot of a page. */
export const keep = (file: Pdf, height: number): void => {
  if (file.y + height > file.page.height - MARGINS.bottom) file.addPage();
};
