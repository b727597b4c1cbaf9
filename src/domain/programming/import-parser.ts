/**
 * Turns the rows of a sheet with named columns into things of the path: each cell as understood, or the reason why not.
 * The rows of each kind of sheet are in `import-project-rows`, `import-paper-rows`, `import-invitation-rows` and
 * `import-code-rows`.
 */
import { IMPORT_ROWS_MAX, PAPER_LINES_MAX } from '../words';
import { type Decimal, decimalOf, readAmount } from './amounts';
import {
  type BadRow,
  type CellReader,
  type LeftOut,
  plain,
  type Row,
  type RowsMaker,
  type SheetReading,
} from './import-cells';
import { codeRows } from './import-code-rows';
import { FIELDS, type Imported } from './import-fields';
import { invitationRows, organizationRows } from './import-invitation-rows';
import { paperRows } from './import-paper-rows';
import { projectRows } from './import-project-rows';
import type { ImportedRow } from './imports';
import { CENTS_MAX } from './resources';
import type { Path } from './state';

export type Understood = {
  rows: { line: number; row: ImportedRow }[];
  bad: BadRow[];
  left: LeftOut[];
  /** Columns whose numbers can be read in two ways; none is read until somebody chooses. */
  asks: { column: number; field: string; value: string }[];
};

const MAKERS: Record<Imported, RowsMaker> = {
  project: projectRows,
  paper: paperRows,
  organization: organizationRows,
  invitation: invitationRows,
  code: codeRows,
};

type Understanding = [
  what: Imported,
  path: Path,
  rows: readonly Row[],
  reading: SheetReading,
  /** Makes an id; it comes from outside, because the domain has no random numbers. */
  fresh: () => string,
];

/** All the rows at once; see {@link understandInSlices}. */
export function understand(...given: Understanding): Understood {
  const work = understandInSlices(...given);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Rows understood in one go: a few milliseconds. */
const SLICE = 100;

/** Yields the number of rows done: whoever runs it may let the page be used at each `yield`. */
export function* understandInSlices(
  ...[what, path, rows, reading, fresh]: Understanding
): Generator<number, Understood> {
  const { head, mapping, decimals = {} } = reading;
  const nothing: Understood = { rows: [], bad: [], left: [], asks: [] };
  const fields = FIELDS[what];
  const at = new Map(mapping.flatMap((key, i) => (key ? [[key, i] as const] : [])));
  const lost = fields.filter((f) => f.required && !at.has(f.key));
  if (lost.length > 0) {
    const value = lost.map((f) => f.key).join(', ');
    return { ...nothing, bad: [{ line: rows[head]?.line ?? 1, reason: 'missing_column', value }] };
  }
  const body = rows.slice(head + 1);
  if (body.length > (what === 'paper' ? PAPER_LINES_MAX : IMPORT_ROWS_MAX)) {
    const value = String(body.length);
    return { ...nothing, bad: [{ line: rows[head]?.line ?? 1, reason: 'too_many_rows', value }] };
  }
  const numbers = fields.filter((f) => f.kind === 'amount' || f.kind === 'hours');
  const signs = new Map<string, Decimal | null>();
  for (const { key } of numbers) {
    const column = at.get(key);
    if (column === undefined) continue;
    signs.set(key, decimals[column] ?? decimalOf(body.map((r) => r.cells[column] ?? '')));
  }
  const found: Understood = { ...nothing, rows: [], bad: [], left: [], asks: [] };
  const make = MAKERS[what](path, reading, fresh);
  const asked = new Set<string>();
  for (const [i, { line, cells }] of body.entries()) {
    if (i > 0 && i % SLICE === 0) yield i;
    const said: CellReader = (key) => plain(cells[at.get(key) ?? -1] ?? '');
    const amount = (key: string) => {
      const value = said(key);
      const kind = fields.find((f) => f.key === key)?.kind;
      const read = readAmount(value, signs.get(key) ?? null, kind === 'amount');
      if (read === null) return { reason: 'bad_amount' as const, value };
      if ('asks' in read) {
        if (!asked.has(key)) found.asks.push({ column: at.get(key) ?? 0, field: key, value });
        asked.add(key);
        return 0;
      }
      if (read.hundredths < 0) return { reason: 'negative_amount' as const, value };
      return read.hundredths > CENTS_MAX ? { reason: 'bad_amount' as const, value } : read.hundredths;
    };
    const made = make(said, amount, line);
    if ('reason' in made) found.bad.push({ line, ...made });
    else {
      found.rows.push({ line, row: made.row });
      found.left.push(...(made.left ?? []));
    }
  }
  // Until a column's reading is chosen, its rows would be wrong.
  return found.asks.length > 0 ? { ...found, rows: [] } : found;
}
