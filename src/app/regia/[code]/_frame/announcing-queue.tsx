'use client';
/**
 * The queue of people who want to announce a topic, by name: called one at a time, postponed without loss (domain
 * §1.4).
 */
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useNow, useShown, useView } from '@/client/hooks/gathering-provider';
import { letsOthersPass, SPEAKING_SECONDS, speaking, turns } from '@/domain/gathering/speaking-turns';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { useTapGuard } from '@/ui/tap-guard';

/** The name of the person who announces a topic, or its number where nobody is named. */
export function useSpeaker(): (topic: string) => string {
  const view = useView();
  const people = useShown((s) => s.people);
  return (id) => {
    const topic = view.topics[id];
    return (topic?.convener && people[topic.convener]) || topicNumber(topic?.n ?? 0);
  };
}

/** The present speaker, during their turn. */
export function Speaking() {
  const say = useSay();
  const ask = useDeskDo();
  const view = useView();
  const name = useSpeaker();
  const now = useNow(1000);
  const turn = now === null ? null : speaking(view, now);
  const topic = turn && view.topics[turn.topic];
  if (!turn || !topic) return null;
  return (
    // A title on one line would make a phone's page as wide as itself.
    <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-ink px-4 py-3 text-surface">
      <b className="w-14 text-center text-3xl tabular-nums" aria-hidden="true">
        {turn.left}
      </b>
      <p className="min-w-0 flex-[1_1_9rem]">
        <span className="block text-sm">{say('desk.speakingNow')}</span>
        <b className="block text-lg leading-tight">{name(turn.topic)}</b>
        <span className="block truncate text-sm">
          {topicNumber(topic.n)} {topic.title}
        </span>
      </p>
      <span className="flex gap-2">
        <Button size="small" onClick={() => ask('skipTurn', { topic: topic.id })}>
          {say('desk.skip')}
        </Button>
        <Button size="small" onClick={() => ask('endSpotlight', {})}>
          {say('desk.endTurn')}
        </Button>
      </span>
      <progress className="sr-only" max={SPEAKING_SECONDS} value={turn.left} />
    </div>
  );
}

export function Queue() {
  const say = useSay();
  const ask = useDeskDo();
  const view = useView();
  const name = useSpeaker();
  const waiting = turns(view);
  const guard = useTapGuard(waiting.join());
  if (waiting.length === 0) return <p className="text-ink-soft">{say('desk.queueEmpty')}</p>;
  return (
    <section className="grid gap-2">
      <h3 className="text-lg">{say('desk.queue')}</h3>
      <ol
        {...guard}
        className={cx('divide-y divide-line rounded-xl border border-line bg-raised', guard.className)}
      >
        {waiting.map((id, i) => (
          <li key={id} className="flex items-center gap-3 px-4 py-1.5">
            <b className="w-6 shrink-0 text-accent tabular-nums">{i + 1}</b>
            <p className="min-w-0 flex-1 leading-tight">
              <b className="mr-2">{name(id)}</b>
              <span className="text-ink-soft">
                {topicNumber(view.topics[id]?.n ?? 0)} {view.topics[id]?.title}
              </span>
            </p>
            {letsOthersPass(view, id) && (
              <Button size="small" kind="plain" onClick={() => ask('skipTurn', { topic: id })}>
                {say('desk.skip')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
