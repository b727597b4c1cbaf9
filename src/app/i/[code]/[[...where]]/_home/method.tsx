'use client';
/** The method on one screen: the principles, one law, a slogan. */
import { useShown } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Card, PageHeader, Section } from '@/ui/surface';

const FOUR = ['principle.people', 'principle.happens', 'principle.starts', 'principle.over'] as const;

export function Method() {
  const say = useSay();
  const fifth = useShown((s) => s.view.fifthPrinciple);
  const principles = fifth ? [...FOUR, 'principle.place' as const] : FOUR;
  return (
    <>
      <PageHeader title={say('method.title')} intro={say('method.intro')} />
      <Section title={say('method.principles')}>
        <ol className="grid gap-2">
          {principles.map((p, i) => (
            <li key={p} className="flex gap-3 rounded-xl border border-line bg-raised p-3 text-lg">
              <span aria-hidden="true" className="font-bold text-accent">
                {i + 1}
              </span>
              {say(p)}
            </li>
          ))}
        </ol>
      </Section>
      <Card tone="accent" className="grid gap-1">
        <h2 className="text-xl">{say('method.law')}</h2>
        <p>{say('method.lawText')}</p>
        <p className="text-ink-soft text-sm">{say('method.mobility')}</p>
      </Card>
      <Section title={say('method.how')}>
        <p>{say('method.propose')}</p>
        <p>{say('method.market')}</p>
        <p>{say('method.circles')}</p>
        <p>{say('method.bees')}</p>
        <p>{say('method.report')}</p>
      </Section>
      <p className="text-center font-bold text-xl">{say('method.slogan')}</p>
    </>
  );
}
