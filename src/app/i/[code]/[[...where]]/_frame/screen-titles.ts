/** Titles of the phone's screens, for the window's title and for the page as the server sends it. */
import type { Gathering } from '@/domain/gathering/state';
import { topicNumber } from '@/domain/gathering/state/topic';
import type { Key } from '@/i18n/keys';
import type { Say } from '@/i18n/say';
import { topicAt } from './address';

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

/** The screen's own name, with its topic where it is about one; empty for the first screen. */
export function screenTitle(state: Gathering, where: readonly string[], say: Say): string {
  const topic = topicAt(state, where);
  if (topic) return `${topicNumber(topic.n)} ${topic.hidden ? say('topic.hidden') : topic.title}`;
  const key = TITLES[where[0] ?? ''];
  return key ? say(key) : '';
}
