/** Interest: people sign up for as many topics as they like, without regard to the clock. */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { Id } from '../shapes';
import { UNSIGNED } from '../deed';
import { deed, HERSELF, openTopic } from './deed';
import { privateOf } from './state/seat';
import { interestIsFinal } from './topic-queries';

export const markInterest = deed({
  command: 'markInterest',
  fact: 'interestMarked',
  who: HERSELF,
  commandSchema: () => z.strictObject({ topic: Id, on: z.boolean() }),
  factSchema: () => z.strictObject({ topic: Id, on: z.boolean() }),
  decide(state, ask, { author }) {
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return topic;
    if (interestIsFinal(state, topic)) return refuse('authors_forgotten');
    if (Boolean(state.private[author]?.interests[ask.topic]) === ask.on) return refuse('nothing_to_change');
    return ask;
  },
  apply(state, data, fact) {
    const topic = state.topics[data.topic];
    if (topic) topic.interested += data.on ? 1 : -1;
    if (fact.by === null) return;
    const mine = privateOf(state, fact.by);
    if (data.on) mine.interests[data.topic] = true;
    else delete mine.interests[data.topic];
  },
  visibleTo: () => UNSIGNED,
});
