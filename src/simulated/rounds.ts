/** Finds the round of circles under way: people follow circles that have begun, not the clock (principles 3 and 4). */
import type { Gathering } from '@/domain/gathering/state';
import type { Session } from '@/domain/gathering/state/session';
import type { Slot } from '@/domain/gathering/state/matrix';

const standing = (view: Gathering): Session[] =>
  Object.values(view.sessions).filter((s) => s.state !== 'cancelled');

export const slotsInOrder = (view: Gathering): Slot[] =>
  [...view.slots].sort((a, b) => `${a.day}${a.start}`.localeCompare(`${b.day}${b.start}`));

/** The slot whose circles are under way; else the next to begin, once `pauseMs` have passed; else null. */
export function roundNow(view: Gathering, at: number, pauseMs: number): string | null {
  const sessions = standing(view);
  const order = slotsInOrder(view).map((s) => s.id);
  const running = sessions.filter((s) => s.state === 'running').map((s) => order.indexOf(s.slot));
  if (running.length > 0) return order[Math.min(...running)] ?? null;
  const ended = sessions.filter((s) => s.state === 'ended');
  const last = Math.max(-1, ...ended.map((s) => order.indexOf(s.slot)));
  if (at - Math.max(0, ...ended.map((s) => s.endedAt ?? 0)) < pauseMs) return null;
  return order.find((slot, i) => i > last && sessions.some((s) => s.slot === slot)) ?? null;
}

/** The length of a slot, in minutes of the event's day. */
export function minutesOf(slot: Slot | undefined): number {
  const minute = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));
  return slot ? Math.max(1, minute(slot.end) - minute(slot.start)) : 60;
}
