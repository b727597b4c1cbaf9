/** The mapping of a sheet's columns to fields: the heading row is found, and the columns are guessed from it. */
import { plainly } from '../words';
import { FIELDS, type Imported } from './import-fields';

export const folded = (heading: string): string =>
  plainly(heading)
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** For each column its field, or null for one that is not used. */
export type Mapping = readonly (string | null)[];

/** Finds the heading row among the first rows, and the likely field of each column; null when no row looks like one. */
export function guessMapping(
  what: Imported,
  rows: readonly { cells: readonly string[] }[],
): { head: number; mapping: Mapping } {
  const fields = FIELDS[what];
  const guesses = rows.slice(0, 10).map(({ cells }, head) => {
    const used = new Set<string>();
    const mapping = cells.map((cell) => {
      const name = folded(cell);
      const found = fields.find((f) => !used.has(f.key) && f.names.includes(name));
      if (found) used.add(found.key);
      return found?.key ?? null;
    });
    return { head, mapping, found: used.size };
  });
  const best = guesses.reduce((a, b) => (b.found > a.found ? b : a), {
    head: 0,
    mapping: [] as Mapping,
    found: 0,
  });
  const width = Math.max(0, ...rows.slice(0, 20).map((r) => r.cells.length));
  return { head: best.head, mapping: Array.from({ length: width }, (_, i) => best.mapping[i] ?? null) };
}
