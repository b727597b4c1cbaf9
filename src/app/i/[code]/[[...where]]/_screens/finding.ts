/** Which topics a person asked to see: by filter and by words, in the topic or in what was said on it, accents aside. */
import { notesOn } from '@/domain/gathering/queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Note } from '@/domain/gathering/state/note';
import type { Private } from '@/domain/gathering/state/seat';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { plainly, type Strand } from '@/domain/words';

export const FILTERS = ['all', 'new', 'mine', 'cared', 'unplaced', 'A', 'B', 'C'] as const;
export type Filter = (typeof FILTERS)[number];

type Looking = {
  filter: Filter;
  words: string;
  me: string | null;
  mine: Private | null;
  seen: ReadonlySet<string>;
};

const holds = (text: string, words: readonly string[]): boolean => {
  const there = plainly(text);
  return words.every((w) => there.includes(w));
};
const wordsOf = (asked: string): string[] => plainly(asked).split(/\s+/).filter(Boolean);
const inTitle = (t: Topic, words: readonly string[]) =>
  holds(`${topicNumber(t.n)} ${t.title} ${t.line}`, words);

/** The newest note that holds the words asked for, where the topic's own words do not. */
export function noteFound(view: Gathering, topic: Topic, asked: string): Note | undefined {
  const words = wordsOf(asked);
  if (words.length === 0 || inTitle(topic, words)) return undefined;
  return notesOn(view, topic.id).findLast((n) => !n.hidden && holds(n.text, words));
}

export function found(view: Gathering, topics: readonly Topic[], looking: Looking): Topic[] {
  const { filter, me, mine, seen } = looking;
  const words = wordsOf(looking.words);
  const placed = new Set(
    Object.values(view.sessions)
      .filter((s) => s.state !== 'cancelled')
      .map((s) => s.topic),
  );
  const passes: Record<Exclude<Filter, Strand>, (t: Topic) => boolean> = {
    all: (t) => t.standing === 'open',
    new: (t) => t.standing === 'open' && !seen.has(t.id),
    mine: (t) => me !== null && (t.convener === me || t.coConveners.includes(me)),
    cared: (t) => mine?.interests[t.id] === true,
    unplaced: (t) => t.standing === 'open' && !placed.has(t.id),
  };
  return topics.filter((t) => {
    const fits =
      filter === 'A' || filter === 'B' || filter === 'C'
        ? t.standing === 'open' && t.strands.includes(filter)
        : passes[filter](t);
    return fits && (inTitle(t, words) || noteFound(view, t, looking.words) !== undefined);
  });
}
