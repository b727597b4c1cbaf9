'use client';
/** Dots: where the energy is. Secret, changeable until closing; afterwards, the totals of everyone. */
import { useId, useState } from 'react';
import { useReplica, useShown, useView } from '@/client/hooks/gathering-provider';
import type { ViewSnapshot } from '@/client/replica/replica';
import type { AskInput } from '@/domain/deed';
import type { GatheringDeeds } from '@/domain/gathering/catalogue';
import type { Cluster } from '@/domain/gathering/state/action';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button, buttonClass, IconButton } from '@/ui/button';
import { Banner, EmptyState } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { isMine, useDo, useMe } from '../_frame/phone-hooks';
import { ClusterForm } from './cluster-form';
import { Results } from './results';
import { Go } from '../_frame/navigation';

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

/** This person's dots by topic, with those that wait in the outbox: before the replica is started the view is without them. */
function dotsIn({ view, you, outbox }: ViewSnapshot<Gathering>): Record<string, number> {
  const dots = { ...view.private[you?.seat ?? '']?.dots };
  for (const { command } of outbox) {
    if (command.type !== 'placeDots') continue;
    const ask = command.ask as AskInput<GatheringDeeds['placeDots']>;
    dots[ask.topic] = ask.dots;
  }
  return dots;
}
const usedOf = (dots: Record<string, number>): number => Object.values(dots).reduce((a, b) => a + b, 0);

function Ballot({ view }: { view: Gathering }) {
  const say = useSay();
  const dots = useShown(dotsIn);
  const { quota, cumulative, voters } = view.voting;
  const used = usedOf(dots);
  const topics = topicsInOrder(view).filter((t) => t.standing === 'open');
  const voided = view.voting.log.at(-1)?.what === 'voided';
  return (
    <>
      {voided && <Banner kind="warn">{say('vote.voided')}</Banner>}
      <p>
        {say(cumulative ? 'vote.heap' : 'vote.one')} {say('vote.turnout', { n: voters })}
      </p>
      {/* No more than this stays visible: with large text the rest would cover the topics. */}
      <div className="tall:sticky top-2 z-10">
        <Banner kind={used === quota ? 'good' : 'info'} title={say('vote.left', { n: quota - used })} live />
      </div>
      <Groups />
      <ul className="grid gap-2">
        {topics.map((t) => (
          <Line
            key={t.id}
            topic={t}
            mine={dots[t.id] ?? 0}
            quota={quota}
            most={cumulative ? quota : 1}
            left={quota - used}
          />
        ))}
      </ul>
      <p className="text-ink-soft text-sm">{say('vote.secret')}</p>
    </>
  );
}

/** Clusters are made before the vote, so that people find related topics together. */
function Groups() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const [laying, setLaying] = useState<{ cluster: Cluster | null } | null>(null);
  const clusters = Object.values(view.clusters).filter((c) => !c.dissolved);
  const convenes = topicsInOrder(view).some((t) => isMine(t, me) && t.standing === 'open');
  if (clusters.length === 0 && !convenes) return null;
  return (
    <Section title={say('clusters.title')} intro={say('vote.groupsFirst')}>
      <ul className="grid gap-1 empty:hidden">
        {clusters.map((c) => (
          <li key={c.id} className="flex flex-wrap items-baseline gap-x-2">
            <b className="text-accent">
              {c.topics.map((id) => topicNumber(view.topics[id]?.n ?? 0)).join(' + ')}
            </b>
            <span className="wrap-anywhere">{c.name}</span>
          </li>
        ))}
      </ul>
      {convenes && (
        <Button
          size="small"
          icon="merge"
          className="justify-self-start"
          onClick={() => setLaying({ cluster: null })}
        >
          {say('clusters.make')}
        </Button>
      )}
      <ClusterForm open={laying !== null} cluster={laying?.cluster ?? null} onClose={() => setLaying(null)} />
    </Section>
  );
}

type LineProps = { topic: Topic; mine: number; quota: number; most: number; left: number };
function Line({ topic, mine, quota, most, left }: LineProps) {
  const say = useSay();
  const act = useDo();
  const replica = useReplica();
  const number = topicNumber(topic.n);
  // A number says nothing to somebody who goes from button to button: the title follows it.
  const words = useId();
  // Quick taps come before the next drawing: each counts on from the one before.
  const add = (by: 1 | -1) => {
    const dots = dotsIn(replica.snapshot());
    const to = (dots[topic.id] ?? 0) + by;
    if (to < 0 || to > most || usedOf(dots) + by > quota) return;
    act('placeDots', { topic: topic.id, dots: to });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-xl border border-line bg-raised p-3">
      <p className="min-w-0 flex-[1_1_13rem] wrap-anywhere">
        <b className="me-2 text-accent">{number}</b>
        <span id={words}>{topic.hidden ? say('topic.hidden') : topic.title}</span>
      </p>
      <div className="ms-auto flex shrink-0 items-center gap-1">
        <IconButton
          icon="minus"
          kind="quiet"
          label={say('vote.less', { topic: number })}
          aria-describedby={words}
          disabled={mine === 0}
          onClick={() => add(-1)}
        />
        {/* A label is not read when it changes: only the text within is. */}
        <output className="min-w-[1.6em] text-center font-bold text-lg tabular-nums">
          <span aria-hidden="true">{mine}</span>
          <span className="sr-only">{say('vote.mine', { n: mine })}</span>
        </output>
        <IconButton
          icon="plus"
          kind="quiet"
          label={say('vote.more', { topic: number })}
          aria-describedby={words}
          disabled={left === 0 || mine >= most}
          onClick={() => add(1)}
        />
      </div>
    </li>
  );
}
