'use client';
/** Needs and proposals, and what is still to be examined. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Needs(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.bisogni')} />;
}
