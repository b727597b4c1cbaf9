/** Which topics a person asked to see: by filter and by words, accents aside. */
import { type Gathering, type Private, type Topic, topicNumber } from '@/domain/gathering/state';
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

export function found(view: Gathering, topics: readonly Topic[], looking: Looking): Topic[] {
  const { filter, me, mine, seen } = looking;
  const words = plainly(looking.words).split(/\s+/).filter(Boolean);
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
    if (!fits) return false;
    const text = plainly(`${topicNumber(t.n)} ${t.title} ${t.line}`);
    return words.every((w) => text.includes(w));
  });
}
