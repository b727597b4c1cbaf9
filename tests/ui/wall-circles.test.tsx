/** Circles, on a phone and on a wall: a seat for each person, and a number in words. */
import { describe, expect, it } from 'vitest';
import { chairs, CircleBubble } from '@/ui/circle-bubble';
import { WallRing } from '@/ui/wall-ring';
import { seatsAround, WallSeats } from '@/ui/wall-seats';

import { all, count, html, words } from './markup';

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

describe('[I12] a circle on the wall', () => {
  it('seats people clockwise from the top, twelve seats at the least and sixty-one at the most', () => {
    const five = seatsAround(5);
    expect(five).toHaveLength(12);
    expect(five[0]).toEqual({ x: 0, y: -41, taken: true });
    expect(five[3]).toMatchObject({ x: 41, y: 0 });
    expect(five.map((s) => s.taken)).toEqual([...Array(5).fill(true), ...Array(7).fill(false)]);
    expect([seatsAround(11).length, seatsAround(12).length, seatsAround(99).length]).toEqual([12, 13, 61]);
    expect(seatsAround(99).filter((s) => s.taken)).toHaveLength(60);
  });

  it('shows its number until it is over, then a tick; planned, a dashed ring', () => {
    const seats = (is: 'running' | 'planned' | 'ended') => (
      <WallSeats count={5} says="5 qui" strand="A" is={is} />
    );
    expect([words(seats('running')), words(seats('planned')), words(seats('ended'))]).toEqual([
      ['5'],
      ['5'],
      [],
    ]);
    expect([count(seats('ended'), 'path'), count(seats('running'), 'path')]).toEqual([1, 0]);
    expect([all(seats('planned'), 'stroke-dasharray'), all(seats('running'), 'stroke-dasharray')]).toEqual([
      ['6 4'],
      [],
    ]);
    expect([all(seats('running'), 'role'), all(seats('running'), 'aria-label')]).toEqual([
      ['img'],
      ['5 qui'],
    ]);
    const radii = all(seats('running'), 'r').map(Number);
    expect(radii.filter((r) => r === 7.4)).toHaveLength(5);
    expect(radii.filter((r) => r === 2.2)).toHaveLength(7);
    expect(html(<WallSeats count={1} says="" strand={null} is="running" />)).toContain('fill-accent');
  });

  it('never lets its seats touch, however many', () => {
    const radii = all(<WallSeats count={60} says="" strand={null} is="running" />, 'r').map(Number);
    const [first, second] = seatsAround(60);
    expect(2 * (radii[0] ?? 0)).toBeLessThan(Math.hypot(first!.x - second!.x, first!.y - second!.y));
  });

  it('empties its ring with the time that is left, within its bounds', () => {
    const dash = (left: number) => all(<WallRing left={left}>9</WallRing>, 'stroke-dasharray');
    expect([dash(0.5), dash(1), dash(7), dash(0), dash(-1)]).toEqual([
      ['131.9 263.9'],
      ['263.9 263.9'],
      ['263.9 263.9'],
      ['0.0 263.9'],
      ['0.0 263.9'],
    ]);
    const cap = (left: number) => all(<WallRing left={left}>9</WallRing>, 'stroke-linecap');
    expect([cap(0.1), cap(0), words(<WallRing left={1}>9</WallRing>)]).toEqual([['round'], ['butt'], ['9']]);
  });
});
