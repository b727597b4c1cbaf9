/** Small groups: whoever knows the total, and this very rule, learns of no group that it is one or two. */
import { describe, expect, it } from 'vitest';
import {
  bySector,
  dayIsOver,
  FEWEST,
  TOGETHER,
  tellable,
  toldBySector,
} from '@/domain/gathering/small-groups';
import { visitorsOf } from '@/domain/gathering/queries';
import { office } from './given';
import { opened } from './opened';

/** Every way in which people may fall into so many groups, each of up to `most`. */
function* ways(groups: number, most: number): Generator<number[]> {
  if (groups === 0) yield [];
  else for (const rest of ways(groups - 1, most)) for (let n = 0; n <= most; n++) yield [n, ...rest];
}

/** What each group may be, for who knows what is told, the total, and how it was chosen. */
function inferred(groups: readonly string[], most: number) {
  const possible = new Map<string, Set<number>[]>();
  for (const sizes of ways(groups.length, most)) {
    const told = tellable(Object.fromEntries(groups.map((g, i) => [g, sizes[i] ?? 0])), groups);
    const total = sizes.reduce((a, b) => a + b, 0);
    const key = JSON.stringify([total < FEWEST ? '<3' : total, told]);
    const seen = possible.get(key) ?? groups.map(() => new Set<number>());
    for (const [i, n] of sizes.entries()) seen[i]?.add(n);
    possible.set(key, seen);
  }
  return possible;
}

describe('[E25] counts by group', () => {
  it('tell nobody that a group is exactly one or two, not even by subtraction or by knowing the rule', () => {
    // A group can be as large as all it stands beside together, so that the edge of the search gives nothing away.
    for (const [groups, most] of [
      [['a', 'b'], 12],
      [['a', 'b', 'c'], 12],
      [['a', 'b', 'c', 'd'], 7],
      [['a', 'b', 'c', 'd', 'e'], 4],
    ] as const)
      for (const [key, sizes] of inferred(groups, most))
        for (const set of sizes)
          if (set.size === 1)
            expect(
              [...set].every((n) => n === 0 || n >= FEWEST),
              key,
            ).toBe(true);
  });

  it('add up to the total, and every number told is of three people or more', () => {
    for (const sizes of ways(4, 6)) {
      const counts = Object.fromEntries(sizes.map((n, i) => [`g${i}`, n]));
      const told = Object.values(tellable(counts, Object.keys(counts)));
      expect(told.every((n) => n >= FEWEST)).toBe(true);
      if (told.length > 0) expect(told.reduce((a, b) => a + b)).toBe(sizes.reduce((a, b) => a + b));
    }
  });

  it('keep what can be told: only the small ones are put together', () => {
    expect(tellable({ volontariato: 8, istituzioni: 2, operatori_sociali: 1 })).toEqual({
      volontariato: 8,
      [TOGETHER]: 3,
    });
    // One alone is the difference to the total, so that the smallest of the others goes with it.
    expect(tellable({ volontariato: 8, istituzioni: 5, operatori_sociali: 1 })).toEqual({
      volontariato: 8,
      [TOGETHER]: 6,
    });
    expect(tellable({ volontariato: 8, istituzioni: 5 })).toEqual({ istituzioni: 5, volontariato: 8 });
    expect(tellable({ volontariato: 2 })).toEqual({});
  });

  it('are told when the day is over: one who comes in would be the difference between two looks', () => {
    const g = opened();
    const anna = g.seat('seat-anna', 'istituzioni');
    const session = g.place(anna, g.topic(anna));
    for (const n of [1, 2, 3, 4]) g.done(g.seat(`seat-vol-${n}`), 'moveTo', { to: session });
    for (const n of [1, 2]) g.done(g.seat(`seat-op-${n}`, 'operatori_sociali'), 'moveTo', { to: session });
    g.done(anna, 'moveTo', { to: session });
    const there = visitorsOf(g.state, session);
    expect(bySector(g.state, there)).toEqual({ istituzioni: 1, volontariato: 4, operatori_sociali: 2 });
    expect([dayIsOver(g.state), toldBySector(g.state, there)]).toEqual([false, {}]);
    g.done(office(), 'changePhase', { phase: 'completing' });
    expect(toldBySector(g.state, there)).toEqual({ volontariato: 4, [TOGETHER]: 3 });
  });
});
