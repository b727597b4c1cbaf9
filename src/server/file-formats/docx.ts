/**
 * Writes a document as DOCX, with real headings, lists, header rows and page numbers, so that an office can edit it
 * further.
 */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  type ParagraphChild,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { cleanTexts } from '@/reports/clean-text';
import { anchorOf, type Block, contentsOf, depthAfter, type Doc, type Quote } from '@/reports/document';
import { oneParagraph } from '@/reports/rich-text';
import { type Around, grid, HEADINGS, Lists, prose, runs, spans, WIDTH } from './docx-parts';
import { COLOURS, documentStyles } from './docx-styles';
import type { Photo } from './jpeg-photos';

type Photos = ReadonlyMap<string, Photo>;
const SOFT = { size: 18, color: COLOURS.soft } as const;
const RIGHT_TAB = [{ type: TabStopType.RIGHT, position: WIDTH, leader: LeaderType.DOT }];

export async function docx(given: Doc, photos: Photos = new Map()): Promise<Uint8Array> {
  const doc = cleanTexts(given);
  const lists = new Lists();
  const children = [
    ...doc.office.map(
      (line) => new Paragraph({ children: [new TextRun({ text: line, color: COLOURS.soft })] }),
    ),
    new Paragraph({ heading: HEADINGS[0], children: runs(doc.title) }),
    new Paragraph({ children: runs(doc.subtitle) }),
    new Paragraph({ children: [new TextRun({ text: doc.made, ...SOFT })] }),
    ...doc.blocks.flatMap((b, i) => block(doc, b, i, lists, photos)),
  ];
  const running = [
    new TextRun({ text: doc.subtitle || doc.title, size: 17, color: COLOURS.soft }),
    ...(doc.notice ? [new TextRun({ text: `\t${doc.notice}`, bold: true, color: COLOURS.warn })] : []),
  ];
  const foot = [
    `${doc.title}\t${doc.page[0]} `,
    PageNumber.CURRENT,
    ` ${doc.page[1]} `,
    PageNumber.TOTAL_PAGES,
  ];
  const tabStops = [{ type: TabStopType.RIGHT, position: WIDTH }];
  const file = new Document({
    title: doc.title,
    subject: doc.subtitle,
    description: [doc.notice, doc.subtitle].filter(Boolean).join(' · '),
    creator: doc.office[0] ?? '',
    styles: documentStyles(doc.lang),
    numbering: { config: lists.config() },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        headers: { default: new Header({ children: [new Paragraph({ tabStops, children: running })] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ tabStops, children: [new TextRun({ children: foot, size: 17 })] })],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function block(doc: Doc, b: Block, at: number, lists: Lists, photos: Photos): (Paragraph | Table)[] {
  const setting = { above: depthAfter(doc.blocks, at), lists };
  switch (b.is) {
    case 'heading': {
      const mark = new Bookmark({ id: anchorOf(b, at), children: runs(b.text) });
      return [new Paragraph({ heading: HEADINGS[b.level - 1] ?? HEADINGS[0], children: [mark] })];
    }
    case 'text':
      return prose(b.of, b.keep ? { ...setting, around: { keepNext: true } } : setting);
    case 'lead': {
      const line = oneParagraph(b.of);
      if (line)
        return [
          new Paragraph({ children: [new TextRun({ text: `${b.label}: `, bold: true }), ...spans(line)] }),
        ];
      return [label(b.label), ...prose(b.of, setting)];
    }
    case 'quote':
      return quoted(b, setting, doc.address ?? null);
    case 'list':
      return b.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
    case 'contents':
      return contentsOf(doc.blocks).map(pointer);
    case 'index':
      return b.entries.map(pointer);
    case 'photo':
      return photo(b, photos);
    case 'small':
      return [new Paragraph({ children: runs(b.text, SOFT) })];
    case 'page':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
    case 'table':
      // The caption stays with its table; the empty line after keeps two tables from merging.
      return [...(b.title ? [label(b.title)] : []), table(b), new Paragraph({ children: [] })];
  }
}

const label = (words: string): Paragraph =>
  new Paragraph({ keepNext: true, children: runs(words, { bold: true }) });

/** A line that links to a paragraph, with its page number: Word and LibreOffice compute it when they open the file. */
const pointer = (e: { to: string; text: string }): Paragraph =>
  new Paragraph({
    tabStops: RIGHT_TAB,
    spacing: { after: 30 },
    children: [
      new InternalHyperlink({ anchor: e.to, children: runs(e.text) }),
      new TextRun({ text: '\t' }),
      new PageReference(e.to),
    ],
  });

function quoted(
  b: Quote,
  setting: { above: number; lists: Lists },
  page: string | null,
): (Paragraph | Table)[] {
  const around: Around = {
    indent: { left: 340 },
    border: { left: { style: BorderStyle.SINGLE, size: 18, color: COLOURS.accent, space: 10 } },
  };
  const before = b.label ? [new TextRun({ text: `${b.label} `, bold: true })] : [];
  const line = oneParagraph(b.of);
  const words = line
    ? prose(
        [{ is: 'paragraph', of: [{ is: 'words', text: '«' }, ...line, { is: 'words', text: '»' }] }],
        { ...setting, around: { ...around, keepNext: b.source !== '' || b.id !== null } },
        before,
      )
    : [...(b.label ? [label(b.label)] : []), ...prose(b.of, { ...setting, around })];
  const foot: ParagraphChild[] = [];
  if (b.id) {
    const address = runs(b.id, SOFT);
    const shown = page ? [new ExternalHyperlink({ link: `${page}#${b.id}`, children: address })] : address;
    foot.push(new Bookmark({ id: b.id, children: shown as TextRun[] }));
  }
  if (b.source) foot.push(...runs(`${b.id ? ' · ' : ''}${b.source}`, SOFT));
  return foot.length > 0 ? [...words, new Paragraph({ ...around, children: foot })] : words;
}

function photo(b: Extract<Block, { is: 'photo' }>, photos: Photos): Paragraph[] {
  const found = photos.get(b.hash);
  const caption = b.caption ? [new Paragraph({ children: runs(b.caption, SOFT) })] : [];
  if (!found) return caption;
  // In pixels of 1/96 inch: at most as wide as the text, or half a page high.
  const wide = Math.min(640, (420 * found.width) / found.height);
  const image = new ImageRun({
    type: 'jpg',
    data: Buffer.from(found.jpeg),
    transformation: { width: wide, height: (wide * found.height) / found.width },
    altText: { name: b.hash.slice(0, 12), title: b.caption, description: b.caption },
  });
  return [new Paragraph({ keepNext: caption.length > 0, children: [image] }), ...caption];
}

function table(b: Extract<Block, { is: 'table' }>): Table {
  const parts = b.widths.length > 0 ? b.widths : b.head.map(() => 1);
  const whole = parts.reduce((n, p) => n + p, 0);
  const cell = (words: string, i: number, bold: boolean): Paragraph =>
    new Paragraph({
      spacing: { after: 0 },
      ...(b.figures.includes(i) ? { alignment: AlignmentType.RIGHT } : {}),
      children: runs(words, bold ? { bold } : {}),
    });
  return grid(
    parts.map((p) => Math.round((p / whole) * WIDTH)),
    b.head.map((h, i) => cell(h, i, true)),
    b.rows.map((row, n) => row.map((c, i) => cell(c, i, b.total && n === b.rows.length - 1))),
  );
}
