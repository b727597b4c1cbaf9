'use client';
/** The name of a strand: this gathering's own, or the founding document's in the reader's language. */
import { useShown } from '@/client/hooks/gathering-provider';
import type { Strand } from '@/domain/words';
import { useSay } from '@/i18n/words';

export function useStrandName(): (id: Strand) => string {
  const say = useSay();
  const strands = useShown((s) => s.view.strands);
  return (id) => strands.find((s) => s.id === id)?.name || say.dynamic(`strand.${id}`);
}
