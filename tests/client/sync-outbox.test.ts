/** The sync machine where commands wait: in the outbox, put off, answered or refused (src/client/sync/outbox.ts). */
import { describe, expect, it } from 'vitest';
import { earlySync } from '@/client/sync/early-sync';
import { initialState, type Pending, type RefusedCommand } from '@/client/sync/state';
import { AT, command, fact, folded, Hand, welcome } from './hand';
import { type Tiny, tiny } from './sync-world';

const ids = (d: Hand) => d.state.outbox.map((p) => p.command.id);
const kept = (over: Partial<{ unsent: Pending[]; answered: Pending[]; refused: RefusedCommand[] }>) => ({
  unsent: [],
  answered: [],
  refused: [],
  ...over,
});
const pending = (id: string, at: number, seq: number | null = null): Pending => ({
  command: command(id),
  at,
  seq,
});
const told = (id: string): RefusedCommand => ({
  id,
  command: 'propose',
  refusal: { refused: 'cell_taken' },
  ask: {},
});

/** A device whose `l1` the log lost and refused again: it is put off. */
const putOff = () => {
  const d = new Hand().live().ask('l1', 'like', 't1').answer('l1', 1);
  d.on({ type: 'again' }).welcomed({ seq: 0, parted: true, missing: ['l1'], state: tiny.empty() });
  return d.welcomed({ missing: ['l1'] }).refuse('l1', 'unknown_thing');
};

