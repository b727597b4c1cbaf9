/**
 * Signing the book (firma nel libro): whoever wants to is in its index of people, with what they wrote under their name.
 * Nobody is unless they say so, on their own device.
 */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { deed, HERSELF } from './deed';
import type { Gathering } from './state';
import { privateOf } from './state/seat';

const Signature = z.strictObject({ signs: z.boolean() });

/** It can be taken back until the record is closed; afterwards a person can still leave (E35). */
export const signBook = deed({
  command: 'signBook',
  fact: 'bookSigned',
  who: HERSELF,
  commandSchema: () => Signature,
  factSchema: () => Signature,
  decide(state, ask, { author }) {
    // E36: no list of minors.
    if (state.minors && ask.signs) return refuse('not_allowed');
    return Boolean(state.private[author]?.signs) === ask.signs ? refuse('nothing_to_change') : ask;
  },
  apply(state, data, fact) {
    if (fact.by === null) return;
    const mine = privateOf(state, fact.by);
    if (data.signs) mine.signs = true;
    else delete mine.signs;
  },
  // The book tells, nobody's phone does: a name is not introduced to a hall by this.
  visibleTo: () => ({ by: null }),
});

/** Seats whose people are in the index. Needs the whole state. */
export const bookSigners = (state: Gathering): Record<string, true> =>
  state.minors
    ? {}
    : Object.fromEntries(
        Object.values(state.seats).flatMap((s) =>
          s.erased || !state.private[s.id]?.signs ? [] : [[s.id, true] as const],
        ),
      );
