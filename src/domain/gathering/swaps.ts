/** Swaps two cells in one step: offered by one convener, accepted by the other; nobody else is involved (E02, E03). */
import * as z from 'zod/mini';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id } from '../shapes';
import { deed, PEOPLE } from './deed';
import { isConvener } from './topic-queries';
import type { Gathering } from './state';
import type { Session, Swap } from './state/session';

const only = () => z.strictObject({ swap: Id });

function planned(state: Gathering, id: string): Session | Refusal {
  const session = state.sessions[id];
  if (!session || session.state === 'cancelled') return refuse('unknown_thing', { what: 'session' });
  return session.state === 'planned' ? session : refuse('already_started');
}

const convenes = (state: Gathering, session: Session, by: string): boolean => {
  const topic = state.topics[session.topic];
  return topic !== undefined && isConvener(topic, by);
};

export const offerSwap = deed({
  command: 'offerSwap',
  fact: 'swapOffered',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ swap: Id, mine: Id, theirs: Id }),
  factSchema: () => z.strictObject({ swap: Id, mine: Id, theirs: Id }),
  decide(state, ask, { author }) {
    if (state.swaps[ask.swap]) return refuse('id_already_used');
    const mine = planned(state, ask.mine);
    if (isRefusal(mine)) return mine;
    const theirs = planned(state, ask.theirs);
    if (isRefusal(theirs)) return theirs;
    if (!convenes(state, mine, author)) return refuse('not_convener', { topic: state.topics[mine.topic]?.n });
    if (mine.topic === theirs.topic) return refuse('same_topic');
    const again = Object.values(state.swaps).some((s) => s.mine === ask.mine && s.theirs === ask.theirs);
    return again ? refuse('already_offered') : ask;
  },
  apply(state, data, fact) {
    state.swaps[data.swap] = { id: data.swap, mine: data.mine, theirs: data.theirs, at: fact.at };
  },
});

function offer(state: Gathering, id: string): Swap | Refusal {
  return state.swaps[id] ?? refuse('offer_gone');
}

export const acceptSwap = deed({
  command: 'acceptSwap',
  fact: 'swapDone',
  who: PEOPLE,
  commandSchema: only,
  factSchema: () => z.strictObject({ swap: Id, mine: Id, theirs: Id }),
  decide(state, ask, { author }) {
    const found = offer(state, ask.swap);
    if (isRefusal(found)) return found;
    const mine = planned(state, found.mine);
    if (isRefusal(mine)) return mine;
    const theirs = planned(state, found.theirs);
    if (isRefusal(theirs)) return theirs;
    if (!convenes(state, theirs, author))
      return refuse('not_convener', { topic: state.topics[theirs.topic]?.n });
    return { swap: found.id, mine: found.mine, theirs: found.theirs };
  },
  apply(state, data, fact) {
    const a = state.sessions[data.mine];
    const b = state.sessions[data.theirs];
    if (a && b) {
      for (const s of [a, b]) s.movedFrom.push({ slot: s.slot, space: s.space, at: fact.at });
      const cell = { slot: a.slot, space: a.space };
      Object.assign(a, { slot: b.slot, space: b.space });
      Object.assign(b, cell);
    }
    // Offers about cells that now belong to others are no longer valid.
    for (const s of Object.values(state.swaps))
      if ([s.mine, s.theirs].some((x) => x === data.mine || x === data.theirs)) delete state.swaps[s.id];
  },
});

export const declineSwap = deed({
  command: 'declineSwap',
  fact: 'swapDeclined',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  // Either side: one declines, the other withdraws.
  decide(state, ask, { author }) {
    const found = offer(state, ask.swap);
    if (isRefusal(found)) return found;
    const sides = [found.mine, found.theirs]
      .map((id) => state.sessions[id])
      .filter((s): s is Session => s !== undefined);
    return sides.some((s) => convenes(state, s, author)) ? ask : refuse('not_convener');
  },
  apply(state, data) {
    delete state.swaps[data.swap];
  },
});
