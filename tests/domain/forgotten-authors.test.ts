/** When the authors of unsigned acts are forgotten: what is counted stays, and nobody is tied to it any more. */
import { describe, expect, it } from 'vitest';
import { brokenInvariants } from '@/domain/gathering/invariants';
import { blankPrivate } from '@/domain/gathering/state/seat';
import { id, office } from './given';
import { opened, ROOMS, SLOTS } from './opened';

const holder = office('facilitator');
const server = office('owner');

/** Anna and Bruno have each done one of every unsigned act; Carla wanders. */
function day() {
  const g = opened();
  const [anna, bruno, carla] = [g.seat('seat-anna'), g.seat('seat-bruno'), g.seat('seat-carla')];
  const [one, two] = [g.topic(anna, 'uno'), g.topic(bruno, 'due')];
  const session = g.place(anna, one, SLOTS[0], ROOMS[0]);
  g.done(holder, 'openVoting', { quota: 3 });
  for (const who of [anna, bruno]) {
    g.done(who, 'markInterest', { topic: one, on: true });
    g.done(who, 'moveTo', { to: session });
    g.done(who, 'placeDots', { topic: one, dots: 2 });
  }
  g.done(carla, 'moveTo', { to: 'roaming' });
  const forget = (lost: boolean) => g.done(server, 'forgetAuthors', { lost });
  return { ...g, anna, bruno, carla, one, two, session, forget };
}

describe('[E38] at the conclusion', () => {
  it('nobody is in a circle, and how many were there, interested and voted stays', () => {
    const g = day();
    g.forget(false);
    for (const state of [g.state, g.open]) {
      expect(state.roaming).toBe(0);
      expect(state.sessions[g.session]).toMatchObject({ present: 0, attended: 2, attendedFinal: true });
      expect(state.topics[g.one]).toMatchObject({ interested: 2, interestedFinal: true });
      expect(state.topics[g.two]?.interestedFinal).toBeFalsy();
      expect(state.voting).toMatchObject({ state: 'closed', voters: 2 });
      expect(state.voting.totals).toEqual({ [g.one]: { phone: 4, paper: 0 } });
    }
    expect(Object.values(g.state.private)).toEqual([blankPrivate(), blankPrivate(), blankPrivate()]);
    expect(brokenInvariants(g.state)).toEqual([]);
  });

  it('whoever was there before and comes again is not counted twice', () => {
    const g = day();
    g.forget(false);
    g.done(g.anna, 'moveTo', { to: g.session });
    expect(g.state.sessions[g.session]).toMatchObject({ present: 1, attended: 2 });
  });

  it('a signature in the book stays: it is no secret act', () => {
    const g = day();
    g.done(g.anna, 'signBook', { signs: true });
    g.forget(false);
    expect([g.state.private['seat-anna']?.signs, g.state.private['seat-bruno']?.signs]).toEqual([
      true,
      undefined,
    ]);
  });

  it('a closing word is said by nobody any more: nobody could tell who said one already', () => {
    const g = day();
    g.done(holder, 'setClosingWord', { on: true });
    g.done(g.anna, 'sayWord', { word: id('word'), text: 'grazie' });
    g.forget(false);
    expect(g.refusal(g.bruno, 'sayWord', { word: id('word'), text: 'grazie' })).toBe('authors_forgotten');
  });
});

