'use client';
/** Who wants to say a topic aloud: called one at a time, skipped without loss (§1.4). */
import { useDo } from '@/app/_page/answers';
import { useView } from '@/client/provider';
import { turns } from '@/domain/gathering/announcing';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Section } from '@/ui/surface';

export function Queue() {
  const say = useSay();
  const ask = useDo();
  const view = useView();
  const waiting = turns(view);
  const lit = view.spotlight ? view.topics[view.spotlight.topic] : undefined;
  if (waiting.length === 0 && !lit) return null;
  return (
    <Section
      title={say('desk.queue')}
      intro={say('desk.queueHint')}
      aside={
        <Button
          kind="primary"
          icon="speech"
          disabled={waiting.length === 0}
          onClick={() => ask('callNext', {})}
        >
          {say('desk.callNext')}
        </Button>
      }
    >
      {lit && (
        <div className="flex flex-wrap items-center gap-3 rounded-lg bg-accent-soft px-4 py-3">
          <p className="min-w-0 flex-[1_1_16rem] font-semibold">
            {say('desk.speaking', { topic: `${topicNumber(lit.n)} ${lit.title}` })}
          </p>
          <Button size="small" onClick={() => ask('skipTurn', { topic: lit.id })}>
            {say('desk.skip')}
          </Button>
          <Button size="small" onClick={() => ask('endSpotlight', {})}>
            {say('desk.endTurn')}
          </Button>
        </div>
      )}
      {waiting.length === 0 && <p className="text-ink-soft">{say('desk.queueEmpty')}</p>}
      <ol className="grid gap-1.5">
        {waiting.map((id) => (
          <li key={id} className="flex items-baseline gap-3">
            <b className="text-accent">{topicNumber(view.topics[id]?.n ?? 0)}</b>
            <span className="min-w-0 flex-1">{view.topics[id]?.title}</span>
            <Button size="small" kind="plain" onClick={() => ask('skipTurn', { topic: id })}>
              {say('desk.skip')}
            </Button>
          </li>
        ))}
      </ol>
    </Section>
  );
}
