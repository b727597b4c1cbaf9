/** The functions that every kind of stream shares, on a stream of one counter: decide, apply, read, and what is seen. */
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { catalogue, nextHistoryHash } from '@/domain/catalogue';
import {
  type Actor,
  CheckedAsk,
  type Command,
  deedOf,
  type Fact,
  type StreamState,
  UNSIGNED,
} from '@/domain/deed';
import { refuse } from '@/domain/refusal';
import { baseOf } from '@/domain/revision';

type Count = StreamState & { n: number; label: string; shut?: boolean };
const deed = deedOf<Count>();
const amount = () =>
  z.strictObject({ by: z.int().check(z.positive('bad_amount'), z.maximum(9, 'a sentence')) });
const add = deed({
  command: 'add',
  fact: 'added',
  who: ['participant', 'helper', 'facilitator'],
  commandSchema: amount,
  factSchema: amount,
  decide: (_state, ask, { author, at, origin }) =>
    ask.by === 7 ? refuse('busy', { author, at, origin }) : { by: ask.by },
  apply(state, data) {
    state.n += data.by;
  },
});
const vote = deed({
  command: 'vote',
  fact: 'voted',
  who: ['participant', 'helper', 'facilitator'],
  commandSchema: () => z.strictObject({}),
  factSchema: () => z.strictObject({}),
  decide: (_state, ask) => ask,
  apply: () => {},
  visibleTo: () => UNSIGNED,
});
const rename = deed({
  command: 'rename',
  fact: 'renamed',
  v: 2,
  who: ['facilitator'],
  byRoute: true,
  commandSchema: () => z.strictObject({ label: z.string() }),
  factSchema: () => z.strictObject({ label: z.string() }),
  decide: (_state, ask) => ask,
  replaces: (state) => (state.label === 'none' ? null : { label: state.label }),
  apply(state, data) {
    state.label = data.label;
  },
  detach: (state) => ({ ...state, label: `${state.label}, copied` }),
  visibleTo: (_state, data) => ({
    data: { label: data.label.slice(0, 1) },
    staff: { data: { label: 'staff' } },
  }),
});

const counting = catalogue(
  (): Count => ({ seq: 0, chain: 0, named: {}, n: 0, label: 'Prima' }),
  { add, vote, rename },
  { renamed: { 1: (data) => ({ label: (data as { name: string }).name }) } },
  (state, command) => (state.shut && command.type !== 'rename' ? refuse('archived') : null),
);
const anna: Actor = { id: 'phone-anna', role: 'participant', seat: 'seat-anna' };
const helper: Actor = { id: 'account-1', role: 'helper', seat: null };
const desk: Actor = { id: 'account-2', role: 'facilitator', seat: null };
const asked = (
  actor: Actor,
  type: string,
  ask: unknown,
  more: Partial<Command> = {},
  state = counting.empty(),
) => counting.decide(state, { id: 'cmd-0001', type, ask, ...more }, actor, 1000);
const told = (more: Partial<Fact> = {}): Fact => ({
  seq: 1,
  at: 1000,
  type: 'added',
  v: 1,
  by: 'seat-anna',
  origin: 'telefono',
  cmd: 'cmd-0001',
  data: { by: 2 },
  ...more,
});

