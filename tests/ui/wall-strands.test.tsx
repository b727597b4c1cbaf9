/** A topic’s line on the wall, and its strands. */
import { describe, expect, it } from 'vitest';
import { TopicLine, TopicNumber } from '@/ui/wall-strands';
import { all, html, words } from './markup';

describe('a topic on the wall', () => {
  const topic = (n: number, strands: ('A' | 'B')[] = []) => ({
    number: `T0${n}`,
    title: `Titolo ${n}`,
    strands,
  });
  it('is plain on a coloured ground, where the shape alone shows the strand', () => {
    const line = (plain: boolean) => <TopicLine topic={topic(1, ['A'])} plain={plain} />;
    expect([words(line(false)), html(line(false)).includes('text-strand-a')]).toEqual([
      ['T01', 'Titolo 1'],
      true,
    ]);
    expect([html(line(true)).includes('text-strand-a'), all(line(true), 'data-symbol')]).toEqual([
      false,
      ['●'],
    ]);
    expect(html(<TopicNumber number="T01" strands={[]} />)).toContain('text-accent');
  });
});
