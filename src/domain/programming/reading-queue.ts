/** The reading queue: the progress of each text, by reader, and searching among thousands. */
import type { Said } from './source-text';
import { codeNow, codesInUse } from './codes';
import { standingOnes } from './deed';
import type { ReadingState } from './reading-shapes';
import type { Coding, Path } from './state';
import { plainly, soughtWords } from '../words';

/** Thousands of texts are not folded again at each letter that somebody types. */
const folded = new WeakMap<Said, string>();
function plainOf(said: Said): string {
  const known = folded.get(said) ?? plainly(said.text);
  folded.set(said, known);
  return known;
}

export type Read = { state: ReadingState; codings: Coding[]; codes: string[]; star: boolean; by: string[] };
const unread: Read = { state: 'non_letto', codings: [], codes: [], star: false, by: [] };

/** The state of each source for one reader: the first, or the second who reads on their own. */
export function reads(path: Path, second = false): (ref: string) => Read {
  const found = new Map<string, Read>();
  for (const [ref, reading] of Object.entries(path.readings)) {
    const mine = reading[second ? 'second' : 'first'];
    if (mine) found.set(ref, { ...unread, state: mine.state, by: mine.by ? [mine.by] : [] });
  }
  const now = new Map(Object.keys(path.codes).map((id) => [id, codeNow(path, id)?.id ?? null]));
  for (const coding of standingOnes(path.codings)) {
    if (coding.second !== second) continue;
    const read = found.get(coding.ref) ?? unread;
    const codes = coding.codes.flatMap((c) => now.get(c) ?? []);
    const by = [coding.by, ...coding.history.map((h) => h.by)].flatMap((b) => b ?? []);
    found.set(coding.ref, {
      state: read.state,
      codings: [...read.codings, coding],
      codes: [...new Set([...read.codes, ...codes])],
      star: read.star || coding.star,
      by: [...new Set([...read.by, ...by])],
    });
  }
  return (ref) => found.get(ref) ?? unread;
}

const EXACT = ['gathering', 'phase', 'kind', 'voice', 'sector', 'topic', 'slot'] as const;
/** Search criteria; those left out do not matter. `-` is "nobody has said". */
export type Sought = Partial<Record<(typeof EXACT)[number], string>> & {
  strand?: string;
  state?: ReadingState;
  /** A code with all that are under it, or `-` for texts without any. */
  code?: string;
  star?: boolean;
  /** A person who has read or coded it. */
  by?: string;
  words?: string;
};
export const UNTOLD = '-';

/** A code and all that are under it today. */
export function under(path: Path, code: string): Set<string> {
  const family = new Set([codeNow(path, code)?.id ?? code]);
  const all = codesInUse(path);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const c of all) if (c.parent && family.has(codeNow(path, c.parent)?.id ?? '')) family.add(c.id);
  }
  return family;
}

/** A text's state of reading. Withheld texts have none: nobody may read them. */
const stands = (s: Said, read: Read): ReadingState | null => (s.withheld ? null : read.state);

/** Number of texts in each state of reading. */
export function countByState(
  said: readonly Said[],
  read: (ref: string) => Read,
): Record<ReadingState, number> {
  const counts = { non_letto: 0, letto: 0, codificato: 0, da_rivedere: 0 };
  for (const s of said) {
    const state = stands(s, read(s.ref));
    if (state) counts[state] += 1;
  }
  return counts;
}

/** The texts that can be read; withheld ones are counted apart, because no reading ever makes them fewer. */
export const readable = (said: readonly Said[]): Said[] => said.filter((s) => !s.withheld);

/** Texts that match all criteria, in the order they were written. Withheld texts match no words. */
export function sift(path: Path, said: readonly Said[], read: (ref: string) => Read, sought: Sought): Said[] {
  const terms = soughtWords(sought.words ?? '');
  const family = sought.code && sought.code !== UNTOLD ? under(path, sought.code) : null;
  return said.filter((s) => {
    if (EXACT.some((k) => sought[k] !== undefined && (s[k] ?? UNTOLD) !== sought[k])) return false;
    if (sought.strand === UNTOLD && s.strands.length > 0) return false;
    if (sought.strand && sought.strand !== UNTOLD && !s.strands.some((x) => x === sought.strand))
      return false;
    const r = read(s.ref);
    if (sought.state && stands(s, r) !== sought.state) return false;
    if (sought.star && !r.star) return false;
    if (sought.by && !r.by.includes(sought.by)) return false;
    if (sought.code === UNTOLD && r.codes.length > 0) return false;
    if (family && !r.codes.some((c) => family.has(c))) return false;
    if (terms.length === 0) return true;
    return !s.withheld && terms.every((t) => plainOf(s).includes(t));
  });
}

export type Span = { start: number; end: number };
/** The words of a text one by one, without the punctuation around them, for people who select by keyboard. */
export function wordsIn(text: string): Span[] {
  return [...text.matchAll(/\S+/gu)].map(({ 0: whole, index }) => {
    const bare = /[\p{L}\p{N}].*[\p{L}\p{N}\p{M}]|[\p{L}\p{N}]/u.exec(whole);
    const start = index + (bare?.index ?? 0);
    return { start, end: start + (bare?.[0] ?? whole).length };
  });
}

/** The present position of a coding's words; null when the text has changed and they are no longer there. */
export function quotedSpan(coding: Pick<Coding, 'start' | 'end' | 'quote'>, text: string): Span | null {
  if (text.slice(coding.start, coding.end) === coding.quote) return coding;
  const start = text.indexOf(coding.quote);
  return start < 0 ? null : { start, end: start + coding.quote.length };
}

/** The coding that this reader already has on exactly these words. */
export const codingOn = (read: Read, span: Span): Coding | undefined =>
  read.codings.find((c) => c.start === span.start && c.end === span.end);

/** Number of codings of each code today, merged ones counted with the result. */
export function timesByCode(path: Path): Map<string, number> {
  const times = new Map<string, number>();
  for (const coding of standingOnes(path.codings)) {
    if (coding.second) continue;
    const now = new Set(coding.codes.flatMap((c) => codeNow(path, c)?.id ?? []));
    for (const code of now) times.set(code, (times.get(code) ?? 0) + 1);
  }
  return times;
}

export type Branch = { id: string; depth: number; children: number };
/** The codes as a tree, sorted by name; one whose parent is gone stands at the root. */
export function tree(path: Path): Branch[] {
  const all = codesInUse(path);
  const parentOf = (id: string | null) => (id === null ? null : (codeNow(path, id)?.id ?? null));
  const kids = new Map<string | null, string[]>();
  const sorted = [...all].sort((a, b) => a.label.localeCompare(b.label, 'it'));
  for (const c of sorted) {
    const up = parentOf(c.parent);
    kids.set(up === c.id ? null : up, [...(kids.get(up === c.id ? null : up) ?? []), c.id]);
  }
  const walk = (up: string | null, depth: number): Branch[] =>
    (kids.get(up) ?? []).flatMap((id) => [
      { id, depth, children: kids.get(id)?.length ?? 0 },
      ...walk(id, depth + 1),
    ]);
  return walk(null, 0);
}
