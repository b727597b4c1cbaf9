'use client';
/** One cell, a row of the shown slot: free, taken and by which topic, or left by a circle that moved (E06). */
import { useView } from '@/client/hooks/gathering-provider';
import type { Cell } from '@/domain/gathering/free-cells';
import type { Session } from '@/domain/gathering/state/session';
import type { Slot, Space } from '@/domain/gathering/state/matrix';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/icons';
import { useTapGuard } from '@/ui/tap-guard';
import { isMine, useMe, useTopicName } from '../_frame/phone-hooks';
import { Mark } from '../_frame/delivery-status';
import { useCapacity, usePlaceName } from '../_frame/place-names';
import type { Taken } from './take-cell';
import { Go } from '../_frame/navigation';

type Props = {
  slot: Slot;
  space: Space;
  topic: Topic | null;
  /** The session this person has just placed, here or elsewhere. */
  taken: Taken | null;
  onTake: (cell: Cell) => void;
  onSwap: (theirs: Session) => void;
};

export function GridCell({ slot, space, topic, taken, onTake, onSwap }: Props) {
  const say = useSay();
  const view = useView();
  const capacity = useCapacity()(space);
  const here = Object.values(view.sessions).filter(
    (s) => s.slot === slot.id && s.space === space.id && s.state !== 'cancelled',
  );
  const free = here.length === 0 || space.kind === 'informal';
  const put = here.some((s) => s.id === taken?.session);
  // A place that was free has the other's topic now, with its offer to swap, or one's own with its undo.
  const guard = useTapGuard([topic?.id, ...here.map((s) => s.id)].join());
  return (
    <li className="grid min-h-13 grid-cols-[minmax(4.5rem,28%)_minmax(0,1fr)] items-center gap-x-2 px-3 py-0.5 has-data-mine:bg-accent-soft">
      <span className="min-w-0 font-semibold text-sm leading-tight wrap-anywhere">
        {space.name}
        {capacity && <span className="block font-normal text-ink-soft text-xs">{capacity}</span>}
        {!space.stepFree && <span className="block font-normal text-warn text-xs">{say('space.steps')}</span>}
      </span>
      <div {...guard} className={cx('grid min-w-0', guard.className)}>
        {here.map((s) => (
          <Occupant key={s.id} session={s} space={space} topic={topic} onSwap={onSwap} />
        ))}
        {put && taken && (
          <span className="flex flex-wrap items-center gap-x-1 font-semibold text-good text-sm">
            <Icon name="check" />
            {say('grid.here')}
            <Button size="small" kind="plain" icon="undo" onClick={taken.undo}>
              {say('toast.undo')}
            </Button>
          </span>
        )}
        <Arrow slot={slot} space={space} />
        {free && topic && !put && (
          <button
            type="button"
            onClick={() => onTake({ slot: slot.id, space: space.id })}
            className="flex min-h-11 w-full items-center gap-2 rounded-md text-start font-semibold text-accent hover:bg-accent-soft"
          >
            <Icon name="plus" />
            <span>
              {say('grid.take', { topic: topicNumber(topic.n) })}
              <span className="sr-only">{`: ${slot.label}, ${space.name}`}</span>
              <Fuller topic={topic} space={space} />
            </span>
          </button>
        )}
        {free && !topic && here.length === 0 && (
          <span className="text-ink-soft text-sm">{say('grid.isFree')}</span>
        )}
      </div>
    </li>
  );
}

/** E41: said where more are interested than the space holds, and only said. */
function Fuller({ topic, space }: { topic: Topic; space: Space }) {
  const say = useSay();
  const capacity = useCapacity()(space);
  if (!capacity || topic.interested <= (space.capacity ?? 0)) return null;
  return (
    <span className="block font-normal text-ink-soft text-xs">
      <span className="sr-only">, </span>
      {`${say('topic.interested', { n: topic.interested })} · ${capacity}`}
    </span>
  );
}

function Occupant({
  session,
  space,
  topic,
  onSwap,
}: {
  session: Session;
  space: Space;
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
    <div className="flex min-w-0 flex-wrap items-center gap-x-1" data-mine={mine || undefined}>
      <Go
        to={`temi/${topicName(theirs)}`}
        className="flex min-h-11 min-w-0 flex-[1_1_6rem] items-center py-1 text-sm leading-tight"
      >
        <span className="min-w-0 wrap-anywhere">
          <b>{topicNumber(theirs.n)}</b> {theirs.hidden ? say('topic.hidden') : theirs.title}
          <Fuller topic={theirs} space={space} />
        </span>
      </Go>
      {mine && <Mark id={session.id} />}
      {!mine && topic && session.state === 'planned' && (
        <IconButton
          icon="swap"
          label={`${say('swap.propose')} ${topicNumber(theirs.n)}`}
          onClick={() => onSwap(session)}
        />
      )}
    </div>
  );
}

/** E06: people who come to the old space are sent on. */
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
