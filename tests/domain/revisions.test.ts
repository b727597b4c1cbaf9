/**
 * A revision replaces only words that its author had read. The values it replaces are those the thing has, under the
 * command's own names; a value that somebody else changed meanwhile is not overwritten.
 */
import { describe, expect, it } from 'vitest';
import type { AnyDeed, Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import { programming } from '@/domain/programming/catalogue';
import { isRefusal } from '@/domain/refusal';
import { baseOf, bothTexts, changedField, follows, overtakenField } from '@/domain/revision';
import { CASES, OWNER, STRANGER_TO_IT } from './authority.cases';
import { holder, owner } from './begun';
import { opened } from './opened';
import { note, planner } from './programming/opened';
import { furnished, WAYS } from './programming/undo-ways';

type Values = Record<string, unknown>;
/** One revision, and a stream in which it can be made once. */
type Bench = {
  replaced: (ask: Values) => Values | null;
  ask: (ask: Values, base?: Record<string, number>) => ReturnType<typeof gathering.decide>;
  apply: (fact: Fact) => void;
};

const revising = (deeds: Record<string, unknown>): string[] =>
  Object.entries(deeds).flatMap(([name, d]) => ((d as AnyDeed<never>).replaces ? [name] : []));

function inGathering(name: string): { bench: Bench; ask: Values } {
  const g = opened();
  for (const seat of [OWNER, 'seat-other', STRANGER_TO_IT]) g.seat(seat);
  const deed = gathering.deeds[name as keyof typeof gathering.deeds];
  const ask = deed.commandSchema().parse(CASES[name as keyof typeof CASES].ask(g)) as Values;
  const decide = (actor: typeof owner, asked: Values, base?: Record<string, number>) =>
    gathering.decide(g.state, { id: 'cmd-revision', type: name, ask: asked, base }, actor, g.now);
  const actor = isRefusal(decide(owner, ask)) ? holder : owner;
  return {
    ask,
    bench: {
      replaced: (asked) => gathering.replaced(g.state, name, asked),
      ask: (asked, base) => decide(actor, asked, base),
      apply: (fact) => gathering.apply(g.state, JSON.parse(JSON.stringify(fact)) as Fact),
    },
  };
}

/** Deeds without a way back, on a thing of the furnished path. */
const MORE: Record<string, (w: ReturnType<typeof furnished>) => Values> = {
  renameTable: (w) => ({ id: w.t[0], name: 'Altro', rationale: 'perché' }),
  markReading: () => ({ ref: note(5), state: 'letto', memo: 'Da rileggere' }),
  redefineTable: (w) => ({ id: w.t[0], object: 'Altro', rationale: 'perché' }),
  answerRequest: (w) => ({ id: w.q, answer: 'quando', reason: 'perché', when: 'a marzo' }),
};
function inPath(name: string): { bench: Bench; ask: Values } {
  const w = furnished();
  const ask = JSON.parse(JSON.stringify(MORE[name]?.(w) ?? WAYS[name]?.(w, 0).go[1])) as Values;
  const { state } = w.b;
  return {
    ask,
    bench: {
      replaced: (asked) => programming.replaced(state, name, asked),
      ask: (asked, base) =>
        programming.decide(
          state,
          { id: 'cmd-revision', type: name, ask: asked, base },
          planner,
          w.b.now,
          (ref) => ({
            text: `Parole dette ${ref}`,
            withheld: false,
          }),
        ),
      apply: (fact) => programming.apply(state, JSON.parse(JSON.stringify(fact)) as Fact),
    },
  };
}

const ALL = [
  ...revising(gathering.deeds).map((name) => ({ name, make: () => inGathering(name) })),
  ...revising(programming.deeds).map((name) => ({ name, make: () => inPath(name) })),
];

describe('a revision', () => {
  it('is what these deeds are', () => {
    expect(revising(gathering.deeds)).toContain('reviseNote');
    expect(revising(programming.deeds)).toContain('giveOutcome');
    expect(ALL.length).toBeGreaterThan(40);
  });

  it.each(ALL)('$name replaces what was written last, under the names of its command', ({ make }) => {
    const { bench, ask } = make();
    const before = bench.replaced(ask);
    const fields = Object.keys(before ?? {}).filter((field) => field !== 'rev');
    expect(fields).not.toEqual([]);
    const answer = bench.ask(ask, baseOf(before ?? {}));
    if (isRefusal(answer)) throw new Error(answer.refused);
    bench.apply(answer);
    const after = bench.replaced(ask);
    for (const field of fields)
      if (ask[field] !== undefined) expect(after?.[field], field).toEqual(ask[field]);
  });

  it.each(revising(programming.deeds))('%s of a path replaces only what it was asked', (name) => {
    const { bench, ask } = inPath(name);
    const fields = Object.keys(bench.replaced(ask) ?? {});
    expect(fields.filter((field) => !Object.hasOwn(ask, field))).toEqual([]);
  });

  it.each(ALL)('$name overwrites nothing that its author had not read', ({ make }) => {
    const { bench, ask } = make();
    const before = bench.replaced(ask) ?? {};
    for (const [field, value] of Object.entries(before)) {
      if (field === 'rev' || JSON.stringify(value ?? null) === JSON.stringify(ask[field] ?? null)) continue;
      const base = { ...baseOf(before), ...baseOf({ [field]: 'what stood there earlier' }) };
      expect(bench.ask(ask, base), field).toEqual({ refused: 'stale_version', detail: { field } });
    }
  });

  it.each(ALL)('$name of what is not there replaces nothing', ({ make }) => {
    const { bench, ask } = make();
    const lost = Object.fromEntries(
      Object.entries(ask).map(([field, value]) => [
        field,
        typeof value === 'string' && /^[\w-]+-\d+$|^fase-|^path-/.test(value) ? 'unknown-0001' : value,
      ]),
    );
    expect(() => bench.replaced(lost)).not.toThrow();
  });

  it('of a deed that revises nothing, or of a shape that is none, replaces nothing', () => {
    const { state } = opened();
    expect(gathering.replaced(state, 'ringGong', {})).toBeNull();
    expect(gathering.replaced(state, 'reviseNote', { note: 7 })).toBeNull();
    expect(gathering.replaced(state, 'no such deed', {})).toBeNull();
  });
});

describe('the base of a revision', () => {
  const base = baseOf({ title: 'prima', line: 'riga' });

  it('is overtaken by the field that another changed, but not where both wrote the same', () => {
    const now = { title: 'di un’altra', line: 'riga' };
    expect(overtakenField(base, now, { title: 'mia', line: 'riga' })).toBe('title');
    expect(overtakenField(base, now, { title: 'di un’altra', line: 'mia' })).toBeNull();
    expect(overtakenField(base, { title: 'prima', line: 'riga' }, { title: 'mia' })).toBeNull();
    // A field that the author did not change would undo the other's change.
    expect(overtakenField(base, now, { title: 'prima', line: 'mia' })).toBe('title');
    expect(overtakenField({}, now, { title: 'mia' })).toBeNull();
    expect(overtakenField(base, { title: undefined, line: 'riga' }, { title: 'mia' })).toBe('title');
  });

  it('tells which fields the author changed', () => {
    expect([
      changedField(base, { title: 'mia', line: 'riga' }, 'title'),
      changedField(base, { title: 'mia', line: 'riga' }, 'line'),
    ]).toEqual([true, false]);
  });

  it('shows that the author had another’s own text in view, whatever its revision number', () => {
    const later = { base: { ...baseOf({ text: 'seconda' }), rev: 3 }, ask: { text: 'terza' } };
    expect(follows(later, { ask: { text: 'seconda' } })).toBe(true);
    expect(follows(later, { ask: { text: 'un’altra' } })).toBe(false);
    expect(follows({ ask: { text: 'terza' } }, { ask: { text: 'seconda' } })).toBe(false);
    const two = { base: baseOf({ text: 'seconda', kind: 'altro' }), ask: {} };
    expect(follows(two, { ask: { text: 'seconda', kind: 'bisogno' } })).toBe(false);
    expect(follows(two, { ask: { text: 'seconda', kind: 'altro' } })).toBe(true);
  });
});

describe('two texts that are both kept', () => {
  it('stand one after the other: on a line of its own, or after a stroke where there is one line', () => {
    expect(bothTexts('la loro', 'la mia', false)).toBe('la loro\nla mia');
    expect(bothTexts('la loro', 'la mia', true)).toBe('la loro / la mia');
    expect([bothTexts('', 'la mia', true), bothTexts('la loro', '', false)]).toEqual(['la mia', 'la loro']);
  });

  it('of a list have each entry once; what is no text cannot be kept twice', () => {
    expect(bothTexts(['a', 'b'], ['b', 'c'], false)).toEqual(['a', 'b', 'c']);
    for (const [theirs, mine] of [
      ['a', ['a']],
      [['a'], 'a'],
      [['a', 1], ['b']],
      [['a'], [1, 'b']],
      [true, false],
      [null, 'a'],
    ])
      expect(bothTexts(theirs, mine, false)).toBeNull();
  });
});
