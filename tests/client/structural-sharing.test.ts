/** A new state shares with the last one every part that is equal, so that no screen draws what did not change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareStructure } from '@/client/sync/structural-sharing';

// No id is a name inherited from Object.
const json = fc.jsonValue({ maxDepth: 4 }).filter((x) => !JSON.stringify(x).includes('__proto__'));
const copy = <T>(x: T): T => structuredClone(x);

describe('sharing the structure of two states', () => {
  it('gives a state equal to the new one, and the last one itself where they are equal', () => {
    fc.assert(
      fc.property(json, json, (held, fresh) => {
        const before = [copy(held), copy(fresh)];
        expect(shareStructure(held, fresh)).toEqual(fresh);
        expect(Object.is(shareStructure(held, copy(held)), held)).toBe(true);
        expect([held, fresh]).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the parts that are equal, whatever changed beside them', () => {
    const held = { topics: { a: { title: 'uno' }, b: { title: 'due' } }, order: ['a', 'b'], seq: 1 };
    const fresh = copy(held);
    fresh.topics.b.title = 'tre';
    fresh.seq = 2;
    const shared = shareStructure(held, fresh);
    expect(shared).toEqual(fresh);
    expect(shared).not.toBe(held);
    expect(shared.topics).not.toBe(held.topics);
    expect(shared.topics.a).toBe(held.topics.a);
    expect(shared.order).toBe(held.order);
  });

  it('keeps the entries of a list that grew or became shorter; it stays a list', () => {
    const held = [{ id: 'a' }, { id: 'b' }];
    for (const fresh of [[...copy(held), { id: 'c' }], [{ id: 'a' }]]) {
      const shared = shareStructure(held, fresh);
      expect(shared).toEqual(fresh);
      expect(Array.isArray(shared)).toBe(true);
      expect(shared[0]).toBe(held[0]);
    }
  });

  it.each<[string, unknown, unknown]>([
    ['a part that is gone', { a: 1, b: 2 }, { a: 1 }],
    ['a part that came', { a: 1 }, { a: 1, b: 2 }],
    ['a part under another name', { a: undefined }, { b: undefined }],
    ['a list in place of an object', {}, []],
    ['an object in place of a list', [], {}],
    ['nothing in place of an object', { a: 1 }, null],
    ['an object in place of nothing', null, { a: 1 }],
    ['a text in place of an object', { 0: 'a' }, 'a'],
  ])('takes %s', (_, held, fresh) => {
    const shared = shareStructure(held, fresh);
    expect(shared).toStrictEqual(fresh);
    expect(shared).not.toBe(held);
  });
});
