'use client';
/** A new gathering from few answers: question, day, slots, spaces, with the sizing helper of domain §1.5. */
import { nanoid } from 'nanoid';
import { type FormEvent, useState } from 'react';
import { useDraft } from '@/client/storage/draft';
import { postJson } from '@/client/connection/post-json';
import { hasMarket } from '@/domain/gathering/formats';
import { USUAL_MATRIX } from '@/domain/gathering/matrix-sizing';
import { FORMATS } from '@/domain/gathering/state/format';
import type { Refusal } from '@/domain/refusal';
import { LINE_MAX } from '@/domain/words';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Select, TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { Disclosure } from '@/ui/disclosure';
import { Card } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';
import { MarketPlan, NumberInput } from './market-plan';
import type { PathCard } from './paths';
import { MoreDays } from './more-days';
import { type Plan, planDays, promptsOf, slotsOf, spacesOf } from './gathering-plan';

const first: Plan = {
  format: 'open_space',
  path: '',
  prompts: '',
  title: '',
  question: '',
  sponsor: '',
  venue: '',
  day: '',
  more: [],
  ...USUAL_MATRIX,
  spaces: '',
  informal: true,
};

/** The draft of the form when the page was left; nothing when it cannot be read. */
function keptPlan(kept: string): Partial<Plan> {
  try {
    return JSON.parse(kept) as Partial<Plan>;
  } catch {
    return {};
  }
}

/** `open`: shown open, because there is nothing else to do here yet. `paths`: the newest first. */
export function NewGathering({ open, paths }: { open: boolean; paths: readonly PathCard[] }) {
  const say = useSay();
  const [kept, keep, forget] = useDraft('ufficio:incontro');
  // A demonstration's path is never the default.
  const path = paths.find((p) => !p.demo)?.id ?? '';
  const plan: Plan = { ...first, path, ...keptPlan(kept) };
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const set = (change: Partial<Plan>) => keep(JSON.stringify({ ...plan, ...change }));
  const market = hasMarket(plan.format);
  const create = async (e: FormEvent) => {
    e.preventDefault();
    const { title, question, sponsor, venue, format } = plan;
    const prompts = market ? [] : promptsOf(plan, nanoid);
    const ask = {
      title,
      question,
      sponsor,
      venue,
      days: [...new Set((market ? planDays(plan) : [plan]).map((d) => d.day))].sort(),
      format,
      slots: market ? slotsOf(plan, (n) => say('desk.slotName', { n }), nanoid) : [],
      spaces: market ? spacesOf(plan, say('office.informalName'), nanoid) : [],
    };
    setBusy(true);
    const answer = await postJson<{ code: string }>('/api/gatherings', {
      path: plan.path || null,
      ask,
      prompts,
    });
    if (answer.ok) {
      forget();
      return window.location.assign(`/regia/${answer.code}`);
    }
    setBusy(false);
    setRefusal(answer);
  };
  return (
    <Disclosure large title={say('office.newTitle')} open={open || kept !== ''}>
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
            max={LINE_MAX}
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
            {market && <NumberInput of="people" label={say('office.people')} max={2000} {...{ plan, set }} />}
          </div>
          {paths.length > 0 && (
            <Select
              label={say('office.ofPath')}
              hint={say('office.ofPathHint')}
              value={plan.path}
              onChange={(e) => set({ path: e.target.value })}
              options={[
                { value: '', label: say('office.ofNoPath') },
                ...paths.map((p) => ({ value: p.id, label: `${p.title} · ${p.year}` })),
              ]}
            />
          )}
          {!market && (
            <TextArea
              label={say('office.prompts')}
              hint={say('office.promptsHint')}
              value={plan.prompts}
              onText={(prompts) => set({ prompts })}
              rows={4}
            />
          )}
          {market && <MarketPlan plan={plan} set={set} />}
          {market && <MoreDays plan={plan} set={set} />}
          {refusal && <Banner kind="bad" title={sayRefusal(say, refusal)} live />}
          <div>
            <Button type="submit" kind="primary" size="large" busy={busy}>
              {say('office.create')}
            </Button>
          </div>
        </form>
      </Card>
    </Disclosure>
  );
}
