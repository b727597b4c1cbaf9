/** Tests the sync machine from hello to welcome: another person, another log, silence (rules Y07–Y09, Y12–Y17). */
import { describe, expect, it } from 'vitest';
import { initialState, type Pending } from '@/client/sync/state';
import { nextHistoryHash } from '@/domain/catalogue';
import type { Fact } from '@/domain/deed';
import { packed } from '@/protocol/packed-facts';
import { AT, command, fact, folded, Hand, welcome, you } from './hand';
import { type Tiny, tiny } from './sync-world';

describe('the sync machine’s hello', () => {
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
