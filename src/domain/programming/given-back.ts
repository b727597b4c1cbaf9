/** Che fine ha fatto? What became of what was said, as anyone may read it: never a name, never words withheld today. */
import type { Lookup } from '../deed';
import { standingOnes } from './deed';
import { wordsBehind } from './trace';
import { type ANSWERS, OUTCOMES, type Outcome, type Path } from './state';

export type GivenWords = { ref: string; quote: string };
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
};
export type GivenRequest = {
  id: string;
  ref: string | null;
  text: string;
  answer: (typeof ANSWERS)[number] | null;
  reason: string;
  when: string;
};
export type GivenTable = { id: string; name: string; object: string; before: string[]; why: string };
export type GivenBack = {
  title: string;
  programmingYear: number;
  promoter: string;
  demo: boolean;
  proposals: GivenProposal[];
  requests: GivenRequest[];
  tables: GivenTable[];
};

/** The most words quoted for one proposal: the rest is in the record. */
const QUOTES = 3;

export function givenBack(path: Path, look: Lookup): GivenBack {
  const shown = (ref: string) => {
    // Dots are no words: they stand in the record, beside their topics.
    if (ref.includes('/votes/')) return false;
    if (ref.startsWith(`${path.id}/`)) return true;
    const now = look(ref);
    return now !== null && !now.withheld;
  };
  const goals = standingOnes(path.goals);
  const proposals = standingOnes(path.proposals).map((p): GivenProposal => {
    const words = wordsBehind(path, 'proposal', p.id).flatMap(({ evidence: e }) =>
      e.relation !== 'contrasta' && shown(e.ref) ? [{ ref: e.ref, quote: e.quote }] : [],
    );
    const table = p.table === null ? undefined : path.tables[p.table];
    return {
      id: p.id,
      title: p.title,
      description: p.description,
      outcome: p.outcome,
      reason: p.outcomeReason,
      at: p.outcomeAt,
      table: table && !table.closed ? table.name : null,
      goals: goals
        .filter((g) => g.status !== 'bozza' && g.proposals.includes(p.id))
        .map(({ code, statement }) => ({ code, statement })),
      words: words.slice(0, QUOTES),
    };
  });
  proposals.sort((a, b) => rank(a.outcome) - rank(b.outcome));
  return {
    title: path.about?.title ?? '',
    programmingYear: path.about?.programmingYear ?? 0,
    promoter: path.about?.promoter ?? '',
    demo: path.demo,
    proposals,
    // Who asked by voice stays in the office: the text of a withheld one too.
    requests: Object.values(path.requests)
      .filter((r) => r.ref === null || shown(r.ref))
      .map(({ id, ref, text, answer, reason, when }) => ({ id, ref, text, answer, reason, when })),
    tables: standingOnes(path.tables)
      .filter((t) => !t.closed)
      .map((t) => ({
        id: t.id,
        name: t.name,
        object: t.object,
        before: [
          ...t.predecessors.flatMap((id) => path.tables[id]?.name ?? []),
          ...t.names.map((n) => n.words),
        ],
        why: t.names.at(-1)?.rationale ?? t.rationale,
      })),
  };
}

/** What has an outcome comes before what is still waiting for one. */
const rank = (outcome: Outcome): number =>
  outcome === 'da_esaminare' ? OUTCOMES.length : OUTCOMES.indexOf(outcome);
