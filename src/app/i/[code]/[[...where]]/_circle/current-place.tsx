'use client';
/** Sets the person's present place in one tap: in a circle, or walking about. */
import { useShown, useView } from '@/client/hooks/gathering-provider';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button, buttonClass } from '@/ui/button';
import { Card } from '@/ui/surface';
import { useDo, useMine } from '../_frame/phone-hooks';
import { Go } from '../_frame/navigation';

export function CurrentPlace() {
  const say = useSay();
  const act = useDo();
  const circle = useMine()?.circle ?? null;
  const view = useView();
  const roaming = useShown((s) => s.view.roaming);
  const session = circle ? view.sessions[circle] : undefined;
  const topic = session ? view.topics[session.topic] : undefined;
  const space = session ? view.spaces.find((s) => s.id === session.space) : undefined;
  if (Object.keys(view.sessions).length === 0) return null;
  const about = () =>
    act(
      'moveTo',
      { to: 'roaming' },
      { say: say('circles.nowRoaming'), undo: () => act('moveTo', { to: circle }) },
    );
  return (
    <Card className="grid gap-2">
      <p className="font-semibold text-ink-soft text-sm">{say('standing.title')}</p>
      <p className="text-lg">
        {session && topic
          ? say('standing.in', { title: `${topicNumber(topic.n)} ${topic.title}`, space: space?.name ?? '' })
          : circle === 'roaming'
            ? say('standing.roaming', { n: roaming })
            : say('standing.unsaid')}
      </p>
      <div className="flex flex-wrap gap-2">
        {session && (
          <Go to={`cerchio/${session.id}`} className={buttonClass('primary', 'small')}>
            {say('standing.open')}
          </Go>
        )}
        <Go to="cerchi" className={buttonClass('quiet', 'small')}>
          {say(session ? 'standing.move' : 'standing.choose')}
        </Go>
        {circle !== 'roaming' && (
          <Button size="small" onClick={about}>
            {say('standing.roam')}
          </Button>
        )}
      </div>
    </Card>
  );
}
