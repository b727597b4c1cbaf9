'use client';
/** The path as a calendar: phases, meetings, whom they listened to, who was invited. */
import { useSay } from '@/i18n/words';
import { PageHeader } from '@/ui/surface';
import type { ScreenProps } from '../places';

export function Meetings(_: ScreenProps) {
  const say = useSay();
  return <PageHeader title={say('planning.incontri')} />;
}
