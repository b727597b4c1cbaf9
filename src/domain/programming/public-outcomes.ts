/**
 * Che fine ha fatto? The public outcomes of people's contributions: only published ones, and never words withheld
 * today.
 */
import type { Lookup } from '../deed';
import { standing } from './deed';
import { toExamine } from './unanswered-items';
import { publicWords, type PublicWords } from './public-words';
import { type Published, publishedKey, type PublicationTarget, usualLicence } from './publication';
import type { Said } from './source-text';
import { type ANSWERS, type Licence, OUTCOMES, type Outcome, type Path } from './state';

export type GivenWords = { ref: string; quote: string };
type Decided = { body: string; date: string; licence: Licence };
export type GivenProposal = {
  id: string;
  title: string;
  description: string;
  outcome: Outcome;
  reason: string;
  at: number | null;
  table: string | null;
  goals: { code: string; statement: string }[];
  words: GivenWords[];
  decided: Decided;
};
export type GivenRequest = {
  id: string;
  ref: string | null;
  text: string;
  answer: (typeof ANSWERS)[number] | null;
  reason: string;
  when: string;
  decided: Decided;
};
export type GivenTable = {
  id: string;
  name: string;
  object: string;
  before: string[];
  why: string;
  licence: Licence;
};
export type GivenMeeting = {
  id: string;
  title: string;
  date: string | null;
  dateText: string;
  venue: string;
};
/** A row of a circle's report, or words quoted in something published: `cite` is its number in the record. */
export type GivenLine = {
  ref: string;
  cite: string | null;
  voice: string | null;
  text: string;
  state: 'answered' | 'examined' | 'waiting';
  /** Published proposals and requests that answer it. */
  answers: string[];
};
/** About the proposals and requests in circles' reports. `answered` and `waiting` add up to `written`. */
export type GivenCounts = {
  written: number;
  proposals: number;
  requests: number;
  examined: number;
  answered: number;
  waiting: number;
};
export type GivenBack = {
  title: string;
  programmingYear: number;
  promoter: string;
  demo: boolean;
  /** The time at which the newest of it was published; null while nothing is. */
  updatedAt: number | null;
  /** Of all that is published; null where one thing has another than the next. */
  licence: Licence | null;
  counts: GivenCounts;
  lines: GivenLine[];
  proposals: GivenProposal[];
  requests: GivenRequest[];
  tables: GivenTable[];
  meetings: GivenMeeting[];
};

/** Maximum number of words quoted for one proposal: the rest is in the record. */
const QUOTES = 3;

/** The public page, or the same if `preview` were published too. */
function shownOf(path: Path, preview: readonly PublicationTarget[]): Map<string, Published> {
  const shown = new Map(Object.entries(path.published));
  for (const { what, id, text } of preview) {
    const words = publicWords(path, what, id);
    if (!words) continue;
    const own = words.what === 'request' && text ? { ...words, text } : words;
    const licence = usualLicence(path);
    shown.set(publishedKey(what, id), { what, id, words: own, body: '', date: '', licence, at: 0, by: null });
  }
  return shown;
}

