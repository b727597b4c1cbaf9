/** The board's search finds topics and notes, ignoring accents. */
import { describe, expect, it } from 'vitest';
import { found, noteFound } from '@/app/i/[code]/[[...where]]/_topics/topic-filter';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { id } from '../domain/given';
import { opened } from '../domain/opened';

const hall = () => {
  const g = opened();
  const anna = g.seat('seat-anna');
  const topic = g.topic(anna);
  const other = g.topic(anna);
  const note = id();
  g.done(anna, 'writeNote', {
    note,
    topic,
    session: null,
    kind: 'altro',
    text: 'Perché non il lunedì?',
    anonymous: false,
  });
  const find = (words: string) =>
    found(g.open, topicsInOrder(g.open), { filter: 'all', words, me: null, mine: null, seen: new Set() });
  return { g, anna, topic, other, note, find };
};

describe('finding', () => {
  it('looks into notes too, accents aside, and says in which', () => {
    const { g, topic, note, find } = hall();
    expect(find('PERCHE lunedi').map((t) => t.id)).toEqual([topic]);
    expect(noteFound(g.open, find('lunedi')[0]!, 'lunedi')?.id).toBe(note);
    expect(find('martedi')).toEqual([]);
    expect(find('')).toHaveLength(2);
  });

  it('names no note where the topic itself answers, nor one that was taken back', () => {
    const { g, anna, topic, note, find } = hall();
    expect(noteFound(g.open, g.open.topics[topic]!, 'T01')).toBeUndefined();
    g.done(anna, 'withdrawNote', { note });
    expect(find('lunedi')).toEqual([]);
  });
});
