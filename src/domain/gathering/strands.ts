/** The strands of a gathering: the founding document's, its own, or none. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { textOrEmpty } from '../shapes';
import { LABEL_MAX, STRANDS } from '../words';
import { deed } from './deed';

const namesShape = () =>
  z.strictObject({
    strands: z
      .array(z.strictObject({ id: z.enum(STRANDS), name: textOrEmpty(LABEL_MAX) }))
      .check(z.maxLength(STRANDS.length)),
  });

export const nameStrands = deed({
  command: 'nameStrands',
  fact: 'strandsNamed',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: namesShape,
  factSchema: namesShape,
  decide(state, ask) {
    const ids = new Set(ask.strands.map((s) => s.id));
    if (ids.size !== ask.strands.length) return refuse('id_already_used');
    const used = Object.values(state.topics).some(
      (t) => t.standing === 'open' && t.strands.some((s) => !ids.has(s)),
    );
    if (used) return refuse('in_use');
    const same = (a: readonly object[], b: readonly object[]) => JSON.stringify(a) === JSON.stringify(b);
    return same(ask.strands, state.strands) ? refuse('nothing_to_change') : ask;
  },
  replaces: ({ strands }) => ({ strands }),
  apply(state, data) {
    state.strands = data.strands;
  },
});
