/** A document as DOCX, with real headings, header rows and page numbers, so that an office can go on writing in it. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cleanTexts } from '@/reports/clean-text';
import type { Block, Doc } from '@/reports/document';

/** The width of an A4 page between its margins, in twentieths of a point. */
const WIDTH = 9638;
const LEVEL = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Line breaks within a paragraph stay line breaks. */
const runs = (words: string, more: { bold?: boolean } = {}): TextRun[] =>
  words.split('\n').map((line, i) => new TextRun({ text: line, ...(i > 0 ? { break: 1 } : {}), ...more }));

export async function docx(given: Doc): Promise<Uint8Array> {
  const doc = cleanTexts(given);
  const notice = doc.notice ? [new TextRun({ text: doc.notice, bold: true, color: '5C3200' })] : [];
  const file = new Document({
    title: doc.title,
    subject: doc.subtitle,
    description: [doc.notice, doc.subtitle].filter(Boolean).join(' · '),
    creator: doc.office[0] ?? '',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 21, language: { value: doc.lang === 'it' ? 'it-IT' : 'en-GB' } },
          paragraph: { spacing: { after: 100, line: 276 } },
        },
        heading1: { run: { size: 40, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: {
          run: { size: 28, bold: true, color: '0B5C57' },
          paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
        },
        heading3: {
          run: { size: 23, bold: true },
          paragraph: { spacing: { before: 220, after: 80 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        headers: { default: new Header({ children: [new Paragraph({ children: notice })] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    children: [
                      `${doc.title} · ${doc.page[0]} `,
                      PageNumber.CURRENT,
                      ` ${doc.page[1]} `,
                      PageNumber.TOTAL_PAGES,
                    ],
                    size: 17,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          ...doc.office.map(
            (line) => new Paragraph({ children: [new TextRun({ text: line, color: '444444' })] }),
          ),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(doc.title) }),
          new Paragraph({ children: runs(doc.subtitle) }),
          new Paragraph({ children: [new TextRun({ text: doc.made, size: 18, color: '444444' })] }),
          ...doc.blocks.flatMap(block),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function block(b: Block): (Paragraph | Table)[] {
  switch (b.is) {
    case 'heading':
      return [new Paragraph({ heading: LEVEL[b.level], children: runs(b.text) })];
    case 'text':
      return [new Paragraph({ children: runs(b.text) })];
    case 'lead':
      return [
        new Paragraph({ children: [new TextRun({ text: `${b.label}: `, bold: true }), ...runs(b.text)] }),
      ];
    case 'quote':
      return [quoted(b)];
    case 'list':
      return b.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
    case 'small':
      return [new Paragraph({ children: [new TextRun({ text: b.text, size: 18, color: '444444' })] })];
    case 'page':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
    case 'table':
      // The caption stays with its table; the empty line after keeps two tables from joining.
      return [
        ...(b.title ? [new Paragraph({ keepNext: true, children: runs(b.title, { bold: true }) })] : []),
        table(b),
        new Paragraph({ children: [] }),
      ];
  }
}

const quoted = (b: Extract<Block, { is: 'quote' }>): Paragraph =>
  new Paragraph({
    indent: { left: 340 },
    border: { left: { style: BorderStyle.SINGLE, size: 18, color: '0B5C57', space: 10 } },
    keepLines: true,
    children: [
      ...runs(`«${b.text}»`),
      ...(b.source ? [new TextRun({ text: b.source, break: 1, size: 18, color: '444444' })] : []),
    ],
  });

function table(b: Extract<Block, { is: 'table' }>): Table {
  const parts = b.widths.length > 0 ? b.widths : b.head.map(() => 1);
  const whole = parts.reduce((n, p) => n + p, 0);
  const columns = parts.map((p) => Math.round((p / whole) * WIDTH));
  const cell = (words: string, i: number, as: { bold?: boolean; head?: boolean }): TableCell =>
    new TableCell({
      width: { size: columns[i] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(as.head ? { shading: { type: ShadingType.CLEAR, fill: 'EEF3F2', color: 'auto' } } : {}),
      children: [
        new Paragraph({
          spacing: { after: 0 },
          ...(b.figures.includes(i) ? { alignment: AlignmentType.RIGHT } : {}),
          children: runs(words, as.bold ? { bold: true } : {}),
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: b.head.map((h, i) => cell(h, i, { bold: true, head: true })),
      }),
      ...b.rows.map(
        (row, n) =>
          new TableRow({
            cantSplit: true,
            children: row.map((c, i) => cell(c, i, { bold: b.total && n === b.rows.length - 1 })),
          }),
      ),
    ],
  });
}
