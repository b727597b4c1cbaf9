/**
 * A device folds a fact into whatever it holds: a state drawn before the network answered, one of an older program, one
 * without what the fact is about. No deed's `apply` or `visibleTo` may throw there.
 */
import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { programming } from '@/domain/programming/catalogue';
import type { Path } from '@/domain/programming/state';
import { isRefusal } from '@/domain/refusal';
import { CASES, OWNER, STRANGER_TO_IT } from './authority.cases';
import { holder, owner } from './begun';
import { opened } from './opened';
import { planner } from './programming/opened';
import { COMMAND, does, furnished, WAYS } from './programming/undo-ways';

/** The state, and the state without each of its parts in turn, or without one thing that the fact names. */
function lacking<S extends object>(whole: S, empty: S, fact: Fact): [missing: string, state: S][] {
  const said = JSON.stringify(fact.data);
  const parts = Object.keys(empty).filter(
    (key) => JSON.stringify(whole[key as keyof S]) !== JSON.stringify(empty[key as keyof S]),
  );
  return [
    ['nothing', whole],
    ['everything', empty],
    ...parts.map((key): [string, S] => [key, { ...whole, [key]: empty[key as keyof S] }]),
    ...parts.flatMap((key) => {
      const part = whole[key as keyof S] as Record<string, unknown>;
      if (Array.isArray(part) || JSON.stringify(empty[key as keyof S]) !== '{}') return [];
      const named = Object.keys(part).filter((id) => said.includes(id));
      return named.map((id): [string, S] => {
        const { [id]: _, ...rest } = part;
        return [`${key}.${id}`, { ...whole, [key]: rest }];
      });
    }),
  ];
}
const copy = (fact: Fact): Fact => JSON.parse(JSON.stringify(fact)) as Fact;

/** The fact of each deed of a gathering, and the state just before it. */
function* gatheringFacts(): Generator<{ name: string; state: Gathering; fact: Fact }> {
  for (const [name, { ask, blank }] of Object.entries(CASES)) {
    const g = opened();
    for (const seat of [OWNER, 'seat-other', STRANGER_TO_IT]) g.seat(seat);
    const asked = ask(g);
    const state = blank ? gathering.empty() : structuredClone(g.state);
    if (name === 'freezeRecord') state.phase = 'concluded';
    for (const actor of [owner, holder]) {
      const answer = gathering.decide(state, { id: 'cmd-any', type: name, ask: asked }, actor, g.now);
      if (!isRefusal(answer)) yield { name, state, fact: copy(answer) };
    }
  }
}

describe('a fact of a gathering', () => {
  const facts = [...gatheringFacts()];

  it('is made here by every deed', () => {
    const told = new Set(facts.map(({ name }) => name));
    expect(Object.keys(CASES).filter((name) => !told.has(name))).toEqual([]);
  });

  it.each(facts)('$name is folded and shown in a state that lacks any part of what it is about', (one) => {
    for (const [missing, state] of lacking(one.state, gathering.empty(), one.fact)) {
      // On a draft, as a device folds: the state given stays as it is.
      const fold = () => {
        const after = produce(state, (draft) => gathering.apply(draft as Gathering, copy(one.fact)));
        for (const reader of [{ kind: 'staff' }, { kind: 'public' }] as const)
          gathering.seenBy(reader, after, one.fact);
      };
      expect(fold, `without ${missing}`).not.toThrow();
    }
  });
});

describe('a fact of a path', () => {
  it.each(Object.keys(WAYS))('%s and its way back are folded in a path that lacks any part', (name) => {
    const world = furnished();
    const { go, back } = WAYS[name]!(world, 0);
    const facts: { state: Path; fact: Fact }[] = [];
    const tell = (type: string, ask: unknown) => {
      const state = structuredClone(world.b.state);
      const seq = does(world.b, [type, ask as Record<string, unknown>]);
      const fact = world.b.facts.find((f) => f.seq === seq)!;
      facts.push({ state, fact });
      return fact;
    };
    const { cmd } = tell(...go);
    tell(back[0], back[1].id === COMMAND ? { id: cmd } : back[1]);
    expect(facts.map(({ fact }) => fact.by)).toEqual([planner.id, planner.id]);
    for (const { state: whole, fact } of facts)
      for (const [missing, state] of lacking(whole, programming.empty(), fact)) {
        const fold = () =>
          programming.isLarge(fact.type)
            ? programming.detached(state, copy(fact))
            : produce(state, (draft) => programming.apply(draft as Path, copy(fact)));
        expect(fold, `without ${missing}`).not.toThrow();
      }
  });
});
