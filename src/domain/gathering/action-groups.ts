/** Action groups: what, who starts and who joins, with what resources, by when, and the next step (domain §1.6). */
import * as z from 'zod/mini';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Day, Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, TITLE_MAX } from '../words';
import { deed, PEOPLE } from './deed';
import type { Action } from './state/action';
import type { Gathering } from './state';

const wordsShape = () => ({
  title: text(TITLE_MAX),
  what: z._default(textOrEmpty(NOTE_MAX), ''),
  resources: z._default(textOrEmpty(LINE_MAX), ''),
  byWhen: z._default(textOrEmpty(LINE_MAX), ''),
  due: z._default(z.nullable(Day), null),
  nextStep: z._default(textOrEmpty(LINE_MAX), ''),
});
const toldWordsShape = () => ({
  title: z.string(),
  what: z.string(),
  resources: z.string(),
  byWhen: z.string(),
  due: z.nullable(z.string()),
  nextStep: z.string(),
});

const NO_WORDS = { title: '', what: '', resources: '', byWhen: '', nextStep: '' };
const veiled = <D extends { action: string }>(state: Gathering, data: D) =>
  state.actions[data.action]?.hidden ? { data: { ...data, ...NO_WORDS } } : {};

export const startAction = deed({
  command: 'startAction',
  fact: 'actionStarted',
  who: PEOPLE,
  commandSchema: () =>
    z.strictObject({
      action: Id,
      ...wordsShape(),
      cluster: z._default(z.nullable(Id), null),
      topic: z._default(z.nullable(Id), null),
    }),
  factSchema: () =>
    z.strictObject({
      action: Id,
      n: z.int(),
      ...toldWordsShape(),
      cluster: z.nullable(z.string()),
      topic: z.nullable(z.string()),
    }),
  decide(state, ask) {
    if (state.actions[ask.action]) return refuse('id_already_used');
    if (ask.cluster && !state.clusters[ask.cluster]) return refuse('unknown_thing', { what: 'cluster' });
    if (ask.topic && !state.topics[ask.topic]) return refuse('unknown_thing', { what: 'topic' });
    return { ...ask, n: Object.keys(state.actions).length + 1 };
  },
  apply(state, data, fact) {
    const { action: id, ...rest } = data;
    state.actions[id] = {
      id,
      ...rest,
      initiator: fact.by,
      adhesions: [],
      status: 'open',
      at: fact.at,
      hidden: null,
    };
  },
  visibleTo: veiled,
});

function standing(state: Gathering, id: string): Action | Refusal {
  return state.actions[id] ?? refuse('unknown_thing', { what: 'action' });
}

export const reviseAction = deed({
  command: 'reviseAction',
  fact: 'actionRevised',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ action: Id, ...wordsShape() }),
  factSchema: () => z.strictObject({ action: Id, ...toldWordsShape() }),
  decide(state, ask, { author }) {
    const action = standing(state, ask.action);
    if (isRefusal(action)) return action;
    if (action.hidden) return refuse('hidden_text');
    return action.initiator === author ? ask : refuse('not_initiator');
  },
  replaces(state, ask) {
    const { title, what, resources, byWhen, due, nextStep } = state.actions[ask.action] ?? {};
    return { title, what, resources, byWhen, due, nextStep };
  },
  apply(state, data) {
    const { action: id, ...rest } = data;
    Object.assign(state.actions[id] ?? {}, rest);
  },
  visibleTo: veiled,
});

const onShape = () => z.strictObject({ action: Id, on: z.boolean() });

export const joinAction = deed({
  command: 'joinAction',
  fact: 'actionJoined',
  who: PEOPLE,
  commandSchema: onShape,
  factSchema: onShape,
  decide(state, ask, { author }) {
    const action = standing(state, ask.action);
    if (isRefusal(action)) return action;
    if (action.initiator === author || action.adhesions.includes(author) === ask.on)
      return refuse('nothing_to_change');
    return ask;
  },
  apply(state, data, fact) {
    const action = state.actions[data.action];
    if (!action || fact.by === null) return;
    action.adhesions = action.adhesions.filter((s) => s !== fact.by);
    if (data.on) action.adhesions.push(fact.by);
  },
});

/** If its initiator steps back the action waits, and the wall says so; the next person may take it on. */
export const leadAction = deed({
  command: 'leadAction',
  fact: 'actionLed',
  who: PEOPLE,
  commandSchema: onShape,
  factSchema: onShape,
  decide(state, ask, { author }) {
    const action = standing(state, ask.action);
    if (isRefusal(action)) return action;
    if (ask.on) return action.initiator === null ? ask : refuse('has_convener');
    return action.initiator === author ? ask : refuse('not_initiator');
  },
  apply(state, data, fact) {
    const action = state.actions[data.action];
    if (!action) return;
    action.initiator = data.on ? fact.by : null;
    if (data.on) action.adhesions = action.adhesions.filter((s) => s !== fact.by);
  },
});

export const markAction = deed({
  command: 'markAction',
  fact: 'actionMarked',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ action: Id, status: z.enum(['open', 'done', 'dropped']) }),
  factSchema: () => z.strictObject({ action: Id, status: z.enum(['open', 'done', 'dropped']) }),
  decide(state, ask, { author }) {
    const action = standing(state, ask.action);
    if (isRefusal(action)) return action;
    if (action.status === ask.status) return refuse('nothing_to_change');
    return action.initiator === author ? ask : refuse('not_initiator');
  },
  apply(state, data) {
    const action = state.actions[data.action];
    if (action) action.status = data.status;
  },
});
