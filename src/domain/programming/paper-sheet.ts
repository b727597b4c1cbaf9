/**
 * Parses pasted minutes or an office's sheet into lines of contributions, as a preview: bad lines are reported, good
 * ones kept.
 */
import type { NoteKind } from '../gathering/state/note';
import { type Strand, visible } from '../words';
import type { ImportedRow } from './batches';
import { FIELDS, folded, guessMapping } from './import-fields';
import { type BadRow, understand } from './import-rows';
import { tableOf } from './read-text';
import type { Path } from './state';

export type PaperLine = {
  id: string;
  text: string;
  kind: NoteKind;
  sector: string | null;
  strands: Strand[];
  where: string;
};
export type BadPaper = {
  line: number;
  reason: Exclude<BadRow['reason'], 'missing_column'> | 'not_utf8' | 'unclosed_quote';
  value: string;
};
/** `lines`: each line is a text; `paragraphs`: a blank line separates them; `table`: a heading names the columns. */
export type PaperShape = 'lines' | 'paragraphs' | 'table';
export type PaperPreview = { shape: PaperShape; rows: PaperLine[]; bad: BadPaper[] };
export type Defaults = Pick<PaperLine, 'kind' | 'sector' | 'strands' | 'where'> & { meeting: string | null };

/** A table is recognised by its first line: one of the cells is a name of the column of texts. */
const headed = (rows: readonly { cells: readonly string[] }[]): boolean => {
  const names = FIELDS.paper.find((f) => f.key === 'text')?.names ?? [];
  return (rows[0]?.cells ?? []).some((cell) => names.includes(folded(cell)));
};

/** Lines or paragraphs, as rows of one cell. */
function written(body: string, shape: 'lines' | 'paragraphs'): { line: number; cells: string[] }[] {
  const pieces: { line: number; text: string[] }[] = [];
  let open = false;
  body.split(/\r\n?|\n/).forEach((row, i) => {
    const blank = visible(row) === '';
    if (!blank && open && shape === 'paragraphs') pieces.at(-1)?.text.push(row.trim());
    // A dash or a bullet marks a line of a list; it is not part of the words.
    else if (!blank) pieces.push({ line: i + 1, text: [row.trim().replace(/^[-–—•*·]\s+/, '')] });
    open = !blank;
  });
  return pieces.map(({ line, text }) => ({ line, cells: [text.join('\n')] }));
}

/** Turns lines of text into rows of one cell, as if they came from a sheet. */
export function paperRows(text: string, wanted: 'lines' | 'paragraphs') {
  const body = text.replace(/^\uFEFF/, '');
  const first = body.split(/\r\n?|\n/, 1)[0] ?? '';
  const table = headed(tableOf(first)?.rows ?? []) || /^sep=/i.test(first) ? tableOf(body) : undefined;
  if (table === null) return null;
  if (table) return { shape: 'table' as const, rows: table.rows, ...guessMapping('paper', table.rows) };
  return {
    shape: wanted,
    rows: [{ line: 0, cells: ['testo'] }, ...written(body, wanted)],
    ...{ head: 0, mapping: ['text'] },
  };
}

/** `fresh` makes an id; it comes from outside, because the domain has no random numbers. */
export function readPaperSheet(
  path: Path,
  text: string,
  wanted: 'lines' | 'paragraphs',
  defaults: Defaults,
  fresh: () => string,
): PaperPreview {
  const none = (shape: PaperShape, reason: BadPaper['reason']): PaperPreview => ({
    shape,
    rows: [],
    bad: [{ line: 1, reason, value: '' }],
  });
  if (text.includes('\uFFFD')) return none(wanted, 'not_utf8');
  const found = paperRows(text, wanted);
  if (!found) return none('table', 'unclosed_quote');
  const { shape, rows, head, mapping } = found;
  const read = understand('paper', path, rows, { head, mapping, defaults }, fresh);
  return {
    shape,
    rows: read.rows.flatMap(({ row }) => (isPaper(row) ? [lineOf(row)] : [])),
    bad: read.bad.flatMap((b) => (b.reason === 'missing_column' ? [] : [b as BadPaper])),
  };
}

type PaperRow = Extract<ImportedRow, { strands: Strand[] }>;
const isPaper = (row: ImportedRow): row is PaperRow => 'strands' in row;
const lineOf = ({ meeting: _, ...line }: PaperRow): PaperLine => line;
