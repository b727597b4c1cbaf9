'use client';
/** The phases of the path, each with its meetings and their progress. */
import { usePath } from '@/client/hooks/path-provider';
import { coverage } from '@/domain/programming/listening-coverage';
import { meetingsInOrder } from '@/domain/programming/meetings';
import { phasesInOrder } from '@/domain/programming/path-phases';
import { readable } from '@/domain/programming/reading-queue';
import type { Meeting } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Banner, EmptyState } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { useRegister } from '../_shared/register';
import { useSaid } from '../_shared/source-lookup';
import { When } from './dates';
import { useMeetingFields, usePhaseFields } from './meeting-fields';
import { useSources } from '@/client/hooks/path-provider';

const BLANK_MEETING = {
  ...{ title: '', kind: 'presentazione_ascolto', dateStatus: 'da_definire', dateText: '', sectors: [] },
  ...{ venue: '', venueKind: 'altro', speakers: [], agenda: [], minutes: '', gathering: null },
};

export function Phases({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const phaseFields = usePhaseFields();
  const phases = useRegister('phase');
  const inOrder = phasesInOrder(path);
  const loose = meetingsInOrder(path, null);
  const unheard = coverage(path).filter((c) => c.meetings.length === 0);
  return (
    <div className="grid gap-8">
      {unheard.length > 0 && (
        <Banner
          kind="warn"
          title={say('planning.unheard', { n: unheard.length })}
          action={
            <a href={placeOf(code, 'incontri', 'ambiti')} className="min-h-11 py-2.5 font-semibold underline">
              {say('planning.seeCoverage')}
            </a>
          }
        >
          {unheard.map((c) => c.sector.label).join(', ')}
        </Banner>
      )}
      {inOrder.length === 0 && <EmptyState title={say('planning.noPhases')} />}
      <ol className="grid gap-8">
        {inOrder.map((phase, i) => (
          <li key={phase.id} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3">
            <span
              aria-hidden="true"
              className="grid size-[2.25em] place-items-center rounded-full bg-accent font-bold text-accent-ink"
            >
              {i + 1}
            </span>
            <Section
              title={phase.label}
              aside={
                may && (
                  <span className="flex flex-wrap gap-1">
                    <NewMeeting code={code} phase={phase.id} />
                    <EditDialog
                      name={`${code}:phase-${phase.id}`}
                      title={say('planning.edit')}
                      kind="plain"
                      now={phase}
                      fields={phaseFields}
                      onSubmit={(changed) => phases.revise(phase, changed)}
                      onRemove={() => phases.remove(phase.id, phase.label)}
                    />
                  </span>
                )
              }
            >
              <When of={phase} />
              <MeetingRows code={code} meetings={meetingsInOrder(path, phase.id)} />
            </Section>
          </li>
        ))}
      </ol>
      {loose.length > 0 && (
        <Section title={say('planning.noPhase')}>
          <MeetingRows code={code} meetings={loose} />
        </Section>
      )}
      {may && (
        <div className="flex flex-wrap gap-2">
          <EditDialog
            name={`${code}:new-phase`}
            title={say('planning.newPhase')}
            icon="plus"
            now={{ label: '', dateText: '', dateStatus: 'da_definire', order: inOrder.length + 1 }}
            fields={phaseFields}
            onSubmit={(words) => phases.add({ order: inOrder.length + 1, ...words }) !== null}
          />
        </div>
      )}
    </div>
  );
}

function NewMeeting({ code, phase }: { code: string; phase: string }) {
  const say = useSay();
  const fields = useMeetingFields();
  const { add } = useRegister('meeting');
  const { refresh } = useSources();
  return (
    <EditDialog
      name={`${code}:new-meeting-${phase}`}
      title={say('planning.newMeeting')}
      kind="plain"
      icon="plus"
      now={{ ...BLANK_MEETING, phase }}
      fields={fields}
      submit={say('planning.add')}
      onSubmit={(words) => {
        const made = add({ ...BLANK_MEETING, phase, ...words }) !== null;
        // A gathering just linked brings its notes along: the server must have it first.
        if (made && words.gathering) setTimeout(() => void refresh(), 800);
        return made;
      }}
    />
  );
}

function MeetingRows({ code, meetings }: { code: string; meetings: Meeting[] }) {
  const say = useSay();
  const path = usePath();
  const along = useSaid();
  if (meetings.length === 0) return <p className="text-ink-soft">{say('planning.noMeetings')}</p>;
  return (
    <ul className="grid divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised shadow-card">
      {meetings.map((m) => {
        const held = along.meetings.find((x) => x.gathering === m.gathering);
        const words = held ? readable(along.all).filter((s) => s.gathering === held.gathering).length : 0;
        const people = held?.people ?? m.attendance;
        return (
          <li key={m.id} className="relative grid gap-1.5 px-4 py-3 hover:bg-accent-soft/40">
            <a
              href={placeOf(code, 'incontri', m.id)}
              className="font-semibold text-lg leading-snug no-underline after:absolute after:inset-0"
            >
              {m.title}
            </a>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <Badge>{say(`planning.meeting.${m.kind}`)}</Badge>
              <When of={m} />
              {people !== null && people !== undefined && (
                <span>{say('planning.people', { n: people })}</span>
              )}
              {words > 0 && <span>{say('planning.wordsSaid', { n: words })}</span>}
              {held && held.newVoices > 0 && (
                <Badge tone="accent">{say('planning.newVoices', { n: held.newVoices })}</Badge>
              )}
              <span className="text-ink-soft">{m.sectors.map((s) => path.sectors[s]?.label).join(', ')}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
