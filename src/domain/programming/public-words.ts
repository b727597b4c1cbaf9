/** The public words of a proposal, a request, a goal, a table or a meeting, once published. */
import { filed, standing, standingOnes } from './deed';
import type { ANSWERS, Outcome, Path } from './state';
import { wordsBehind } from './decision-trace';

export const PUBLISHABLE = ['proposal', 'request', 'goal', 'table', 'meeting'] as const;
export type Publishable = (typeof PUBLISHABLE)[number];

export type PublicWords =
  | {
      what: 'proposal';
      title: string;
      description: string;
      outcome: Outcome;
      reason: string;
      outcomeAt: number | null;
      /** Ids of the evidence behind it, nearest first: the quotations themselves are stored elsewhere. */
      evidence: string[];
    }
  | {
      what: 'request';
      ref: string | null;
      text: string;
      answer: (typeof ANSWERS)[number] | null;
      reason: string;
      when: string;
    }
  | { what: 'goal'; code: string; statement: string; status: string; proposals: string[] }
  | { what: 'table'; name: string; object: string; before: string[]; why: string }
  | {
      what: 'meeting';
      title: string;
      date: string | null;
      dateText: string;
      venue: string;
      agenda: string[];
      speakers: string[];
      minutes: string;
      lines: { id: string; text: string }[];
    };

/** The present words; null for a missing thing. */
export function publicWords(path: Path, what: Publishable, id: string): PublicWords | null {
  switch (what) {
    case 'proposal': {
      const p = standing(path.proposals, id);
      const behind = p ? wordsBehind(path, 'proposal', id) : [];
      const evidence = behind.flatMap(({ evidence: e }) => (e.relation === 'contrasta' ? [] : [e.id]));
      return (
        p && {
          ...{ what, title: p.title, description: p.description, outcome: p.outcome },
          ...{ reason: p.outcomeReason, outcomeAt: p.outcomeAt, evidence },
        }
      );
    }
    case 'request': {
      const r = filed(path.requests, id);
      if (!r) return null;
      return { what, ref: r.ref, text: r.text, answer: r.answer, reason: r.reason, when: r.when };
    }
    case 'goal': {
      const g = standing(path.goals, id);
      return (
        g && { what, code: g.code, statement: g.statement, status: g.status, proposals: [...g.proposals] }
      );
    }
    case 'table': {
      const t = standing(path.tables, id);
      if (!t) return null;
      const before = [
        ...t.predecessors.flatMap((from) => path.tables[from]?.name ?? []),
        ...t.names.map((n) => n.words),
      ];
      const why = t.names.at(-1)?.rationale ?? t.rationale;
      return { what, name: t.name, object: t.object, before, why };
    }
    case 'meeting': {
      const m = standing(path.meetings, id);
      if (!m) return null;
      const lines = standingOnes(path.papers).filter((p) => p.meeting === id);
      return {
        ...{ what, title: m.title, date: m.date, dateText: m.dateText, venue: m.venue },
        ...{ agenda: [...m.agenda], speakers: [...m.speakers], minutes: m.minutes },
        lines: lines.map((p) => ({ id: p.id, text: p.text })),
      };
    }
  }
}

/** Everything of a path that could be published, in the order of the registers. */
export function publishables(path: Path): { what: Publishable; id: string }[] {
  const of = (what: Publishable, things: readonly { id: string }[]) => things.map(({ id }) => ({ what, id }));
  return [
    ...of('proposal', standingOnes(path.proposals)),
    ...of('request', Object.values(path.requests)),
    ...of(
      'table',
      standingOnes(path.tables).filter((t) => !t.closed),
    ),
    ...of('goal', standingOnes(path.goals)),
    ...of('meeting', standingOnes(path.meetings)),
  ];
}
