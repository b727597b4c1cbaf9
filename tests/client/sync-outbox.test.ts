/** The sync machine where commands wait: in the outbox, put off, answered or refused; and frames that meet them. */
import { describe, expect, it } from 'vitest';
import { earlySync } from '@/client/sync/early-sync';
import { actorOf, initialState, linkOf, type Pending, type RefusedCommand } from '@/client/sync/state';
import type { Fact } from '@/domain/deed';
import { AT, command, fact, folded, Hand, welcome, you } from './hand';
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

describe('frames beside the outbox', () => {
  it('[Y04] a fact that comes twice is folded once', () => {
    const facts = [fact(1, 't1'), fact(2, 'l1')].map((f, i): Fact => (i ? { ...f, type: 'like' } : f));
    const d = new Hand().live().frame(1, facts).frame(1, facts);
    expect(d.state.confirmed).toEqual(folded(...facts));
  });

  it('[Y04] names come in frames without facts too; the screens’ own object stays where nothing is new', () => {
    const d = new Hand().live();
    d.frame(9, [], { rev: 2, labels: { bruno: 'Bruno' } });
    expect([d.all('hello'), d.state.people, d.state.peopleRev]).toEqual([[], { bruno: 'Bruno' }, 2]);
    const { people } = d.state;
    expect(d.frame(1, [], { rev: 2, labels: { bruno: 'Bruno' } }).state.people).toBe(people);
    d.frame(1, [], { rev: 1, labels: { bruno: 'vecchio' } });
    expect([d.state.people, d.state.peopleRev]).toEqual([{ bruno: 'Bruno' }, 2]);
    d.frame(1, [], { rev: 2, labels: { carla: 'Carla' } });
    expect(d.state.people).toEqual({ bruno: 'Bruno', carla: 'Carla' });
  });

  it('[Y13] a frame that comes over a dead link is not taken', () => {
    const d = new Hand()
      .live()
      .on({ type: 'down' })
      .frame(1, [fact(1, 't1')]);
    expect([d.topics, d.effects, d.state.standing]).toEqual([[], [], { at: 'offline' }]);
  });

  it('[Y05] only own facts count as folded in their public form', () => {
    const d = new Hand().live().ask('c9');
    d.frame(1, [fact(1, 't1'), fact(2, 't2')]);
    expect(d.state.redactedOwn).toEqual([]);
    d.on({ type: 'own', facts: [fact(2, 't2')] });
    expect(d.all('hello')).toEqual([]);
  });

  it('[Y05] own facts wait for their place, each for its own; one of another log gives way', () => {
    const like = (seq: number, cmd: string): Fact => ({ ...fact(seq, 't1', cmd), type: 'like' });
    const d = new Hand().live().on({ type: 'own', facts: [like(2, 'l2'), like(4, 'l4')] });
    d.frame(1, [fact(1, 't1')]);
    expect(Object.keys(d.state.own)).toEqual(['2', '4']);
    d.frame(2, [{ ...like(2, 'other'), by: 'bruno', data: { topic: 't1', who: 'bruno' } }]);
    expect(d.state.confirmed.liked).toEqual({ bruno: ['t1'] });
    expect(Object.keys(d.state.own)).toEqual(['4']);
  });

  it('[Y06] a frame waits for any of its facts that is asked here, unless that has come in full', () => {
    const like: Fact = { ...fact(2, 't1', 'l1'), type: 'like' };
    const frame = [fact(1, 't1'), { ...like, by: null, data: { topic: 't1', who: null } }];
    const d = new Hand().live().ask('l1', 'like', 't1').frame(1, frame);
    expect(d.topics).toEqual([]);
    d.answer('l1', 2, like);
    expect(d.state.confirmed.liked).toEqual({ anna: ['t1'] });
    const e = new Hand()
      .live()
      .ask('l1', 'like', 't1')
      .on({ type: 'own', facts: [like] });
    expect(e.frame(1, frame).state.confirmed.liked).toEqual({ anna: ['t1'] });
  });
});

describe('the standing of a device', () => {
  it('[Y13] is shown as its link was while it catches up, and shut is offline', () => {
    expect(linkOf({ at: 'shut' })).toBe('offline');
    expect(linkOf({ at: 'offline' })).toBe('offline');
    expect(linkOf({ at: 'opening' })).toBe('opening');
    expect(linkOf({ at: 'live', early: [] })).toBe('live');
    const again = new Hand().live().on({ type: 'again' });
    expect(linkOf(again.state.standing)).toBe('live');
    expect(linkOf(new Hand().live().on({ type: 'down' }).on({ type: 'up' }).state.standing)).toBe('offline');
  });

  it('[Y08] begins with what the page was drawn with, and nothing else', () => {
    const drawn = initialState(tiny.empty(), {
      complete: true,
      people: { bruno: 'Bruno' },
      you: you('anna'),
      now: AT,
    });
    expect(drawn).toMatchObject({
      standing: { at: 'opening' },
      ready: true,
      people: { bruno: 'Bruno' },
      heardAt: AT,
      keeping: true,
      proof: 'unproven',
      redactedOwn: [],
    });
    const bare = initialState(tiny.empty());
    expect(bare).toMatchObject({ ready: false, you: null, heardAt: 0 });
    expect(bare.people).toEqual({});
  });

  it('[Y08] goes on from the saved state, whoever it was saved for, where the page knows nobody', () => {
    const last = { confirmed: folded(fact(1, 't1')), people: {}, you: null, heardAt: AT, rev: 4 };
    const d = new Hand().on({ type: 'opened', last, kept: kept({}) }).on({ type: 'up' });
    expect(d.all('hello')).toMatchObject([{ hello: { since: 1, people: 4 } }]);
    const drawn = new Hand();
    drawn.state = initialState(tiny.empty(), { complete: false, people: {}, you: you('anna'), now: AT });
    drawn.on({ type: 'opened', last, kept: kept({}) }).on({ type: 'up' });
    expect(drawn.all('hello')).toMatchObject([{ hello: { since: null } }]);
  });

  it('[Y17] only a seat that this device had is taken again', () => {
    const nobody = new Hand({ takesSeat: true }).live({ you: you(''), returning: 'anna' });
    expect([nobody.all('takeSeat'), nobody.state.standing.at]).toEqual([[], 'live']);
    const d = new Hand({ takesSeat: true }).live().on({ type: 'down' }).on({ type: 'up' });
    d.welcomed({ you: you(''), returning: 'anna' });
    const stale = { type: 'seated' as const, attempt: d.attempt - 1, welcome: welcome({}) };
    expect(d.on({ ...stale, outcome: 'seated' }).effects).toEqual([]);
  });

  it('[Y09] an actor completes a report only where a link has opened it', () => {
    expect(actorOf(null)).toBeNull();
    expect(actorOf(you(''))).toBeNull();
    const bare = actorOf(you('anna'));
    expect(bare).toEqual({ id: 'anna', role: 'participant', seat: 'anna' });
    expect('completes' in bare!).toBe(false);
    expect(actorOf({ ...you('link'), completes: 't1' })).toMatchObject({ completes: 't1' });
  });
});