describe('the outbox of the sync machine', () => {
  it('[Y01] shows and stores what is asked before the domain code is loaded, and sends nothing', () => {
    const before = Object.freeze(initialState(tiny.empty()));
    const [asked, effects] = earlySync<Tiny>(before, { type: 'asked', command: command('c1') }, AT);
    expect(asked.outbox).toEqual([{ command: command('c1'), at: AT, seq: null }]);
    expect(effects).toEqual([{ type: 'persist', what: 'unsent', item: asked.outbox[0], who: '' }]);
    const [full, none] = earlySync<Tiny>(asked, { type: 'stored', keeping: false }, AT);
    expect([full.keeping, full.outbox, none]).toEqual([false, asked.outbox, []]);
    expect(earlySync<Tiny>(asked, { type: 'up' }, AT)).toEqual([asked, []]);
  });

  it('[Y01] what was asked before anybody was known goes with the first person who is', () => {
    const d = new Hand().ask('c1').live();
    expect(d.all('send')).toMatchObject([{ command: { id: 'c1' } }]);
  });

  it('[Y01] is read back from the device once, in the order it was asked, and so are its refusals', () => {
    const d = new Hand().on({
      type: 'opened',
      last: null,
      kept: kept({ unsent: [pending('c2', AT + 2), pending('c1', AT + 1)], refused: [told('r1')] }),
    });
    d.on({ type: 'up' }).on({
      type: 'welcome',
      attempt: d.attempt,
      welcome: welcome({}),
      kept: kept({
        unsent: [pending('c2', AT + 2), pending('c0', AT)],
        refused: [told('r0'), told('r1')],
      }),
    });
    expect(ids(d)).toEqual(['c0', 'c1', 'c2']);
    expect(d.state.told.map((t) => t.id)).toEqual(['r0', 'r1']);
  });

  it('[Y01] goes by the server’s clock, however wrong the device’s is', () => {
    const d = new Hand().live({ now: AT - 5000 }).ask('c1');
    expect(d.state.outbox).toMatchObject([{ at: AT - 5000 }]);
    expect(d.frame(1, [fact(1, 't1')]).state.heardAt).toBe(AT - 5000);
  });

  it('[Y02] an answer belongs to the command with its id, also out of order', () => {
    const d = new Hand().live().ask('c1').ask('c2').answer('c2', 2);
    expect(d.state.outbox.map((p) => [p.command.id, p.seq])).toEqual([
      ['c1', null],
      ['c2', 2],
    ]);
    d.refuse('unheard', 'cell_taken');
    expect([ids(d), d.state.told]).toEqual([['c1', 'c2'], []]);
  });

  it('[Y02] what is answered and has not come back yet is not sent again, but asked after', () => {
    const d = new Hand().live().ask('c1').answer('c1', 1).on({ type: 'again' });
    expect(d.all('hello')).toMatchObject([{ hello: { answered: ['c1'] } }]);
    d.welcomed();
    expect(d.all('send')).toEqual([]);
    expect(ids(d)).toEqual(['c1']);
  });

  it('[Y03] silence after an answer means nothing, and while catching up one hello is enough', () => {
    const d = new Hand().live().ask('c1').ask('c2').answer('c1', 1);
    expect(d.on({ type: 'timeout', id: 'c1' }).effects).toEqual([]);
    d.on({ type: 'again' });
    expect(d.on({ type: 'timeout', id: 'c2' }).effects).toEqual([]);
    d.welcomed();
    expect(d.all('send')).toMatchObject([{ command: { id: 'c2' } }]);
  });

  it('[Y09] keeps the last two hundred answered, each once, and asks after three hundred at most', () => {
    const answered = Array.from({ length: 200 }, (_, i) => pending(`a${i}`, AT + i, 0));
    const d = new Hand().on({ type: 'opened', last: null, kept: kept({ answered }) });
    d.on({ type: 'up' }).on({
      type: 'welcome',
      attempt: d.attempt,
      welcome: welcome({}),
      kept: kept({ answered }),
    });
    d.welcomed().ask('a199').answer('a199', 1);
    d.frame(1, [fact(1, 'a199')]);
    expect(d.state.answered.map((p) => p.command.id)).toEqual(answered.map((p) => p.command.id));
    d.ask('c2')
      .answer('c2', 2)
      .frame(2, [fact(2, 'c2')]);
    expect([d.state.answered.length, d.state.answered.at(-1)?.command.id]).toEqual([200, 'c2']);
    d.state = { ...d.state, proof: 'unproven' };
    for (let i = 0; i < 150; i++) d.ask(`w${i}`).answer(`w${i}`, 10 + i);
    const [hello] = d.on({ type: 'again' }).all('hello');
    expect([hello?.hello.answered.length, hello?.hello.answered.at(-1)]).toEqual([300, 'w149']);
  });

  it('[Y09] resubmits what the log lacks and nothing else, and stores it first', () => {
    const d = new Hand().proven();
    for (const n of [1, 2])
      d.ask(`c${n}`)
        .answer(`c${n}`, n)
        .frame(n, [fact(n, `c${n}`)]);
    d.ask('c3').answer('c3', 5);
    d.on({ type: 'again' }).welcomed({ seq: 1, state: folded(fact(1, 'c1')), parted: true });
    d.now += 1000;
    d.welcomed({ seq: 1, missing: ['c2'] });
    expect(d.all('send')).toMatchObject([{ command: { id: 'c2' }, again: true }]);
    expect(d.all('persist')).toMatchObject([{ what: 'unsent', item: { command: { id: 'c2' }, seq: null } }]);
    expect(ids(d)).toEqual(['c2', 'c3']);
  });

  it('[Y09] a whole state proves only what the hello before it asked about; facts prove all', () => {
    const once = () =>
      new Hand()
        .proven()
        .ask('c1')
        .answer('c1', 1)
        .frame(1, [fact(1, 'c1')])
        .on({ type: 'again' });
    expect(once().welcomed({ seq: 1 }).state.standing.at).toBe('live');
    const d = once().welcomed({ seq: 1, state: folded(fact(1, 'c1')) });
    expect(d.all('hello')).toMatchObject([{ hello: { since: 1, answered: ['c1'] } }]);
    d.welcomed({ seq: 1, state: folded(fact(1, 'c1')) });
    expect([d.state.standing.at, d.state.proof]).toEqual(['live', 'proven']);
  });

  it('[Y10] is offered again soon after something new, by one timer, and later after that', () => {
    const d = putOff();
    expect(d.all('schedule')).toEqual([{ type: 'schedule', tick: 'retry', ms: 700 }]);
    expect(d.frame(1, [fact(1, 't0')]).all('schedule')).toEqual([]);
    d.on({ type: 'tick', tick: 'retry' });
    expect(d.all('schedule')).toEqual([{ type: 'schedule', tick: 'retry', ms: 20_000 }]);
    const idle = new Hand().live().ask('c1');
    expect(idle.frame(1, [fact(1, 't1')]).all('schedule')).toEqual([]);
  });

  it('[Y10] a late second answer of the same refusal does not send it again at once', () => {
    const d = putOff();
    d.refuse('l1', 'busy').on({ type: 'tick', tick: 'send' });
    expect(d.all('send')).toEqual([]);
  });

  it('[Y10] a frame after the command was put off offers it again soon', () => {
    const d = putOff().on({ type: 'tick', tick: 'retry' });
    d.state = { ...d.state, retry: 'idle' };
    expect(d.frame(1, [fact(1, 't0')]).all('schedule')).toMatchObject([{ tick: 'retry', ms: 700 }]);
  });

  it('[Y10] offering it again touches no command that is in flight beside it', () => {
    const d = putOff().ask('c2');
    d.now += 11 * 60_000;
    d.on({ type: 'tick', tick: 'retry' });
    expect([ids(d), d.state.told.map((t) => t.id)]).toEqual([['c2'], ['l1']]);
    expect(d.all('send')).toEqual([]);
  });

  it('[Y10] ten whole minutes are given, and a lost link does not cut the wait short', () => {
    const d = putOff();
    d.on({ type: 'down' }).ask('c2').live();
    expect(d.all('send').map((e) => e.command.id)).toEqual(['c2']);
    d.now += 10 * 60_000;
    expect(d.on({ type: 'tick', tick: 'retry' }).state.told).toEqual([]);
    d.now += 1;
    expect(d.on({ type: 'tick', tick: 'retry' }).state.told).toMatchObject([{ id: 'l1' }]);
  });

  it('[Y11] a refusal keeps every word of the command: what it replaced, and for whom it was asked', () => {
    const d = new Hand().live();
    const whole = { ...command('c1'), base: { title: 7 }, for: 'seat-carla' };
    d.on({ type: 'asked', command: whole }).refuse('c1', 'stale_version');
    d.ask('c2').refuse('c2', 'cell_taken');
    expect(d.state.told).toEqual([
      {
        id: 'c1',
        command: 'propose',
        refusal: { refused: 'stale_version' },
        ask: { topic: 'c1' },
        base: { title: 7 },
        for: 'seat-carla',
      },
      { id: 'c2', command: 'propose', refusal: { refused: 'cell_taken' }, ask: { topic: 'c2' } },
    ]);
    expect('for' in d.state.told[1]!).toBe(false);
    expect(d.all('forget')).toEqual([{ type: 'forget', what: 'unsent', id: 'c2', who: 'anna' }]);
    d.ask('c2').refuse('c2', 'cell_taken').on({ type: 'dismissed', id: 'c1' });
    expect(d.state.told.map((t) => t.id)).toEqual(['c2']);
  });

  it('[Y11] a revision refused because both wrote the same loses nothing, so nobody is told', () => {
    const d = new Hand().live();
    d.on({ type: 'asked', command: { ...command('c1'), base: { title: 7 } } });
    expect(d.refuse('c1', 'nothing_to_change').state.told).toEqual([]);
    expect(d.all('forget')).toMatchObject([{ what: 'unsent', id: 'c1' }]);
    d.ask('c2').refuse('c2', 'nothing_to_change');
    expect(d.state.told).toMatchObject([{ id: 'c2' }]);
    d.on({ type: 'asked', command: { ...command('c3'), base: { title: 7 } } }).refuse('c3', 'cell_taken');
    expect(d.state.told.map((t) => t.id)).toEqual(['c2', 'c3']);
  });

  it('[Y11] a device that is behind catches up first: the person is asked to wait for nothing', () => {
    const d = new Hand().live().ask('c1').refuse('c1', 'not_caught_up');
    expect([d.all('hello').length, d.all('schedule'), d.state.patience]).toEqual([1, [], null]);
    d.welcomed();
    expect(d.all('send')).toMatchObject([{ command: { id: 'c1' } }]);
  });
});
