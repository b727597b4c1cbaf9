'use client';
/** Dots: where the energy is. Secret, changeable until closing; afterwards, the totals of everyone. */
import { useView } from '@/client/provider';
import { topicsInOrder } from '@/domain/gathering/queries';
import type { Gathering } from '@/domain/gathering/state';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { buttonClass, IconButton } from '@/ui/button';
import { Banner, EmptyState } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { useDo, useMine } from '../frame/phone-hooks';
import { Results } from './results';
import { Go } from '../frame/navigation';

export function Vote() {
  const say = useSay();
  const view = useView();
  const { state } = view.voting;
  if (state === 'none')
    return (
      <EmptyState
        whole
        title={say('vote.notYet')}
        action={
          <Go to="notizie" className={buttonClass()}>
            {say('way.news')}
          </Go>
        }
      >
        {say('vote.notYetWhy')}
      </EmptyState>
    );
  return (
    <>
      <PageHeader
        title={say('vote.title')}
        intro={say(state === 'open' ? 'vote.intro' : 'vote.closedIntro')}
      />
      {state === 'open' ? <Ballot view={view} /> : <Results view={view} />}
    </>
  );
}

function Ballot({ view }: { view: Gathering }) {
  const say = useSay();
  const dots = useMine()?.dots ?? {};
  const { quota, cumulative, voters } = view.voting;
  const used = Object.values(dots).reduce((a, b) => a + b, 0);
  const topics = topicsInOrder(view).filter((t) => t.standing === 'open');
  const voided = view.voting.log.at(-1)?.what === 'voided';
  return (
    <>
      {voided && <Banner kind="warn">{say('vote.voided')}</Banner>}
      <p>
        {say(cumulative ? 'vote.heap' : 'vote.one')} {say('vote.turnout', { n: voters })}
      </p>
      {/* No more than this stays in sight: with large letters the rest would lie over the topics. */}
      <div className="tall:sticky top-2 z-10">
        <Banner kind={used === quota ? 'good' : 'info'} title={say('vote.left', { n: quota - used })} live />
      </div>
      <ul className="grid gap-2">
        {topics.map((t) => (
          <Line
            key={t.id}
            topic={t}
            mine={dots[t.id] ?? 0}
            most={cumulative ? quota : 1}
            left={quota - used}
          />
        ))}
      </ul>
      <p className="text-ink-soft text-sm">{say('vote.secret')}</p>
    </>
  );
}

function Line({ topic, mine, most, left }: { topic: Topic; mine: number; most: number; left: number }) {
  const say = useSay();
  const act = useDo();
  const number = topicNumber(topic.n);
  const set = (dots: number) => act('placeDots', { topic: topic.id, dots });
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-xl border border-line bg-raised p-3">
      <p className="min-w-0 flex-[1_1_13rem] wrap-anywhere">
        <b className="mr-2 text-accent">{number}</b>
        {topic.hidden ? say('topic.hidden') : topic.title}
      </p>
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <IconButton
          icon="minus"
          kind="quiet"
          label={say('vote.less', { topic: number })}
          disabled={mine === 0}
          onClick={() => set(mine - 1)}
        />
        <output
          className="min-w-[1.6em] text-center font-bold text-lg tabular-nums"
          aria-label={say('vote.mine', { n: mine })}
        >
          {mine}
        </output>
        <IconButton
          icon="plus"
          kind="quiet"
          label={say('vote.more', { topic: number })}
          disabled={left === 0 || mine >= most}
          onClick={() => set(mine + 1)}
        />
      </div>
    </li>
  );
}