describe('[S50] where the key is lost during the day', () => {
  it('an open vote is void, and interest begins again: nobody could take back what they gave', () => {
    const g = day();
    g.forget(true);
    for (const state of [g.state, g.open]) {
      expect(state.voting).toMatchObject({ state: 'open', voters: 0, round: 2 });
      expect(state.voting.log.map((l) => l.what)).toEqual(['opened', 'voided']);
      expect(state.topics[g.one]?.interested).toBe(0);
    }
    g.done(g.anna, 'placeDots', { topic: g.one, dots: 1 });
    g.done(g.anna, 'markInterest', { topic: g.one, on: true });
    g.done(holder, 'closeVoting', {});
    expect(g.state.voting.totals).toEqual({ [g.one]: { phone: 1, paper: 0 } });
    expect(g.state.topics[g.one]?.interested).toBe(1);
  });

  it('after the day the interest shown then stays as it is', () => {
    const g = day();
    g.done(holder, 'changePhase', { phase: 'completing' });
    g.forget(true);
    expect(g.state.topics[g.one]).toMatchObject({ interested: 2, interestedFinal: true });
  });

  it.each([true, false])(
    'a merge can still be undone, and takes back no more people than it brought: %s',
    (lost) => {
      const g = day();
      const merge = id('merge');
      g.done(g.carla, 'markInterest', { topic: g.two, on: true });
      g.done(g.bruno, 'offerMerge', { merge, from: g.two, into: g.one });
      // The circle of one has met; two has not.
      const fresh = g.topic(g.carla, 'tre');
      g.done(g.anna, 'declineMerge', { merge });
      const other = id('merge');
      g.done(g.bruno, 'offerMerge', { merge: other, from: g.two, into: fresh });
      g.done(g.carla, 'acceptMerge', { merge: other });
      g.done(g.anna, 'markInterest', { topic: fresh, on: true });
      expect(g.state.topics[fresh]?.interested).toBe(2);
      g.forget(lost);
      expect(g.state.merges[other]?.added).toEqual([]);
      g.done(g.bruno, 'undoMerge', { merge: other });
      expect(g.state.topics[fresh]?.interested).toBe(lost ? 0 : 1);
    },
  );

  it('and undone after the conclusion too, it takes back none of those who came after the key was lost', () => {
    const g = day();
    const [from, into] = [g.topic(g.carla, 'tre'), g.topic(g.bruno, 'quattro')];
    const merge = id('merge');
    g.done(g.bruno, 'markInterest', { topic: from, on: true });
    g.done(g.carla, 'offerMerge', { merge, from, into });
    g.done(g.bruno, 'acceptMerge', { merge });
    expect(g.state.topics[into]?.interested).toBe(1);
    g.forget(true);
    for (const who of [g.anna, g.carla]) g.done(who, 'markInterest', { topic: into, on: true });
    g.forget(false);
    expect(g.state.topics[into]).toMatchObject({ interested: 2, interestedFinal: true });
    g.done(g.carla, 'undoMerge', { merge });
    expect(g.state.topics[into]?.interested).toBe(2);
    expect(g.state.topics[from]?.interested).toBe(0);
  });

  it('a topic whose people are forgotten is merged into another and taken out again with as many as it had', () => {
    const g = day();
    const [from, into, last] = [
      g.topic(g.anna, 'tre'),
      g.topic(g.bruno, 'quattro'),
      g.topic(g.carla, 'cinque'),
    ];
    for (const who of [g.anna, g.bruno]) g.done(who, 'markInterest', { topic: from, on: true });
    g.done(holder, 'changePhase', { phase: 'completing' });
    g.forget(false);
    g.done(g.carla, 'markInterest', { topic: into, on: true });
    const joined = (a: string, b: string, by: typeof g.anna, other: typeof g.anna) => {
      const merge = id('merge');
      g.done(by, 'offerMerge', { merge, from: a, into: b });
      g.done(other, 'acceptMerge', { merge });
      return merge;
    };
    const first = joined(from, into, g.anna, g.bruno);
    expect(g.state.topics[into]?.interested).toBe(3);
    // One of the three might be counted twice.
    expect(g.refusal(g.bruno, 'markInterest', { topic: into, on: true })).toBe('authors_forgotten');
    const second = joined(into, last, g.bruno, g.carla);
    expect(g.refusal(g.bruno, 'markInterest', { topic: last, on: true })).toBe('authors_forgotten');
    g.done(g.bruno, 'markInterest', { topic: g.two, on: true });
    g.done(g.carla, 'undoMerge', { merge: second });
    g.done(g.bruno, 'undoMerge', { merge: first });
    expect([from, into, last].map((t) => g.state.topics[t]?.interested)).toEqual([2, 1, 0]);
    g.done(g.bruno, 'markInterest', { topic: into, on: true });
    expect(g.state.topics[into]?.interested).toBe(2);
  });
});
