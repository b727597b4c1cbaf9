/** Lines, lists and tables of a DOCX, as the library's own objects. */
import {
  AlignmentType,
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Inline, type Prose, wordsIn } from '@/reports/rich-text';
import { fromRight } from '@/reports/text-direction';
import { COLOURS } from './docx-styles';

/** The width of an A4 page between its margins, in twentieths of a point. */
export const WIDTH = 9638;
export const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

type As = { bold?: boolean; italics?: boolean; style?: string; font?: string; size?: number; color?: string };

/** Line breaks within a paragraph stay line breaks. */
export const runs = (words: string, as: As = {}): TextRun[] =>
  words.split('\n').map((line, i) => new TextRun({ text: line, ...(i > 0 ? { break: 1 } : {}), ...as }));

export const spans = (parts: readonly Inline[], as: As = {}): ParagraphChild[] =>
  parts.flatMap((p) => piece(p, as));

function piece(p: Inline, as: As): ParagraphChild[] {
  const right = p.is === 'words' && fromRight(p.text) ? { rightToLeft: true } : {};
  switch (p.is) {
    case 'words':
      return [new TextRun({ text: p.text, ...as, ...right })];
    case 'break':
      return [new TextRun({ text: '', break: 1 })];
    case 'code':
      return [new TextRun({ text: p.text, ...as, font: 'Consolas' })];
    case 'strong':
      return spans(p.of, { ...as, bold: true });
    case 'emphasis':
      return spans(p.of, { ...as, italics: true });
    case 'link':
      return [new ExternalHyperlink({ link: p.href, children: spans(p.of, { ...as, style: 'Hyperlink' }) })];
  }
}

/** A numbered list has its own first number, so each needs a definition, kept here while the document is made. */
export class Lists {
  private readonly made: { start: number; suffix: string; level: number }[] = [];

  /** The name of a new numbering that begins at `start` on this level. */
  numbered(start: number, suffix: '.' | ')', level: number): string {
    this.made.push({ start, suffix, level });
    return `numbers-${this.made.length - 1}`;
  }

  config() {
    return this.made.map(({ start, suffix, level }, i) => ({
      reference: `numbers-${i}`,
      levels: Array.from({ length: 9 }, (_, n) => ({
        level: n,
        format: 'decimal' as const,
        text: `%${n + 1}${suffix}`,
        start: n === level ? start : 1,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 400 * (n + 1), hanging: 400 } } },
      })),
    }));
  }
}

export type Around = Omit<IParagraphOptions, 'children' | 'heading'>;
type Setting = { above: number; lists: Lists; around: Around; depth: number };

/** `before`: a label at the start of the first line. */
export const prose = (
  parts: readonly Prose[],
  { above, lists, around = {}, depth = 0 }: Partial<Setting> & Pick<Setting, 'above' | 'lists'>,
  before: ParagraphChild[] = [],
): (Paragraph | Table)[] =>
  parts.flatMap((p, i) => part(p, { above, lists, around, depth }, i === 0 ? before : []));

function part(p: Prose, setting: Setting, first: ParagraphChild[]): (Paragraph | Table)[] {
  const { above, around } = setting;
  switch (p.is) {
    case 'paragraph': {
      const right = fromRight(wordsIn(p.of)) ? { bidirectional: true } : {};
      return [new Paragraph({ ...around, ...right, children: [...first, ...spans(p.of)] })];
    }
    case 'title': {
      const level = HEADINGS[Math.min(6, above + p.level) - 1] ?? HeadingLevel.HEADING_6;
      return [new Paragraph({ heading: level, children: spans(p.of) })];
    }
    case 'rule':
      return [new Paragraph({ thematicBreak: true, children: [] })];
    case 'items':
      return items(p, setting);
    case 'grid':
      return [
        grid(
          p.head.map(() => Math.floor(WIDTH / p.head.length)),
          p.head.map((c) => new Paragraph({ spacing: { after: 0 }, children: spans(c, { bold: true }) })),
          p.rows.map((row) => row.map((c) => new Paragraph({ spacing: { after: 0 }, children: spans(c) }))),
        ),
        new Paragraph({ children: [] }),
      ];
  }
}

function items(
  list: Extract<Prose, { is: 'items' }>,
  { above, lists, depth }: Setting,
): (Paragraph | Table)[] {
  const level = Math.min(depth, 8);
  let reference = '';
  let next = Number.NaN;
  return list.of.flatMap((item) => {
    if (item.number !== null && item.number !== next)
      reference = lists.numbered(item.number, list.suffix, level);
    next = (item.number ?? 0) + 1;
    const marked: Around =
      item.number === null ? { bullet: { level } } : { numbering: { reference, level, instance: 0 } };
    const [first, ...rest] = item.of;
    const spacing = { after: 40 };
    const inside = {
      above,
      lists,
      depth: depth + 1,
      around: { indent: { left: 400 * (level + 1) }, spacing },
    };
    if (first?.is === 'paragraph')
      return [...prose([first], { ...inside, around: { ...marked, spacing } }), ...prose(rest, inside)];
    return [new Paragraph({ ...marked, spacing, children: [] }), ...prose(item.of, inside)];
  });
}

/** The header row is repeated on each page; a row is not split over two pages. */
export function grid(
  columns: number[],
  head: readonly Paragraph[],
  rows: readonly (readonly Paragraph[])[],
): Table {
  const cell = (p: Paragraph, i: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: columns[i] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: COLOURS.head, color: 'auto' } } : {}),
      children: [p],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((c, i) => cell(c, i, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((c, i) => cell(c, i, false)) })),
    ],
  });
}
