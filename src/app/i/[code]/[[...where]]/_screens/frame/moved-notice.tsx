'use client';
/** E06: a circle one cares for or sits in has moved; said until its slot is over, with the way there. */
import { useNow, useView } from '@/client/provider';
import { isOver } from '@/domain/gathering/clock';
import { agendaOf, overrunning, slotOf, spaceOf } from '@/domain/gathering/queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Banner } from '@/ui/notice';
import { isMine, useMe, useMine } from './phone-hooks';
import { Go } from './navigation';

export function MovedNotice() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const now = useNow();
  const circle = useMine()?.circle;
  if (me === null || now === null) return null;
  const concern = new Set([...agendaOf(view, me).map((s) => s.id), ...(circle ? [circle] : [])]);
  const moved = Object.values(view.sessions).filter((s) => {
    const last = s.movedFrom.at(-1);
    const slot = slotOf(view, s);
    const over = slot !== undefined && isOver(view, slot, now);
    return last && concern.has(s.id) && s.state !== 'ended' && s.state !== 'cancelled' && !over;
  });
  // E07: whoever follows in that space is told; nothing is closed.
  const late = overrunning(view, now).filter(({ next }) => {
    const topic = view.topics[next.topic];
    return topic !== undefined && isMine(topic, me);
  });
  return (
    <>
      {moved.map((s) => {
        const topic = view.topics[s.topic];
        const slot = slotOf(view, s);
        return (
          <Banner
            key={s.id}
            kind="warn"
            live
            title={say('moved.title', { topic: topicNumber(topic?.n ?? 0) })}
          >
            <Go to={`cerchio/${s.id}`} className="underline">
              {say('moved.to', { space: spaceOf(view, s)?.name ?? '', time: slot?.start ?? '' })}
            </Go>
          </Banner>
        );
      })}
      {late.map(({ running, next }) => (
        <Banner
          key={next.id}
          kind="info"
          title={say('late.title', { space: spaceOf(view, next)?.name ?? '' })}
        >
          {say('late.what', { topic: topicNumber(view.topics[running.topic]?.n ?? 0) })}
        </Banner>
      ))}
    </>
  );
}
