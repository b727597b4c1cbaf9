'use client';
/** One meeting's page: time, place, participants, agenda, attendance, minutes and materials. */
import { usePath, useSources } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import type { Meeting } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { PublicBadge, PublishOne } from '../_shared/publication-state';
import { useRegister } from '../_shared/register';
import { useSaid } from '../_shared/source-lookup';
import { Facts, History, ThingPage } from '../_shared/thing-page';
import { When } from './dates';
import { useMeetingFields } from './meeting-fields';
import { Materials } from './materials';
import { goTo } from '../_shared/path-router';

export function MeetingPage({ code, meeting }: { code: string; meeting: Meeting }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const fields = useMeetingFields();
  const { revise, remove } = useRegister('meeting');
  const { refresh } = useSources();
  const { meetings, all } = useSaid();
  const held = meetings.find((m) => m.gathering === meeting.gathering);
  const invited = standingOnes(path.invitations).filter((i) => i.meeting === meeting.id);
  const back = placeOf(code, 'incontri');
  const words = all.filter((s) => held && s.gathering === held.gathering && !s.withheld);
  return (
    <ThingPage
      back={{ href: back, label: say('planning.phasesAndMeetings') }}
      over={say(`planning.meeting.${meeting.kind}`)}
      title={meeting.title}
      badges={
        <>
          <When of={meeting} />
          <PublicBadge what="meeting" id={meeting.id} />
        </>
      }
      actions={
        may && (
          <>
            <PublishOne code={code} what="meeting" id={meeting.id} />
            <EditDialog
              name={`${code}:meeting-${meeting.id}`}
              title={say('planning.edit')}
              now={meeting}
              fields={fields}
              onSubmit={(changed) => {
                const went = revise(meeting, changed);
                if (went && 'gathering' in changed) setTimeout(() => void refresh(), 800);
                return went;
              }}
              onRemove={() => {
                const gone = remove(meeting.id, meeting.title);
                if (gone) goTo(back);
                return gone;
              }}
            />
          </>
        )
      }
      beside={
        <>
          {held ? (
            <Section title={say('planning.gatheringHeld')}>
              <Facts
                rows={[
                  { label: say('planning.gathering'), value: `${held.title} · ${held.code}` },
                  { label: say('planning.peopleThere'), value: String(held.people) },
                  { label: say('planning.newVoicesLabel'), value: String(held.newVoices) },
                  {
                    label: say('planning.sectors'),
                    value: Object.entries(held.sectors)
                      .map(([id, n]) => `${path.sectors[id]?.label ?? say('planning.sectorUnsaid')} ${n}`)
                      .join('\n'),
                  },
                  { label: say('planning.topics'), value: String(held.topics.length) },
                  { label: say('planning.wordsTitle'), value: String(words.length) },
                ]}
              />
              <div className="flex flex-wrap gap-2">
                <Button href={placeOf(code, 'raccolta')} size="small" icon="speech">
                  {say('planning.readWords')}
                </Button>
                <Button href={`/atti/${held.code}`} size="small" icon="book">
                  {say('planning.record')}
                </Button>
                <Button href={`/regia/${held.code}`} size="small" icon="wall">
                  {say('planning.desk')}
                </Button>
              </div>
            </Section>
          ) : (
            <EmptyState title={say('planning.noGathering')}>{say('planning.gatheringLinkHint')}</EmptyState>
          )}
          {invited.length > 0 && (
            <Section title={say('planning.invitations')}>
              <ul className="grid gap-2">
                {invited.map((i) => (
                  <li key={i.id}>
                    <b>{i.profile || path.organizations[i.organization ?? '']?.name}</b>{' '}
                    <Badge>{say(`planning.invited.${i.status}`)}</Badge>
                    <span className="block text-ink-soft text-sm">{i.reason}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      }
    >
      <Facts
        rows={[
          { label: say('planning.phase'), value: meeting.phase ? path.phases[meeting.phase]?.label : '' },
          {
            label: say('planning.listensTo'),
            value: meeting.sectors.map((s) => path.sectors[s]?.label).join(', '),
          },
          {
            label: say('planning.venue'),
            value: [
              meeting.venue,
              meeting.venueKind !== 'altro' && say(`planning.venue.${meeting.venueKind}`),
            ]
              .filter(Boolean)
              .join(' · '),
          },
          { label: say('planning.speakers'), value: meeting.speakers.join('\n') },
          { label: say('planning.agenda'), value: meeting.agenda.join('\n') },
          {
            label: say('planning.attendance'),
            value: meeting.attendance === null ? '' : String(meeting.attendance),
          },
          { label: say('planning.minutes'), value: meeting.minutes },
        ]}
      />
      <Materials code={code} meeting={meeting} />
      <History
        changes={meeting.history}
        label={(f) => (['dateStatus'].includes(f) ? null : (fields.find((x) => x.key === f)?.label ?? null))}
      />
    </ThingPage>
  );
}
