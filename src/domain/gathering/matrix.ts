/** Slots and spaces: added, corrected, held back and released; never removed while a session is in them. */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Day, Hour, Id, text, textOrEmpty } from '../shapes';
import { LABEL_MAX, LINE_MAX } from '../words';
import { Capacity, slotShape, spaceShape } from './matrix-shapes';
import { deed } from './deed';
import type { Gathering } from './state';
import type { Slot } from './state/matrix';

/** Slots are ordered by time of day, also when one was moved past another. */
export function inOrder(state: Gathering): void {
  state.slots.sort((a, b) => `${a.day}${a.start}`.localeCompare(`${b.day}${b.start}`));
}

type Hours = { id: string; day: string; start: string; end: string };

/** Another slot of the same day that overlaps with it, held back or not. */
export const overlapped = (state: Gathering, { id, day, start, end }: Hours): Slot | undefined =>
  state.slots.find((s) => s.id !== id && s.day === day && s.start < end && start < s.end);

/** The refusal for these hours, or null. */
export function badHours(state: Gathering, hours: Hours & { label: string }): Refusal | null {
  if (hours.end <= hours.start) return refuse('bad_time', { slot: hours.label });
  const other = overlapped(state, hours);
  return other ? refuse('slot_overlaps', { slot: other.label }) : null;
}

const KEEPERS = ['facilitator', 'planner', 'owner'] as const;

export const addSlot = deed({
  command: 'addSlot',
  fact: 'slotAdded',
  who: KEEPERS,
  commandSchema: slotShape,
  factSchema: slotShape,
  decide(state, ask) {
    if (state.slots.some((s) => s.id === ask.id)) return refuse('id_already_used');
    return badHours(state, ask) ?? ask;
  },
  apply(state, data) {
    state.slots.push({ ...data });
    inOrder(state);
    if (!state.days.includes(data.day)) state.days = [...state.days, data.day].sort();
  },
});

export const reviseSlot = deed({
  command: 'reviseSlot',
  fact: 'slotRevised',
  who: KEEPERS,
  commandSchema: () => z.strictObject({ slot: Id, day: Day, label: text(LABEL_MAX), start: Hour, end: Hour }),
  factSchema: () => z.strictObject({ slot: Id, day: Day, label: z.string(), start: Hour, end: Hour }),
  decide(state, ask) {
    if (!state.slots.some((s) => s.id === ask.slot)) return refuse('unknown_thing', { what: 'slot' });
    return badHours(state, { ...ask, id: ask.slot }) ?? ask;
  },
  replaces(state, ask) {
    const { day, label, start, end } = state.slots.find((s) => s.id === ask.slot) ?? {};
    return { day, label, start, end };
  },
  apply(state, data) {
    const { slot: id, ...rest } = data;
    const slot = state.slots.find((s) => s.id === id);
    if (slot) Object.assign(slot, rest);
    inOrder(state);
    if (!state.days.includes(data.day)) state.days = [...state.days, data.day].sort();
  },
});

export const releaseSlot = deed({
  command: 'releaseSlot',
  fact: 'slotReleased',
  who: KEEPERS,
  commandSchema: () => z.strictObject({ slot: Id, released: z.boolean() }),
  factSchema: () => z.strictObject({ slot: Id, released: z.boolean() }),
  decide(state, ask) {
    const slot = state.slots.find((s) => s.id === ask.slot);
    if (!slot) return refuse('unknown_thing', { what: 'slot' });
    if (slot.released === ask.released) return refuse('nothing_to_change');
    const used = Object.values(state.sessions).some((s) => s.slot === ask.slot && s.state !== 'cancelled');
    return !ask.released && used ? refuse('in_use') : ask;
  },
  apply(state, data) {
    const slot = state.slots.find((s) => s.id === data.slot);
    if (slot) slot.released = data.released;
  },
});

export const addSpace = deed({
  command: 'addSpace',
  fact: 'spaceAdded',
  who: KEEPERS,
  commandSchema: spaceShape,
  factSchema: spaceShape,
  decide: (state, ask) => (state.spaces.some((s) => s.id === ask.id) ? refuse('id_already_used') : ask),
  apply(state, data) {
    state.spaces.push({ ...data });
  },
});

/** Null takes the number away; a device of an earlier version leaves it out, and changes nothing. */
const revisedCapacity = { capacity: z.optional(z.nullable(Capacity)) };

export const reviseSpace = deed({
  command: 'reviseSpace',
  fact: 'spaceRevised',
  who: KEEPERS,
  commandSchema: () =>
    z.strictObject({
      space: Id,
      name: text(LABEL_MAX),
      stepFree: z.boolean(),
      note: textOrEmpty(LINE_MAX),
      ...revisedCapacity,
    }),
  factSchema: () =>
    z.strictObject({
      space: Id,
      name: z.string(),
      stepFree: z.boolean(),
      note: z.string(),
      ...revisedCapacity,
    }),
  decide: (state, ask) =>
    state.spaces.some((s) => s.id === ask.space) ? ask : refuse('unknown_thing', { what: 'space' }),
  replaces(state, ask) {
    const { name, stepFree, note, capacity = null } = state.spaces.find((s) => s.id === ask.space) ?? {};
    return { name, stepFree, note, capacity };
  },
  apply(state, data) {
    const { space: id, capacity, ...rest } = data;
    const space = state.spaces.find((s) => s.id === id);
    if (!space) return;
    Object.assign(space, rest);
    if (capacity === null) delete space.capacity;
    else if (capacity !== undefined) space.capacity = capacity;
  },
});

export const releaseSpace = deed({
  command: 'releaseSpace',
  fact: 'spaceReleased',
  who: KEEPERS,
  commandSchema: () => z.strictObject({ space: Id, released: z.boolean() }),
  factSchema: () => z.strictObject({ space: Id, released: z.boolean() }),
  decide(state, ask) {
    const space = state.spaces.find((s) => s.id === ask.space);
    if (!space) return refuse('unknown_thing', { what: 'space' });
    if (space.released === ask.released) return refuse('nothing_to_change');
    const used = Object.values(state.sessions).some((s) => s.space === ask.space && s.state !== 'cancelled');
    return !ask.released && used ? refuse('in_use') : ask;
  },
  apply(state, data) {
    const space = state.spaces.find((s) => s.id === data.space);
    if (space) space.released = data.released;
  },
});
