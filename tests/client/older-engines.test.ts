/** The polyfills of newer functions behave like the engine's own. */
import { describe, expect, it } from 'vitest';
import { FILLS } from '@/client/loading/older-engines';

const fill = (of: object, name: string) => {
  const found = FILLS.find((f) => f.of === of && f.name === name);
  if (!found) throw new Error(`nothing stands in for ${name}`);
  return found.fill as (this: unknown, ...args: unknown[]) => unknown;
};
const ALL = [3, 1, 2];

describe('what stands in for younger functions', () => {
  it('finds by place, from either end', () => {
    for (const i of [0, 2, 3, -1, -3, -4, 1.7, Number.NaN])
      expect(fill(Array.prototype, 'at').call(ALL, i), String(i)).toBe(ALL.at(i));
    expect(fill(String.prototype, 'at').call('abc', -1)).toBe('c');
  });

  it('finds the last that is so', () => {
    const is = (n: unknown) => (n as number) < 3;
    expect(fill(Array.prototype, 'findLast').call(ALL, is)).toBe(2);
    expect(fill(Array.prototype, 'findLast').call([], is)).toBeUndefined();
  });

  it('turns round and sorts a copy, and leaves the list as it was', () => {
    expect(fill(Array.prototype, 'toReversed').call(ALL)).toEqual([2, 1, 3]);
    expect(
      fill(Array.prototype, 'toSorted').call(ALL, (a: unknown, b: unknown) => Number(b) - Number(a)),
    ).toEqual([3, 2, 1]);
    expect(ALL).toEqual([3, 1, 2]);
  });

  it('knows its own keys from those every object has', () => {
    const hasOwn = fill(Object, 'hasOwn');
    expect([hasOwn({ a: undefined }, 'a'), hasOwn({}, 'constructor')]).toEqual([true, false]);
  });
});
