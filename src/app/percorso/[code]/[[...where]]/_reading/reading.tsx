'use client';
/** Reading: the queue of all that was said, and the words beside the codebook. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Reading(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.raccolta')} />;
}
