/** Phases guide the day and forbid nothing: whoever holds the space moves on, or back. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { deed, HOLDERS } from './deed';
import { PHASES } from './state/phase';

const standShape = () => z.enum(PHASES);

export const changePhase = deed({
  command: 'changePhase',
  fact: 'phaseChanged',
  who: HOLDERS,
  commandSchema: () => z.strictObject({ phase: standShape() }),
  factSchema: () => z.strictObject({ phase: standShape() }),
  // domain §1.8: any phase may follow any other; only the archive is final.
  decide(state, ask) {
    if (state.phase === 'archived') return refuse('archived');
    return state.phase === ask.phase ? refuse('nothing_to_change') : ask;
  },
  apply(state, data, fact) {
    state.phase = data.phase;
    state.phases.push({ phase: data.phase, at: fact.at });
    state.scene = 'auto';
    // A new phase ends the current turn to speak.
    state.spotlight = null;
  },
});
