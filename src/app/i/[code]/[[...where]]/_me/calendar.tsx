'use client';
/** My day as a file for the phone's own calendar, made here so that it works offline, and the programme as a feed to follow. */
import { useNow, useView } from '@/client/hooks/gathering-provider';
import { agendaOf } from '@/domain/gathering/agenda';
import { useSay } from '@/i18n/words';
import { calendar } from '@/reports/calendar';
import { buttonClass } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { useMe } from '../_frame/phone-hooks';

export function CalendarLink() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const now = useNow(60_000);
  if (!me || now === null || view.slots.length === 0) return null;
  const mine = agendaOf(view, me);
  const file = calendar(view, mine, { at: now, hidden: say('wall.hidden') });
  return (
    <div className="grid justify-items-start gap-2">
      {mine.length > 0 && (
        <a
          href={`data:text/calendar;charset=utf-8,${encodeURIComponent(file)}`}
          download={`cerchi-${view.code}.ics`}
          className={buttonClass('quiet', 'normal')}
        >
          <Icon name="calendar" />
          {say('agenda.ics')}
        </a>
      )}
      {/* A calendar asks for it from outside the hall: an address that only the hall knows would be of no use. */}
      {window.location.protocol === 'https:' && (
        <a
          href={`webcal://${window.location.host}/api/calendar/${view.code}.ics`}
          className={buttonClass('quiet', 'normal')}
        >
          <Icon name="calendar" />
          {say('agenda.feed')}
        </a>
      )}
    </div>
  );
}
