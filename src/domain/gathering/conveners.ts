/** Convening together, handing a topic on, and splitting one into two: all done by its conveners. */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { Id, text } from '../shapes';
import { TITLE_MAX } from '../words';
import { deed, openTopic, PEOPLE } from './deed';
import { isConvener } from './topic-queries';
import { newTopic } from './topics';

const only = () => z.strictObject({ topic: Id });
const whoShape = () => z.strictObject({ topic: Id, seat: Id });

/** "La porto avanti anch'io": asked by anybody who cares, answered by a convener (E01, E05). */
export const offerToConvene = deed({
  command: 'offerToConvene',
  fact: 'conveningOffered',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  decide(state, ask, { author }) {
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return topic;
    if (isConvener(topic, author)) return refuse('nothing_to_change');
    return topic.offers.includes(author) ? refuse('already_offered') : ask;
  },
  apply(state, data, fact) {
    if (fact.by) state.topics[data.topic]?.offers.push(fact.by);
  },
});

export const acceptCoConvener = deed({
  command: 'acceptCoConvener',
  fact: 'coConvenerJoined',
  who: PEOPLE,
  commandSchema: whoShape,
  factSchema: whoShape,
  decide(state, ask, { author }) {
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return topic;
    if (!isConvener(topic, author)) return refuse('not_convener', { topic: topic.n });
    return topic.offers.includes(ask.seat) ? ask : refuse('no_such_offer');
  },
  apply(state, data) {
    const topic = state.topics[data.topic];
    if (!topic) return;
    topic.offers = topic.offers.filter((s) => s !== data.seat);
    topic.coConveners.push(data.seat);
  },
});

/** A convener may stop; the first co-convener takes over, or the topic waits for somebody to adopt it. */
export const leaveConvening = deed({
  command: 'leaveConvening',
  fact: 'convenerLeft',
  who: PEOPLE,
  commandSchema: only,
  factSchema: whoShape,
  decide(state, ask, { author }) {
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return topic;
    return isConvener(topic, author) ? { ...ask, seat: author } : refuse('not_convener', { topic: topic.n });
  },
  apply(state, data) {
    const topic = state.topics[data.topic];
    if (!topic) return;
    const left = topic.coConveners.filter((s) => s !== data.seat);
    if (topic.convener === data.seat) topic.convener = left.shift() ?? null;
    topic.coConveners = left;
  },
});

/** E10: a part becomes a topic with its own number; notes already written stay where they were. */
export const splitTopic = deed({
  command: 'splitTopic',
  fact: 'topicSplit',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ topic: Id, from: Id, title: text(TITLE_MAX) }),
  factSchema: () => z.strictObject({ topic: Id, from: Id, title: z.string(), n: z.int() }),
  decide(state, ask, { author }) {
    const source = openTopic(state, ask.from);
    if (isRefusal(source)) return source;
    if (!isConvener(source, author)) return refuse('not_convener', { topic: source.n });
    if (state.topics[ask.topic]) return refuse('id_already_used');
    return { ...ask, n: state.topicOrder.length + 1 };
  },
  apply(state, data, fact) {
    const strands = state.topics[data.from]?.strands ?? [];
    const { topic: id, from: splitFrom, title, n } = data;
    state.topics[id] = newTopic({ id, n, title, strands, splitFrom, convener: fact.by }, fact);
    state.topicOrder.push(id);
  },
  visibleTo: (state, data) => (state.topics[data.topic]?.hidden ? { data: { ...data, title: '' } } : {}),
});
