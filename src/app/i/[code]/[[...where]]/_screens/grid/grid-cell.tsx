'use client';
/** One cell: free and takeable, taken and by what, or left by a circle that moved (E06). */
import { useView } from '@/client/provider';
import type { Cell } from '@/domain/gathering/queries';
import type { Session } from '@/domain/gathering/state/session';
import type { Slot, Space } from '@/domain/gathering/state/matrix';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { isMine, useMe, useTopicName } from '../frame/phone-hooks';
import { Mark } from '../frame/delivery-status';
import { usePlaceName } from '../frame/place-names';
import type { Taken } from './take-cell';
import { Go } from '../frame/navigation';

type Props = {
  slot: Slot;
  space: Space;
  topic: Topic | null;
  /** What I have just given a place, here or elsewhere. */
  taken: Taken | null;
  onTake: (cell: Cell) => void;
  onSwap: (theirs: Session) => void;
};

export function GridCell({ slot, space, topic, taken, onTake, onSwap }: Props) {
  const say = useSay();
  const view = useView();
  const here = Object.values(view.sessions).filter(
    (s) => s.slot === slot.id && s.space === space.id && s.state !== 'cancelled',
  );
  const free = here.length === 0 || space.kind === 'informal';
  return (
    <li className="grid gap-2 rounded-xl border border-line bg-raised p-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="inline-flex items-center gap-1.5 font-semibold">
          <Icon name="place" className="text-ink-soft" />
          {space.name}
        </span>
        {space.kind === 'informal' && <Badge>{say('space.informal')}</Badge>}
        {!space.stepFree && <Badge tone="warn">{say('space.steps')}</Badge>}
      </div>
      {here.map((s) => (
        <Occupant key={s.id} session={s} topic={topic} onSwap={onSwap} />
      ))}
      {taken && here.some((s) => s.id === taken.session) && (
        <p className="-my-1 flex flex-wrap items-center justify-between gap-x-3 font-semibold text-good">
          <span className="inline-flex items-center gap-1.5">
            <Icon name="check" />
            {say('grid.here')}
          </span>
          <Button size="small" kind="plain" icon="undo" onClick={taken.undo}>
            {say('toast.undo')}
          </Button>
        </p>
      )}
      <Arrow slot={slot} space={space} />
      {free && topic && (
        <Button
          size="small"
          kind="quiet"
          icon="plus"
          onClick={() => onTake({ slot: slot.id, space: space.id })}
        >
          {say('grid.take', { topic: topicNumber(topic.n) })}
          <span className="sr-only">{`: ${slot.label}, ${space.name}`}</span>
        </Button>
      )}
      {free && !topic && here.length === 0 && <p className="text-ink-soft text-sm">{say('grid.isFree')}</p>}
    </li>
  );
}

function Occupant({
  session,
  topic,
  onSwap,
}: {
  session: Session;
  topic: Topic | null;
  onSwap: Props['onSwap'];
}) {
  const say = useSay();
  const topicName = useTopicName();
  const view = useView();
  const me = useMe();
  const theirs = view.topics[session.topic];
  if (!theirs) return null;
  const mine = isMine(theirs, me);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <Go to={`temi/${topicName(theirs)}`} className="min-w-[min(10rem,100%)] flex-1 py-1.5 leading-snug">
        <span className="font-bold">{topicNumber(theirs.n)}</span>{' '}
        {theirs.hidden ? say('topic.hidden') : theirs.title}
      </Go>
      {mine && <Mark id={session.id} />}
      {!mine && topic && session.state === 'planned' && (
        <Button size="small" kind="plain" flush icon="swap" onClick={() => onSwap(session)}>
          {say('swap.propose')}
          <span className="sr-only"> {topicNumber(theirs.n)}</span>
        </Button>
      )}
    </div>
  );
}

/** E06: who comes to the old place is sent on. */
function Arrow({ slot, space }: { slot: Slot; space: Space }) {
  const say = useSay();
  const view = useView();
  const placeName = usePlaceName();
  const arrow = view.arrows.findLast((a) => a.slot === slot.id && a.space === space.id);
  const session = arrow && view.sessions[arrow.session];
  const topic = session && view.topics[session.topic];
  if (!session || !topic || (session.slot === slot.id && session.space === space.id)) return null;
  return (
    <p className="flex items-center gap-1.5 text-ink-soft text-sm">
      <Icon name="forward" />
      {say('grid.movedTo', { topic: topicNumber(topic.n), place: placeName(session) })}
    </p>
  );
}
