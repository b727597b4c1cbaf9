'use client';
/** Where the path stands and what is left to do. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Overview(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.quadro')} />;
}
