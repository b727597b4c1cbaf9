/** A document as a tagged PDF: real headings, lists and table headers for whoever listens to it, one font that holds many scripts. */
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { Block, Doc } from '@/reports/document';
import { drawTable } from './pdf-table';

const font = (name: string): string => fileURLToPath(new URL(`./fonts/${name}`, import.meta.url));
const INK = '#1a1a1a';
const SOFT = '#444444';
const MARGINS = { top: 56, bottom: 62, left: 54, right: 54 };

export type Pdf = InstanceType<typeof PDFDocument>;
/** What is drawn without being said: rules, page numbers. */
export const artifact = (pdf: Pdf, draw: () => void): void => {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
};

export function pdf(doc: Doc): Promise<Uint8Array> {
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
  const say = (tag: string, write: () => void): void => {
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

type Style = {
  size: number;
  bold?: boolean;
  colour?: string;
  before?: number;
  after?: number;
  indent?: number;
};
function paragraph(file: Pdf, words: string, style: Style): void {
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

function put(
  file: Pdf,
  root: PDFKit.PDFStructureElement,
  b: Block,
  say: (tag: string, write: () => void) => void,
): void {
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

function quoted(
  file: Pdf,
  b: Extract<Block, { is: 'quote' }>,
  say: (tag: string, write: () => void) => void,
): void {
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
