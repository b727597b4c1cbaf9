/** The share of texts about what lies beyond the traditional targets (S19). */
import { CAVEAT, type Coded } from './analysis';
import type { Path } from './state';

export type Beyond = {
  n: number;
  unit: 'sources';
  caveat: string;
  beyond: number;
  both: number;
  traditional: number;
  /** None of their codes has an area: in the total, in no share. */
  unplaced: number;
  /** Of the sources with an area, those that only concern what lies outside the traditional ones; null without any. */
  share: number | null;
};
/** S19: share of the sources outside the traditional targets. */
export function beyondTargets(path: Path, coded: readonly Coded[]): Beyond {
  const old = new Set(path.about?.areas.filter((a) => a.traditional).map((a) => a.id));
  const found = { beyond: 0, both: 0, traditional: 0, unplaced: 0 };
  for (const source of coded) {
    const areas = source.codes.flatMap((c) => path.codes[c]?.area ?? []);
    const inside = areas.some((a) => old.has(a));
    const outside = areas.some((a) => !old.has(a));
    found[inside ? (outside ? 'both' : 'traditional') : outside ? 'beyond' : 'unplaced'] += 1;
  }
  const placed = coded.length - found.unplaced;
  const share = placed === 0 ? null : found.beyond / placed;
  return { n: coded.length, unit: 'sources', caveat: CAVEAT, ...found, share };
}
