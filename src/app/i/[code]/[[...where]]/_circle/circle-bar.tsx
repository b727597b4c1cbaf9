'use client';
/** Actions at a circle's end for its convener, within reach however many notes there are. */
import { useCan } from '@/client/hooks/gathering-provider';
import type { Session } from '@/domain/gathering/state/session';
import type { Topic } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button, buttonClass } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { Go } from '../_frame/navigation';
import { isMine, useDo, useMe, useTopicName } from '../_frame/phone-hooks';

/** One line also on the narrowest phones: the bar covers the page. */
const SIDE = 'flex-auto narrow:px-2 narrow:text-xs';

export function CircleBar({ session, topic }: { session: Session; topic: Topic }) {
  const say = useSay();
  const act = useDo();
  const can = useCan();
  const me = useMe();
  const topicName = useTopicName();
  const holder = isMine(topic, me) || (me !== null && session.noteTaker === me);
  if (!holder || session.state === 'planned' || session.state === 'cancelled') return null;
  const ask = { session: session.id };
  const end = () => act('endSession', ask, { say: say('hold.ended'), undo: () => act('resumeSession', ask) });
  return (
    <div className="tall:fixed inset-x-0 bottom-[calc(4rem+env(safe-area-inset-bottom))] z-10 border-line border-t bg-raised lg:bottom-0">
      <div className="mx-auto flex max-w-xl flex-wrap gap-2 px-3 py-1.5">
        {can('endSession', ask) && (
          <Button size="small" icon="check" className={SIDE} onClick={end}>
            {say('hold.end')}
          </Button>
        )}
        <Go to={`resoconto/${topicName(topic)}`} className={`${buttonClass('quiet', 'small')} ${SIDE}`}>
          <Icon name="note" />
          {say('hold.report')}
        </Go>
      </div>
    </div>
  );
}
