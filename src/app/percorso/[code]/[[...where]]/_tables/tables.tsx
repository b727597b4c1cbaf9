'use client';
/** The work tables, old and new, with their objects. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Tables(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.tavoli')} />;
}
