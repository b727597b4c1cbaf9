'use client';
/** "Mi interessa": for any number of topics, on and off in one tap. */
import type { Topic } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { useDo, useMine } from '../_frame/phone-hooks';

export function InterestButton({ topic }: { topic: Topic }) {
  const say = useSay();
  const act = useDo();
  const on = useMine()?.interests[topic.id] === true;
  if (topic.standing !== 'open') return null;
  return (
    <Button
      size="small"
      kind={on ? 'primary' : 'quiet'}
      icon={on ? 'check' : 'heart'}
      aria-pressed={on}
      aria-label={`${say('topic.interest')}: ${topic.title}`}
      onClick={() => act('markInterest', { topic: topic.id, on: !on })}
    >
      {say('topic.interest')}
    </Button>
  );
}
