'use client';
/** A date as far as it is known: a day, the planner's own words, or still to be defined. */
import { useSay } from '@/i18n/words';
import { Badge, type Tone } from '@/ui/badge';
import type { IconName } from '@/ui/icons';
import type { DATE_STATES } from './meeting-fields';

type Known = {
  dateStatus: (typeof DATE_STATES)[number];
  dateText: string;
  date?: string | null;
  from?: string | null;
  to?: string | null;
};
const LOOKS: Record<Known['dateStatus'], { tone: Tone; icon: IconName }> = {
  da_definire: { tone: 'warn', icon: 'question' },
  previsto: { tone: 'plain', icon: 'calendar' },
  confermato: { tone: 'accent', icon: 'calendar' },
  svolto: { tone: 'good', icon: 'check' },
  annullato: { tone: 'bad', icon: 'close' },
};

export function When({ of }: { of: Known }) {
  const say = useSay();
  const day = of.date ?? of.from;
  const until = of.to && of.to !== of.from ? ` – ${say.date(of.to)}` : '';
  const text = of.dateText || (day ? say.date(day, 'weekday') + until : '');
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge {...LOOKS[of.dateStatus]}>{say(`planning.date.${of.dateStatus}`)}</Badge>
      {text && text !== 'da definire' && <span>{text}</span>}
    </span>
  );
}
