/** Discards a gathering opened by mistake, as long as nobody has joined it; and restores it. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { deed } from './deed';

const Discard = z.strictObject({ discarded: z.boolean() });

export const discardGathering = deed({
  command: 'discardGathering',
  fact: 'gatheringDiscarded',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: () => Discard,
  factSchema: () => Discard,
  decide(state, ask) {
    if ((state.discardedAt !== null) === ask.discarded) return refuse('nothing_to_change');
    return ask.discarded && state.people > 0 ? refuse('people_entered') : ask;
  },
  apply(state, data, fact) {
    state.discardedAt = data.discarded ? fact.at : null;
  },
});
