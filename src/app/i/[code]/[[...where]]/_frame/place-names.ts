'use client';
/** Names of places and times on the phone. */
import { useState } from 'react';
import { useNow, useShown, useView } from '@/client/hooks/gathering-provider';
import { isOver } from '@/domain/gathering/clock';
import type { Cell } from '@/domain/gathering/queries';
import type { Slot } from '@/domain/gathering/state/matrix';
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

/** Those still to come first, then those that were over when the screen was opened: nothing moves under a finger. */
export function useToCome(slots: readonly Slot[]): { toCome: Slot[]; over: Slot[] } {
  const view = useView();
  const now = useNow();
  const [opened, setOpened] = useState<number | null>(null);
  if (opened === null && now !== null) setOpened(now);
  const over = slots.filter((s) => opened !== null && isOver(view, s, opened));
  return { toCome: slots.filter((s) => !over.includes(s)), over };
}
