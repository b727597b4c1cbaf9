/** Agreement of two readers on the codes of the same texts: Cohen's κ. */
import { CAVEAT } from './analysis';
import { codeNow } from './codes';
import { standingOnes } from './deed';
import type { Path } from './state';

/** Cohen's κ of two readers on yes-or-no judgements; null where no disagreement is possible. */
export function kappa(judgements: readonly (readonly [boolean, boolean])[]): number | null {
  const n = judgements.length;
  if (n === 0) return null;
  const share = (wanted: (j: readonly [boolean, boolean]) => boolean) => judgements.filter(wanted).length / n;
  const agreed = share(([a, b]) => a === b);
  const [yesA, yesB] = [share(([a]) => a), share(([, b]) => b)];
  const chance = yesA * yesB + (1 - yesA) * (1 - yesB);
  return chance === 1 ? null : (agreed - chance) / (1 - chance);
}

/** κ as it is shown: two decimals, half up on the decimal value and not on its binary approximation. */
export const shownKappa = (k: number): number => Math.round(Number((k * 100).toPrecision(12))) / 100;

export type Agreement = {
  n: number;
  unit: 'sources';
  caveat: string;
  overall: number | null;
  rows: { code: string; kappa: number | null; first: number; second: number; together: number }[];
};
/** On the sources that both readers have coded or read, one judgement for each code and source. */
export function agreement(path: Path): Agreement {
  const done = (state?: string) => state === 'letto' || state === 'codificato';
  const refs = Object.keys(path.readings).filter((ref) => {
    const r = path.readings[ref];
    return done(r?.first?.state) && done(r?.second?.state);
  });
  const given = { first: new Map<string, Set<string>>(), second: new Map<string, Set<string>>() };
  const codes = new Set<string>();
  const both = new Set(refs);
  for (const c of standingOnes(path.codings)) {
    if (!both.has(c.ref)) continue;
    const side = given[c.second ? 'second' : 'first'];
    const mine = side.get(c.ref) ?? new Set();
    for (const id of c.codes) mine.add(codeNow(path, id)?.id ?? id);
    for (const id of mine) codes.add(id);
    side.set(c.ref, mine);
  }
  const judged = (code: string) =>
    refs.map(
      (ref) => [given.first.get(ref)?.has(code) ?? false, given.second.get(ref)?.has(code) ?? false] as const,
    );
  const rows = [...codes].map((code) => {
    const j = judged(code);
    return {
      code,
      kappa: kappa(j),
      first: j.filter(([a]) => a).length,
      second: j.filter(([, b]) => b).length,
      together: j.filter(([a, b]) => a && b).length,
    };
  });
  return {
    n: refs.length,
    unit: 'sources',
    caveat: CAVEAT,
    overall: kappa([...codes].flatMap(judged)),
    rows,
  };
}
