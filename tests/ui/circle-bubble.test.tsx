/** A circle seen from above: a chair for each person, and the number in words. */
import { describe, expect, it } from 'vitest';
import { chairs, CircleBubble } from '@/ui/circle-bubble';
import { html, text, all, count, words } from './markup';

it('draws a chair for each person, and writes the number', () => {
  for (const n of [0, 1, 15, 60, 96]) expect(chairs(n).places).toHaveLength(n);
  expect(chairs(400).places.length).toBeGreaterThan(90);
  expect(text(html(<CircleBubble count={12} says="12 persone" />))).toBe('12 12 persone');
});

it('[I12] grows with the number of people, never past its bounds', () => {
  const sizes = [0, 5, 13, 33, 70, 400].map((n) => chairs(n).radius);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(chairs(4000).radius).toBe(chairs(96).radius);
});

describe('[I12] a circle seen from above', () => {
  it('has a chair for each person, none upon another, all on their rings', () => {
    for (const n of [1, 2, 12, 20, 21, 40, 70, 96]) {
      const { places, radius } = chairs(n);
      expect(new Set(places.map((p) => p.key)).size, `${n} keys`).toBe(n);
      const apart = places.flatMap((a, i) =>
        places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
      );
      expect(Math.min(...apart, 99), `${n} people`).toBeGreaterThan(2);
      const far = places.map((p) => Math.hypot(p.x, p.y));
      expect(Math.max(...far)).toBeCloseTo(radius, 1);
      expect(Math.min(...far)).toBeGreaterThan(12.9);
    }
    expect(chairs(1).places).toEqual([{ x: 0, y: -13.2, key: '0-0' }]);
    expect([chairs(0).radius, chairs(20).radius, chairs(21).radius]).toEqual([13, 17, 23.2]);
    expect(chairs(400).places).toHaveLength(chairs(4000).places.length);
  });

  it('says how many in words, draws nobody as a dashed ring, and writes its caption where it has one', () => {
    const bare = (n: number) => <CircleBubble count={n} says={`${n} persone`} />;
    expect([words(bare(3)), count(bare(3), 'figcaption'), count(bare(3), 'circle')]).toEqual([
      ['3', '3 persone'],
      0,
      4,
    ]);
    expect([count(bare(0), 'circle'), all(bare(0), 'stroke-dasharray')]).toEqual([1, ['3 4']]);
    expect(count(<CircleBubble count={3} says="x" still />, 'circle')).toBe(3);
    const here = (
      <CircleBubble count={1} says="una" title="Gelso" detail="in corso" here hereLabel="Sei qui" />
    );
    expect(words(here)).toEqual(['1', 'una', 'Gelso', 'in corso', 'Sei qui']);
    expect(words(<CircleBubble count={1} says="una" title="Gelso" hereLabel="Sei qui" />)).not.toContain(
      'Sei qui',
    );
    expect(count(<CircleBubble count={1} says="una" detail="in corso" />, 'figcaption')).toBe(1);
    expect(count(<CircleBubble count={1} says="una" here hereLabel="Sei qui" />, 'figcaption')).toBe(1);
  });

  it('is as large as its people, times its scale', () => {
    const width = (n: number, scale?: number) =>
      Number(
        /\* ([\d.]+)\)/.exec(html(<CircleBubble count={n} says="" {...(scale ? { scale } : {})} />))?.[1],
      );
    expect(width(0)).toBe(17.6);
    expect(width(20, 2)).toBeCloseTo(43.2, 1);
    expect(all(<CircleBubble count={20} says="" />, 'viewBox')).toEqual(['-21.6 -21.6 43.2 43.2']);
  });
});
