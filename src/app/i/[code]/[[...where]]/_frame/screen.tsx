'use client';
/** Chooses the screen of an address. */
import dynamic from 'next/dynamic';
import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { replayEarlyInput } from '@/client/loading/replay-early-input';
import { retryImport } from '@/client/loading/retry-import';
import { useReplica, useShown } from '@/client/hooks/gathering-provider';
import { hasMarket } from '@/domain/gathering/formats';
import { useSay } from '@/i18n/words';
import { Skeleton } from '@/ui/notice';
import { Home } from '../_home/home';
import { useWhere } from './navigation';
import { runningCircle, useRunningCircle } from './phone-hooks';

/**
 * Only the first screen comes with the page; each other one is loaded when it is opened, or a little later, because a
 * phone may lose the network.
 */
const rest: (() => Promise<unknown>)[] = [];
function part<P extends object>(bring: () => Promise<ComponentType<P>>): () => Promise<ComponentType<P>> {
  rest.push(bring);
  return () => retryImport(bring).then(alive);
}

/** Repeats taps and input from before hydration. */
function alive<P extends object>(Part: ComponentType<P>): ComponentType<P> {
  return function Alive(props: P) {
    useEffect(replayEarlyInput, []);
    return <Part {...props} />;
  };
}
const First = alive(Home);

/**
 * Loads them all, so that moving on needs no network; one after the other, each after a `pause`, because a slow phone must also
 * react to a finger.
 */
export async function fetchRest(pause: () => Promise<void>): Promise<void> {
  for (const bring of rest) await pause().then(bring);
}

function Coming() {
  const say = useSay();
  return <Skeleton label={say('loading')} lines={4} />;
}

const circleHome = part(() => import('../_home/circle-home').then((m) => m.CircleHome));
const CircleHome = dynamic(circleHome);
const Board = dynamic(part(() => import('../_topics/board').then((m) => m.Board)));
const Propose = dynamic(part(() => import('../_topics/propose').then((m) => m.Propose)));
const TopicPage = dynamic(part(() => import('../_topics/topic').then((m) => m.TopicPage)));
const Grid = dynamic(part(() => import('../_grid/grid').then((m) => m.Grid)));
const Circles = dynamic(part(() => import('../_circle/circles').then((m) => m.Circles)));
const Circle = dynamic(part(() => import('../_circle/circle').then((m) => m.Circle)));
const ReportPage = dynamic(part(() => import('../_report/report').then((m) => m.ReportPage)));
const News = dynamic(part(() => import('../_home/news').then((m) => m.News)));
const Vote = dynamic(part(() => import('../_vote/vote').then((m) => m.Vote)));
const Actions = dynamic(part(() => import('../_vote/actions').then((m) => m.Actions)));
const Me = dynamic(part(() => import('../_me/me').then((m) => m.Me)));
const Method = dynamic(part(() => import('../_home/method').then((m) => m.Method)));
const Listening = dynamic(part(() => import('../_home/prompt-meeting').then((m) => m.Listening)));

/** The screen that came with the page is drawn with it, whole; any other may first have to load. */
export function Screen({ recovery }: { recovery: string | null }) {
  const { where } = useWhere();
  const address = where.join('/');
  const [first] = useState(address);
  const screen = <At where={where} recovery={recovery} />;
  return address === first ? screen : <Suspense fallback={<Coming />}>{screen}</Suspense>;
}

function At({ where, recovery }: { where: string[]; recovery: string | null }) {
  const [place, id] = where;
  const market = useShown((s) => hasMarket(s.view.format));
  if (!market && place !== 'io') return <Listening recovery={recovery} />;
  switch (place) {
    case 'proponi':
      return <Propose key={id} from={id ?? null} />;
    case 'bacheca':
      return <Board />;
    case 'temi':
      // An address cut short leads to all of them.
      return id ? <TopicPage key={id} number={id} /> : <Board />;
    case 'griglia':
      return <Grid number={id ?? null} />;
    case 'cerchi':
      return <Circles />;
    case 'cerchio':
      return <Circle key={id} id={id ?? ''} />;
    case 'resoconto':
      return <ReportPage key={id} number={id ?? ''} />;
    case 'notizie':
      return <News />;
    case 'voto':
      return <Vote />;
    case 'azioni':
      return <Actions />;
    case 'io':
      return <Me recovery={recovery} />;
    case 'metodo':
      return <Method />;
    default:
      return <HomeOrCircle recovery={recovery} />;
  }
}

/** A person in a circle has it as their home. */
function HomeOrCircle({ recovery }: { recovery: string | null }) {
  const replica = useReplica();
  const circle = useRunningCircle();
  const [first] = useState(() => {
    // Of a page that was drawn for everybody only the device knows whose it is: the circle is loaded while it hydrates.
    if (typeof window !== 'undefined' && runningCircle(replica.snapshot())) void circleHome();
    return circle;
  });
  if (!circle) return <First recovery={recovery} />;
  const screen = <CircleHome session={circle} recovery={recovery} />;
  return circle === first ? screen : <Suspense fallback={<Coming />}>{screen}</Suspense>;
}
