/** Merges two topics into one, with both conveners' consent, reversible until the circle starts (I5, E10). */
import * as z from 'zod/mini';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id } from '../shapes';
import { deed, openTopic, PEOPLE } from './deed';
import { hasMet, sessionsOf } from './session-queries';
import { interestIsFinal, isConvener } from './topic-queries';
import { occupantOf } from './free-cells';
import type { Gathering } from './state';
import type { Merge } from './state/merge';
import type { Topic } from './state/topic';

const only = () => z.strictObject({ merge: Id });

/** Both topics, if both still exist. */
function pair(state: Gathering, from: string, into: string): [Topic, Topic] | Refusal {
  if (from === into) return refuse('same_topic');
  const a = openTopic(state, from);
  if (isRefusal(a)) return a;
  const b = openTopic(state, into);
  return isRefusal(b) ? b : [a, b];
}

/**
 * The number of people interested in either, each counted once. Needs the whole state; elsewhere it is a first guess.
 */
const united = (state: Gathering, a: Topic, b: Topic): number => {
  const both = Object.values(state.private).filter((p) => p.interests[a.id] && p.interests[b.id]).length;
  return a.interested + b.interested - both;
};

export const offerMerge = deed({
  command: 'offerMerge',
  fact: 'mergeOffered',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ merge: Id, from: Id, into: Id }),
  factSchema: () => z.strictObject({ merge: Id, from: Id, into: Id }),
  decide(state, ask, { author }) {
    if (state.merges[ask.merge]) return refuse('id_already_used');
    const found = pair(state, ask.from, ask.into);
    if (isRefusal(found)) return found;
    if (!found.some((t) => isConvener(t, author))) return refuse('not_convener', { topic: found[1].n });
    if (hasMet(state, ask.from)) return refuse('already_started');
    const again = Object.values(state.merges).some(
      (m) => m.state === 'offered' && [m.from, m.into].every((t) => t === ask.from || t === ask.into),
    );
    return again ? refuse('already_offered') : ask;
  },
  apply(state, data, fact) {
    state.merges[data.merge] = {
      id: data.merge,
      by: fact.by ?? '',
      from: data.from,
      into: data.into,
      state: 'offered',
      at: fact.at,
      added: [],
      joined: null,
      freed: [],
    };
  },
});

function offered(state: Gathering, id: string): Merge | Refusal {
  const merge = state.merges[id];
  return merge?.state === 'offered' ? merge : refuse('offer_gone');
}

export const acceptMerge = deed({
  command: 'acceptMerge',
  fact: 'topicsMerged',
  who: PEOPLE,
  commandSchema: only,
  factSchema: () =>
    z.strictObject({
      merge: Id,
      from: Id,
      into: Id,
      interested: z.int(),
      /** The convener who comes along, unless already there. */
      joined: z.nullable(z.string()),
      freed: z.array(z.string()),
    }),
  decide(state, ask, { author }) {
    const merge = offered(state, ask.merge);
    if (isRefusal(merge)) return merge;
    const found = pair(state, merge.from, merge.into);
    if (isRefusal(found)) return found;
    const [from, into] = found;
    // I5: the one who offered speaks for one side; the other side must say yes.
    const awaited = isConvener(from, merge.by) ? into : from;
    if (!isConvener(awaited, author)) return refuse('not_convener', { topic: awaited.n });
    if (hasMet(state, from.id)) return refuse('already_started');
    return {
      merge: merge.id,
      from: from.id,
      into: into.id,
      interested: united(state, from, into),
      joined: from.convener !== null && !isConvener(into, from.convener) ? from.convener : null,
      freed: sessionsOf(state, from.id).map((s) => s.id),
    };
  },
  apply(state, data) {
    const [from, into, merge] = [state.topics[data.from], state.topics[data.into], state.merges[data.merge]];
    if (!from || !into || !merge) return;
    merge.state = 'done';
    merge.joined = data.joined;
    merge.freed = data.freed;
    from.standing = 'merged';
    from.mergedInto = into.id;
    merge.came = Math.max(0, data.interested - into.interested);
    into.interested = data.interested;
    if (data.joined) into.coConveners.push(data.joined);
    for (const id of data.freed) if (state.sessions[id]) state.sessions[id].state = 'cancelled';
    for (const [seat, mine] of Object.entries(state.private))
      if (mine.interests[from.id] && !mine.interests[into.id]) {
        mine.interests[into.id] = true;
        merge.added.push(seat);
      }
  },
});

export const declineMerge = deed({
  command: 'declineMerge',
  fact: 'mergeDeclined',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  decide(state, ask, { author }) {
    const merge = offered(state, ask.merge);
    if (isRefusal(merge)) return merge;
    const sides = [merge.from, merge.into].map((id) => state.topics[id]);
    return sides.some((t) => t && isConvener(t, author)) ? ask : refuse('not_convener');
  },
  apply(state, data) {
    const merge = state.merges[data.merge];
    if (merge) merge.state = 'declined';
  },
});

export const undoMerge = deed({
  command: 'undoMerge',
  fact: 'mergeUndone',
  who: PEOPLE,
  commandSchema: only,
  factSchema: () =>
    z.strictObject({ merge: Id, from: Id, into: Id, interested: z.int(), back: z.array(z.string()) }),
  decide(state, ask, { author }) {
    const merge = state.merges[ask.merge];
    if (merge?.state !== 'done') return refuse('offer_gone');
    const from = state.topics[merge.from];
    const into = openTopic(state, merge.into);
    if (isRefusal(into)) return into;
    if (!from || !(isConvener(from, author) || isConvener(into, author)))
      return refuse('not_convener', { topic: into.n });
    // E10: once the circle has begun the way back is a split.
    if (hasMet(state, into.id)) return refuse('already_started');
    // If the log no longer says who came along, as many people go back as came.
    const leaving = interestIsFinal(state, from)
      ? (merge.came ?? 0)
      : merge.added.filter((seat) => state.private[seat]?.interests[into.id]).length;
    const free = merge.freed.filter((id) => {
      const s = state.sessions[id];
      const informal = state.spaces.find((p) => p.id === s?.space)?.kind === 'informal';
      return s && (informal || !occupantOf(state, s.slot, s.space));
    });
    return {
      merge: merge.id,
      from: from.id,
      into: into.id,
      interested: into.interested - leaving,
      back: free,
    };
  },
  apply(state, data) {
    const [from, into, merge] = [state.topics[data.from], state.topics[data.into], state.merges[data.merge]];
    if (!from || !into || !merge) return;
    merge.state = 'undone';
    from.standing = 'open';
    from.mergedInto = null;
    into.interested = data.interested;
    if (merge.joined) into.coConveners = into.coConveners.filter((c) => c !== merge.joined);
    for (const id of data.back) if (state.sessions[id]) state.sessions[id].state = 'planned';
    for (const seat of merge.added) delete state.private[seat]?.interests[into.id];
  },
});
