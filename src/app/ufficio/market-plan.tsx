/** The slots and spaces of an Open Space, with the sizing helper of domain §1.5. */
import { sizing } from '@/domain/gathering/matrix-sizing';
import { useSay } from '@/i18n/words';
import { Toggle } from '@/ui/choice';
import { TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import { type Plan, planDays, slotsOf } from './gathering-plan';

export type PlanChange = { plan: Plan; set: (change: Partial<Plan>) => void };

export function MarketPlan({ plan, set }: PlanChange) {
  const say = useSay();
  const asked = planDays(plan).reduce((n, d) => n + d.slots, 0);
  const size = sizing(Math.max(1, plan.people), Math.max(1, asked));
  const turns = slotsOf(plan, String, () => '');
  return (
    <>
      <Banner kind="info" title={say('office.sizing', { n: size.topics, spaces: size.spacesPerSlot })} />
      <div className="grid gap-5 sm:grid-cols-4">
        <NumberInput of="slots" label={say('office.slotCount')} max={20} {...{ plan, set }} />
        <TextInput
          label={say('office.first')}
          type="time"
          value={plan.start}
          onChange={(e) => set({ start: e.target.value })}
          required
        />
        <NumberInput of="minutes" label={say('office.length')} max={240} {...{ plan, set }} />
        <NumberInput of="gap" label={say('office.gap')} max={120} {...{ plan, set }} />
      </div>
      <p className="text-ink-soft">
        {say('office.turns', { turns: turns.map((t) => `${t.start}–${t.end}`).join(', ') })}{' '}
        {turns.length < asked && (
          <b className="text-bad">{say('office.pastMidnight', { n: asked - turns.length })}</b>
        )}
      </p>
      <TextArea
        label={say('office.spaceNames')}
        hint={say('office.spaceHint')}
        value={plan.spaces}
        onText={(spaces) => set({ spaces })}
        rows={5}
        required
      />
      <Toggle label={say('office.porch')} on={plan.informal} onToggle={(informal) => set({ informal })} />
    </>
  );
}

type NumberProps = PlanChange & { of: 'people' | 'slots' | 'minutes' | 'gap'; label: string; max: number };

export function NumberInput({ plan, set, of, label, max }: NumberProps) {
  return (
    <TextInput
      label={label}
      type="number"
      min={of === 'gap' ? 0 : 1}
      max={max}
      value={plan[of]}
      onChange={(e) => set({ [of]: Number(e.target.value) })}
      required
    />
  );
}
