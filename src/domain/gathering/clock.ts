/** The gathering's own clock: which slot is now, which is next, and when it is there, wherever the reader stands. */
import type { Gathering, Slot } from './state';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day and hour on the gathering's clock, as ISO writes them. `at` in epoch milliseconds. */
export function localTime(at: number, timezone: string): { day: string; hour: string } {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    formats.set(timezone, format);
  }
  const [day = '', hour = ''] = format.format(at).split(' ');
  return { day, hour };
}

/** Whether a clock goes by this name, as the IANA's list of zones has it. */
export function isZone(name: string): boolean {
  try {
    localTime(0, name);
    return true;
  } catch {
    return false;
  }
}

/** Epoch milliseconds of an hour of a day on a place's clock. */
export function instantOf(day: string, hour: string, timezone: string): number {
  const guess = Date.parse(`${day}T${hour}:00Z`);
  const seen = localTime(guess, timezone);
  const off = Date.parse(`${seen.day}T${seen.hour}:00Z`) - guess;
  return guess - off;
}

export const slotSpan = (state: Gathering, slot: Slot): { from: number; to: number } => ({
  from: instantOf(slot.day, slot.start, state.timezone),
  to: instantOf(slot.day, slot.end, state.timezone),
});

/** The released slot going on at this moment, and the one after it. */
export function nowAndNext(state: Gathering, at: number): { now: Slot | null; next: Slot | null } {
  const slots = state.slots.filter((s) => s.released);
  const now = slots.find((s) => {
    const { from, to } = slotSpan(state, s);
    return from <= at && at < to;
  });
  const next = slots.find((s) => slotSpan(state, s).from > at);
  return { now: now ?? null, next: next ?? null };
}
