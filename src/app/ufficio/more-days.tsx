/** The days after the first: each with its date, its first hour and its number of slots. */
import { DAYS_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { TextInput } from '@/ui/field';
import type { PlanChange } from './market-plan';
import type { PlanDay } from './gathering-plan';

/** The ISO day after this one; empty after an empty one. */
const dayAfter = (day: string): string =>
  day ? new Date(Date.parse(`${day}T12:00Z`) + 86_400_000).toISOString().slice(0, 10) : '';

export function MoreDays({ plan, set }: PlanChange) {
  const say = useSay();
  const { more } = plan;
  const change = (at: number, part: Partial<PlanDay>) =>
    set({ more: more.map((d, i) => (i === at ? { ...d, ...part } : d)) });
  const add = () => {
    const last = more.at(-1)?.day ?? plan.day;
    set({ more: [...more, { day: dayAfter(last), start: plan.start, slots: plan.slots }] });
  };
  return (
    <div className="grid gap-4">
      {more.map((d, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place in the list while its date is being written
        <div key={i} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
          <TextInput
            label={say('office.dayN', { n: i + 2 })}
            type="date"
            value={d.day}
            onChange={(e) => change(i, { day: e.target.value })}
            required
          />
          <TextInput
            label={say('office.first')}
            type="time"
            value={d.start}
            onChange={(e) => change(i, { start: e.target.value })}
            required
          />
          <TextInput
            label={say('office.slotCount')}
            type="number"
            min={1}
            max={20}
            value={d.slots}
            onChange={(e) => change(i, { slots: Number(e.target.value) })}
            required
          />
          <IconButton
            icon="close"
            label={say('office.lessDay', { n: i + 2 })}
            onClick={() => set({ more: more.filter((_, at) => at !== i) })}
          />
        </div>
      ))}
      {more.length + 1 < DAYS_MAX && (
        <div>
          <Button icon="plus" size="small" onClick={add}>
            {say('office.moreDay')}
          </Button>
        </div>
      )}
    </div>
  );
}
