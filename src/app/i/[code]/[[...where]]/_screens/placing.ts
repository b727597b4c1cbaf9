'use client';
/** How places and moments are called on the phone. */
import type { Cell } from '@/domain/gathering/queries';
import type { Slot } from '@/domain/gathering/state/matrix';
import { useShown } from '@/client/provider';
import { useSay } from '@/i18n/words';

/** "Turno 1 · 10:45–12:00", with the day when there is more than one. */
export function useSlotName(): (slot: Slot | undefined) => string {
  const say = useSay();
  const days = useShown((s) => s.view.days.length);
  return (slot) => {
    if (!slot) return say('grid.gone');
    const day = days > 1 ? `${say.date(slot.day, 'short').slice(0, 5)} ` : '';
    return `${slot.label} · ${day}${slot.start}–${slot.end}`;
  };
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
