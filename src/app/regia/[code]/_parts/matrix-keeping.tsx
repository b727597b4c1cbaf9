'use client';
/** Slots and spaces: more of them, held back or released, never taken from under a session. */
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { useDo } from '@/app/_page/answers';
import { useView } from '@/client/provider';
import { sessionsIn } from '@/domain/gathering/queries';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { TextInput } from '@/ui/field';
import { Card, Section } from '@/ui/surface';

export function MatrixKeeping() {
  const say = useSay();
  const ask = useDo();
  const view = useView();
  const placed = (space: string) =>
    Object.values(view.sessions).filter((s) => s.space === space && s.state !== 'cancelled').length;
  return (
    <Section title={say('desk.matrix')} intro={say('desk.matrixHint')}>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <h3 className="mb-2 text-lg">{say('desk.slots')}</h3>
          {view.slots.map((s) => (
            <Toggle
              key={s.id}
              label={`${s.label} · ${s.start}–${s.end}`}
              hint={`${view.days.length > 1 ? `${say.date(s.day, 'short')} · ` : ''}${say('desk.placed', { n: sessionsIn(view, s.id).length })}`}
              on={s.released}
              onToggle={(released) => ask('releaseSlot', { slot: s.id, released })}
            />
          ))}
          <NewSlot day={view.days.at(-1) ?? ''} count={view.slots.length} />
        </Card>
        <Card>
          <h3 className="mb-2 text-lg">{say('desk.spaces')}</h3>
          {view.spaces.map((p) => (
            <Toggle
              key={p.id}
              label={p.name}
              hint={[
                p.kind === 'informal' ? say('desk.informal') : '',
                p.stepFree ? '' : say('wall.stepUp'),
                say('desk.placed', { n: placed(p.id) }),
              ]
                .filter(Boolean)
                .join(' · ')}
              on={p.released}
              onToggle={(released) => ask('releaseSpace', { space: p.id, released })}
            />
          ))}
          <NewSpace />
        </Card>
      </div>
    </Section>
  );
}

function NewSlot({ day, count }: { day: string; count: number }) {
  const say = useSay();
  const ask = useDo();
  const [start, setStart] = useState('');
  const [end, setEnd] = useState('');
  const add = () => {
    if (ask('addSlot', { id: nanoid(14), day, label: say('desk.slotName', { n: count + 1 }), start, end })) {
      setStart('');
      setEnd('');
    }
  };
  return (
    <div className="mt-3 flex flex-wrap items-end gap-3 border-line border-t pt-3">
      <TextInput
        label={say('desk.from')}
        type="time"
        value={start}
        onChange={(e) => setStart(e.target.value)}
      />
      <TextInput label={say('desk.to')} type="time" value={end} onChange={(e) => setEnd(e.target.value)} />
      <Button icon="plus" disabled={!start || !end} onClick={add}>
        {say('desk.addSlot')}
      </Button>
    </div>
  );
}

function NewSpace() {
  const say = useSay();
  const ask = useDo();
  const [name, setName] = useState('');
  const [informal, setInformal] = useState(false);
  const [stepFree, setStepFree] = useState(true);
  const add = () => {
    if (ask('addSpace', { id: nanoid(14), name, kind: informal ? 'informal' : 'room', stepFree }))
      setName('');
  };
  return (
    <div className="mt-3 grid gap-2 border-line border-t pt-3">
      <TextInput label={say('desk.spaceName')} value={name} onChange={(e) => setName(e.target.value)} />
      <Toggle
        label={say('desk.informal')}
        hint={say('desk.informalHint')}
        on={informal}
        onToggle={setInformal}
      />
      <Toggle label={say('desk.stepFree')} on={stepFree} onToggle={setStepFree} />
      <div>
        <Button icon="plus" disabled={name.trim() === ''} onClick={add}>
          {say('desk.addSpace')}
        </Button>
      </div>
    </div>
  );
}
