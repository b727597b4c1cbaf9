'use client';
/** What came of each proposal and request, to give back to those who spoke. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Feedback(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.restituzione')} />;
}
