'use client';
/** The person's day as a calendar file, made here so that it works without a network. */
import { useNow, useView } from '@/client/provider';
import { slotSpan } from '@/domain/gathering/clock';
import { agendaOf } from '@/domain/gathering/queries';
import type { Gathering } from '@/domain/gathering/state';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { buttonClass } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { useMe } from '../frame/phone-hooks';

const escaped = (text: string): string => text.replace(/[\\;,]/g, (c) => `\\${c}`).replace(/\n/g, '\\n');
const utc = (at: number): string => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

/** RFC 5545: one VEVENT for each circle of the agenda. Lines are not folded at 75 bytes: all readers accept that. */
export function calendarOf(view: Gathering, seat: string, at: number): string {
  const events = agendaOf(view, seat).flatMap((s) => {
    const slot = view.slots.find((x) => x.id === s.slot);
    const topic = view.topics[s.topic];
    if (!slot || !topic) return [];
    const { from, to } = slotSpan(view, slot);
    const space = view.spaces.find((x) => x.id === s.space)?.name ?? '';
    return [
      'BEGIN:VEVENT',
      `UID:${s.id}@${view.code}.cerchi`,
      `DTSTAMP:${utc(at)}`,
      `DTSTART:${utc(from)}`,
      `DTEND:${utc(to)}`,
      `SUMMARY:${escaped(`${topicNumber(topic.n)} ${topic.title}`)}`,
      `LOCATION:${escaped([space, view.venue].filter(Boolean).join(', '))}`,
      'END:VEVENT',
    ];
  });
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Cerchi//IT', ...events, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
}

export function CalendarLink() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const now = useNow(60_000);
  if (!me || now === null || agendaOf(view, me).length === 0) return null;
  const href = `data:text/calendar;charset=utf-8,${encodeURIComponent(calendarOf(view, me, now))}`;
  return (
    <a href={href} download={`cerchi-${view.code}.ics`} className={buttonClass('quiet', 'normal')}>
      <Icon name="calendar" />
      {say('agenda.ics')}
    </a>
  );
}
