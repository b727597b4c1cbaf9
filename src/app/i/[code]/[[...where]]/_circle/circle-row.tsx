'use client';
/** A circle in a list: topic, space, number of people now, and one tap to join. */
import { memo } from 'react';
import { useNow, useShown } from '@/client/hooks/gathering-provider';
import { nowAndNext } from '@/domain/gathering/clock';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { useDo, useMine } from '../_frame/phone-hooks';
import { useCapacity } from '../_frame/place-names';
import { Go } from '../_frame/navigation';

export const CircleRow = memo(function CircleRow({ session: id, when }: { session: string; when?: string }) {
  const say = useSay();
  const act = useDo();
  const capacity = useCapacity();
  const session = useShown((s) => s.view.sessions[id]);
  const topic = useShown((s) => s.view.topics[s.view.sessions[id]?.topic ?? '']);
  const space = useShown((s) => s.view.spaces.find((p) => p.id === s.view.sessions[id]?.space));
  const circle = useMine()?.circle ?? null;
  const here = circle === id;
  const now = useNow();
  // People can join a circle under way, or one whose slot is now and whose people are gathering.
  const on = useShown(
    (s) => session?.state === 'running' || nowAndNext(s.view, now ?? 0).now?.id === session?.slot,
  );
  if (!session || !topic) return null;
  const holds = capacity(space);
  const coming = holds && session.present === 0 && topic.interested > 0;
  const counts =
    session.state === 'ended'
      ? [say('circle.were', { n: session.attended })]
      : [
          say('circle.present', { n: session.present }),
          coming ? say('topic.interested', { n: topic.interested }) : '',
          holds,
        ];
  const come = () =>
    act(
      'moveTo',
      { to: id },
      { say: say('circles.nowHere', { title: topic.title }), undo: () => act('moveTo', { to: circle }) },
    );
  return (
    <li
      className="grid gap-2 rounded-xl border border-line bg-raised p-3 shadow-card data-here:border-accent data-here:border-2"
      data-here={here || undefined}
    >
      <Go to={`cerchio/${id}`} className="grid gap-1 py-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <span className="font-bold">{topicNumber(topic.n)}</span>
          <span className="inline-flex items-center gap-1">
            <Icon name="place" />
            {space?.name}
          </span>
          {when && <span className="text-ink-soft">{when}</span>}
          {session.state === 'running' && <Badge tone="good">{say('circle.running')}</Badge>}
          {session.state === 'ended' && <Badge>{say('circle.ended')}</Badge>}
          {session.movedFrom.length > 0 && (
            <Badge tone="warn" icon="move">
              {say('circle.moved')}
            </Badge>
          )}
          {space && !space.stepFree && <Badge tone="warn">{say('space.steps')}</Badge>}
        </span>
        <span className="font-semibold leading-snug">{topic.hidden ? say('topic.hidden') : topic.title}</span>
      </Go>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="inline-flex items-center gap-1.5 text-ink-soft text-sm tabular-nums">
          <Icon name="people" />
          {counts.filter(Boolean).join(' · ')}
        </span>
        {(here || on) &&
          session.state !== 'ended' &&
          (here ? (
            <Badge tone="accent" icon="check">
              {say('circle.youAreHere')}
            </Badge>
          ) : (
            <Button size="small" kind="quiet" onClick={come}>
              {say(circle && circle !== 'roaming' ? 'circle.moveHere' : 'circle.here')}
              <span className="sr-only"> {topic.title}</span>
            </Button>
          ))}
      </div>
    </li>
  );
});
