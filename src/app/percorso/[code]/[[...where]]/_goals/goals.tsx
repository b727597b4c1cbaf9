'use client';
/** The goals of the year to come. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Goals(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.obiettivi')} />;
}
