'use client';
/** Slots and spaces: added, corrected, held back or released, never removed while a session is in them. */
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useView } from '@/client/hooks/gathering-provider';
import { sessionsIn } from '@/domain/gathering/session-queries';
import { useSay } from '@/i18n/words';
import { Toggle } from '@/ui/choice';
import { Card, Section } from '@/ui/surface';
import { DayHead, Days } from '../_phases/days';
import { MapKeeping } from './map-keeping';
import { EditSlot, NewSlot } from './slot-form';
import { EditSpace, NewSpace } from './space-form';

export function MatrixKeeping() {
  const say = useSay();
  const ask = useDeskDo();
  const view = useView();
  const placed = (space: string) =>
    Object.values(view.sessions).filter((s) => s.space === space && s.state !== 'cancelled').length;
  return (
    <Section title={say('desk.matrix')} intro={say('desk.matrixHint')}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <h3 className="mb-2 text-lg">{say('desk.slots')}</h3>
          {view.days.map((day) => (
            <section key={day} aria-label={say.date(day)}>
              {view.days.length > 1 && <DayHead day={day} />}
              {view.slots
                .filter((s) => s.day === day)
                .map((s) => (
                  <div key={s.id} className="grid grid-cols-[1fr_auto] items-center gap-2">
                    <Toggle
                      label={`${s.label} · ${s.start}–${s.end}`}
                      hint={say('desk.placed', { n: sessionsIn(view, s.id).length })}
                      on={s.released}
                      onToggle={(released) => ask('releaseSlot', { slot: s.id, released })}
                    />
                    <EditSlot slot={s} />
                  </div>
                ))}
            </section>
          ))}
          <NewSlot days={view.days} slots={view.slots} />
          <Days days={view.days} />
        </Card>
        <Card>
          <h3 className="mb-2 text-lg">{say('desk.spaces')}</h3>
          {view.spaces.map((p) => (
            <div key={p.id} className="grid grid-cols-[1fr_auto] items-center gap-2">
              <Toggle
                label={p.name}
                hint={[
                  p.kind === 'informal' ? say('desk.informal') : '',
                  p.stepFree ? '' : say('wall.stepUp'),
                  p.capacity === undefined ? '' : say('space.capacity', { n: p.capacity }),
                  p.note,
                  say('desk.placed', { n: placed(p.id) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                on={p.released}
                onToggle={(released) => ask('releaseSpace', { space: p.id, released })}
              />
              <EditSpace space={p} />
            </div>
          ))}
          <NewSpace />
        </Card>
        <MapKeeping />
      </div>
    </Section>
  );
}