describe('a command', () => {
  it.each<[string, () => ReturnType<typeof asked>, unknown]>([
    [
      'nobody knows',
      () => asked(anna, 'x'.repeat(80), {}),
      { refused: 'unknown_command', detail: { command: 'x'.repeat(60) } },
    ],
    ['of another role', () => asked(anna, 'rename', { label: 'A' }), { refused: 'not_allowed' }],
    [
      'of another shape',
      () => asked(anna, 'add', { by: 'due' }),
      { refused: 'malformed', detail: { field: 'by' } },
    ],
    ['that is no object', () => asked(anna, 'add', null), { refused: 'malformed', detail: { field: '' } }],
    [
      'below a limit',
      () => asked(anna, 'add', { by: 0 }),
      { refused: 'bad_amount', detail: { field: 'by' } },
    ],
    [
      'above one that has no code',
      () => asked(anna, 'add', { by: 10 }),
      { refused: 'malformed', detail: { field: 'by' } },
    ],
    [
      'for another by a participant',
      () => asked(anna, 'add', { by: 1 }, { for: 'seat-bruno' }),
      { refused: 'not_allowed' },
    ],
    [
      'that its deed refuses',
      () => asked(anna, 'add', { by: 7 }),
      { refused: 'busy', detail: { author: 'seat-anna', at: 1000, origin: 'telefono' } },
    ],
    [
      'that nobody may know of, for another',
      () => asked(helper, 'vote', {}, { for: 'seat-anna' }),
      { refused: 'not_allowed' },
    ],
    [
      'in a stream that its guard shuts',
      () => asked(anna, 'add', { by: 1 }, {}, { ...counting.empty(), shut: true }),
      { refused: 'archived' },
    ],
  ])('%s is refused', (_, answer, refusal) => {
    expect(answer()).toEqual(refusal);
  });

  it.each<[string, () => ReturnType<typeof asked>, Fact]>([
    ['of a participant', () => asked(anna, 'add', { by: 2 }), told()],
    ['for their own seat', () => asked(anna, 'add', { by: 2 }, { for: 'seat-anna' }), told()],
    ['checked before', () => asked(anna, 'add', new CheckedAsk({ by: 2 })), told()],
    ['at the totem', () => asked(anna, 'add', { by: 2 }, { origin: 'totem' }), told({ origin: 'totem' })],
    [
      'of a simulated person',
      () => asked(anna, 'add', { by: 2 }, { origin: 'simulata' }),
      told({ origin: 'simulata' }),
    ],
    [
      'that a participant says came on paper',
      () => asked(anna, 'add', { by: 2 }, { origin: 'carta', saidAt: 5 }),
      told(),
    ],
    ['of the office', () => asked(desk, 'add', { by: 2 }), told({ by: 'account-2', origin: 'ufficio' })],
    [
      'of a helper for a person',
      () => asked(helper, 'add', { by: 2 }, { for: 'seat-bruno' }),
      told({ by: 'seat-bruno', origin: 'segreteria', via: 'account-1' }),
    ],
    [
      'on paper, with its own time',
      () => asked(helper, 'add', { by: 2 }, { for: 'seat-bruno', origin: 'carta', saidAt: 5 }),
      told({ by: 'seat-bruno', origin: 'carta', via: 'account-1', saidAt: 5 }),
    ],
    ['unsigned', () => asked(anna, 'vote', {}, { origin: 'totem' }), told({ type: 'voted', data: {} })],
    [
      'unsigned of the office',
      () => asked(desk, 'vote', {}),
      told({ type: 'voted', by: 'account-2', data: {} }),
    ],
    [
      'unsigned on paper',
      () => asked(desk, 'vote', {}, { origin: 'carta' }),
      told({ type: 'voted', by: 'account-2', origin: 'carta', data: {} }),
    ],
    [
      'unsigned and simulated',
      () => asked(anna, 'vote', {}, { origin: 'simulata' }),
      told({ type: 'voted', origin: 'simulata', data: {} }),
    ],
  ])('%s becomes this fact', (_, fact, expected) => {
    expect(fact()).toEqual(expected);
  });

  it('is numbered after the last fact', () => {
    expect(asked(anna, 'add', { by: 2 }, {}, { ...counting.empty(), seq: 41 })).toEqual(told({ seq: 42 }));
  });

  it('looks nowhere unless it is given where to look', () => {
    const looking = deed({
      ...add,
      decide: (_s, ask, { lookup }) => (lookup('any/note/id') === null ? { by: ask.by } : refuse('busy')),
    });
    const other = catalogue(counting.empty, { add: looking });
    expect(other.decide(other.empty(), { id: 'cmd-0001', type: 'add', ask: { by: 2 } }, anna, 1000)).toEqual(
      told(),
    );
  });

  it('is allowed to the roles of its deed alone', () => {
    const roles = ['participant', 'helper', 'facilitator', 'planner', 'owner'] as const;
    const may = (command: string) => roles.filter((role) => counting.may(role, command));
    expect([may('add'), may('rename'), may('unknown')]).toEqual([
      ['participant', 'helper', 'facilitator'],
      ['facilitator'],
      [],
    ]);
    expect(['add', 'rename', 'unknown'].map(counting.byRouteOnly)).toEqual([false, true, false]);
  });
});

