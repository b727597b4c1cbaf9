'use client';
/** A new gathering from few answers: question, day, turns, spaces, with the sizing helper of domain §1.5. */
import { nanoid } from 'nanoid';
import { type FormEvent, useState } from 'react';
import { useDraft } from '@/client/draft';
import { post } from '@/client/post';
import { hasMarket } from '@/domain/gathering/formats';
import { FORMATS } from '@/domain/gathering/state/format';
import { sizing } from '@/domain/gathering/sizing';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills, Toggle } from '@/ui/choice';
import { TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { Fold } from '@/ui/fold';
import { Card } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';
import { type Plan, promptsOf, slotsOf, spacesOf } from './plan';

const first: Plan = {
  format: 'open_space',
  prompts: '',
  title: '',
  question: '',
  sponsor: '',
  venue: '',
  day: '',
  people: 60,
  slots: 3,
  start: '10:45',
  minutes: 75,
  gap: 15,
  spaces: '',
  informal: true,
};

/** What was being filled in when the page was left; nothing when it cannot be read. */
function keptPlan(kept: string): Partial<Plan> {
  try {
    return JSON.parse(kept) as Partial<Plan>;
  } catch {
    return {};
  }
}

/** `open`: there is nothing else to do here yet. */
export function NewGathering({ open }: { open: boolean }) {
  const say = useSay();
  const [kept, keep, forget] = useDraft('ufficio:incontro');
  const plan: Plan = { ...first, ...keptPlan(kept) };
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const set = (change: Partial<Plan>) => keep(JSON.stringify({ ...plan, ...change }));
  const market = hasMarket(plan.format);
  const turns = slotsOf(plan, (n) => say('desk.slotName', { n }), nanoid);
  const size = sizing(Math.max(1, plan.people), Math.max(1, plan.slots));
  const create = async (e: FormEvent) => {
    e.preventDefault();
    const { title, question, sponsor, venue, day, format } = plan;
    const prompts = market ? [] : promptsOf(plan, nanoid);
    const ask = {
      title,
      question,
      sponsor,
      venue,
      days: [day],
      format,
      slots: market ? turns : [],
      spaces: market ? spacesOf(plan, say('office.informalName'), nanoid) : [],
    };
    setBusy(true);
    const answer = await post<{ code: string }>('/api/gatherings', { ask, prompts });
    if (answer.ok) {
      forget();
      return window.location.assign(`/regia/${answer.code}`);
    }
    setBusy(false);
    setRefusal(answer);
  };
  const number = (key: 'people' | 'slots' | 'minutes' | 'gap', label: string, max: number) => (
    <TextInput
      label={label}
      type="number"
      min={key === 'gap' ? 0 : 1}
      max={max}
      value={plan[key]}
      onChange={(e) => set({ [key]: Number(e.target.value) })}
      required
    />
  );
  return (
    <Fold large title={say('office.newTitle')} open={open || kept !== ''}>
      <Card>
        <form onSubmit={create} className="grid gap-5">
          <ChoicePills
            legend={say('office.format')}
            value={plan.format}
            onValue={(format) => set({ format })}
            choices={FORMATS.map((f) => ({ value: f, label: say(`office.format.${f}`) }))}
          />
          <TextInput
            label={say('office.gTitle')}
            value={plan.title}
            onChange={(e) => set({ title: e.target.value })}
            required
          />
          <TextArea
            label={say('office.question')}
            hint={say('office.questionHint')}
            value={plan.question}
            onText={(question) => set({ question })}
            max={500}
            rows={2}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextInput
              label={say('office.sponsor')}
              value={plan.sponsor}
              onChange={(e) => set({ sponsor: e.target.value })}
            />
            <TextInput
              label={say('office.venue')}
              value={plan.venue}
              onChange={(e) => set({ venue: e.target.value })}
            />
            <TextInput
              label={say('office.day')}
              type="date"
              value={plan.day}
              onChange={(e) => set({ day: e.target.value })}
              required
            />
            {market && number('people', say('office.people'), 2000)}
          </div>
          {!market && (
            <TextArea
              label={say('office.prompts')}
              hint={say('office.promptsHint')}
              value={plan.prompts}
              onText={(prompts) => set({ prompts })}
              rows={4}
            />
          )}
          {market && (
            <>
              <Banner
                kind="info"
                title={say('office.sizing', { n: size.topics, spaces: size.spacesPerSlot })}
              />
              <div className="grid gap-5 sm:grid-cols-4">
                {number('slots', say('office.slotCount'), 20)}
                <TextInput
                  label={say('office.first')}
                  type="time"
                  value={plan.start}
                  onChange={(e) => set({ start: e.target.value })}
                  required
                />
                {number('minutes', say('office.length'), 240)}
                {number('gap', say('office.gap'), 120)}
              </div>
              <p className="text-ink-soft">
                {say('office.turns', { turns: turns.map((t) => `${t.start}–${t.end}`).join(', ') })}{' '}
                {turns.length < plan.slots && (
                  <b className="text-bad">{say('office.pastMidnight', { n: plan.slots - turns.length })}</b>
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
              <Toggle
                label={say('office.porch')}
                on={plan.informal}
                onToggle={(informal) => set({ informal })}
              />
            </>
          )}
          {refusal && <Banner kind="bad" title={sayRefusal(say, refusal)} live />}
          <div>
            <Button type="submit" kind="primary" size="large" busy={busy}>
              {say('office.create')}
            </Button>
          </div>
        </form>
      </Card>
    </Fold>
  );
}
