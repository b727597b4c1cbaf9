'use client';
/** Places a topic for a convener without a phone: a free cell, or another than it has (I4). */
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { useCapacity, usePlaceName, useSlotName } from '@/app/i/[code]/[[...where]]/_frame/place-names';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { type AskExtra, useView } from '@/client/hooks/gathering-provider';
import { type Cell, freeCells } from '@/domain/gathering/free-cells';
import { clashing, sessionsOf } from '@/domain/gathering/session-queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';

export function PlaceTopic({ topic, extra }: { topic: string; extra: AskExtra }) {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const view = useView();
  const name = usePlaceName();
  const slotName = useSlotName();
  const capacity = useCapacity();
  const [chosen, choose] = useState('');
  const held = sessionsOf(view, topic).find((s) => s.state === 'planned');
  const free = freeCells(view);
  const placeWords = (c: Cell) => {
    const space = view.spaces.find((p) => p.id === c.space);
    const slot = slotName(view.slots.find((s) => s.id === c.slot));
    return [space?.name, slot, capacity(space)].filter(Boolean).join(' · ');
  };
  const key = (c: Cell) => `${c.slot} ${c.space}`;
  const cell = free.find((c) => key(c) === chosen);
  const of = view.topics[topic];
  const other = cell && of && clashing(view, of, cell.slot, held?.id);
  const otherTopic = other && view.topics[other.topic];
  const take = () => {
    if (!cell) return;
    // If two of their sessions are at the same time they have been told, and may decide so (I3).
    const session = held?.id ?? nanoid(14);
    const went = held
      ? ask('moveSession', { session, ...cell, anyway: true }, extra)
      : ask('placeTopic', { session, topic, ...cell, anyway: true }, extra);
    if (!went) return;
    choose('');
    const onUndo = () =>
      held
        ? ask('moveSession', { session, slot: held.slot, space: held.space, anyway: true }, extra)
        : ask('cancelSession', { session }, extra);
    tell(`${say('help.placed')} ${name(cell)}`, 'good', { label: say('toast.undo'), onUndo });
  };
  return (
    <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
      <Select
        label={say('help.place')}
        hint={
          otherTopic
            ? say('help.clash', { topic: topicNumber(otherTopic.n) })
            : [
                held && `${say('help.placed')} ${name(held)}`,
                of && of.interested > 0 && say('topic.interested', { n: of.interested }),
              ]
                .filter(Boolean)
                .join(' · ')
        }
        value={cell ? chosen : ''}
        onChange={(e) => choose(e.target.value)}
        options={[
          { value: '', label: say(free.length > 0 ? 'help.choose' : 'help.noPlace') },
          ...free.map((c) => ({
            value: key(c),
            label: placeWords(c),
          })),
        ]}
      />
      <Button icon="place" disabled={!cell} onClick={take}>
        {say(held ? 'help.moveTopic' : 'help.placeTopic')}
      </Button>
    </div>
  );
}
