'use client';
/** Reading put together: counts, cross-tabs, pictures. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Analysis(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.analisi')} />;
}
