/** The circle's report: how it starts, its three texts and its outcome, and who may write in it (domain §1.7). */
import * as z from 'zod/mini';
import type { Actor } from '../deed';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id, textOrEmpty } from '../shapes';
import { LINE_MAX, REPORT_MAX } from '../words';
import { deed, PEOPLE } from './deed';
import { isConvener } from './topic-queries';
import { notesOn } from './note-queries';
import { sessionsOf } from './session-queries';
import type { Gathering } from './state';
import { blankReport, ITEM_KINDS, OUTCOMES, REPORT_FIELDS, type Report } from './state/report';
import type { Topic } from './state/topic';

const WRITERS = [...PEOPLE, 'planner', 'owner'] as const;
const fieldShape = () => z.enum(REPORT_FIELDS);
const itemShape = () => z.enum(ITEM_KINDS);

/** Its conveners, the note-taker, a helper who types from paper, and the person whose completion link opened it. */
export function writesReport(
  state: Gathering,
  topic: Topic,
  by: string,
  role: string,
  completes?: string,
): boolean {
  return (
    role === 'helper' ||
    completes === topic.id ||
    isConvener(topic, by) ||
    sessionsOf(state, topic.id).some((s) => s.noteTaker === by)
  );
}

/** The report if this person may write in it, or the refusal. */
export function ownReport(
  state: Gathering,
  id: string,
  by: string,
  { role, completes }: Pick<Actor, 'role' | 'completes'>,
  at: number,
): Report | Refusal {
  if (state.completion !== null && at > state.completion) return refuse('link_expired');
  const topic = state.topics[id];
  if (!topic) return refuse('unknown_thing', { what: 'topic' });
  if (topic.standing === 'merged') return refuse('topic_merged', { topic: topic.n, into: topic.mergedInto });
  // E26, E27: planners may prepare a draft from the notes, and never change a group's own words.
  if (role === 'planner' || role === 'owner') return refuse('not_note_taker', { topic: topic.n });
  if (!writesReport(state, topic, by, role, completes)) return refuse('not_note_taker', { topic: topic.n });
  return state.reports[id] ?? blankReport(id);
}

/** Starts the report, with rows taken from the circle's own notes on request. */
export const beginReport = deed({
  command: 'beginReport',
  fact: 'reportBegun',
  who: WRITERS,
  commandSchema: () => z.strictObject({ topic: Id, fromNotes: z._default(z.boolean(), true) }),
  factSchema: () =>
    z.strictObject({
      topic: Id,
      items: z.array(z.strictObject({ item: Id, note: Id, kind: itemShape(), text: z.string() })),
      /** E26: prepared by the office from the notes, not written by the group. */
      byOffice: z.boolean(),
    }),
  decide(state, ask, { author, actor, at }) {
    const byOffice = actor.role === 'planner' || actor.role === 'owner';
    const mine = byOffice ? null : ownReport(state, ask.topic, author, actor, at);
    if (isRefusal(mine)) return mine;
    if (!state.topics[ask.topic]) return refuse('unknown_thing', { what: 'topic' });
    if (state.reports[ask.topic]) return refuse('report_exists');
    // Every note keeps its kind: a question becomes a request to the office only when its circle says so.
    const rows = notesOn(state, ask.topic).flatMap(({ id, kind, text, hidden }) =>
      hidden ? [] : [{ item: `${id.slice(0, 37)}-vr`, note: id, kind, text }],
    );
    return { topic: ask.topic, items: ask.fromNotes ? rows : [], byOffice };
  },
  apply(state, data) {
    const report = blankReport(data.topic);
    report.status = 'bozza';
    report.fromNotes = data.byOffice;
    for (const { item, note, kind, text } of data.items) {
      report.items[item] = {
        id: item,
        kind,
        text,
        who: '',
        byWhen: '',
        rev: 1,
        removed: false,
        note,
        hidden: null,
      };
      report.itemOrder.push(item);
    }
    state.reports[data.topic] = report;
  },
  visibleTo(state, data) {
    const items = data.items.map((row) =>
      state.reports[data.topic]?.items[row.item]?.hidden || state.notes[row.note]?.hidden
        ? { ...row, text: '' }
        : row,
    );
    return { data: { ...data, items } };
  },
});

export const writeReport = deed({
  command: 'writeReport',
  fact: 'reportWritten',
  who: PEOPLE,
  // E28: each text has its own revision; `rev` is the one this person had on screen.
  commandSchema: () =>
    z.strictObject({ topic: Id, field: fieldShape(), text: textOrEmpty(REPORT_MAX), rev: z.int() }),
  factSchema: () => z.strictObject({ topic: Id, field: fieldShape(), text: z.string(), rev: z.int() }),
  decide(state, ask, { author, actor, at }) {
    const report = ownReport(state, ask.topic, author, actor, at);
    if (isRefusal(report)) return report;
    const now = report.fields[ask.field];
    if (now.text === ask.text) return refuse('nothing_to_change');
    if (now.rev !== ask.rev) return refuse('stale_version', { text: now.text, rev: now.rev });
    return { ...ask, rev: now.rev + 1 };
  },
  replaces(state, ask) {
    const { text, rev } = state.reports[ask.topic]?.fields[ask.field] ?? { text: '', rev: 0 };
    return { text, rev };
  },
  apply(state, data, fact) {
    const report = reportOf(state, data.topic);
    const field = report.fields[data.field];
    keepVersion(report, fact, data.field, field.text, data.text);
    report.fields[data.field] = { text: data.text, rev: data.rev, at: fact.at, by: fact.by };
  },
  visibleTo: (state, data) => (state.reports[data.topic]?.hidden ? { data: { ...data, text: '' } } : {}),
});

export const setOutcome = deed({
  command: 'setOutcome',
  fact: 'outcomeSet',
  who: PEOPLE,
  commandSchema: () =>
    z.strictObject({
      topic: Id,
      outcome: z.enum(OUTCOMES),
      reason: z._default(textOrEmpty(LINE_MAX), ''),
    }),
  factSchema: () => z.strictObject({ topic: Id, outcome: z.enum(OUTCOMES), reason: z.string() }),
  decide(state, ask, { author, actor, at }) {
    const report = ownReport(state, ask.topic, author, actor, at);
    if (isRefusal(report)) return report;
    if (report.outcome === ask.outcome && report.outcomeReason === ask.reason)
      return refuse('nothing_to_change');
    return ask;
  },
  replaces: (state, ask) => ({ reason: state.reports[ask.topic]?.outcomeReason ?? '' }),
  apply(state, data) {
    const report = reportOf(state, data.topic);
    report.outcome = data.outcome;
    report.outcomeReason = data.reason;
  },
  visibleTo: (state, data) => (state.reports[data.topic]?.hidden ? { data: { ...data, reason: '' } } : {}),
});

/** The report, created at its first word. */
export function reportOf(state: Gathering, topic: string): Report {
  let report = state.reports[topic];
  if (!report) {
    report = blankReport(topic);
    report.status = 'bozza';
    state.reports[topic] = report;
  }
  return report;
}

/** E27: once others have read it, a change keeps the earlier version. */
export function keepVersion(
  report: Report,
  fact: { at: number; by: string | null },
  what: string,
  before: string,
  after: string,
): void {
  if (report.publishedAt === null) return;
  report.versions.push({ at: fact.at, by: fact.by, what, before, after });
  if (report.status !== 'verificato') return;
  report.status = 'completato_dopo';
  delete report.unverified;
}
