'use client';
/** The matrix as a list by slot: a free cell is taken with a tap or a key, a taken one can be asked for. */
import { useState } from 'react';
import { useView } from '@/client/provider';
import { sessionsOf, topicsInOrder } from '@/domain/gathering/queries';
import { type Topic, topicNumber } from '@/domain/gathering/state';
import { useSay } from '@/i18n/words';
import { buttonClass } from '@/ui/button';
import { Select } from '@/ui/field';
import { Icon } from '@/ui/icons';
import { Banner, EmptyState } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { GridCell } from './grid-cell';
import { isMine, useMe } from './here';
import { Offers } from './offers';
import { useSlotName } from './placing';
import { type Ask, useTaking } from './taking';
import { Go } from './where';

/** The topic in hand: the one the address names, else my first without a place. */
function useInHand(number: string | null): [Topic | null, Topic[], (id: string) => void] {
  const view = useView();
  const me = useMe();
  const [chosen, choose] = useState<string | null>(null);
  const mine = topicsInOrder(view).filter((t) => t.standing === 'open' && isMine(t, me));
  const named = number ? mine.find((t) => topicNumber(t.n) === number) : undefined;
  const unplaced = mine.find((t) => sessionsOf(view, t.id).length === 0);
  return [mine.find((t) => t.id === chosen) ?? named ?? unplaced ?? null, mine, choose];
}

export function Grid({ number }: { number: string | null }) {
  const say = useSay();
  const view = useView();
  const slotName = useSlotName();
  const [topic, mine, choose] = useInHand(number);
  const [ask, setAsk] = useState<Ask | null>(null);
  const taking = useTaking(topic, ask, setAsk);
  const slots = view.slots.filter((s) => s.released);
  const spaces = view.spaces.filter((s) => s.released);
  return (
    <>
      <PageHeader title={say('grid.title')} intro={say('grid.intro')} />
      <Offers />
      {mine.length > 0 ? (
        <Select
          label={say('grid.inHand')}
          hint={say('grid.inHandHint')}
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
      {slots.map((slot) => (
        <Section key={slot.id} title={slotName(slot)}>
          <ul className="grid gap-2">
            {spaces.map((space) => (
              <GridCell
                key={space.id}
                slot={slot}
                space={space}
                topic={topic}
                onTake={taking.take}
                onSwap={taking.swap}
              />
            ))}
          </ul>
        </Section>
      ))}
      {taking.dialog}
    </>
  );
}
