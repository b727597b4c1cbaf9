'use client';
/**
 * Swaps this person has offered and that wait for an answer; those offered to them are at the top of every page (E02,
 * E03).
 */
import { useView } from '@/client/hooks/gathering-provider';
import type { Session } from '@/domain/gathering/state/session';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';
import { isMine, useDo, useMe } from '../_frame/phone-hooks';
import { usePlaceName } from '../_frame/place-names';

export function Offers() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const act = useDo();
  const placeName = usePlaceName();
  const convenes = (s: Session | undefined) => {
    const topic = s && view.topics[s.topic];
    return topic !== undefined && isMine(topic, me);
  };
  const called = (s: Session | undefined) => {
    const topic = s && view.topics[s.topic];
    return topic && s ? `${topicNumber(topic.n)} (${placeName(s)})` : '';
  };
  return Object.values(view.swaps).map((swap) => {
    const mine = view.sessions[swap.mine];
    const theirs = view.sessions[swap.theirs];
    if (convenes(mine))
      return (
        <Card key={swap.id} className="flex flex-wrap items-center justify-between gap-2">
          <p className="min-w-[min(10rem,100%)] flex-1">{say('swap.waiting', { theirs: called(theirs) })}</p>
          <Button size="small" onClick={() => act('declineSwap', { swap: swap.id })}>
            {say('swap.withdraw')}
          </Button>
        </Card>
      );
    return null;
  });
}
