'use client';
/** The screen for an address that names no topic, with a way on. */
import { useSay } from '@/i18n/words';
import { buttonClass } from '@/ui/button';
import { EmptyState } from '@/ui/notice';
import { Go } from '../_frame/navigation';

export function NoTopic() {
  const say = useSay();
  return (
    <EmptyState
      whole
      title={say('topic.missing')}
      action={
        <Go to="bacheca" className={buttonClass()}>
          {say('way.board')}
        </Go>
      }
    >
      {say('topic.missingWhy')}
    </EmptyState>
  );
}
