/** Splits pasted minutes or an office's sheet of contributions into rows of cells, with the columns guessed. */
import type { NoteKind } from '../gathering/state/note';
import { type Strand, visible } from '../words';
import { FIELDS } from './import-fields';
import { folded, guessMapping } from './import-columns';
import { type Table, tableOf } from './text-decoding';

/** Values of a line of paper where the sheet has none. */
export type Defaults = {
  kind: NoteKind;
  sector: string | null;
  strands: Strand[];
  where: string;
  meeting: string | null;
};

/** Division of an imported text: a text each line or paragraph, or each row of a table. */
export const PAPER_SHAPES = ['lines', 'paragraphs', 'table'] as const;
export type PaperShape = (typeof PAPER_SHAPES)[number];

/** Two lines of prose may each have one semicolon; ten do not all have the same number of commas. */
const ROWS_LEAST = 3;
const COMMA_ROWS = 10;

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

/** True for a sheet whose headings nobody foresaw, such as a questionnaire's: every row has as many cells. */
function evenTable({ rows, separator }: Table, body: string): boolean {
  const width = rows[0]?.cells.length ?? 0;
  if (width < 2 || rows.length < ROWS_LEAST || rows.some((r) => r.cells.length !== width)) return false;
  return separator !== ',' || /^"|,"/m.test(body) || rows.length >= COMMA_ROWS;
}

/**
 * Splits a text by the shape a person chose, or by the one it seems to have. Lines and paragraphs become rows of one cell,
 * as if they came from a sheet. Null when a quotation mark is opened and never closed.
 */
export function paperRows(text: string, wanted: PaperShape | null) {
  const body = text.replace(/^\uFEFF/, '');
  const first = body.split(/\r\n?|\n/, 1)[0] ?? '';
  const named = headed(tableOf(first)?.rows ?? []) || /^sep=/i.test(first);
  const table = tableOf(body);
  const shape = wanted ?? (named || (table && evenTable(table, body)) ? 'table' : 'lines');
  if (shape !== 'table')
    return {
      shape,
      rows: [{ line: 0, cells: ['testo'] }, ...written(body, shape)],
      ...{ head: 0, mapping: ['text'] },
    };
  return table && { shape, rows: table.rows, ...guessMapping('paper', table.rows) };
}
