/** The gong and the timer: they inform, they never expel (principles 3 and 4). */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id } from '../shapes';
import { nowAndNext } from './clock';
import { deed, HOLDERS } from './deed';
import { GONG_MEANINGS, TIMER_PURPOSES } from './state/clock-signals';

const purposeShape = () => z.enum(TIMER_PURPOSES);

export const startTimer = deed({
  command: 'startTimer',
  fact: 'timerStarted',
  v: 2,
  who: HOLDERS,
  commandSchema: () =>
    z.strictObject({
      minutes: z.int().check(z.minimum(1), z.maximum(240)),
      purpose: z._default(purposeShape(), 'other'),
    }),
  factSchema: () => z.strictObject({ endsAt: z.int(), purpose: purposeShape(), slot: z.nullable(Id) }),
  // A timer for the circles is about those of this slot alone.
  decide: (state, ask, { at }) => ({
    endsAt: at + ask.minutes * 60_000,
    purpose: ask.purpose,
    slot: ask.purpose === 'circles' ? (nowAndNext(state, at).now?.id ?? null) : null,
  }),
  apply(state, data, fact) {
    state.timer = { ...data, startedAt: fact.at };
  },
});

export const stopTimer = deed({
  command: 'stopTimer',
  fact: 'timerStopped',
  who: HOLDERS,
  commandSchema: () => z.strictObject({}),
  factSchema: () => z.strictObject({}),
  decide: (state) => (state.timer ? {} : refuse('nothing_to_change')),
  apply(state) {
    state.timer = null;
  },
});

const meaningShape = () => z.enum(GONG_MEANINGS);

export const ringGong = deed({
  command: 'ringGong',
  fact: 'gongRung',
  v: 2,
  who: HOLDERS,
  commandSchema: () => z.strictObject({ meaning: z._default(meaningShape(), 'attention') }),
  factSchema: () => z.strictObject({ meaning: meaningShape() }),
  decide: (_, ask) => ask,
  apply(state, data, fact) {
    state.gong = { at: fact.at, meaning: data.meaning };
  },
});
