import { describe, expect, it } from 'vitest';
import { GONG_MS, ringing, timerAt, timerConcerns } from '@/domain/gathering/current-signals';
import { letsOthersPass, speaking, turnOf, turns } from '@/domain/gathering/speaking-turns';
import { office, person } from './given';
import { opened, SLOTS } from './opened';

const holder = office();

function queued() {
  const g = opened();
  const [anna, bruno, carla] = ['seat-anna', 'seat-bruno', 'seat-carla'].map((s) => g.seat(s)) as [
    ReturnType<typeof person>,
    ReturnType<typeof person>,
    ReturnType<typeof person>,
  ];
  const topics = [anna, bruno, carla].map((p) => g.topic(p, `di ${p.id}`));
  for (const [i, p] of [anna, bruno, carla].entries()) g.done(p, 'joinQueue', { topic: topics[i] });
  return { g, topics, turn: (seat: string) => turnOf(g.open, seat, g.b.now) };
}

describe('the turn to speak', () => {
  it('is said to whoever is called, and their place to those who wait', () => {
    const { g, topics, turn } = queued();
    expect(turn('seat-carla')).toEqual({ is: 'waiting', topic: topics[2], place: 3 });
    g.done(holder, 'callNext', {});
    expect(turn('seat-anna')).toMatchObject({ is: 'now', topic: topics[0] });
    expect(turn('seat-bruno')).toEqual({ is: 'waiting', topic: topics[1], place: 1 });
    expect(turn('seat-carla')).toEqual({ is: 'waiting', topic: topics[2], place: 2 });
    expect(turn('seat-nobody')).toBeNull();
  });

  it('is given to the one whose name was tapped, though the order has changed, and never to another instead', () => {
    const { g, topics, turn } = queued();
    g.done(holder, 'skipTurn', { topic: topics[0] });
    g.done(holder, 'callNext', { topic: topics[0] });
    expect(turn('seat-anna')).toMatchObject({ is: 'now', topic: topics[0] });
    // Another desk has called them already: nobody is interrupted, and the next one is not called in their place.
    expect(g.refusal(holder, 'callNext', { topic: topics[0] })).toBe('not_queued');
    expect(turn('seat-bruno')).toEqual({ is: 'waiting', topic: topics[1], place: 1 });
  });

  it('is let pass only where somebody else comes first then', () => {
    const { g, topics } = queued();
    const [first = '', , last = ''] = topics;
    expect(g.refusal(holder, 'skipTurn', { topic: last })).toBe('nothing_to_change');
    expect(g.refusal(person('seat-carla'), 'skipTurn', { topic: last })).toBe('nothing_to_change');
    expect(g.refusal(person('seat-bruno'), 'skipTurn', { topic: last })).toBe('not_convener');
    expect(topics.map((id) => letsOthersPass(g.open, id))).toEqual([true, true, false]);
    g.done(holder, 'callNext', {});
    expect(letsOthersPass(g.open, first)).toBe(true);
    g.done(holder, 'skipTurn', { topic: first });
    expect(turns(g.open)).toEqual([topics[1], last, first]);
    g.done(holder, 'callNext', {});
    // People who have spoken wait behind those who have not, whenever they queued.
    g.done(person('seat-bruno'), 'joinQueue', { topic: topics[1] });
    g.done(holder, 'endSpotlight', {});
    expect(g.refusal(holder, 'skipTurn', { topic: topics[1] })).toBe('nothing_to_change');
    for (const name of ['anna', 'carla'])
      g.done(person(`seat-${name}`), 'leaveQueue', { topic: name === 'anna' ? first : last });
    expect(g.refusal(holder, 'skipTurn', { topic: topics[1] })).toBe('nothing_to_change');
  });

  it('is also of whoever convenes beside', () => {
    const { g, topics, turn } = queued();
    const dino = g.seat('seat-dino');
    g.done(dino, 'offerToConvene', { topic: topics[0] });
    g.done(person('seat-anna'), 'acceptCoConvener', { topic: topics[0], seat: 'seat-dino' });
    g.done(holder, 'callNext', {});
    expect(turn('seat-dino')).toMatchObject({ is: 'now' });
  });

  it('ends when its seconds are over, after a thank-you, with nobody touching anything', () => {
    const { g, turn } = queued();
    g.done(holder, 'callNext', {});
    expect(speaking(g.open, g.b.now)?.left).toBeGreaterThan(25);
    g.wait(31_000);
    expect(speaking(g.open, g.b.now)?.left).toBe(0);
    expect(turn('seat-anna')).toBeNull();
    g.wait(5000);
    expect(speaking(g.open, g.b.now)).toBeNull();
  });

  it('is not there any more in the next moment', () => {
    const { g } = queued();
    g.done(holder, 'callNext', {});
    g.done(holder, 'changePhase', { phase: 'market' });
    expect(speaking(g.open, g.b.now)).toBeNull();
  });
});

