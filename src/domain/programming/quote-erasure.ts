/** Erases planners' quotes of words that were erased where they were written. */
import * as z from 'zod/mini';
import type { Fact } from '../deed';
import { refuse } from '../refusal';
import { deed, PLANNERS } from './deed';
import { Ref } from './reading-shapes';
import type { Path } from './state';

const Refs = z.strictObject({ refs: z.array(Ref).check(z.minLength(1), z.maxLength(100)) });

const quoting = (state: Path) => [
  ...Object.values(state.codings),
  ...Object.values(state.evidence),
  ...Object.values(state.requests),
  ...(state.inherited?.open ?? []),
  ...publicRequests(state),
];

/** The public words of requests, now or before some step. */
const publicRequests = (state: Path) =>
  [
    ...Object.values(state.published),
    ...Object.values(state.publications).flatMap((p) => p.things.flatMap((t) => t.before ?? [])),
  ].flatMap(({ words }) => (words.what === 'request' ? words : []));

export const clearQuotes = deed({
  command: 'clearQuotes',
  fact: 'quotesCleared',
  who: PLANNERS,
  byRoute: true,
  commandSchema: () => Refs,
  factSchema: () => Refs,
  decide: (state, ask) =>
    quoting(state).some((q) => q.ref !== null && ask.refs.includes(q.ref))
      ? ask
      : refuse('nothing_to_change'),
  apply(state, data) {
    for (const q of quoting(state)) {
      if (q.ref === null || !data.refs.includes(q.ref)) continue;
      // Without its words it supports nothing any more: set aside, and its history with it.
      if ('quote' in q) Object.assign(q, { quote: '', removed: true });
      else q.text = '';
    }
  },
});

/** The data of a line without its quote of these words, or null when it quotes none. */
export const unquoted =
  (refs: readonly string[]) =>
  (fact: Fact): unknown => {
    if (fact.type === 'thingsPublished') return unquotedPublication(refs, fact.data as Publishing);
    if (fact.type === 'thingFounded') return unquotedFounding(refs, fact.data as Founded);
    if (fact.type === 'pathOpened') return unquotedOpening(refs, fact.data as Opened);
    const data = fact.data as { ref?: unknown; quote?: unknown; text?: unknown };
    if (typeof data.ref !== 'string' || !refs.includes(data.ref)) return null;
    if (data.quote) return { ...data, quote: '' };
    return fact.type === 'requestTaken' && data.text ? { ...data, text: '' } : null;
  };

type Open = { ref: string | null; text: string };
type Opened = { inherits: { open: Open[] } | null };
/** A request of the year before keeps its place among the open items, without its words. */
function unquotedOpening(refs: readonly string[], data: Opened): unknown {
  const quotes = (o: Open) => o.ref !== null && o.text !== '' && refs.includes(o.ref);
  const open = data.inherits?.open ?? [];
  if (!open.some(quotes)) return null;
  const cleared = open.map((o) => (quotes(o) ? { ...o, text: '' } : o));
  return { ...data, inherits: { ...data.inherits, open: cleared } };
}

type Publishing = { things: { ref?: string | null; text?: string }[] };
function unquotedPublication(refs: readonly string[], data: Publishing): unknown {
  const quotes = (t: Publishing['things'][number]) => Boolean(t.ref && t.text && refs.includes(t.ref));
  if (!data.things.some(quotes)) return null;
  return { ...data, things: data.things.map((t) => (quotes(t) ? { ...t, text: '' } : t)) };
}

type Founded = { links: { ref: string; quote: string }[] };
function unquotedFounding(refs: readonly string[], data: Founded): unknown {
  if (!data.links.some((l) => refs.includes(l.ref) && l.quote !== '')) return null;
  return { ...data, links: data.links.map((l) => (refs.includes(l.ref) ? { ...l, quote: '' } : l)) };
}
