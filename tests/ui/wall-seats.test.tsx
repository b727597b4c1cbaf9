/** The seats of a circle on the wall: one for each person, one always open. */
import { describe, expect, it } from 'vitest';
import { seatsAround, WallSeats } from '@/ui/wall-seats';
import { html, all, count, words } from './markup';

describe('a circle on the wall', () => {
  it('fills a seat for each person, and always leaves one open', () => {
    for (const n of [0, 1, 11, 12, 28, 59]) {
      const seats = seatsAround(n);
      expect(seats.filter((s) => s.taken)).toHaveLength(n);
      expect(seats.some((s) => !s.taken)).toBe(true);
    }
    expect(seatsAround(400).some((s) => !s.taken)).toBe(true);
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
});