describe('the gong', () => {
  it('says what it means, and takes the walls for some seconds only', () => {
    const g = opened();
    g.done(holder, 'ringGong', { meaning: 'change' });
    expect(ringing(g.open, g.b.now)).toMatchObject({ meaning: 'change' });
    g.wait(GONG_MS);
    expect(ringing(g.open, g.b.now)).toBeNull();
  });

  it('means nothing but attention when nothing is said', () => {
    const g = opened();
    g.done(holder, 'ringGong', {});
    expect(g.open.gong?.meaning).toBe('attention');
  });
});

describe('the timer', () => {
  it('says what it times, for how long, and is gone a while after its end', () => {
    const g = opened();
    g.done(holder, 'startTimer', { minutes: 5, purpose: 'vote' });
    expect(timerAt(g.open, g.b.now)).toMatchObject({ purpose: 'vote', slot: null, left: 299 });
    g.wait(5 * 60_000);
    expect(timerAt(g.open, g.b.now)?.left).toBe(0);
    g.wait(2 * 60_000);
    expect(timerAt(g.open, g.b.now)).toBeNull();
  });

  it('of the circles is gone when the day moves past them, unless it was started later', () => {
    const g = opened();
    const told = () => timerAt(g.open, g.b.now)?.purpose ?? null;
    const move = (phase: string) => g.done(holder, 'changePhase', { phase });
    move('market');
    g.done(holder, 'startTimer', { minutes: 50, purpose: 'circles' });
    move('sessions');
    expect(told()).toBe('circles');
    move('news');
    expect(told()).toBeNull();
    // A phase chosen by mistake and undone takes no timer away.
    move('sessions');
    expect(told()).toBe('circles');
    move('news');
    g.done(holder, 'startTimer', { minutes: 50, purpose: 'circles' });
    expect(told()).toBe('circles');
    move('reading');
    expect(told()).toBeNull();
    g.done(holder, 'startTimer', { minutes: 50, purpose: 'break' });
    move('voting');
    expect(told()).toBe('break');
  });

  it('of the circles is for whoever is in a circle of that slot', () => {
    const g = opened();
    const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    const here = g.place(anna, g.topic(anna), SLOTS[0]);
    const later = g.place(bruno, g.topic(bruno), SLOTS[1]);
    g.done(anna, 'moveTo', { to: here });
    g.done(bruno, 'moveTo', { to: later });
    // The first slot begins at ten, the gathering's local time.
    g.wait(Date.UTC(2014, 4, 17, 8, 5) - g.b.now);
    g.done(holder, 'startTimer', { minutes: 5, purpose: 'circles' });
    const timer = g.state.timer!;
    expect(timer.slot).toBe(SLOTS[0]);
    expect(timerConcerns(g.state, timer, 'seat-anna')).toBe(true);
    expect(timerConcerns(g.state, timer, 'seat-bruno')).toBe(false);
    expect(timerConcerns(g.state, { slot: null }, 'seat-bruno')).toBe(true);
  });
});

describe('walls', () => {
  it('may each have a scene of their own, which a change of moment leaves', () => {
    const g = opened();
    g.done(holder, 'showScene', { scene: 'welcome', wall: 'Ingresso' });
    g.done(holder, 'showScene', { scene: 'board' });
    expect(g.open.wallScenes).toEqual({ Ingresso: 'welcome' });
    g.done(holder, 'changePhase', { phase: 'sessions' });
    expect(g.open).toMatchObject({ scene: 'auto', wallScenes: { Ingresso: 'welcome' } });
    expect(g.refusal(holder, 'showScene', { scene: 'auto', wall: 'constructor' })).toBe('nothing_to_change');
    g.done(holder, 'showScene', { scene: 'auto', wall: 'Ingresso' });
    expect(g.open.wallScenes).toEqual({});
  });
});

describe('a vote opened by mistake', () => {
  it('is taken back as long as nobody has voted', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const topic = g.topic(anna);
    g.done(holder, 'openVoting', { quota: 3 });
    g.done(holder, 'withdrawVote', {});
    expect(g.open.voting).toMatchObject({ state: 'none', log: [] });
    g.done(holder, 'openVoting', { quota: 5 });
    g.done(anna, 'placeDots', { topic, dots: 1 });
    expect(g.refusal(holder, 'withdrawVote', {})).toBe('votes_given');
  });
});
