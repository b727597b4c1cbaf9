/** A simulated person's deeds about topics: what they propose, place and merge, and what they are interested in. */
import { freeCells } from '@/domain/gathering/free-cells';
import { leastSeenFirst, topicsInOrder } from '@/domain/gathering/topic-queries';
import { sessionsOf } from '@/domain/gathering/session-queries';
import { similarTopics } from '@/domain/gathering/similar-topics';
import type { Topic } from '@/domain/gathering/state/topic';
import { type VisibleState, hers } from './visible-state';
import { care, type SimulatedCommand, simulatedCommand, newId, place, propose } from './commands';

/** Takes a topic of theirs to the board, to the queue, to a cell. */
export function convene(e: VisibleState): SimulatedCommand | null {
  const own = topicsInOrder(e.view).filter((t) => t.convener === e.seat);
  if (own.length === 0)
    return e.character.proposes(e.view.people) ? propose(newId(e.dice, 'tema'), e.dice) : null;
  const homeless = hers(e).find((t) => sessionsOf(e.view, t.id).length === 0);
  if (!homeless) return null;
  const said = homeless.announcedAt !== null;
  // Those who queue wait for their turn. Not everybody queues, and at the market nobody waits any more.
  if (!said && e.view.phase === 'proposing' && !e.view.queue.includes(homeless.id) && e.dice.below(2) === 0)
    return simulatedCommand('joinQueue', { topic: homeless.id });
  if (!said && e.view.queue.includes(homeless.id) && e.view.phase === 'proposing') return null;
  const free = freeCells(e.view);
  const rooms = free.filter((c) => e.view.spaces.find((s) => s.id === c.space)?.kind === 'room');
  const cells = rooms.length > 0 ? rooms : free;
  if (cells.length === 0) return null;
  return place(newId(e.dice, 'cerchio'), homeless.id, e.dice.pick(cells));
}

/** Two topics about the same thing may become one, if both conveners want it. */
export function unite(e: VisibleState): SimulatedCommand | null {
  const own = hers(e);
  const stands = (id: string): boolean => e.view.topics[id]?.standing === 'open';
  const asked = Object.values(e.view.merges).find(
    (m) =>
      m.state === 'offered' &&
      m.by !== e.seat &&
      stands(m.from) &&
      stands(m.into) &&
      own.some((t) => t.id === m.from || t.id === m.into),
  );
  if (asked)
    return e.dice.unit() < 0.7
      ? simulatedCommand('acceptMerge', { merge: asked.id })
      : simulatedCommand('declineMerge', { merge: asked.id });
  const [topic] = own;
  if (!topic || e.dice.below(4) > 0) return null;
  const between = (other: Topic): boolean =>
    Object.values(e.view.merges).some(
      (m) => [m.from, m.into].includes(topic.id) && [m.from, m.into].includes(other.id),
    );
  const near = similarTopics(e.view, topic).find((t) => t.convener !== e.seat && t.convener && !between(t));
  return near
    ? simulatedCommand('offerMerge', { merge: newId(e.dice, 'unione'), from: topic.id, into: near.id })
    : null;
}

export function browse(e: VisibleState): SimulatedCommand | null {
  const cares = Object.keys(e.mine.interests).length;
  if (cares >= e.character.appetite) return null;
  const unread = leastSeenFirst(e.view).filter(
    (t) => t.standing === 'open' && !e.mine.interests[t.id] && t.convener !== e.seat,
  );
  if (unread.length === 0) return null;
  // Half read from the top of the list, half go where others already are, so some circles grow large.
  const crowded = [...unread].sort((a, b) => b.interested - a.interested);
  const list = e.dice.below(2) === 0 ? unread : crowded;
  return care((list[e.dice.below(Math.min(5, list.length))] ?? (unread[0] as Topic)).id);
}