/** `said`: every source of the path, to count the rows of circles' reports. */
export function givenBack(
  path: Path,
  look: Lookup,
  said: readonly Said[] = [],
  preview: readonly PublicationTarget[] = [],
): GivenBack {
  const shown = shownOf(path, preview);
  const of = <W extends PublicWords['what']>(what: W) =>
    [...shown.values()].flatMap((p) =>
      p.words.what === what ? [{ ...p, words: p.words as Extract<PublicWords, { what: W }> }] : [],
    );
  const readable = (ref: string): boolean => {
    // Dots are no words: they stand in the record, beside their topics.
    if (ref.includes('/votes/')) return false;
    if (ref.startsWith(`${path.id}/`)) return true;
    const now = look(ref);
    return now !== null && !now.withheld;
  };
  const tables = tablesShown(path, of('table'));
  const goals = of('goal').filter((g) => standing(path.goals, g.id));
  const refs = new Map<string, string[]>();
  const answers = (ref: string, by: string) => refs.set(ref, [...(refs.get(ref) ?? []), by]);

  const proposals = of('proposal').flatMap(({ id, words, body, date, licence }): GivenProposal[] => {
    const now = standing(path.proposals, id);
    if (!now) return [];
    const quotes = words.evidence.flatMap((e) => {
      const evidence = standing(path.evidence, e);
      return evidence && evidence.quote !== '' && readable(evidence.ref) ? [evidence] : [];
    });
    for (const { ref } of quotes) answers(ref, id);
    const { title, description, outcome, reason, outcomeAt } = words;
    return [
      {
        ...{ id, title, description, outcome, reason, at: outcomeAt },
        decided: { body, date, licence },
        table: now.table === null ? null : (nameNow(path, now.table, tables) ?? null),
        goals: goals
          .filter((g) => g.words.proposals.includes(id))
          .map((g) => ({ code: g.words.code, statement: g.words.statement })),
        words: quotes.slice(0, QUOTES).map(({ ref, quote }) => ({ ref, quote })),
      },
    ];
  });
  proposals.sort((a, b) => rank(a.outcome) - rank(b.outcome));

  // A request made in person without public words stays in the office, and so does one whose text is withheld.
  const requests = of('request').flatMap(({ id, words, body, date, licence }): GivenRequest[] => {
    if (words.text === '' || (words.ref !== null && !readable(words.ref))) return [];
    if (words.ref !== null) answers(words.ref, id);
    const { ref, text, answer, reason, when } = words;
    return [{ id, ref, text, answer, reason, when, decided: { body, date, licence } }];
  });
  const settled = new Set([
    ...proposals.flatMap((p) => (p.outcome === 'da_esaminare' ? [] : p.id)),
    ...requests.flatMap((r) => (r.answer === null ? [] : r.id)),
  ]);
  const lines = linesOf(path, said, refs, settled);
  const at = [...shown.values()].map((p) => p.at);
  const [licence = null, ...others] = new Set([...shown.values()].map((p) => p.licence));
  return {
    title: path.about?.title ?? '',
    programmingYear: path.about?.programmingYear ?? 0,
    promoter: path.about?.promoter ?? '',
    demo: path.demo,
    updatedAt: at.length === 0 ? null : Math.max(...at),
    licence: others.length > 0 ? null : licence,
    counts: countsOf(lines),
    lines,
    proposals,
    requests,
    tables: tables.map(({ id, licence: own, words: { name, object, before, why } }) => ({
      ...{ id, name, object, before, why, licence: own },
    })),
    meetings: of('meeting').flatMap(({ id, words: { title, date, dateText, venue } }) =>
      standing(path.meetings, id) ? [{ id, title, date, dateText, venue }] : [],
    ),
  };
}

type ShownTable = Published & { words: Extract<PublicWords, { what: 'table' }> };
/** A merged or split table stays public until a table that comes from it is published; a closed one does not. */
function tablesShown(path: Path, published: readonly ShownTable[]): ShownTable[] {
  const followed = new Set(published.flatMap(({ id }) => standing(path.tables, id)?.predecessors ?? []));
  return published.filter(({ id }) => {
    const table = standing(path.tables, id);
    if (!table || followed.has(id)) return false;
    return table.closed === null || heirsOf(path, id).length > 0;
  });
}

const heirsOf = (path: Path, id: string): string[] =>
  Object.values(path.tables).flatMap((t) => (!t.removed && t.predecessors.includes(id) ? t.id : []));

/** The table's public name: its own, or while a new one is unpublished that of a table it comes from. */
function nameNow(path: Path, id: string, shown: readonly ShownTable[]): string | undefined {
  const own = shown.find((t) => t.id === id);
  if (own) return own.words.name;
  const from = standing(path.tables, id)?.predecessors ?? [];
  return shown.find((t) => from.includes(t.id))?.words.name;
}

const ASKED: readonly (string | null)[] = ['proposta', 'richiesta'];
function linesOf(
  path: Path,
  said: readonly Said[],
  refs: ReadonlyMap<string, string[]>,
  settled: ReadonlySet<string>,
): GivenLine[] {
  const unexamined = new Set(toExamine(path, said).map((s) => s.ref));
  return said.flatMap((s): GivenLine[] => {
    const asks = s.kind === 'item' && ASKED.includes(s.voice);
    const own = s.ref.startsWith(`${path.id}/`);
    if (s.withheld || own || (!asks && !refs.has(s.ref))) return [];
    const answers = refs.get(s.ref) ?? [];
    const answered = answers.some((id) => settled.has(id));
    const state = answered ? 'answered' : unexamined.has(s.ref) ? 'waiting' : 'examined';
    return [{ ref: s.ref, cite: s.cite ?? null, voice: s.voice, text: s.text, state, answers }];
  });
}

function countsOf(lines: readonly GivenLine[]): GivenCounts {
  const asked = lines.filter((l) => l.ref.includes('/item/') && ASKED.includes(l.voice));
  const count = (wanted: (l: GivenLine) => boolean) => asked.filter(wanted).length;
  const answered = count((l) => l.state === 'answered');
  return {
    written: asked.length,
    proposals: count((l) => l.voice === 'proposta'),
    requests: count((l) => l.voice === 'richiesta'),
    examined: count((l) => l.state !== 'waiting'),
    answered,
    waiting: asked.length - answered,
  };
}

/** Those with an outcome come before those still waiting for one. */
const rank = (outcome: Outcome): number =>
  outcome === 'da_esaminare' ? OUTCOMES.length : OUTCOMES.indexOf(outcome);
