import { describe, expect, it } from 'vitest';
import { nowAndNext } from '@/domain/gathering/clock';
import { arrivedLate } from '@/domain/gathering/phase-queries';
import { circlesAt, liveCircles, overrunning } from '@/domain/gathering/session-queries';
import { isNew } from '@/domain/gathering/topic-queries';
import { sizing } from '@/domain/gathering/matrix-sizing';
import { id, office, person } from './given';
import { opened, ROOMS, SLOTS } from './opened';

describe('circles', () => {
  it('[I6] one circle at a time: moving closes the previous one in the same fact', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const one = g.place(anna, g.topic(anna), SLOTS[0], ROOMS[0]);
    const two = g.place(g.seat('seat-bruno'), g.topic(person('seat-bruno')), SLOTS[0], ROOMS[1]);
    g.done(anna, 'moveTo', { to: one });
    g.done(anna, 'moveTo', { to: two });
    expect([g.state.sessions[one]?.present, g.state.sessions[two]?.present]).toEqual([0, 1]);
    g.done(anna, 'moveTo', { to: 'roaming' });
    expect([g.state.sessions[two]?.present, g.state.roaming]).toEqual([0, 1]);
    g.done(anna, 'moveTo', { to: one });
    expect(g.state.sessions[one]).toMatchObject({ present: 1, attended: 1 });
    expect(g.refusal(anna, 'moveTo', { to: one })).toBe('already_here');
  });

  it('[I6] nobody goes to a circle that was taken off the grid', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const session = g.place(anna, g.topic(anna));
    g.done(anna, 'cancelSession', { session });
    expect(g.refusal(anna, 'moveTo', { to: session })).toBe('already_ended');
    expect(g.refusal(anna, 'moveTo', { to: 'session-nowhere' })).toBe('unknown_thing');
  });

  it('[I12] what others are told counts, and never says who moved', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const one = g.place(anna, g.topic(anna));
    const before = JSON.stringify(g.open);
    expect(before).not.toContain('"circle"');
    g.done(anna, 'moveTo', { to: one });
    expect(g.open.sessions[one]).toMatchObject({ present: 1, attended: 1 });
    expect(g.open.private).toEqual({});
  });

  it('a circle with people in it is on the wall though nobody pressed “start” and its hour is another', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const one = g.place(anna, g.topic(anna), SLOTS[0], ROOMS[0]);
    g.place(anna, g.topic(anna), SLOTS[1], ROOMS[0]);
    expect(circlesAt(g.state, null)).toEqual([]);
    g.done(anna, 'moveTo', { to: one });
    expect(circlesAt(g.state, null).map((s) => s.id)).toEqual([one]);
    expect(circlesAt(g.state, SLOTS[0]).map((s) => s.id)).toEqual([one]);
    expect(circlesAt(g.state, SLOTS[1])).toHaveLength(2);
    g.done(anna, 'moveTo', { to: null });
    expect(circlesAt(g.state, null)).toEqual([]);
  });

  it('[E39] interest is unlimited and unsigned', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const topics = [g.topic(anna), g.topic(anna), g.topic(anna)];
    for (const topic of topics) g.done(anna, 'markInterest', { topic, on: true });
    expect(g.refusal(anna, 'markInterest', { topic: topics[0], on: true })).toBe('nothing_to_change');
    g.done(anna, 'markInterest', { topic: topics[0], on: false });
    expect(topics.map((t) => g.open.topics[t]?.interested)).toEqual([0, 1, 1]);
    expect(g.open.private).toEqual({});
  });

  it('[E05] anyone present takes up the notes; the session can then be held without its convener', () => {
    const g = opened();
    const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    const session = g.place(anna, g.topic(anna));
    expect(g.refusal(bruno, 'takeNotes', { session })).toBe('not_in_circle');
    g.done(bruno, 'moveTo', { to: session });
    g.done(bruno, 'takeNotes', { session });
    g.done(bruno, 'startSession', { session });
    expect(g.refusal(bruno, 'startSession', { session })).toBe('already_started');
    g.done(bruno, 'endSession', { session });
    expect(g.refusal(bruno, 'endSession', { session })).toBe('already_ended');
  });

  it('[I3] a circle ended by mistake goes on, unless its convener has begun another in that slot', () => {
    const g = opened();
    const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    const session = g.place(anna, g.topic(anna));
    g.done(anna, 'startSession', { session });
    expect(g.refusal(anna, 'resumeSession', { session })).toBe('nothing_to_change');
    g.done(anna, 'endSession', { session });
    expect(g.refusal(bruno, 'resumeSession', { session })).toBe('not_convener');
    g.done(anna, 'resumeSession', { session });
    expect(g.open.sessions[session]).toMatchObject({ state: 'running', endedAt: null });
    g.done(anna, 'endSession', { session });
    const other = id();
    const topic = g.topic(anna);
    g.done(anna, 'placeTopic', { session: other, topic, slot: SLOTS[0], space: ROOMS[1], anyway: true });
    g.done(anna, 'startSession', { session: other });
    expect(g.refusal(anna, 'resumeSession', { session })).toBe('convener_clash');
  });

  it('[E07] who comes next in a space that overruns is told, and nothing is closed', () => {
    const g = opened();
    const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    const [running, next] = [g.place(anna, g.topic(anna)), g.place(bruno, g.topic(bruno), SLOTS[1])];
    g.done(anna, 'startSession', { session: running });
    const within = Date.parse('2014-05-17T08:40:00Z'); // 10:40 in Carpi
    expect(overrunning(g.open, within)).toEqual([]);
    expect(overrunning(g.open, within + 15 * 60_000)).toMatchObject([
      { running: { id: running, state: 'running' }, next: { id: next } },
    ]);
  });

  it('[E12] what was just posted is new for a while', () => {
    const g = opened();
    const topic = g.state.topics[g.topic(g.seat('seat-anna'))];
    if (!topic) throw new Error('no topic');
    expect(isNew(topic, topic.at + 60_000)).toBe(true);
    expect(isNew(topic, topic.at + 3_600_000)).toBe(false);
  });

  it('[E08] a circle that ends early shows the others still going, the fullest first', () => {
    const g = opened();
    const [anna, bruno, carla] = ['anna', 'bruno', 'carla'].map((n) => g.seat(`seat-${n}`));
    if (!anna || !bruno || !carla) throw new Error('nobody came');
    const held = [anna, bruno, carla].map((p, n) => g.place(p, g.topic(p), SLOTS[0], ROOMS[n]));
    const [one, two, three] = held as [string, string, string];
    for (const [n, session] of held.entries())
      g.done([anna, bruno, carla][n] ?? anna, 'startSession', { session });
    g.done(anna, 'moveTo', { to: three });
    g.done(bruno, 'moveTo', { to: three });
    g.done(carla, 'moveTo', { to: two });
    g.done(anna, 'endSession', { session: one });
    // Nothing else was ended with it, and people in a circle are still there.
    expect(liveCircles(g.open).map((s) => [s.id, s.present])).toEqual([
      [three, 2],
      [two, 1],
    ]);
  });

  it('[E13] a latecomer takes a seat in any phase, and is known to have missed the opening', () => {
    const g = opened();
    const early = g.seat('seat-early');
    for (const phase of ['opening', 'proposing', 'market', 'sessions'])
      g.done(office(), 'changePhase', { phase });
    const late = g.seat('seat-late');
    expect(arrivedLate(g.state, early.id)).toBe(false);
    expect(arrivedLate(g.state, late.id)).toBe(true);
    g.done(late, 'proposeTopic', { topic: id('topic'), title: 'alle due del pomeriggio' });
  });

  it('[E32] now and next go by the place’s clock, not by the phone’s', () => {
    const g = opened();
    const at = Date.parse('2014-05-17T08:10:00Z'); // 10:10 in Carpi
    expect(nowAndNext(g.state, at)).toMatchObject({ now: { id: SLOTS[0] }, next: { id: SLOTS[1] } });
    expect(nowAndNext(g.state, at + 24 * 3_600_000)).toEqual({ now: null, next: null });
  });

  it('[E14] a helper acts on behalf of somebody, and both are in the fact', () => {
    const g = opened();
    const helper = office('helper');
    g.done(
      helper,
      'takeSeat',
      { seat: 'seat-nonna', sector: 'volontariato' },
      { for: 'seat-nonna', origin: 'totem' },
    );
    const fact = g.done(
      helper,
      'proposeTopic',
      { topic: id('topic'), title: 'da chi non ha telefono' },
      { for: 'seat-nonna', origin: 'totem' },
    );
    expect(fact).toMatchObject({ by: 'seat-nonna', via: 'account-1', origin: 'totem' });
    expect(
      g.refusal(
        g.seat('seat-anna'),
        'markInterest',
        { topic: Object.keys(g.state.topics)[0], on: true },
        { for: 'seat-nonna' },
      ),
    ).toBe('not_allowed');
  });

  it('[domain 1.5] the sizing helper follows the practitioners’ figures', () => {
    expect(sizing(40, 3).topics).toBe(20);
    expect(sizing(60, 3)).toEqual({ topics: 18, spacesPerSlot: 6, gapMinutes: 15 });
    expect(sizing(150, 3).topics).toBe(38);
    expect(sizing(300, 4)).toEqual({ topics: 60, spacesPerSlot: 30, gapMinutes: 20 });
  });
});
