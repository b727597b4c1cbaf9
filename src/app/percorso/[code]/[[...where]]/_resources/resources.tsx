'use client';
/** The map of resources. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Resources(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.risorse')} />;
}
