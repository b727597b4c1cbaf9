/** From pasted minutes or an office's CSV to lines of what was said, as a preview: bad lines told, good ones kept. */
import { NOTE_KINDS, type NoteKind } from '../gathering/state/note';
import { NOTE_MAX, plainly, SECTORS, STRANDS, type Sector, type Strand, visible } from '../words';
import { cellsOf } from './csv';
import { standingOnes } from './deed';
import type { Path } from './state';

export const PAPER_LINES_MAX = 2000;
export type PaperLine = {
  id: string;
  text: string;
  kind: NoteKind;
  sector: Sector | null;
  strands: Strand[];
  where: string;
};
export type BadPaper = {
  line: number;
  reason:
    | 'not_utf8'
    | 'unclosed_quote'
    | 'too_many_rows'
    | 'text_too_long'
    | 'blank_text'
    | 'unknown_kind'
    | 'unknown_sector'
    | 'unknown_strand'
    | 'already_here';
  value: string;
};
/** `lines`: each line a text; `paragraphs`: a blank line parts them; `table`: a heading names the columns. */
export type PaperShape = 'lines' | 'paragraphs' | 'table';
export type PaperPreview = { shape: PaperShape; rows: PaperLine[]; bad: BadPaper[] };
export type Defaults = Pick<PaperLine, 'kind' | 'sector' | 'strands' | 'where'> & { meeting: string | null };

const COLUMNS = {
  text: ['testo', 'nota', 'note', 'idea', 'frase', 'verbale', 'text'],
  kind: ['tipo', 'genere', 'kind'],
  sector: ['ambito', 'ambito settoriale', 'settore', 'sector'],
  strands: ['filone', 'filoni', 'strand', 'strands'],
  where: ['dove', 'foglio', 'cartellone', 'where'],
} as const;
type Column = keyof typeof COLUMNS;
const folded = (cell: string): string =>
  plainly(cell)
    .replace(/[^a-z]+/g, ' ')
    .trim();
const named = <V extends string>(values: readonly V[], cell: string): V | undefined =>
  values.find((v) => folded(v) === folded(cell));

type Piece = { line: number; said: (column: Column) => string };
const heading = (first: string): ';' | ',' | '\t' | null => {
  const separator = (['\t', ';', ','] as const).find((s) => first.includes(s)) ?? ';';
  const cells = first.split(separator).map((c) => folded(c.replace(/^"|"$/g, '')));
  return cells.some((c) => (COLUMNS.text as readonly string[]).includes(c)) ? separator : null;
};

function tablePieces(body: string, separator: string): Piece[] | null {
  const lines = cellsOf(body, separator);
  if (!lines) return null;
  const names = lines[0]?.cells.map(folded) ?? [];
  const at = (column: Column) => names.findIndex((n) => (COLUMNS[column] as readonly string[]).includes(n));
  return lines.slice(1).map(({ line, cells }) => ({
    line,
    // The guards that our own exports put before a formula are taken off again.
    said: (column) => (cells[at(column)] ?? '').trim().replace(/^'(?=[=+\-@＝＋－＠])/, ''),
  }));
}

function writtenPieces(body: string, shape: 'lines' | 'paragraphs'): Piece[] {
  const pieces: { line: number; text: string[] }[] = [];
  let open = false;
  body.split(/\r?\n/).forEach((row, i) => {
    const blank = visible(row) === '';
    if (!blank && open && shape === 'paragraphs') pieces.at(-1)?.text.push(row.trim());
    // A dash or a bullet marks a line of a list; it is not among the words.
    else if (!blank) pieces.push({ line: i + 1, text: [row.trim().replace(/^[-–—•*·]\s+/, '')] });
    open = !blank;
  });
  return pieces.map(({ line, text }) => ({
    line,
    said: (column) => (column === 'text' ? text.join('\n') : ''),
  }));
}

/** `fresh` makes an id; it comes from outside, for the domain throws no dice. */
export function readPaperSheet(
  path: Path,
  text: string,
  wanted: 'lines' | 'paragraphs',
  defaults: Defaults,
  fresh: () => string,
): PaperPreview {
  const body = text.replace(/^\uFEFF/, '');
  const separator = heading(body.split(/\r?\n/, 1)[0] ?? '');
  const shape = separator ? 'table' : wanted;
  const none = (reason: BadPaper['reason'], value = ''): PaperPreview => ({
    shape,
    rows: [],
    bad: [{ line: 1, reason, value }],
  });
  if (body.includes('\uFFFD')) return none('not_utf8');
  const pieces = separator ? tablePieces(body, separator) : writtenPieces(body, wanted);
  if (!pieces) return none('unclosed_quote');
  if (pieces.length > PAPER_LINES_MAX) return none('too_many_rows', String(pieces.length));
  const here = new Set(
    standingOnes(path.papers).flatMap((p) => (p.meeting === defaults.meeting ? [p.text] : [])),
  );
  const rows: PaperLine[] = [];
  const bad: BadPaper[] = [];
  for (const { line, said } of pieces) {
    const row = lineFrom(said, defaults, here);
    if ('reason' in row) bad.push({ line, ...row });
    else {
      here.add(row.text);
      rows.push({ id: fresh(), ...row });
    }
  }
  return { shape, rows, bad };
}

function lineFrom(
  said: (column: Column) => string,
  defaults: Defaults,
  here: ReadonlySet<string>,
): Omit<PaperLine, 'id'> | Omit<BadPaper, 'line'> {
  const text = said('text').normalize('NFC').trim();
  if (visible(text) === '') return { reason: 'blank_text', value: '' };
  if ([...text].length > NOTE_MAX) return { reason: 'text_too_long', value: `${text.slice(0, 40)}…` };
  // Brought in twice by two hands, a sheet would count double.
  if (here.has(text)) return { reason: 'already_here', value: text };
  const [kind, sector, strands] = [said('kind'), said('sector'), said('strands')];
  const asKind = kind === '' ? defaults.kind : named(NOTE_KINDS, kind);
  if (!asKind) return { reason: 'unknown_kind', value: kind };
  const asSector = sector === '' ? defaults.sector : named(SECTORS, sector);
  if (asSector === undefined) return { reason: 'unknown_sector', value: sector };
  const letters = strands
    .toUpperCase()
    .split(/[\s,;/+]+/)
    .filter(Boolean);
  const known = STRANDS.filter((s) => letters.includes(s));
  if (known.length < new Set(letters).size) return { reason: 'unknown_strand', value: strands };
  return {
    text,
    kind: asKind,
    sector: asSector,
    strands: letters.length > 0 ? known : defaults.strands,
    where: (said('where') || defaults.where).slice(0, 500),
  };
}