describe('a revision', () => {
  const on = (base: object, label: string, more: Partial<Count> = {}) =>
    asked(desk, 'rename', { label }, { base: baseOf(base) }, { ...counting.empty(), ...more });
  const accepted = (label: string) =>
    told({ type: 'renamed', v: 2, by: 'account-2', origin: 'ufficio', data: { label } });

  it('of a value that changed meanwhile is refused by the name of its field', () => {
    expect(on({ label: 'Di prima' }, 'Mia')).toEqual({
      refused: 'stale_version',
      detail: { field: 'label' },
    });
    expect(on({ label: 'Prima' }, 'Mia')).toEqual(accepted('Mia'));
    expect(on({ label: 'Di prima' }, 'Prima')).toEqual(accepted('Prima'));
    expect(on({ label: 'Di prima' }, 'Mia', { label: 'none' })).toEqual(accepted('Mia'));
    expect(asked(desk, 'rename', { label: 'Mia' })).toEqual(accepted('Mia'));
    expect(asked(anna, 'add', { by: 2 }, { base: baseOf({ by: 9 }) })).toEqual(told());
  });

  it('says which values it would replace; nothing for what revises nothing', () => {
    const replaced = (type: string, ask: unknown, label = 'Prima') =>
      counting.replaced({ ...counting.empty(), label }, type, ask);
    expect(replaced('rename', { label: 'Mia' })).toEqual({ label: 'Prima' });
    expect(replaced('rename', { label: 'Mia' }, 'none')).toBeNull();
    expect(replaced('rename', { label: 1 })).toBeNull();
    expect(replaced('add', { by: 1 })).toBeNull();
    expect(replaced('unknown', {})).toBeNull();
  });
});

