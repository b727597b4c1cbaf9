/** How far each source is read, by its first and its second reader, with a memo. */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { textOrEmpty } from '../shapes';
import { NOTE_MAX } from '../words';
import { deed, filed, PLANNERS } from './deed';
import { readFirstBy } from './reader-agreement';
import { READING_STATES, Ref, wordsAt } from './reading-shapes';

const mark = () =>
  z.strictObject({
    ref: Ref,
    state: z.enum(READING_STATES),
    second: z._default(z.boolean(), false),
    memo: z.optional(textOrEmpty(NOTE_MAX)),
  });

export const markReading = deed({
  command: 'markReading',
  fact: 'readingMarked',
  who: PLANNERS,
  commandSchema: mark,
  factSchema: mark,
  decide(state, ask, asking) {
    const said = wordsAt(state, ask.ref, asking);
    if (isRefusal(said)) return said;
    const own = ask.second && ask.state !== 'non_letto' && readFirstBy(state, ask.ref).has(asking.author);
    if (own) return refuse('own_first_reading');
    const now = state.readings[ask.ref];
    const same = (ask.second ? now?.second : now?.first)?.state === ask.state;
    return same && (ask.memo ?? now?.memo ?? '') === (now?.memo ?? '') ? refuse('nothing_to_change') : ask;
  },
  replaces: (state, ask) =>
    ask.memo === undefined ? null : { memo: filed(state.readings, ask.ref)?.memo ?? '' },
  apply(state, data, fact) {
    const reading = state.readings[data.ref] ?? { first: null, second: null, memo: '' };
    const mark = { state: data.state, at: fact.at, by: fact.by };
    reading[data.second ? 'second' : 'first'] = data.state === 'non_letto' ? null : mark;
    if (data.memo !== undefined) reading.memo = data.memo;
    state.readings[data.ref] = reading;
    // Marked as unread again, it is as if nobody had opened it.
    if (!reading.first && !reading.second && reading.memo === '') delete state.readings[data.ref];
  },
});
