/** The queue for announcing one's topic aloud: one turn each, in order, and nobody has to. */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { Id } from '../shapes';
import { deed, HOLDERS, openTopic, PEOPLE } from './deed';
import { letsOthersPass, SPEAKING_SECONDS, turns } from './speaking-turns';
import { isConvener } from './topic-queries';

const only = () => z.strictObject({ topic: Id });
const nothing = () => z.strictObject({});

export const joinQueue = deed({
  command: 'joinQueue',
  fact: 'queueJoined',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  decide(state, ask, { author }) {
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return topic;
    if (!isConvener(topic, author)) return refuse('not_convener', { topic: topic.n });
    return state.queue.includes(ask.topic) ? refuse('already_queued') : ask;
  },
  apply(state, data) {
    state.queue.push(data.topic);
  },
});

export const leaveQueue = deed({
  command: 'leaveQueue',
  fact: 'queueLeft',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  decide(state, ask, { author }) {
    const topic = state.topics[ask.topic];
    if (!topic || !state.queue.includes(ask.topic)) return refuse('not_queued');
    return isConvener(topic, author) ? ask : refuse('not_convener', { topic: topic.n });
  },
  apply(state, data) {
    state.queue = state.queue.filter((id) => id !== data.topic);
  },
});

export const callNext = deed({
  command: 'callNext',
  fact: 'turnCalled',
  who: HOLDERS,
  // The person whose name was on the button: the order may have changed meanwhile, or another desk have called them.
  commandSchema: () => z.strictObject({ topic: z.optional(Id) }),
  factSchema: () => z.strictObject({ topic: Id, until: z.int() }),
  decide(state, ask, { at }) {
    const waiting = turns(state);
    const topic = waiting.find((id) => id === (ask.topic ?? waiting[0]));
    return topic ? { topic, until: at + SPEAKING_SECONDS * 1000 } : refuse('not_queued');
  },
  apply(state, data, fact) {
    state.queue = state.queue.filter((id) => id !== data.topic);
    state.spotlight = { topic: data.topic, since: fact.at, until: data.until };
    const topic = state.topics[data.topic];
    if (topic) topic.announcedAt = fact.at;
  },
});

/** Not in the room or not ready: to the end of the queue, keeping the turn. */
export const skipTurn = deed({
  command: 'skipTurn',
  fact: 'turnSkipped',
  who: [...PEOPLE, ...HOLDERS],
  commandSchema: only,
  factSchema: only,
  decide(state, ask, { author, actor }) {
    const topic = state.topics[ask.topic];
    const lit = state.spotlight?.topic === ask.topic;
    if (!topic || !(lit || state.queue.includes(ask.topic))) return refuse('not_queued');
    const holds = (HOLDERS as readonly string[]).includes(actor.role);
    if (!holds && !isConvener(topic, author)) return refuse('not_convener', { topic: topic.n });
    return letsOthersPass(state, ask.topic) ? ask : refuse('nothing_to_change');
  },
  apply(state, data) {
    state.queue = [...state.queue.filter((id) => id !== data.topic), data.topic];
    if (state.spotlight?.topic !== data.topic) return;
    state.spotlight = null;
    const topic = state.topics[data.topic];
    if (topic) topic.announcedAt = null;
  },
});

export const endSpotlight = deed({
  command: 'endSpotlight',
  fact: 'spotlightEnded',
  who: HOLDERS,
  commandSchema: nothing,
  factSchema: nothing,
  decide: (state) => (state.spotlight ? {} : refuse('nothing_to_change')),
  apply(state) {
    state.spotlight = null;
  },
});
