/** Titles of the phone's screens, for the window's title and for the page as the server sends it. */
import type { Gathering } from '@/domain/gathering/state';
import { topicNumber } from '@/domain/gathering/state/topic';
import type { Key } from '@/i18n/keys';
import type { Say } from '@/i18n/say';
import { numbered, topicAt } from './address';

const TITLES: Record<string, Key> = {
  '': 'place.home',
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

/** Screens about one topic, and the title of one whose topic is not there. */
const MISSING: Record<string, Key> = {
  temi: 'topic.missing',
  resoconto: 'topic.missing',
  cerchio: 'circle.missing',
};
const BEFORE_TOPIC: Record<string, Key> = { resoconto: 'report.title', cerchio: 'place.circles' };

/** The screen's own name, with its topic where it is about one. No two addresses have the same. */
export function screenTitle(state: Gathering, where: readonly string[], say: Say): string {
  const [place = '', id = ''] = where;
  const topic = topicAt(state, where);
  if (topic) {
    const name = `${topicNumber(topic.n)} ${topic.hidden ? say('topic.hidden') : topic.title}`;
    const before = BEFORE_TOPIC[place];
    return before ? `${say(before)} · ${name}` : name;
  }
  const titles: Record<string, Key> = { ...TITLES, ...MISSING };
  const key = Object.hasOwn(titles, place) ? titles[place] : undefined;
  const placing = place === 'griglia' && id !== '' ? numbered(state, id) : undefined;
  return [placing && topicNumber(placing.n), key && say(key)].filter(Boolean).join(' · ');
}
