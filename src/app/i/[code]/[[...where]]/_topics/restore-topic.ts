'use client';
/** Puts a withdrawn topic back on the board, with its cell in the matrix if it is still free. */
import { useReplica } from '@/client/hooks/gathering-provider';
import { sessionsOf } from '@/domain/gathering/session-queries';
import { useSay } from '@/i18n/words';
import { useDo } from '../_frame/phone-hooks';
import { useToast } from '../_frame/phone-toasts';

export function useRestoreTopic(): (topic: string) => boolean {
  const say = useSay();
  const act = useDo();
  const toast = useToast();
  const replica = useReplica();
  return (topic) => {
    const had = replica.snapshot().view.topics[topic]?.freed?.length ?? 0;
    if (!act('restoreTopic', { topic })) return false;
    const back = sessionsOf(replica.snapshot().view, topic).length;
    const word =
      had === 0 ? 'topic.restored' : back >= had ? 'topic.restoredPlaced' : 'topic.restoredUnplaced';
    toast({ text: say(word), tone: back >= had ? 'good' : 'plain' });
    return true;
  };
}
