/** Tests how the sync machine persists, sends and gives up commands, event by event (rules Y01–Y03, Y10, Y11). */
import { describe, expect, it } from 'vitest';
import { AT, command, fact, Hand, welcome, you } from './hand';
import { tiny } from './sync-world';

describe('the sync machine’s commands', () => {
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
});
