/**
 * Analysis of codings: how often, where and by whom, always with `n` and its unit, never as a statistical sample
 * (domain §2.7).
 */
import type { Said } from './source-text';
import { codeNow } from './codes';
import { standingOnes } from './deed';
import type { Path } from './state';

/** Shown under every figure, in these words. */
export const CAVEAT = 'L’OST non è un campione statistico: i conteggi descrivono chi c’era.';
/** `n`, its unit and the caveat: no figure is shown without them. */
export type Figures<T> = { n: number; unit: 'sources' | 'sessions' | 'topics'; caveat: string; rows: T[] };
export const figures = <T>(n: number, rows: T[], unit: Figures<T>['unit'] = 'sources'): Figures<T> => ({
  n,
  unit,
  caveat: CAVEAT,
  rows,
});

export type Coded = Said & { codes: string[]; firstCodedAt: number };

/** Sources with at least one code, each once; the second reader's codings count only for the agreement. */
export function codedSources(path: Path, said: readonly Said[]): Coded[] {
  const codes = new Map<string, { codes: Set<string>; at: number }>();
  for (const coding of standingOnes(path.codings)) {
    if (coding.second) continue;
    const entry = codes.get(coding.ref) ?? { codes: new Set(), at: coding.at };
    for (const id of coding.codes) {
      const now = codeNow(path, id);
      if (now) entry.codes.add(now.id);
    }
    codes.set(coding.ref, entry);
  }
  return said.flatMap((s) => {
    const given = s.withheld ? undefined : codes.get(s.ref);
    return given && given.codes.size > 0 ? [{ ...s, codes: [...given.codes], firstCodedAt: given.at }] : [];
  });
}

export type Count = { code: string; notes: number; sessions: number; sectors: number; topics: string[] };

/** By distinct sessions, then distinct sectors: counting notes alone would favour people who talk most. */
export function counts(coded: readonly Coded[]): Figures<Count> {
  const tally = new Map<
    string,
    { notes: number; sessions: Set<string>; sectors: Set<string>; topics: Set<string> }
  >();
  for (const source of coded)
    for (const code of source.codes) {
      const t = tally.get(code) ?? { notes: 0, sessions: new Set(), sectors: new Set(), topics: new Set() };
      t.notes += 1;
      t.sessions.add(source.session);
      if (source.sector) t.sectors.add(source.sector);
      if (source.topic) t.topics.add(source.topic);
      tally.set(code, t);
    }
  const rows = [...tally].map(([code, t]) => ({
    code,
    notes: t.notes,
    sessions: t.sessions.size,
    sectors: t.sectors.size,
    topics: [...t.topics],
  }));
  rows.sort((a, b) => b.sessions - a.sessions || b.sectors - a.sectors || b.notes - a.notes);
  return figures(coded.length, rows);
}

/** Dots stand beside a count, topic by topic: they are not comparable and are never multiplied into it. */
export const votesBeside = (
  found: Figures<Count>,
  votes: Readonly<Record<string, number>>,
): Figures<Count & { votes: { topic: string; dots: number }[] }> => ({
  ...found,
  rows: found.rows.map((row) => ({
    ...row,
    votes: row.topics.map((topic) => ({ topic, dots: votes[topic] ?? 0 })),
  })),
});

export const AXES = ['sector', 'strand', 'phase', 'gathering', 'voice', 'kind'] as const;
export type Axis = (typeof AXES)[number];
/** Unsaid is a value like another: it is shown, not dropped. */
export const UNSAID = 'non_detto';
const placesOf = (source: Said, axis: Axis): readonly string[] =>
  axis === 'strand' ? (source.strands.length > 0 ? source.strands : [UNSAID]) : [source[axis] ?? UNSAID];

export type CrossRow = { code: string; total: number; cells: Record<string, number> };
/** A source with two strands is in both columns and once in the total. */
export function crossTab(coded: readonly Coded[], axis: Axis): Figures<CrossRow> & { columns: string[] } {
  const rows = new Map<string, CrossRow>();
  const columns = new Set<string>();
  for (const source of coded)
    for (const code of source.codes) {
      const row = rows.get(code) ?? { code, total: 0, cells: {} };
      row.total += 1;
      for (const place of placesOf(source, axis)) {
        columns.add(place);
        row.cells[place] = (row.cells[place] ?? 0) + 1;
      }
      rows.set(code, row);
    }
  const sorted = [...rows.values()].sort((a, b) => b.total - a.total);
  return { ...figures(coded.length, sorted), columns: [...columns].sort() };
}

export type Pair = { a: string; b: string; times: number };
/** Codes that occur together, in the same source or in the same session: a list of pairs, most frequent first. */
export function cooccurrence(coded: readonly Coded[], within: 'source' | 'session'): Figures<Pair> {
  const groups = new Map<string, Set<string>>();
  for (const source of coded) {
    const key = within === 'source' ? source.ref : source.session;
    const group = groups.get(key) ?? new Set();
    for (const code of source.codes) group.add(code);
    groups.set(key, group);
  }
  const pairs = new Map<string, Pair>();
  for (const group of groups.values()) {
    const codes = [...group].sort();
    codes.forEach((a, i) => {
      for (const b of codes.slice(i + 1)) {
        const pair = pairs.get(`${a} ${b}`) ?? { a, b, times: 0 };
        pair.times += 1;
        pairs.set(`${a} ${b}`, pair);
      }
    });
  }
  const rows = [...pairs.values()].sort((x, y) => y.times - x.times);
  return figures(groups.size, rows, within === 'source' ? 'sources' : 'sessions');
}
