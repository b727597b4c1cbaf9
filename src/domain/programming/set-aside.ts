/** Sources set aside with a reason, instead of being examined; and taken back. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { textOrEmpty } from '../shapes';
import { LINE_MAX } from '../words';
import { deed, filed, PLANNERS } from './deed';
import { Ref } from './reading-shapes';

const Left = z.strictObject({ ref: Ref, reason: textOrEmpty(LINE_MAX) });
/** Nothing leaves the list of items to examine silently. */
export const setAside = deed({
  command: 'setAside',
  fact: 'itemSetAside',
  who: PLANNERS,
  commandSchema: () => Left,
  factSchema: () => Left,
  decide(state, ask) {
    if (ask.reason === '') return refuse('missing_reason');
    return state.aside[ask.ref]?.reason === ask.reason ? refuse('nothing_to_change') : ask;
  },
  replaces: (state, ask) => ({ reason: filed(state.aside, ask.ref)?.reason ?? '' }),
  apply(state, data, fact) {
    state.aside[data.ref] = { reason: data.reason, at: fact.at };
  },
});
export const takeBack = deed({
  command: 'takeBack',
  fact: 'itemTakenBack',
  who: PLANNERS,
  commandSchema: () => z.strictObject({ ref: Ref }),
  factSchema: () => z.strictObject({ ref: Ref }),
  decide: (state, ask) => (state.aside[ask.ref] ? ask : refuse('nothing_to_change')),
  apply(state, data) {
    delete state.aside[data.ref];
  },
});
