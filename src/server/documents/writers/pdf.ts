/** A document as a tagged PDF: real headings, lists and table headers for whoever listens to it, one font that holds many scripts. */
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { cleanTexts } from '@/reports/clean-text';
import type { Doc } from '@/reports/document';
import { projectRoot } from '../../files/project-root';
import { put, type SayAs } from './pdf-blocks';
import { artifact, MARGINS, paragraph, type Pdf, SOFT } from './pdf-parts';

const font = (name: string): string => join(projectRoot, 'src/server/documents/writers/fonts', name);

export function pdf(given: Doc): Promise<Uint8Array> {
  const doc = cleanTexts(given);
  const file = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: doc.lang === 'it' ? 'it-IT' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: font('DejaVuSans.ttf'),
    info: { Title: doc.title, Subject: doc.subtitle, Author: doc.office[0] ?? '', Creator: 'Cerchi' },
  } as unknown as ConstructorParameters<typeof PDFDocument>[0]);
  file.registerFont('plain', font('DejaVuSans.ttf'));
  file.registerFont('bold', font('DejaVuSans-Bold.ttf'));
  const chunks: Buffer[] = [];
  file.on('data', (c: Buffer) => chunks.push(c));
  const done = new Promise<Uint8Array>((resolve, reject) => {
    file.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    file.on('error', reject);
  });
  const root = file.struct('Document', { lang: doc.lang });
  file.addStructure(root);
  const say: SayAs = (tag, write) => {
    root.add(file.struct(tag, {}, write));
  };
  if (doc.notice)
    say('P', () => paragraph(file, doc.notice ?? '', { size: 10, bold: true, colour: '#5c3200' }));
  for (const line of doc.office) say('P', () => paragraph(file, line, { size: 9, colour: SOFT }));
  say('H1', () => paragraph(file, doc.title, { size: 22, bold: true, before: 10 }));
  if (doc.subtitle) say('P', () => paragraph(file, doc.subtitle, { size: 11 }));
  say('P', () => paragraph(file, doc.made, { size: 8.5, colour: SOFT, after: 8 }));
  for (const block of doc.blocks) put(file, root, block, say);
  root.end();
  foot(file, doc);
  file.end();
  return done;
}

/** On every page: what it is, what must be said of it, and which page of how many. */
function foot(file: Pdf, doc: Doc): void {
  const { start, count } = file.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    file.switchToPage(i);
    const bottom = file.page.margins.bottom;
    file.page.margins.bottom = 0;
    artifact(file, () => {
      const at = file.page.height - 38;
      const width = file.page.width - MARGINS.left - MARGINS.right;
      file.font('plain').fontSize(8).fillColor(SOFT);
      file.text([doc.title, doc.notice].filter(Boolean).join(' · '), MARGINS.left, at, {
        width: width - 90,
        lineBreak: false,
        ellipsis: true,
      });
      file.text(`${doc.page[0]} ${i + 1} ${doc.page[1]} ${count}`, MARGINS.left, at, {
        width,
        align: 'right',
        lineBreak: false,
      });
    });
    file.page.margins.bottom = bottom;
  }
}
