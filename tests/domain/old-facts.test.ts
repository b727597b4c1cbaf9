/** Golden files: lines as earlier versions wrote them. They are never edited; a new version adds a file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { catalogue } from '@/domain/catalogue';
import { deedOf, type Fact, type StreamState } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import { programming } from '@/domain/programming/catalogue';

const folder = join(import.meta.dirname, 'golden');
const ofPaths = join(folder, 'programming');
const lines = (file: string, inside = folder): Fact[] =>
  readFileSync(join(inside, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Fact);

describe('old facts', () => {
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.jsonl')))
    it(`every line of ${file} is still read, lifted to today’s shape and folded`, () => {
      const facts = lines(file).map((f) => gathering.read(f));
      const state = gathering.replay(facts);
      expect(state.seq).toBe(facts.length);
      for (const fact of facts)
        expect(fact.v, fact.type).toBe(Object.values(gathering.deeds).find((d) => d.fact === fact.type)?.v);
      const proposed = facts.filter((f) => f.type === 'topicProposed');
      expect(state.topicOrder).toEqual(proposed.map((f) => (f.data as { topic: string }).topic));
    });

  for (const file of readdirSync(ofPaths))
    it(`every line of a path’s ${file} is still read, lifted to today’s shape and folded as it was then`, () => {
      const facts = lines(file, ofPaths).map((f) => programming.read(f));
      const state = programming.replay(facts);
      expect(state.seq).toBe(facts.length);
      for (const fact of facts)
        expect(fact.v, fact.type).toBe(Object.values(programming.deeds).find((d) => d.fact === fact.type)?.v);
      expect(state.about).toMatchObject({ year: 2015, programmingYear: 2016 });
      expect(state.codes['code-01']).toMatchObject({ label: 'Vergogna', status: 'emergente' });
      expect(Object.keys(state.meetings)).toEqual([]);
      // At that version a merge and a split moved nothing: things moved by hand stay where planners put them.
      expect(state.needs['need-001']?.table).toBe('table-both');
      expect(state.tables['table-one']?.closed).not.toBeNull();
    });

  type Count = StreamState & { n: number };
  const add = deedOf<Count>()({
    command: 'add',
    fact: 'added',
    v: 3,
    who: ['participant'],
    commandSchema: () => z.strictObject({}),
    factSchema: () => z.strictObject({ by: z.int(), why: z.string() }),
    decide: () => ({ by: 1, why: '' }),
    apply(state, data) {
      state.n += data.by;
    },
  });
  const counting = (upcasters = {}) =>
    catalogue<Count, { add: typeof add }>(() => ({ seq: 0, chain: 0, named: {}, n: 0 }), { add }, upcasters);
  const old = (v: number, data: unknown): Fact => ({
    seq: 1,
    at: 0,
    type: 'added',
    v,
    by: 'seat-anna',
    origin: 'telefono',
    cmd: 'command-1',
    data,
  });
  const lifts = {
    added: {
      1: (d: unknown) => ({ by: (d as { plus: number }).plus }),
      2: (d: unknown) => ({ ...(d as object), why: 'before reasons' }),
    },
  };

  it('an old shape climbs one version at a time', () => {
    expect(counting(lifts).read(old(1, { plus: 4 }))).toMatchObject({
      v: 3,
      data: { by: 4, why: 'before reasons' },
    });
  });

  it('a line from a newer program, without a way up, or damaged is refused, never half read', () => {
    expect(() => counting(lifts).read(old(4, {}))).toThrow(/newer than this program/);
    expect(() => counting().read(old(2, { by: 1 }))).toThrow(/no way from added v2/);
    expect(() => counting(lifts).read(old(3, { by: 'one' }))).toThrow(/fact 1/);
  });
});
