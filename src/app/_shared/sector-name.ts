'use client';
/** The name of a sector: the one this gathering gave it, or the founding document's in the reader's language. */
import { useShown } from '@/client/hooks/gathering-provider';
import type { Sector } from '@/domain/words';
import { useSay } from '@/i18n/words';

export function useSectorName(): (id: Sector) => string {
  const say = useSay();
  const sectors = useShown((s) => s.view.sectors);
  return (id) => sectors.find((s) => s.id === id)?.name || say(`sector.${id}`);
}
