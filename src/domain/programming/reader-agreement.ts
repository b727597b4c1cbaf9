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

/** The accounts that have read this text as its first reader: its second reader is none of them. */
export function readFirstBy(path: Path, ref: string): ReadonlySet<string | null> {
  const by = new Set<string | null>();
  const first = path.readings[ref]?.first;
  if (first) by.add(first.by);
  for (const c of standingOnes(path.codings)) if (c.ref === ref && !c.second) by.add(c.by);
  return by;
}

export type Agreement = {
  n: number;
  unit: 'sources';
  caveat: string;
  overall: number | null;
  rows: { code: string; kappa: number | null; first: number; second: number; together: number }[];
};
/** True for accounts of which one has read as both readers: their agreement would be with themselves. */
const shared = (first: ReadonlySet<string | null>, second: ReadonlySet<string | null>): boolean =>
  [...second].some((by) => by !== null && first.has(by));

/**
 * On the sources that both readers have coded or read, one judgement for each code and source. Where the same account was
 * both readers, as paths from before this was refused may have it, the source is left out.
 */
export function agreement(path: Path): Agreement {
  const done = (state?: string) => state === 'letto' || state === 'codificato';
  const readers = {
    first: new Map<string, Set<string | null>>(),
    second: new Map<string, Set<string | null>>(),
  };
  const add = (side: 'first' | 'second', ref: string, by: string | null) =>
    readers[side].set(ref, (readers[side].get(ref) ?? new Set()).add(by));
  for (const [ref, { first, second }] of Object.entries(path.readings)) {
    if (!first || !second || !done(first.state) || !done(second.state)) continue;
    add('first', ref, first.by);
    add('second', ref, second.by);
  }
  for (const c of standingOnes(path.codings))
    if (readers.first.has(c.ref)) add(c.second ? 'second' : 'first', c.ref, c.by);
  const refs = [...readers.first].flatMap(([ref, by]) =>
    shared(by, readers.second.get(ref) ?? new Set()) ? [] : [ref],
  );
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
