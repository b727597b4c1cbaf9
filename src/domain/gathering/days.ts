/** The days of a gathering: added, moved to another date, or removed while nothing is in them. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Day } from '../shapes';
import { deed } from './deed';
import { inOrder, overlapped } from './matrix';
import { DAYS_MAX } from '../words';

const KEEPERS = ['facilitator', 'planner', 'owner'] as const;

/** `from` null adds a day, `to` null removes one; with both, the slots of `from` go to `to`. */
const Change = z.strictObject({ from: z.nullable(Day), to: z.nullable(Day) });

export const changeDay = deed({
  command: 'changeDay',
  fact: 'dayChanged',
  who: KEEPERS,
  commandSchema: () => Change,
  factSchema: () => Change,
  decide(state, { from, to }) {
    if (from === to) return refuse('nothing_to_change');
    if (from !== null && !state.days.includes(from)) return refuse('unknown_thing', { what: 'day' });
    if (from === null && state.days.length >= DAYS_MAX) return refuse('too_many_days', { max: DAYS_MAX });
    if (from === null && to !== null && state.days.includes(to)) return refuse('nothing_to_change');
    const moving = state.slots.filter((s) => s.day === from);
    if (to === null) {
      if (moving.length > 0) return refuse('in_use');
      return state.days.length === 1 ? refuse('last_of_its_kind') : { from, to };
    }
    const clash = moving.map((s) => overlapped(state, { ...s, day: to })).find(Boolean);
    return clash ? refuse('slot_overlaps', { slot: clash.label }) : { from, to };
  },
  apply(state, { from, to }) {
    const days = new Set(state.days.filter((d) => d !== from));
    if (to !== null) days.add(to);
    state.days = [...days].sort();
    if (to === null) return;
    for (const slot of state.slots) if (slot.day === from) slot.day = to;
    inOrder(state);
  },
});
