'use client';
/** E07: tells the next circle in a space that the one before is still under way; nothing is closed. */
import { useNow, useView } from '@/client/hooks/gathering-provider';
import { overrunning, spaceOf } from '@/domain/gathering/session-queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Banner } from '@/ui/notice';
import { isMine, useMe } from './phone-hooks';

export function Overrunning() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const now = useNow();
  if (me === null || now === null) return null;
  return overrunning(view, now)
    .filter(({ next }) => {
      const topic = view.topics[next.topic];
      return topic !== undefined && isMine(topic, me);
    })
    .map(({ running, next }) => (
      <Banner key={next.id} kind="info" title={say('late.title', { space: spaceOf(view, next)?.name ?? '' })}>
        {say('late.what', { topic: topicNumber(view.topics[running.topic]?.n ?? 0) })}
      </Banner>
    ));
}
