/** Splits pasted minutes or an office's sheet of contributions into rows of cells, with the columns guessed. */
import type { NoteKind } from '../gathering/state/note';
import { type Strand, visible } from '../words';
import { FIELDS, folded, guessMapping } from './import-fields';
import { tableOf } from './read-text';

/** Values of a line of paper where the sheet has none. */
export type Defaults = {
  kind: NoteKind;
  sector: string | null;
  strands: Strand[];
  where: string;
  meeting: string | null;
};

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
