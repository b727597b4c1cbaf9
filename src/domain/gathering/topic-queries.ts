/** Questions about topics: their order, how new they are, who convenes them. */
import type { Gathering } from './state';
import type { Topic } from './state/topic';

export const topicsInOrder = (state: Gathering): Topic[] =>
  state.topicOrder.map((id) => state.topics[id]).filter((t): t is Topic => t !== undefined);

/** E12: posted within the last twenty minutes, or after the market when the day is under way. */
export const isNew = (topic: Topic, at: number): boolean => at - topic.at < 20 * 60_000;

/**
 * For people who have not looked yet: topics with the fewest people interested come first, so that none stays unseen.
 */
export const leastSeenFirst = (state: Gathering): Topic[] =>
  topicsInOrder(state).sort((a, b) => a.interested - b.interested || b.n - a.n);

/** I4: only its conveners may change a topic. */
export const isConvener = (topic: Topic, seat: string): boolean =>
  topic.convener === seat || topic.coConveners.includes(seat);

/** Its people are forgotten, or those of a topic merged into it: nobody could be told apart from those counted. */
export const interestIsFinal = (state: Gathering, topic: Topic): boolean =>
  topic.interestedFinal === true ||
  Object.values(state.topics).some((t) => t.mergedInto === topic.id && interestIsFinal(state, t));