describe('a fact', () => {
  it('is applied with its number, its hash and the name of its author', () => {
    const state = counting.replay([told(), told({ seq: 2, by: null }), told({ seq: 3, type: 'unheard' })]);
    const chain = [1, 2, 3].reduce((hash) => nextHistoryHash(hash, told()), 0);
    expect(state).toEqual({ seq: 3, chain, named: { 'seat-anna': true }, n: 4, label: 'Prima' });
    expect(counting.replay([told({ type: 'voted', data: {} })]).named).toEqual({});
  });

  it('makes another hash by its command and by its time', () => {
    const hash = (cmd: string, at: number, chain = 7) => nextHistoryHash(chain, { cmd, at });
    expect(new Set([hash('a', 1), hash('b', 1), hash('a', 2), hash('a', 1, 8)]).size).toBe(4);
    expect(hash('a', 1)).toBe(hash('a', 1));
  });

  it('that is large is applied to a copy', () => {
    const state = counting.empty();
    const fact = told({ type: 'renamed', v: 2, data: { label: 'Mia' } });
    expect(counting.detached(state, fact)).toEqual({
      ...state,
      seq: 1,
      chain: nextHistoryHash(0, fact),
      named: { 'seat-anna': true },
      label: 'Mia',
    });
    expect(state).toEqual(counting.empty());
    // A deed without a copy of its own, and a fact nobody knows.
    expect(counting.detached(state, told({ type: 'unheard' }))).toMatchObject({
      seq: 1,
      named: { 'seat-anna': true },
    });
    expect(state).toEqual(counting.empty());
    expect(['added', 'renamed', 'unheard'].map(counting.isLarge)).toEqual([false, true, false]);
  });

  it('is unsigned where staff may not know its author', () => {
    const unsigned = (type: string, data: object = {}) =>
      counting.isUnsigned(counting.empty(), told({ type, data }));
    expect([
      unsigned('added'),
      unsigned('voted'),
      unsigned('renamed', { label: 'Mia' }),
      unsigned('unheard'),
    ]).toEqual([false, true, false, false]);
  });

  it('is seen by its author whole, and by others as its deed says', () => {
    const state = counting.empty();
    const seen = (fact: Fact, ...reader: Parameters<typeof counting.seenBy>[0][]) =>
      reader.map((r) => counting.seenBy(r, state, fact));
    const anyone = { kind: 'public' } as const;
    const readers = [
      { kind: 'staff' },
      anyone,
      { ...anyone, seat: null },
      { ...anyone, seat: 'seat-bruno' },
    ] as const;
    const [plain, ballot, name] = [
      told({ via: 'account-1', saidAt: 5 }),
      told({ type: 'voted', data: {}, via: 'account-1', saidAt: 5 }),
      told({ type: 'renamed', v: 2, data: { label: 'Mia' } }),
    ];
    expect(seen(plain, ...readers)).toEqual([plain, plain, plain, plain]);
    const { via: _, ...unsigned } = { ...ballot, by: null };
    expect(seen(ballot, ...readers)).toEqual([unsigned, unsigned, unsigned, unsigned]);
    const cut = { ...name, data: { label: 'M' } };
    expect(seen(name, ...readers)).toEqual([{ ...name, data: { label: 'staff' } }, cut, cut, cut]);
    for (const fact of [plain, ballot, name])
      expect(counting.seenBy({ ...anyone, seat: 'seat-anna' }, state, fact)).toBe(fact);
    const nobodys = { ...ballot, by: null };
    expect(counting.seenBy({ ...anyone, seat: null }, state, nobodys)).toEqual(unsigned);
  });
});

describe('a stored line', () => {
  it('is lifted, checked and given back; a damaged one says what is wrong with it', () => {
    const old = () => told({ type: 'renamed', v: 1, data: { name: 'Prima' } });
    const now = told({ type: 'renamed', v: 2, data: { label: 'Prima' } });
    expect([counting.read(old()), counting.readSealed(old())]).toEqual([now, now]);
    expect(counting.read(told())).toEqual(told());
    const wrong = (more: Partial<Fact>) => () => counting.read(told(more));
    expect(wrong({ type: 'unheard' })).toThrow('fact 1: unknown type unheard');
    expect(wrong({ v: 2 })).toThrow('fact 1: added v2 is newer than this program (v1)');
    expect(wrong({ type: 'renamed', v: 0 })).toThrow('fact 1: no way from renamed v0 to v1');
    expect(wrong({ v: 0 })).toThrow('fact 1: no way from added v0 to v1');
    expect(wrong({ data: { by: 0 } })).toThrow('fact 1: added bad_amount');
  });

  it('of today’s version whose check passed is taken as it is', () => {
    const sealed = told({ data: { by: 'unchecked' } });
    expect(counting.readSealed(sealed)).toBe(sealed);
    expect(sealed.data).toEqual({ by: 'unchecked' });
    expect(() => counting.readSealed(told({ type: 'unheard' }))).toThrow('unknown type');
  });
});

describe('a table of deeds', () => {
  it('has each under its own command, and no fact twice', () => {
    const of = (deeds: object) => () => catalogue(counting.empty, deeds as { add: typeof add });
    expect(of({ plus: add })).toThrow('deed add is filed under plus');
    expect(of({ add, vote: { ...vote, fact: 'added' } })).toThrow('two deeds tell added');
  });
});
