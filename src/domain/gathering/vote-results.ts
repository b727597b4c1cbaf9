/** The results of a vote: clusters and topics by their dots. */
import type { Gathering } from './state';
import type { Topic } from './state/topic';
import { topicsInOrder } from './topic-queries';

export type VoteResult = { id: string; name: string; topics: Topic[]; dots: number };

/** After closing: clusters and single topics by dots; those without a dot stay, at the end (I8). */
export function standings(state: Gathering): VoteResult[] {
  const dots = (id: string): number => {
    const total = state.voting.totals[id];
    return total ? total.phone + total.paper : 0;
  };
  const clusters = Object.values(state.clusters)
    .filter((c) => !c.dissolved)
    .map((c): VoteResult => {
      const topics = c.topics.map((id) => state.topics[id]).filter((t): t is Topic => t !== undefined);
      return { id: c.id, name: c.name, topics, dots: topics.reduce((n, t) => n + dots(t.id), 0) };
    });
  const inOne = new Set(clusters.flatMap((c) => c.topics.map((t) => t.id)));
  const single = topicsInOrder(state)
    .filter((t) => t.standing === 'open' && !inOne.has(t.id))
    .map((t): VoteResult => ({ id: t.id, name: t.hidden ? '' : t.title, topics: [t], dots: dots(t.id) }));
  return [...clusters, ...single].sort((a, b) => b.dots - a.dots);
}
