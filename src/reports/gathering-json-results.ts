/** The second half of the export: reports, dots, clusters, action groups, ideas, closing words. */
import { actionsInOrder } from '@/domain/gathering/state/action';
import { noteNumber } from '@/domain/gathering/state/note';
import { isNoteAgain } from '@/domain/gathering/note-queries';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import { REPORT_FIELDS, type Report } from '@/domain/gathering/state/report';

type Names = {
  label: (seat: string | null) => string | null;
  number: (topic: string | null) => string | null;
  iso: (at: number | null) => string | null;
  publicly: boolean;
};

/** `T05-R03`: the report row's paragraph id; rows are never renumbered, removed ones leave their number unused. */
export const itemNumber = (topic: string, i: number): string => `${topic}-R${String(i + 1).padStart(2, '0')}`;
export const actionNumber = (n: number): string => `G${n}`;
export const ideaNumber = (n: number): string => `I${String(n).padStart(2, '0')}`;

const isField = (what: string): boolean => (REPORT_FIELDS as readonly string[]).includes(what);
const withheld = (report: Report, what: string): boolean =>
  (isField(what) ? report.hidden : report.items[what]?.hidden) != null;

const numberOf = (state: Gathering, id: string | null): string | null => {
  const note = id === null ? undefined : state.notes[id];
  const topic = note && state.topics[note.topic];
  return note && topic && !note.withdrawn ? noteNumber(topic.n, note.n) : null;
};

function reportJson(state: Gathering, report: Report, topic: string, { label, iso }: Names) {
  const shown = report.hidden === null;
  return {
    topic,
    status: report.status,
    outcome: report.outcome,
    outcomeReason: report.outcomeReason,
    fromNotes: report.fromNotes,
    publishedAt: iso(report.publishedAt),
    completedAt: iso(report.completedAt),
    verifiedAt: iso(report.verifiedAt),
    ...(Object.fromEntries(REPORT_FIELDS.map((f) => [f, shown ? report.fields[f].text : null])) as Record<
      (typeof REPORT_FIELDS)[number],
      string | null
    >),
    hidden: report.hidden ? { reason: report.hidden.reason, at: iso(report.hidden.at) } : null,
    items: report.itemOrder.flatMap((id, i) => {
      const item = report.items[id];
      if (!item || item.removed) return [];
      const words = item.hidden ? null : item.text;
      return [
        {
          id: itemNumber(topic, i),
          kind: item.kind,
          text: words,
          who: item.hidden ? null : item.who,
          byWhen: item.hidden ? null : item.byWhen,
          note: numberOf(state, item.note),
          sameAsNote: isNoteAgain(state, item),
          hidden: item.hidden ? { reason: item.hidden.reason, at: iso(item.hidden.at) } : null,
        },
      ];
    }),
    photos: report.photos
      .filter((p) => !p.removed)
      .map((p) => ({ hash: p.hash, caption: p.caption, width: p.w, height: p.h, at: iso(p.at) })),
    versions: report.versions.map((v) => ({
      what: isField(v.what) ? v.what : itemNumber(topic, report.itemOrder.indexOf(v.what)),
      // A withheld text's earlier words are withheld too.
      before: withheld(report, v.what) ? null : v.before,
      after: withheld(report, v.what) ? null : v.after,
      at: iso(v.at),
      by: label(v.by),
    })),
  };
}

export function harvestJson(state: Gathering, names: Names) {
  const { label, number, iso, publicly } = names;
  const { voting } = state;
  return {
    reports: topicsInOrder(state).flatMap((t) => {
      const report = state.reports[t.id];
      return report ? [reportJson(state, report, number(t.id) ?? '', names)] : [];
    }),
    voting: {
      state: voting.state,
      quota: voting.quota,
      cumulative: voting.cumulative,
      rounds: voting.round,
      voters: voting.voters,
      paperVoters: voting.paper.reduce((n, b) => n + b.voters, 0),
      log: voting.log.map((l) => ({ what: l.what, reason: l.reason, at: iso(l.at) })),
    },
    // I7: totals exist from the closing on; nobody is told whose dots they were.
    votes: topicsInOrder(state).flatMap((t) => {
      const total = voting.totals[t.id];
      return total ? [{ topic: number(t.id), ...total }] : [];
    }),
    // A batch may be one person's ballot: one by one they are the office's, who typed them.
    paperVotes:
      voting.state === 'closed' && !publicly
        ? voting.paper.map((b) => ({
            voters: b.voters,
            at: iso(b.at),
            dots: Object.entries(b.dots).map(([topic, dots]) => ({ topic: number(topic), dots })),
          }))
        : [],
    clusters: Object.values(state.clusters)
      .filter((c) => !c.dissolved)
      .map((c) => ({ name: c.name, topics: c.topics.map(number), initiator: label(c.initiator) })),
    actionGroups: actionsInOrder(state).map((a) => ({
      number: actionNumber(a.n),
      title: a.hidden ? null : a.title,
      what: a.hidden ? null : a.what,
      resources: a.hidden ? null : a.resources,
      byWhen: a.hidden ? null : a.byWhen,
      due: a.hidden ? null : a.due,
      nextStep: a.hidden ? null : a.nextStep,
      initiator: label(a.initiator),
      joined: a.adhesions.map(label),
      topic: number(a.topic),
      cluster: a.cluster ? (state.clusters[a.cluster]?.name ?? null) : null,
      status: a.status,
      at: iso(a.at),
    })),
    ideas: Object.values(state.ideas)
      .filter((i) => !i.withdrawn)
      .sort((a, b) => a.n - b.n)
      .map((i) => ({
        number: ideaNumber(i.n),
        text: i.hidden ? null : i.text,
        kind: i.kind,
        sector: publicly ? null : i.sector,
        prompt: state.programme.prompts.find((p) => p.id === i.prompt)?.text ?? null,
        author: label(i.author),
        origin: i.origin,
        at: iso(i.at),
        saidAt: iso(i.saidAt),
        versions: i.versions.length + 1,
      })),
    closingWords: state.words.filter((w) => !w.hidden).map((w) => ({ text: w.text, at: iso(w.at) })),
  };
}
