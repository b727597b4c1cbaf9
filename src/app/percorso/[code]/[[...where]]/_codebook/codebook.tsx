'use client';
/** The codebook: what the words were called, and what became of each name. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Codebook(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.codici')} />;
}
