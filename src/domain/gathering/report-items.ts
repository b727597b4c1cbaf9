/** The rows of a report, each with an address and its own revision; and the photographs of its flip charts. */
import * as z from 'zod/mini';
import type { Actor } from '../deed';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX } from '../words';
import { deed, PEOPLE } from './deed';
import { reportOf, keepVersion, ownReport } from './reports';
import type { Gathering } from './state';
import { ITEM_KINDS, type ReportItem } from './state/report';

const rowShape = () => ({
  kind: z.enum(ITEM_KINDS),
  text: text(NOTE_MAX),
  who: z._default(textOrEmpty(LINE_MAX), ''),
  byWhen: z._default(textOrEmpty(LINE_MAX), ''),
});
const toldRowShape = () => ({
  kind: z.enum(ITEM_KINDS),
  text: z.string(),
  who: z.string(),
  byWhen: z.string(),
});

const veiled = <D extends { topic: string; item: string; text: string }>(state: Gathering, data: D) =>
  shown(state, data) ? {} : { data: { ...data, text: '', who: '', byWhen: '' } };

/** Not once it is withheld or removed. */
function shown(state: Gathering, { topic, item }: { topic: string; item: string }): boolean {
  const row = state.reports[topic]?.items[item];
  return !row || (!row.hidden && !row.removed);
}

export const addItem = deed({
  command: 'addItem',
  fact: 'itemAdded',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ topic: Id, item: Id, ...rowShape() }),
  factSchema: () => z.strictObject({ topic: Id, item: Id, ...toldRowShape() }),
  decide(state, ask, { author, actor, at }) {
    const report = ownReport(state, ask.topic, author, actor, at);
    if (isRefusal(report)) return report;
    return report.items[ask.item] ? refuse('id_already_used') : ask;
  },
  apply(state, data, fact) {
    const report = reportOf(state, data.topic);
    const { topic: _, item: id, ...row } = data;
    report.items[id] = { id, ...row, rev: 1, removed: false, note: null, hidden: null };
    report.itemOrder.push(id);
    keepVersion(report, fact, id, '', row.text);
  },
  visibleTo: veiled,
});

function row(
  state: Gathering,
  ask: { topic: string; item: string; rev: number },
  who: { by: string; actor: Actor; at: number },
): ReportItem | Refusal {
  const report = ownReport(state, ask.topic, who.by, who.actor, who.at);
  if (isRefusal(report)) return report;
  const item = report.items[ask.item];
  if (!item) return refuse('unknown_thing', { what: 'item' });
  if (item.hidden) return refuse('hidden_text');
  return item.rev === ask.rev ? item : refuse('stale_version', { text: item.text, rev: item.rev });
}

export const reviseItem = deed({
  command: 'reviseItem',
  fact: 'itemRevised',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ topic: Id, item: Id, rev: z.int(), ...rowShape() }),
  factSchema: () => z.strictObject({ topic: Id, item: Id, rev: z.int(), ...toldRowShape() }),
  decide(state, ask, { author, actor, at }) {
    const item = row(state, ask, { by: author, actor, at });
    if (!isRefusal(item) && item.removed) return refuse('unknown_thing', { what: 'item' });
    return isRefusal(item) ? item : { ...ask, rev: item.rev + 1 };
  },
  replaces(state, ask) {
    const { kind, text, who, byWhen, rev } = state.reports[ask.topic]?.items[ask.item] ?? {};
    return { kind, text, who, byWhen, rev };
  },
  apply(state, data, fact) {
    const report = reportOf(state, data.topic);
    const item = report.items[data.item];
    if (!item) return;
    const { topic: _, item: __, ...rest } = data;
    keepVersion(report, fact, item.id, item.text, data.text);
    Object.assign(item, rest);
  },
  visibleTo: veiled,
});

export const removeItem = deed({
  command: 'removeItem',
  fact: 'itemRemoved',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ topic: Id, item: Id, rev: z.int() }),
  factSchema: () => z.strictObject({ topic: Id, item: Id, blank: z.optional(z.boolean()) }),
  decide(state, ask, { author, actor, at }) {
    const item = row(state, ask, { by: author, actor, at });
    if (isRefusal(item)) return item;
    return item.removed ? refuse('nothing_to_change') : { topic: ask.topic, item: ask.item };
  },
  apply(state, data, fact) {
    const report = reportOf(state, data.topic);
    const item = report.items[data.item];
    if (!item) return;
    keepVersion(report, fact, item.id, item.text, '');
    item.removed = true;
    if (data.blank) Object.assign(item, { text: '', who: '', byWhen: '' });
  },
  // A row that others have read keeps its place in the report's versions (E27); one that nobody has read is deleted
  // with its words.
  visibleTo: (_state, data) => ({ data: { ...data, blank: true } }),
});

/** The picture itself is stored beside the database by its content's hash; see the photos route. */
export const attachPhoto = deed({
  command: 'attachPhoto',
  fact: 'photoAttached',
  who: PEOPLE,
  commandSchema: () =>
    z.strictObject({
      topic: Id,
      photo: Id,
      hash: z.string().check(z.regex(/^[a-f0-9]{64}$/)),
      w: z.int(),
      h: z.int(),
      caption: z._default(textOrEmpty(LINE_MAX), ''),
    }),
  factSchema: () =>
    z.strictObject({
      topic: Id,
      photo: Id,
      hash: z.string(),
      w: z.int(),
      h: z.int(),
      caption: z.string(),
    }),
  decide(state, ask, { author, actor, at }) {
    // E36: no photographs where there are minors.
    if (state.minors) return refuse('consent_missing');
    const report = ownReport(state, ask.topic, author, actor, at);
    if (isRefusal(report)) return report;
    return report.photos.some((p) => p.id === ask.photo) ? refuse('id_already_used') : ask;
  },
  apply(state, data, fact) {
    const { topic, photo: id, ...rest } = data;
    reportOf(state, topic).photos.push({ id, ...rest, at: fact.at, removed: false });
  },
});

export const removePhoto = deed({
  command: 'removePhoto',
  fact: 'photoRemoved',
  who: [...PEOPLE, 'facilitator', 'planner', 'owner'],
  commandSchema: () => z.strictObject({ topic: Id, photo: Id }),
  factSchema: () => z.strictObject({ topic: Id, photo: Id }),
  decide(state, ask, { author, actor, at }) {
    const photo = state.reports[ask.topic]?.photos.find((p) => p.id === ask.photo);
    if (!photo || photo.removed) return refuse('unknown_thing', { what: 'photo' });
    if (actor.role !== 'participant' && actor.role !== 'helper') return ask;
    const report = ownReport(state, ask.topic, author, actor, at);
    return isRefusal(report) ? report : ask;
  },
  apply(state, data) {
    const photo = state.reports[data.topic]?.photos.find((p) => p.id === data.photo);
    if (photo) photo.removed = true;
  },
});
