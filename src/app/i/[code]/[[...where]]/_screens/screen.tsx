'use client';
/** Which screen an address means. */
import dynamic from 'next/dynamic';
import { Board } from './board';
import { Circle } from './circle';
import { Circles } from './circles';
import { Grid } from './grid';
import { Home } from './home';
import { useShown } from '@/client/provider';
import { hasMarket } from '@/domain/gathering/formats';
import { Propose } from './propose';
import { TopicPage } from './topic';
import { useWhere } from './where';

const Me = dynamic(() => import('./me').then((m) => m.Me));
const Actions = dynamic(() => import('./actions').then((m) => m.Actions));
const News = dynamic(() => import('./news').then((m) => m.News));
const ReportPage = dynamic(() => import('./report').then((m) => m.ReportPage));
const Vote = dynamic(() => import('./vote').then((m) => m.Vote));
const Listening = dynamic(() => import('./listening').then((m) => m.Listening));
const Method = dynamic(() => import('./method').then((m) => m.Method));

/** Brings the screens that else come when they are opened, for a phone that may lose the network. */
export const fetchRest = (): Promise<unknown> =>
  Promise.all([
    import('./me'),
    import('./actions'),
    import('./news'),
    import('./report'),
    import('./vote'),
    import('./method'),
  ]);

export function Screen({ recovery }: { recovery: string | null }) {
  const { where } = useWhere();
  const [place, id] = where;
  const market = useShown((s) => hasMarket(s.view.format));
  if (!market && place !== 'io') return <Listening recovery={recovery} />;
  switch (place) {
    case 'proponi':
      return <Propose key={id} from={id ?? null} />;
    case 'bacheca':
      return <Board />;
    case 'temi':
      return <TopicPage key={id} number={id ?? ''} />;
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
      return <Home recovery={recovery} />;
  }
}
