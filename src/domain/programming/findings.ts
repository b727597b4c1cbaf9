/**
 * Findings: saturation of themes, contrary voices, what goes beyond the traditional targets, and agreement of two
 * readers.
 */
import { CAVEAT, type Coded } from './analysis';
import { codeNow } from './codes';
import { standingOnes } from './deed';
import type { Read } from './queue';
import type { Said } from './source-text';
import type { Coding, Path } from './state';

export type Saturation = {
  steps: { session: string; themes: number; fresh: number }[];
  saturated: boolean;
  k: number;
  n: number;
  unit: 'sessions';
  caveat: string;
};
/** Saturated when each of the last `k` sessions, in the order they were read, added no theme. */
export function saturation(
  sittings: readonly { session: string; codes: readonly string[] }[],
  k = 3,
): Saturation {
  const known = new Set<string>();
  const steps = sittings.map(({ session, codes }) => {
    const before = known.size;
    for (const code of codes) known.add(code);
    return { session, themes: known.size, fresh: known.size - before };
  });
  const last = steps.slice(-k);
  const saturated = last.length === k && steps.length > k && last.every((s) => s.fresh === 0);
  return { steps, saturated, k, n: steps.length, unit: 'sessions', caveat: CAVEAT };
}

/**
 * Reading progress of each session: a text is read when somebody marked it so, or coded it. Withheld texts are left
 * out.
 */
export function readingBySitting(
  said: readonly Said[],
  read: (ref: string) => Read,
): Map<string, { texts: number; read: number }> {
  const found = new Map<string, { texts: number; read: number }>();
  for (const s of said) {
    if (s.withheld) continue;
    const now = found.get(s.session) ?? { texts: 0, read: 0 };
    const { state } = read(s.ref);
    found.set(s.session, {
      texts: now.texts + 1,
      read: now.read + (state === 'letto' || state === 'codificato' ? 1 : 0),
    });
  }
  return found;
}

/**
 * Sessions in reading order: by the first coding. `whole`: only these, whose texts have all been read; one coded text
 * of a new meeting does not tell its themes yet.
 */
export function sittingsRead(
  coded: readonly Coded[],
  whole: ReadonlySet<string> | null = null,
): { session: string; codes: string[] }[] {
  const sittings = new Map<string, string[]>();
  const inOrder = [...coded].sort((a, b) => a.firstCodedAt - b.firstCodedAt);
  for (const source of inOrder)
    if (whole === null || whole.has(source.session))
      sittings.set(source.session, [...(sittings.get(source.session) ?? []), ...source.codes]);
  return [...sittings].map(([session, codes]) => ({ session, codes }));
}

export type Quote = { coding: string; ref: string; quote: string; said: Said };
/** Quotations whose source is withheld today are not shown, even if a copy was kept. */
function quotesWhere(path: Path, said: readonly Said[], wanted: (c: Coding, s: Said) => boolean): Quote[] {
  const byRef = new Map(said.map((s) => [s.ref, s]));
  return standingOnes(path.codings).flatMap((c) => {
    const s = byRef.get(c.ref);
    const shown = s && !s.withheld && !c.second && wanted(c, s);
    return shown ? [{ coding: c.id, ref: c.ref, quote: c.quote, said: s }] : [];
  });
}
const has = (path: Path, c: Coding, code: string) => c.codes.some((x) => codeNow(path, x)?.id === code);

/** At most three starred quotations of a code, with their source. */
export const starredQuotes = (path: Path, said: readonly Said[], code: string, most = 3): Quote[] =>
  quotesWhere(path, said, (c) => c.star && has(path, c, code)).slice(0, most);

/** S10: words marked as contrary, evidence linked with `contrasta`, and notes of distance. */
export function contrastQuotes(path: Path, said: readonly Said[], code?: string): Quote[] {
  const against = new Set(
    standingOnes(path.evidence).flatMap((e) => (e.relation === 'contrasta' ? [e.ref] : [])),
  );
  return quotesWhere(
    path,
    said,
    (c, s) =>
      (c.contrast || s.voice === 'distanza' || against.has(c.ref)) &&
      (code === undefined || has(path, c, code)),
  );
}

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
