/** Filters topics by state and by words, in the topic or in its notes, ignoring accents. */
import { notesOn } from '@/domain/gathering/note-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Note } from '@/domain/gathering/state/note';
import type { Private } from '@/domain/gathering/state/seat';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { type Strand, seeking } from '@/domain/words';

export const FILTERS = ['all', 'new', 'mine', 'cared', 'unplaced', 'A', 'B', 'C'] as const;
export type TopicFilter = (typeof FILTERS)[number];

type Looking = {
  filter: TopicFilter;
  words: string;
  me: string | null;
  mine: Private | null;
  seen: ReadonlySet<string>;
};

type Fits = (text: string) => boolean;
const inTitle = (t: Topic, fits: Fits) => fits(`${topicNumber(t.n)} ${t.title} ${t.line}`);
const inNotes = (view: Gathering, topic: Topic, fits: Fits): Note | undefined =>
  notesOn(view, topic.id).findLast((n) => !n.hidden && fits(n.text));

/** The newest note that contains the search words, where the topic's own words do not. */
export function noteFound(view: Gathering, topic: Topic, asked: string): Note | undefined {
  const fits = seeking(asked);
  return inTitle(topic, fits) ? undefined : inNotes(view, topic, fits);
}

export function found(view: Gathering, topics: readonly Topic[], looking: Looking): Topic[] {
  const { filter, me, mine, seen } = looking;
  const holds = seeking(looking.words);
  const placed = new Set(
    Object.values(view.sessions)
      .filter((s) => s.state !== 'cancelled')
      .map((s) => s.topic),
  );
  const passes: Record<Exclude<TopicFilter, Strand>, (t: Topic) => boolean> = {
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
    return fits && (inTitle(t, holds) || inNotes(view, t, holds) !== undefined);
  });
}
