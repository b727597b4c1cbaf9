/** The mapping of a sheet's columns to fields: the heading row is found, and the columns are guessed from it. */
import { plainly } from '../words';
import { FIELDS, type Imported } from './import-fields';

export const folded = (heading: string): string =>
  plainly(heading)
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** For each column its field, or null for one that is not used. */
export type Mapping = readonly (string | null)[];

type Rows = readonly { cells: readonly string[] }[];
/** Heading rows are looked for among so many rows; columns are counted in so many. */
const [HEADS, WIDE] = [10, 20];
const widthOf = (rows: Rows): number => Math.max(0, ...rows.slice(0, WIDE).map((r) => r.cells.length));

/** The likely field of each column, by the headings in this row. */
export function mappingAt(what: Imported, rows: Rows, head: number): Mapping {
  const used = new Set<string>();
  return Array.from({ length: widthOf(rows) }, (_, i) => {
    const name = folded(rows[head]?.cells[i] ?? '');
    const found = FIELDS[what].find((f) => !used.has(f.key) && f.names.includes(name));
    if (found) used.add(found.key);
    return found?.key ?? null;
  });
}

/** More than half of the columns have words, and none has a number or a day: such a row names what is below it. */
function looksLikeHeadings({ cells }: Rows[number], width: number): boolean {
  const filled = cells.map((c) => c.trim()).filter((c) => c !== '');
  const value = (c: string) => /\d/.test(c) && !/\p{L}{3}/u.test(c);
  return filled.length > 1 && filled.length * 2 > width && !filled.some(value);
}

/**
 * Finds the heading row among the first rows, and the likely field of each column. One known word may also be a value of a
 * row, such as who pays: it counts less than the looks of a heading row.
 */
export function guessMapping(what: Imported, rows: Rows): { head: number; mapping: Mapping } {
  const width = widthOf(rows);
  const known = (head: number) => mappingAt(what, rows, head).filter((key) => key !== null).length;
  const score = (row: Rows[number], head: number) => known(head) + (looksLikeHeadings(row, width) ? 1.5 : 0);
  let head = 0;
  let most = 0;
  for (const [i, row] of rows.slice(0, HEADS).entries()) {
    const found = score(row, i);
    if (found > most) [head, most] = [i, found];
  }
  return { head, mapping: mappingAt(what, rows, head) };
}
