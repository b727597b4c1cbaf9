/** The blocks of a document, each drawn in a PDF with the tag that says to a listener what it is. */
import type { Block } from '@/reports/document';
import { artifact, INK, keep, MARGINS, paragraph, type Pdf, SOFT } from './pdf-parts';
import { drawTable } from './pdf-table';

/** Draws with this tag around it, in the order in which it is read. */
export type SayAs = (tag: string, write: () => void) => void;

export function put(file: Pdf, root: PDFKit.PDFStructureElement, b: Block, say: SayAs): void {
  switch (b.is) {
    case 'heading': {
      keep(file, 70);
      const size = { 1: 18, 2: 14, 3: 11 }[b.level];
      // The title is the only H1: the tree beneath it leaves no level out.
      say(`H${b.level}`, () =>
        paragraph(file, b.text, {
          size,
          bold: true,
          before: b.level === 3 ? 6 : 12,
          colour: b.level === 2 ? '#0b5c57' : INK,
        }),
      );
      return;
    }
    case 'text':
      say('P', () => paragraph(file, b.text, { size: 10 }));
      return;
    case 'small':
      say('P', () => paragraph(file, b.text, { size: 8.5, colour: SOFT }));
      return;
    case 'lead':
      say('P', () => {
        const width = file.page.width - MARGINS.left - MARGINS.right;
        file.font('bold').fontSize(10).fillColor(INK);
        file.text(`${b.label}: `, MARGINS.left, file.y, { continued: true, width, lineGap: 2 });
        file.font('plain').text(b.text, { lineGap: 2 });
        file.y += 3;
      });
      return;
    case 'quote':
      quoted(file, b, say);
      return;
    case 'list':
      listed(file, root, b.items);
      return;
    case 'page':
      file.addPage();
      return;
    case 'table':
      keep(file, 90);
      if (b.title) say('P', () => paragraph(file, b.title, { size: 10, bold: true, before: 6 }));
      drawTable(file, root, b, MARGINS);
  }
}

function quoted(file: Pdf, b: Extract<Block, { is: 'quote' }>, say: SayAs): void {
  const width = file.page.width - MARGINS.left - MARGINS.right - 14;
  file.font('plain').fontSize(10);
  const height = file.heightOfString(`«${b.text}»`, { width, lineGap: 2.2 }) + (b.source ? 16 : 4);
  keep(file, Math.min(height, 300));
  const [page, top] = [file.page, file.y];
  say('BlockQuote', () => {
    paragraph(file, `«${b.text}»`, { size: 10, indent: 14, after: 1 });
    if (b.source) paragraph(file, b.source, { size: 8.5, colour: SOFT, indent: 14, after: 0 });
  });
  if (file.page === page)
    artifact(file, () => {
      file.rect(MARGINS.left, top, 2.5, file.y - top - 2).fill('#0b5c57');
    });
  file.y += 6;
}

function listed(file: Pdf, root: PDFKit.PDFStructureElement, items: readonly string[]): void {
  const list = file.struct('L');
  root.add(list);
  for (const words of items) {
    keep(file, 24);
    const item = file.struct('LI');
    list.add(item);
    const top = file.y;
    item.add(
      file.struct('Lbl', {}, () => {
        file
          .font('plain')
          .fontSize(10)
          .fillColor(INK)
          .text('•', MARGINS.left + 4, top, { lineBreak: false });
      }),
    );
    item.add(
      file.struct('LBody', {}, () => {
        file.y = top;
        paragraph(file, words, { size: 10, indent: 16, after: 3 });
      }),
    );
    item.end();
  }
  list.end();
}
