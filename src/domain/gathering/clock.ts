/** The gathering's own clock: the current slot, the next one, and local time there, wherever the reader is. */
import type { Gathering } from './state';
import type { Slot } from './state/matrix';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** UTC offset in minutes from this instant on; the last of a list only says until when it is valid. */
export type Shift = [from: number, minutes: number];

const formats = new Map<string, Intl.DateTimeFormat>();
const told = new Map<string, readonly Shift[]>();

/**
 * A device that gets the place's UTC offsets need not load time zones for it, which take an old phone a tenth of a
 * second. Beyond the list it still does.
 */
export const tellShifts = (timezone: string, shifts: readonly Shift[]): void =>
  void told.set(timezone, shifts);

/** The place's UTC offsets from one instant to another, to the minute. For a server, which knows time zones. */
export function shiftsOf(timezone: string, from: number, to: number): Shift[] {
  const minutesAt = (at: number): number => {
    const { day, hour } = byCalendar(at, timezone);
    return Math.round((Date.parse(`${day}T${hour}:00Z`) - at) / MINUTE);
  };
  const start = Math.floor(from / DAY) * DAY;
  const shifts: Shift[] = [[start, minutesAt(start)]];
  for (let before = start; before < to; before += DAY) {
    const last = shifts.at(-1)?.[1];
    if (minutesAt(before + DAY) === last) continue;
    let [low, high] = [before, before + DAY];
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
      if (minutesAt(middle) === last) low = middle;
      else high = middle;
    }
    shifts.push([high, minutesAt(high)]);
  }
  return [...shifts, [to, 0]];
}

/** Local day and hour of the gathering, in ISO format. `at` in epoch milliseconds. */
export function localTime(at: number, timezone: string): { day: string; hour: string } {
  const shifts = told.get(timezone) ?? [];
  const next = shifts.findIndex(([from]) => from > at);
  const shift = shifts[next - 1];
  if (!shift) return byCalendar(at, timezone);
  const there = new Date(at + shift[1] * MINUTE).toISOString();
  return { day: there.slice(0, 10), hour: there.slice(11, 16) };
}

function byCalendar(at: number, timezone: string): { day: string; hour: string } {
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

/** True if this is a time zone's name in the IANA list. */
export function isZone(name: string): boolean {
  try {
    byCalendar(0, name);
    return true;
  } catch {
    return false;
  }
}

/** Epoch milliseconds of a local day and hour. */
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

export const isOver = (state: Gathering, slot: Slot, at: number): boolean => slotSpan(state, slot).to <= at;

/** The released slot under way at this moment, and the next one. */
export function nowAndNext(state: Gathering, at: number): { now: Slot | null; next: Slot | null } {
  const slots = state.slots.filter((s) => s.released);
  const now = slots.find((s) => {
    const { from, to } = slotSpan(state, s);
    return from <= at && at < to;
  });
  const next = slots.find((s) => slotSpan(state, s).from > at);
  return { now: now ?? null, next: next ?? null };
}
