/** The strands that planners give to a topic, beside those of its convener. */
import * as z from 'zod/mini';
import { STRANDS } from '../words';
import { deed, PLANNERS } from './deed';
import { Ref } from './reading-shapes';

const Strands = z.strictObject({ ref: Ref, strands: z.array(z.enum(STRANDS)).check(z.maxLength(3)) });
/** The planners' own classification of a topic; the convener's does not change. */
export const classifyTopic = deed({
  command: 'classifyTopic',
  fact: 'topicClassified',
  who: PLANNERS,
  commandSchema: () => Strands,
  factSchema: () => Strands,
  decide: (_state, ask) => ask,
  apply(state, data) {
    if (data.strands.length > 0) state.strands[data.ref] = data.strands;
    else delete state.strands[data.ref];
  },
});
