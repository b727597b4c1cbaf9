/** The sync machine, rule by rule, on the pure function: no wire, no storage, no clock. */
import { describe, expect, it } from 'vitest';
import { initialState, type Pending } from '@/client/sync/state';
import { nextHistoryHash } from '@/domain/catalogue';
import type { Fact } from '@/domain/deed';
import { packed } from '@/protocol/packed-facts';
import { AT, command, fact, folded, Hand, welcome, you } from './hand';
import { type Tiny, tiny } from './sync-world';

describe('the sync machine', () => {
  it('[Y01] what is asked is persisted before it is sent, and leaves only when it has come back', () => {
    const d = new Hand().live().ask('c1');
    expect(d.effects.map((e) => e.type)).toEqual(['persist', 'send']);
    expect(d.state.outbox).toMatchObject([{ command: { id: 'c1' }, seq: null }]);
    d.answer('c1', 1);
    expect(d.state.outbox).toMatchObject([{ command: { id: 'c1' }, seq: 1 }]);
    expect(d.all('forget')).toEqual([]);
    d.frame(1, [fact(1, 'c1')]);
    expect(d.state.outbox).toEqual([]);
    expect(d.all('forget')).toMatchObject([{ id: 'c1', who: 'anna' }]);
    expect(d.all('persist').map((e) => e.what)).toContain('answered');
  });

  it('[Y01] also before this page had a link, and in the order it was asked', () => {
    const d = new Hand().on({
      type: 'opened',
      last: { confirmed: tiny.empty(), people: {}, you: you('anna'), heardAt: AT, rev: 0 },
      kept: { unsent: [{ command: command('c0'), at: AT + 5, seq: null }], answered: [], refused: [] },
    });
    d.ask('c1').ask('c2');
    expect(d.all('send')).toEqual([]);
    const at = d.state.outbox.map((p) => p.at);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    expect(new Set(at).size).toBe(3);
    d.live();
    expect(d.all('send').map((e) => e.command.id)).toEqual(['c0', 'c1', 'c2']);
  });

  it('[Y02] only a live device sends, in order, and nothing twice on one link', () => {
    const d = new Hand().live().ask('c1').ask('c2');
    expect(d.all('send').map((e) => e.command.id)).toEqual(['c2']);
    d.on({ type: 'again' }).ask('c3');
    expect(d.state.standing.at).toBe('catchingUp');
    expect(d.all('send')).toEqual([]);
    d.welcomed();
    expect(d.all('send').map((e) => e.command.id)).toEqual(['c3']);
  });

  it('[Y03] no answer: the same command goes again after the next welcome', () => {
    const d = new Hand().live().ask('c1').on({ type: 'down' });
    expect(d.state.standing.at).toBe('offline');
    d.live();
    expect(d.all('send')).toMatchObject([{ command: { id: 'c1' }, again: false }]);
    d.on({ type: 'timeout', id: 'c1' });
    expect(d.all('hello')).toHaveLength(1);
    d.welcomed();
    expect(d.all('send')).toMatchObject([{ command: { id: 'c1' } }]);
  });

  it('[Y04] facts are folded once and in order; a gap of one is asked for, and nothing of that frame is taken', () => {
    const d = new Hand().live().frame(1, [fact(1, 't1')]);
    expect(d.topics).toEqual(['t1']);
    d.frame(1, [fact(1, 't1'), fact(2, 't2')]);
    expect([d.topics, d.state.confirmed.seq]).toEqual([['t1', 't2'], 2]);
    d.frame(4, [fact(4, 't4')], { rev: 7, labels: { bruno: 'Bruno' } });
    expect(d.topics).toEqual(['t1', 't2']);
    expect(d.all('hello')).toMatchObject([{ hello: { since: 2, people: 0 } }]);
    expect(d.state.people).toEqual({});
    d.welcomed({
      seq: 4,
      facts: [fact(3, 't3'), fact(4, 't4')].map(packed),
      people: { rev: 7, labels: { bruno: 'Bruno' } },
    });
    expect([d.topics, d.state.people]).toEqual([['t1', 't2', 't3', 't4'], { bruno: 'Bruno' }]);
  });

  it('[Y04] an older name does not replace a newer one', () => {
    const d = new Hand().on({ type: 'up' });
    d.frame(1, [], { rev: 3, labels: { bruno: 'vecchio' } });
    d.welcomed({ people: { rev: 4, labels: { bruno: 'nuovo' } } });
    expect([d.state.people, d.state.peopleRev]).toEqual([{ bruno: 'nuovo' }, 4]);
  });

  it('[Y05] one’s own fact takes the place of its public form', () => {
    const d = new Hand().live({ seq: 1, facts: [packed(fact(1, 't1'))] }).ask('l1', 'like', 't1');
    const full: Fact = { ...fact(2, 't1', 'l1'), type: 'like' };
    const bare: Fact = { ...full, by: null, data: { topic: 't1', who: null } };
    d.answer('l1', 2, full).frame(2, [bare]);
    expect(d.state.confirmed.liked).toEqual({ anna: ['t1'] });
    expect(d.state.own).toEqual({});
  });

  it('[Y05] folded in its public form before it came in full: the whole state is asked for', () => {
    const people = { rev: 5, labels: { anna: 'Anna' } };
    const d = new Hand().live({ seq: 1, people, facts: [packed(fact(1, 't1'))] }).ask('l1', 'like', 't1');
    const full: Fact = { ...fact(2, 't1', 'l1'), type: 'like' };
    const bare: Fact = { ...full, by: null, data: { topic: 't1', who: null } };
    // The answer is lost; the welcome after it brings nothing yet, and the frame comes first.
    d.on({ type: 'timeout', id: 'l1' }).on({ type: 'down' }).on({ type: 'up' }).frame(2, [bare]);
    d.on({ type: 'welcome', attempt: d.attempt, welcome: welcome({ seq: 1, people }), kept: null });
    expect(d.state.redactedOwn).toEqual([2]);
    d.answer('l1', 2, full);
    expect(d.all('hello')).toMatchObject([{ hello: { since: null, people: 0 } }]);
    d.welcomed({ seq: 2, state: folded(fact(1, 't1'), full) });
    expect(d.state.confirmed.liked).toEqual({ anna: ['t1'] });
    d.on({ type: 'own', facts: [full] });
    expect(d.all('hello')).toEqual([]);
  });

  it('[Y06] a frame waits for the welcome, or the answer, that was sent before it', () => {
    const d = new Hand().on({ type: 'up' }).frame(2, [fact(2, 't2')]);
    expect(d.all('hello')).toEqual([]);
    d.welcomed({ seq: 1, facts: [packed(fact(1, 't1'))] });
    expect(d.topics).toEqual(['t1', 't2']);
    d.ask('c3')
      .frame(3, [fact(3, 'c3')])
      .frame(4, [fact(4, 't4')]);
    expect(d.topics).toEqual(['t1', 't2']);
    d.answer('c3', 3);
    expect(d.topics).toEqual(['t1', 't2', 'c3', 't4']);
  });

  it('[Y06] early frames are folded in the order of their facts', () => {
    const d = new Hand()
      .on({ type: 'up' })
      .frame(3, [fact(3, 't3')])
      .frame(2, [fact(2, 't2')]);
    d.welcomed({ seq: 1, facts: [packed(fact(1, 't1'))] });
    expect(d.all('hello')).toEqual([]);
    expect(d.topics).toEqual(['t1', 't2', 't3']);
  });

  it('[Y06] a refused answer also lets the frames through, and a new hello keeps them', () => {
    const d = new Hand()
      .live()
      .ask('c1')
      .frame(1, [fact(1, 'c1')])
      .refuse('c1', 'busy');
    expect(d.topics).toEqual(['c1']);
    d.on({ type: 'tick', tick: 'send' })
      .frame(2, [fact(2, 'c2', 'c1')])
      .on({ type: 'again' });
    expect(d.topics).toEqual(['c1']);
    d.welcomed({ seq: 1 }).on({ type: 'timeout', id: 'c1' });
    d.welcomed({ seq: 1 });
    expect(d.topics).toEqual(['c1', 'c2']);
  });

  it('[Y07] the welcome of an older hello counts for nothing, nor does its silence', () => {
    const d = new Hand().on({ type: 'up' }).on({ type: 'again' });
    const stale = { type: 'welcome' as const, attempt: 1, kept: null };
    d.on({ ...stale, welcome: welcome({ seq: 1, facts: [packed(fact(1, 'old'))] }) });
    expect([d.state.standing.at, d.topics]).toEqual(['catchingUp', []]);
    d.on({ ...stale, welcome: { ok: false, refused: 'wrong_protocol' } });
    d.on({ type: 'timeout', attempt: 1 });
    d.on({ type: 'tick', tick: 'hello', attempt: 1 });
    expect([d.state.standing.at, d.state.shut, d.effects]).toEqual(['catchingUp', null, []]);
    d.welcomed();
    expect(d.state.standing.at).toBe('live');
    d.on({ ...stale, attempt: d.attempt, welcome: welcome({ seq: 1, facts: [packed(fact(1, 'old'))] }) });
    expect(d.topics).toEqual([]);
  });

  it('[Y08] another person on the device: nothing of the first is sent, shown or folded further', () => {
    const d = new Hand().live({ seq: 1, facts: [packed(fact(1, 't1'))] });
    d.on({ type: 'down' }).ask('c1');
    const left: Pending = { command: command('b1'), at: AT, seq: null };
    d.on({ type: 'up' }).on({
      type: 'welcome',
      attempt: d.attempt,
      welcome: welcome({ you: you('bruno'), seq: 1, facts: [] }),
      kept: { unsent: [left], answered: [], refused: [] },
    });
    expect(d.all('hello')).toMatchObject([{ hello: { since: null } }]);
    expect(d.all('send')).toEqual([]);
    d.welcomed({ you: you('bruno'), seq: 1, state: folded(fact(1, 't1')) });
    expect(d.all('send').map((e) => e.command.id)).toEqual(['b1']);
    expect(d.state.you?.id).toBe('bruno');
    expect(d.all('forget')).toEqual([]);
  });

  it('[Y08] a page drawn for one person takes nothing of what was saved for another, nor anything older than it has', () => {
    const saved = folded(fact(1, 't1'), fact(2, 't2'));
    const opened = (drawn: Tiny, who: string) => {
      const d = new Hand();
      d.state = initialState(drawn, { complete: true, people: {}, you: you(who), now: AT });
      const last = { confirmed: saved, people: {}, you: you('anna'), heardAt: AT, rev: 4 };
      return d.on({ type: 'opened', last, kept: { unsent: [], answered: [], refused: [] } }).state.confirmed
        .seq;
    };
    expect(opened(tiny.empty(), 'anna')).toBe(2);
    expect(opened(tiny.empty(), 'bruno')).toBe(0);
    expect(opened(folded(fact(1, 't1'), fact(2, 't2'), fact(3, 't3')), 'anna')).toBe(3);
  });

  it('[Y08] what only the first may know of their own words is not folded for the second', () => {
    const d = new Hand().live({ seq: 1, facts: [packed(fact(1, 't1'))] }).ask('l1', 'like', 't1');
    const full: Fact = { ...fact(2, 't1', 'l1'), type: 'like' };
    d.answer('l1', 2, full).on({ type: 'down' }).on({ type: 'up' });
    d.welcomed({ you: you('bruno'), seq: 1, state: folded(fact(1, 't1')) });
    expect(d.state.tries).toEqual({});
    d.frame(2, [{ ...full, by: null, data: { topic: 't1', who: null } }]);
    expect(d.state.confirmed.liked).toEqual({});
  });

  it('[Y09] what the second person was answered is asked after, not what the first was', () => {
    const d = new Hand().on({ type: 'up' });
    const answered: Pending[] = [{ command: command('b1'), at: AT, seq: 1 }];
    d.on({
      type: 'welcome',
      attempt: d.attempt,
      welcome: welcome({ state: tiny.empty() }),
      kept: { unsent: [], answered, refused: [] },
    });
    expect(d.all('hello')).toMatchObject([{ hello: { answered: ['b1'] } }]);
    d.welcomed({ missing: ['b1'] });
    expect(d.all('send')).toMatchObject([{ command: { id: 'b1' }, again: true }]);
  });

  it('[Y09] another log: nothing to ask after, it is live at once, and has no more doubts', () => {
    const d = new Hand().proven().ask('c1').on({ type: 'down' }).on({ type: 'up' });
    d.welcomed({ state: tiny.empty(), parted: true });
    expect(d.all('send')).toMatchObject([{ command: { id: 'c1' }, again: true }]);
    d.on({ type: 'again' });
    expect(d.state.standing.at).toBe('catchingUp');
  });

  it('[Y09] another log: what was not yet answered may depend on what is lost, so its refusal waits too', () => {
    const d = new Hand()
      .proven()
      .ask('c1')
      .answer('c1', 1)
      .frame(1, [fact(1, 'c1')]);
    d.on({ type: 'again' }).welcomed({ seq: 0, state: tiny.empty(), parted: true });
    d.on({ type: 'down' }).ask('c2').on({ type: 'up' }).welcomed({ missing: [] });
    expect(d.all('send')).toMatchObject([{ command: { id: 'c2' }, again: true }]);
  });

  it('[Y09] another log: answered commands are asked after, and what it lacks is resubmitted in order', () => {
    const d = new Hand().proven();
    for (const [i, id] of ['c1', 'c2'].entries())
      d.ask(id)
        .answer(id, i + 1)
        .frame(i + 1, [fact(i + 1, id)]);
    d.ask('c3').answer('c3', 3);
    d.on({ type: 'down' }).on({ type: 'up' });
    expect(d.all('hello')).toMatchObject([
      { hello: { since: 2, chain: d.state.confirmed.chain, answered: ['c3'] } },
    ]);
    d.welcomed({ seq: 0, state: tiny.empty(), parted: true, missing: ['c3'] });
    expect(d.state.standing.at).toBe('diverged');
    expect(d.all('hello')).toMatchObject([{ hello: { since: 0, answered: ['c1', 'c2', 'c3'] } }]);
    d.welcomed({ seq: 0, missing: ['c1', 'c2', 'c3'] });
    expect(d.all('send').map((e) => [e.command.id, e.again])).toEqual([
      ['c1', true],
      ['c2', true],
      ['c3', true],
    ]);
    expect(d.state.proof).toBe('proven');
  });

  it('[Y09] the link drops while it asks: it still knows, and asks again', () => {
    const d = new Hand()
      .proven()
      .ask('c1')
      .answer('c1', 1)
      .frame(1, [fact(1, 'c1')]);
    d.on({ type: 'again' }).welcomed({ seq: 0, state: tiny.empty(), parted: true });
    d.on({ type: 'down' }).ask('c2').on({ type: 'up' });
    expect(d.state.standing.at).toBe('diverged');
    expect(d.all('hello')).toMatchObject([{ hello: { answered: ['c1'] } }]);
    d.welcomed({ missing: ['c1'] });
    expect(d.all('send').map((e) => [e.command.id, e.again])).toEqual([
      ['c1', true],
      ['c2', true],
    ]);
  });

  it('[Y10] a resubmitted command that is refused waits for what it depends on, ten minutes at the most', () => {
    const d = new Hand().live().ask('l1', 'like', 't1').answer('l1', 1);
    d.on({ type: 'again' }).welcomed({ seq: 0, parted: true, missing: ['l1'], state: tiny.empty() });
    d.welcomed({ missing: ['l1'] }).refuse('l1', 'unknown_thing');
    expect([d.state.told, d.state.outbox.length]).toEqual([[], 1]);
    expect(d.all('schedule')).toMatchObject([{ tick: 'retry' }]);
    d.on({ type: 'tick', tick: 'retry' });
    expect(d.all('send')).toEqual([]);
    d.frame(1, [fact(1, 't1')]).on({ type: 'tick', tick: 'retry' });
    expect(d.all('send')).toMatchObject([{ command: { id: 'l1' }, again: true }]);
    d.refuse('l1', 'unknown_thing');
    d.now += 11 * 60_000;
    d.on({ type: 'tick', tick: 'retry' });
    expect(d.state.told).toMatchObject([{ id: 'l1', refusal: { refused: 'unknown_thing' } }]);
    expect(d.state.outbox).toEqual([]);
  });

  it('[Y10] now and then it is tried without looking ahead: the stream may know more than this device', () => {
    const d = new Hand().live().ask('l1', 'like', 't1').answer('l1', 1);
    d.on({ type: 'again' }).welcomed({ seq: 0, parted: true, missing: ['l1'], state: tiny.empty() });
    d.welcomed({ missing: ['l1'] })
      .refuse('l1', 'unknown_thing')
      .on({ type: 'tick', tick: 'retry' });
    expect(d.all('schedule')).toMatchObject([{ tick: 'retry', ms: 20_000 }]);
    d.on({ type: 'tick', tick: 'retry' });
    expect(d.all('send')).toMatchObject([{ command: { id: 'l1' } }]);
  });

  it('[Y11] a refusal is final: it leaves the screen and the device, and the person is told', () => {
    const d = new Hand().live().ask('c1').refuse('c1', 'cell_taken');
    expect(d.state.outbox).toEqual([]);
    expect(d.all('forget')).toMatchObject([{ id: 'c1' }]);
    expect(d.state.told).toMatchObject([{ id: 'c1', command: 'propose', ask: { topic: 'c1' } }]);
    expect(d.all('persist')).toMatchObject([{ what: 'refused', told: { id: 'c1' }, who: 'anna' }]);
    expect(d.on({ type: 'dismissed', id: 'c1' }).state.told).toEqual([]);
    expect(d.all('forget')).toEqual([{ type: 'forget', what: 'refused', id: 'c1', who: 'anna' }]);
  });

  it('[Y11] what was refused waits on the device for the person to settle it, and for nobody else', () => {
    const told = { id: 'c1', command: 'propose', refusal: { refused: 'cell_taken' as const }, ask: {} };
    const d = new Hand().on({ type: 'up' });
    d.on({
      type: 'welcome',
      attempt: d.attempt,
      welcome: welcome({}),
      kept: { unsent: [], answered: [], refused: [told] },
    });
    expect(d.state.told).toEqual([told]);
    d.on({ type: 'again' }).welcomed({ you: you('bruno'), seq: 0, state: tiny.empty() });
    expect(d.state.told).toEqual([]);
  });

  it('[Y11] a passing one is not: it stays, says to wait, and goes again', () => {
    const d = new Hand().live().ask('c1');
    d.on({ type: 'answered', id: 'c1', answer: { ok: false, refused: 'busy', detail: { ms: 900 } } });
    expect(d.state.outbox).toHaveLength(1);
    expect(d.state.patience).toEqual({ refused: 'busy', detail: { ms: 900 } });
    expect(d.all('schedule')).toMatchObject([{ tick: 'send', ms: 1400 }]);
    d.on({ type: 'tick', tick: 'send' });
    expect(d.all('send')).toHaveLength(1);
    expect(d.answer('c1', 1).state.patience).toBeNull();
  });

  it('[Y12] a final refusal of the hello shuts the device until a hello is answered; a passing one is said again', () => {
    const d = new Hand().on({ type: 'up' });
    d.on({ type: 'welcome', attempt: 1, welcome: { ok: false, refused: 'busy' }, kept: null });
    expect(d.all('schedule')).toMatchObject([{ tick: 'hello', attempt: 1 }]);
    d.on({ type: 'tick', tick: 'hello', attempt: 1 });
    expect(d.all('hello')).toMatchObject([{ attempt: 2 }]);
    d.on({ type: 'welcome', attempt: 2, welcome: { ok: false, refused: 'wrong_protocol' }, kept: null });
    expect([d.state.standing.at, d.state.shut]).toEqual(['shut', { refused: 'wrong_protocol' }]);
    d.live();
    expect([d.state.standing.at, d.state.shut]).toEqual(['live', null]);
  });

  it('[Y13] a page that wakes up proves its link within two seconds, or is offline', () => {
    const d = new Hand().live().on({ type: 'woke' });
    expect(d.all('hello')).toMatchObject([{ within: 2000, hello: { since: 0 } }]);
    d.ask('c1');
    expect(d.all('send')).toEqual([]);
    d.on({ type: 'timeout', attempt: d.attempt });
    expect(d.state.standing.at).toBe('offline');
    expect(d.on({ type: 'woke' }).effects).toEqual([]);
    d.live();
    expect(d.all('send')).toMatchObject([{ command: { id: 'c1' } }]);
  });

  it('[Y17] a seat that the log has never heard of is taken again, and what was written follows', () => {
    const d = new Hand({ takesSeat: true }).live().ask('c1');
    d.on({ type: 'down' })
      .on({ type: 'up' })
      .welcomed({ you: you(''), returning: 'anna' });
    expect(d.all('takeSeat')).toMatchObject([{ you: { id: 'anna' } }]);
    const [{ welcome: w, attempt } = { welcome: welcome({}), attempt: 0 }] = d.all('takeSeat');
    d.on({ type: 'seated', attempt, outcome: 'unreachable', welcome: w });
    expect(d.all('schedule')).toMatchObject([{ tick: 'hello' }]);
    d.on({ type: 'seated', attempt, outcome: 'seated', welcome: w });
    expect(d.effects).toEqual([{ type: 'renew' }]);
    d.on({ type: 'down' }).live();
    expect(d.all('send').map((e) => e.command.id)).toEqual(['c1']);
  });

  it('[Y17] the door refuses the seat: the device goes on as nobody, and what was written stays on it', () => {
    const d = new Hand({ takesSeat: true }).live().on({ type: 'down' }).ask('c1').on({ type: 'up' });
    d.welcomed({ you: you(''), returning: 'anna' });
    const [{ welcome: w, attempt } = { welcome: welcome({}), attempt: 0 }] = d.all('takeSeat');
    d.on({ type: 'seated', attempt, outcome: 'refused', welcome: w });
    expect(d.state.you?.id).toBe('');
    expect([...d.all('forget'), ...d.all('send')]).toEqual([]);
  });

  it('[Y09] the chain of what is held goes with the hello, so that another log is noticed', () => {
    const d = new Hand()
      .live()
      .frame(1, [fact(1, 't1')])
      .on({ type: 'again' });
    const chain = nextHistoryHash(0, fact(1, 't1'));
    expect(d.all('hello')).toMatchObject([{ hello: { since: 1, chain } }]);
  });

  it('[Y16] the state is saved after a welcome, then at most every four seconds', () => {
    const d = new Hand().live();
    expect(d.all('schedule')).toMatchObject([{ tick: 'save' }]);
    const saved = () => d.all('persist').filter((e) => e.what === 'last').length;
    d.on({ type: 'tick', tick: 'save' });
    expect(saved()).toBe(1);
    d.frame(1, [fact(1, 't1')]);
    expect(saved()).toBe(0);
    d.now += 4000;
    d.frame(2, [fact(2, 't2')]);
    expect(saved()).toBe(1);
  });
});
