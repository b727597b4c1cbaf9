/** Finds topics that seem to be about the same thing. */
import { plainly } from '../words';
import { topicsInOrder } from './topic-queries';
import type { Gathering } from './state';
import type { Topic } from './state/topic';

/** Significant words of a title: four letters or more, cut short so that singular and plural match. */
const stems = (title: string): Set<string> =>
  new Set(
    title
      .split(/[^\p{L}\p{N}]+/u)
      .map(plainly)
      .filter((w) => w.length >= 4)
      .map((w) => w.slice(0, 5)),
  );

/** Number of similar topics that a convener is told of. */
const TOLD = 2;

export const similarTold = (state: Gathering, topic: Topic): Topic[] =>
  similarTopics(state, topic).slice(0, TOLD);

/** E11: topics whose titles share a good part of their words; shown to the two conveners only, never merged by us. */
export function similarTopics(state: Gathering, topic: Topic): Topic[] {
  const mine = stems(topic.title);
  const near = (other: Topic): number => {
    const theirs = stems(other.title);
    const shared = [...mine].filter((w) => theirs.has(w)).length;
    return shared / Math.max(1, Math.min(mine.size, theirs.size));
  };
  return topicsInOrder(state)
    .filter((t) => t.id !== topic.id && t.standing === 'open' && !t.hidden && near(t) >= 0.5)
    .sort((a, b) => near(b) - near(a));
}
