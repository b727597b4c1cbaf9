/** Shared by the rows of every kind of imported sheet: cells, reasons why a row is bad, things found by name. */
import type { NoteKind } from '../gathering/state/note';
import { plainly, type Strand } from '../words';
import type { Decimal } from './amounts';
import { folded, type Mapping } from './import-columns';
import type { ImportedRow } from './imports';
import type { Path } from './state';

export type BadReason =
  | 'too_many_rows'
  | 'missing_column'
  | 'blank_text'
  | 'text_too_long'
  | 'duplicate_code'
  | 'already_here'
  | 'bad_amount'
  | 'negative_amount'
  | 'parts_exceed_total'
  | 'unknown_assessment'
  | 'unknown_constraint'
  | 'unknown_kind'
  | 'unknown_sector'
  | 'unknown_strand';
/** `line` is the line of the file. The value of `missing_column` is the keys of the fields. */
export type BadRow = { line: number; reason: BadReason; value: string };
/** A cell that names nothing the path knows: the row is imported without it. */
export type LeftOut = { line: number; field: string; value: string };
export type SheetReading = {
  head: number;
  mapping: Mapping;
  /** The person's answer about a column that asks. */
  decimals?: Readonly<Record<number, Decimal>>;
  /** Defaults for lines of paper, where the sheet has no value. */
  defaults?: {
    meeting: string | null;
    kind: NoteKind;
    sector: string | null;
    strands: Strand[];
    where: string;
  };
};

export type Row = { line: number; cells: readonly string[] };
export type CellReader = (field: string) => string;
type RowOutcome = { row: ImportedRow; left?: LeftOut[] } | Omit<BadRow, 'line'>;
export type Maker = (
  said: CellReader,
  amount: (field: string) => number | Omit<BadRow, 'line'>,
  line: number,
) => RowOutcome;

/** Makes the rows of one kind of sheet. `fresh` makes an id. */
export type RowsMaker = (path: Path, reading: SheetReading, fresh: () => string) => Maker;

/** Formula guards that our own exports write are removed again. */
export const plain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '');
export const isBad = (x: unknown): x is Omit<BadRow, 'line'> =>
  typeof x === 'object' && x !== null && 'reason' in x;

/** Finds a thing by name, ignoring case and accents. */
export function byName<T extends { id: string }>(
  things: readonly T[],
  name: (t: T) => string,
): (said: string) => T | undefined {
  const known = new Map(things.map((t) => [plainly(name(t)).trim(), t]));
  return (said) => known.get(plainly(said).trim()) ?? things.find((t) => t.id === said);
}
export const named = <V extends string>(values: readonly V[], said: string): V | undefined =>
  values.find((v) => folded(v) === folded(said));
/** A cell that says yes. */
export const YES = /^(s[iì]|x|1|true|vero|yes)$/i;
