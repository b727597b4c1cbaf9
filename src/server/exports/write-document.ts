/** Writes a document in one of its forms. Loaded only in the writing process: typesetting a long record takes time. */
import type { Doc } from '@/reports/document';
import { proceedings } from '@/reports/documents/proceedings';
import { sayIn } from '@/i18n/languages';
import { printHtml } from '@/server/file-formats/html';
import type { BookData } from './book-data';
import { type BookSource, readBook } from './read-book';
import type { Form } from '../file-formats/formats';
import { docx } from '../file-formats/docx';
import { epub } from '../file-formats/epub';
import { odt } from '../file-formats/odt';
import { pdf } from '../file-formats/pdf';
import { photosOf } from '../file-formats/jpeg-photos';

/** `folder`: the folder of photographs, as `<hash>.webp`; null for none. `id`: the EPUB's identifier. */
export type Job = { form: Form; folder: string | null; id: string } & (
  | { doc: Doc }
  /** A gathering's book is composed here too: parsing thousands of notes takes a while. */
  | { book: BookData; lang: string }
  | { from: BookSource; lang: string }
);

async function docOf(job: Job): Promise<Doc> {
  if ('doc' in job) return job.doc;
  const book = 'book' in job ? job.book : await readBook(job.from);
  return proceedings({ ...book, say: sayIn(job.lang, ['common', 'record', 'documents']) });
}

export async function write(job: Job): Promise<Uint8Array> {
  const { form, folder, id } = job;
  const doc = await docOf(job);
  const photos = await photosOf(doc, folder);
  const embedded = (hash: string): string | null => {
    const photo = photos.get(hash);
    return photo ? `data:image/jpeg;base64,${Buffer.from(photo.jpeg).toString('base64')}` : null;
  };
  switch (form) {
    case 'pdf':
      return pdf(doc, photos);
    case 'epub':
      return epub(doc, photos, id);
    case 'odt':
      return odt(doc, photos);
    case 'docx':
      return docx(doc, photos);
    case 'html':
      return new TextEncoder().encode(printHtml(doc, embedded));
  }
}
