'use client';
/**
 * The matrix one slot at a time, a space a row: a free cell is taken with a tap or a key, a taken one can be asked for.
 */
import { useState } from 'react';
import { useView } from '@/client/hooks/gathering-provider';
import type { Cell } from '@/domain/gathering/free-cells';
import { sessionsIn, sessionsOf } from '@/domain/gathering/session-queries';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Session } from '@/domain/gathering/state/session';
import type { Slot, Space } from '@/domain/gathering/state/matrix';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { buttonClass } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Select } from '@/ui/field';
import { Icon } from '@/ui/icons';
import { Banner, EmptyState } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { GridCell } from './grid-cell';
import { numbered } from '../_frame/address';
import { isMine, useMe } from '../_frame/phone-hooks';
import { Offers } from './swap-offers';
import { useSlotName, useSlotStart, useToCome } from '../_frame/place-names';
import { SpaceMap } from '../_frame/space-map';
import { Strip } from '../_frame/choice-strip';
import { type TakeCellAsk, type Taken, useTaking } from './take-cell';
import { Go } from '../_frame/navigation';

/** The topic to place: the one in the address, else the person's first without a cell. */
function useInHand(number: string | null) {
  const view = useView();
  const me = useMe();
  const [chosen, choose] = useState<string | null>(null);
  const mine = topicsInOrder(view).filter((t) => t.standing === 'open' && isMine(t, me));
  const named = number ? mine.find((t) => t === numbered(view, number)) : undefined;
  const unplaced = mine.find((t) => sessionsOf(view, t.id).length === 0);
  const topic: Topic | null = mine.find((t) => t.id === chosen) ?? named ?? unplaced ?? null;
  return { topic, mine, choose };
}

export function Grid({ number }: { number: string | null }) {
  const say = useSay();
  const view = useView();
  const slotName = useSlotName();
  const slotStart = useSlotStart();
  const { topic, mine, choose } = useInHand(number);
  const [ask, setAsk] = useState<TakeCellAsk | null>(null);
  const [taken, onTaken] = useState<Taken | null>(null);
  const taking = useTaking(topic, { ask, setAsk, onTaken });
  const slots = view.slots.filter((s) => s.released);
  const spaces = view.spaces.filter((s) => s.released);
  const [only, setOnly] = useState<string | null>(null);
  const many = slots.length > 1;
  const { toCome, over } = useToCome(slots);
  const inOrder = [...toCome, ...over];
  const looked = slots.find((s) => s.id === only) ?? inOrder[0];
  const full = (s: Slot) => new Set(sessionsIn(view, s.id).map((x) => x.space));
  const room = (s: Slot) => spaces.filter((p) => p.kind === 'informal' || !full(s).has(p.id)).length;
  const shown = many ? slots.filter((s) => s === looked) : inOrder;
  // The slot in which somebody has put a topic stays in sight, whatever the clock says next.
  const take = (cell: Cell) => {
    setOnly(cell.slot);
    taking.take(cell);
  };
  return (
    <>
      <PageHeader title={say('grid.title')} {...(mine.length === 0 && { intro: say('grid.intro') })} />
      <Offers />
      {mine.length > 0 ? (
        <Select
          label={say('grid.inHand')}
          aside={say('grid.inHandHint')}
          {...(topic && topic.interested > 0
            ? { hint: say('topic.interested', { n: topic.interested }) }
            : {})}
          value={topic?.id ?? ''}
          onChange={(e) => choose(e.target.value)}
          options={[
            { value: '', label: say('grid.noneInHand') },
            ...mine.map((t) => ({ value: t.id, label: `${topicNumber(t.n)} ${t.title}` })),
          ]}
        />
      ) : (
        <Banner
          action={
            <Go to="proponi" className={buttonClass('quiet', 'small')}>
              <Icon name="plus" />
              {say('way.propose')}
            </Go>
          }
        >
          {say('grid.noTopic')}
        </Banner>
      )}
      {slots.length === 0 && <EmptyState title={say('grid.empty')}>{say('grid.emptyWhy')}</EmptyState>}
      {many && looked && (
        <Strip chosen={looked.id}>
          <ChoicePills
            legend={say('grid.slots')}
            legendHidden
            choices={slots.map((s) => ({
              value: s.id,
              label: `${slotStart(s)} · ${say('grid.freeCount', { n: room(s) })}`,
            }))}
            value={looked.id}
            onValue={setOnly}
          />
        </Strip>
      )}
      {shown.map((slot) => (
        <Section
          key={slot.id}
          title={slotName(slot)}
          aside={over.includes(slot) ? say('grid.over') : undefined}
        >
          <Cells slot={slot} spaces={spaces} topic={topic} taken={taken} onTake={take} onSwap={taking.swap} />
        </Section>
      ))}
      <SpaceMap />
      <p role="status" className="sr-only">
        {taken?.said}
      </p>
      {taking.dialog}
    </>
  );
}

type CellsProps = {
  slot: Slot;
  spaces: Space[];
  topic: Topic | null;
  taken: Taken | null;
  onTake: (cell: Cell) => void;
  onSwap: (theirs: Session) => void;
};

/** Always in the order of the spaces: nothing moves under a finger. */
function Cells({ slot, spaces, topic, taken, onTake, onSwap }: CellsProps) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
      {spaces.map((space) => (
        <GridCell
          key={space.id}
          slot={slot}
          space={space}
          topic={topic}
          taken={taken}
          onTake={onTake}
          onSwap={onSwap}
        />
      ))}
    </ul>
  );
}
