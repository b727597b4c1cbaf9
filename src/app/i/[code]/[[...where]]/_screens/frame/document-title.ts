'use client';
/** The window's title follows the screen: in the history, among open tabs and for who hears it read. */
import { useEffect } from 'react';
import { useShown } from '@/client/provider';
import { topicNumber } from '@/domain/gathering/state/topic';
import type { Key } from '@/i18n/keys';
import { useSay } from '@/i18n/words';
import { topicAt } from './address';
import { useWhere } from './navigation';

const TITLES: Record<string, Key> = {
  proponi: 'propose.title',
  bacheca: 'board.title',
  griglia: 'grid.title',
  cerchi: 'circles.title',
  notizie: 'news.title',
  voto: 'vote.title',
  azioni: 'actions.title',
  metodo: 'method.title',
  io: 'me.title',
};

export function useTitle(): void {
  const say = useSay();
  const { where } = useWhere();
  const [place = ''] = where;
  const gathering = useShown((s) => s.view.title);
  const topic = useShown((s) => topicAt(s.view, where));
  const key = Object.hasOwn(TITLES, place) ? TITLES[place] : undefined;
  const here = topic
    ? `${topicNumber(topic.n)} ${topic.hidden ? say('topic.hidden') : topic.title}`
    : key
      ? say(key)
      : '';
  const title = [here, gathering, say('app.name')].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
