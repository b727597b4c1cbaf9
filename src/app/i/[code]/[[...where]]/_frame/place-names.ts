'use client';
/** Names of places and times on the phone. */
import { useState } from 'react';
import { useNow, useShown, useView } from '@/client/hooks/gathering-provider';
import { isOver } from '@/domain/gathering/clock';
import type { Cell } from '@/domain/gathering/free-cells';
import type { Slot, Space } from '@/domain/gathering/state/matrix';
import { useSay } from '@/i18n/words';

/** "10:45", or "sab 17 10:45" where there are several days. */
export function useSlotStart(): (slot: Slot) => string {
  const say = useSay();
  const several = useShown((s) => s.view.days.length > 1);
  return (slot) => (several ? `${say.date(slot.day, 'day')} ${slot.start}` : slot.start);
}

/** "Turno 1 · 10:45–12:00", with the day when there is more than one. */
export function useSlotName(): (slot: Slot | undefined) => string {
  const say = useSay();
  const start = useSlotStart();
  return (slot) => (slot ? `${slot.label} · ${start(slot)}–${slot.end}` : say('grid.gone'));
}

/** "Turno 1 · Tiglio" */
export function usePlaceName(): (cell: Cell) => string {
  const slots = useShown((s) => s.view.slots);
  const spaces = useShown((s) => s.view.spaces);
  return (cell) =>
    [slots.find((s) => s.id === cell.slot)?.label, spaces.find((s) => s.id === cell.space)?.name]
      .filter(Boolean)
      .join(' · ');
}

/** "20 posti", a hint beside how many are there or interested (E41); empty where nobody said how many it holds. */
export function useCapacity(): (space: Space | undefined) => string {
  const say = useSay();
  return (space) => (space?.capacity === undefined ? '' : say('space.capacity', { n: space.capacity }));
}

/** A clock that went by this much between two ticks slept, or was set right by the server. */
const LEAP_MS = 5 * 60_000;

/**
 * Those still to come first, then those that were over when the screen was opened: nothing moves under a finger. A
 * screen counts as opened again when its clock leaps: after sleep, and once the server has corrected a wrong clock.
 */
export function useToCome(slots: readonly Slot[]): { toCome: Slot[]; over: Slot[] } {
  const view = useView();
  const clock = useNow();
  // Until the server is heard the page's own time counts: a wrong clock would bring another slot under the finger.
  const page = useShown((s) => (s.link === 'opening' ? s.heardAt : null));
  const now = page ?? clock;
  const [seen, setSeen] = useState<{ opened: number; last: number } | null>(null);
  if (now !== null && now !== seen?.last) {
    const leapt = seen === null || Math.abs(now - seen.last) > LEAP_MS;
    setSeen({ opened: leapt ? now : seen.opened, last: now });
  }
  const over = slots.filter((s) => seen !== null && isOver(view, s, seen.opened));
  return { toCome: slots.filter((s) => !over.includes(s)), over };
}
