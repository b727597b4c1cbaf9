/** Guessing is slowed by the name or code aimed at, at every name together, and never keeps out who knows the words. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GuessLimiter, Lane } from '@/server/identity/guess-limiter';

const MINUTE = 60_000;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A promise with what it gave, once it has. */
function watched<T>(promise: Promise<T>): { said: T | 'waits' } {
  const watch: { said: T | 'waits' } = { said: 'waits' };
  void promise.then((x) => {
    watch.said = x;
  });
  return watch;
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('guesses at a code', () => {
  const wrong = (limiter: GuessLimiter, key = 'a') => watched(limiter.code(key, () => null));
  const right = (limiter: GuessLimiter, key = 'a') => watched(limiter.code(key, () => 'found'));

  it('are answered at once six times a minute; then each wrong one waits a second and is not confirmed as wrong', async () => {
    const limiter = new GuessLimiter();
    for (let n = 0; n < 6; n++) {
      const guess = wrong(limiter);
      await pass(0);
      expect(guess.said).toBeNull();
    }
    const [slow, other] = [wrong(limiter), wrong(limiter, 'b')];
    await pass(999);
    expect([slow.said, other.said]).toEqual(['waits', null]);
    await pass(1);
    expect(slow.said).toMatchObject({ refused: 'too_fast', detail: { ms: expect.closeTo(MINUTE, -3) } });
    await pass(MINUTE);
    const again = wrong(limiter);
    await pass(0);
    expect(again.said).toBeNull();
  });

  it('that are right are found at once, however many were wrong, and cost nothing', async () => {
    const limiter = new GuessLimiter();
    for (let n = 0; n < 20; n++) wrong(limiter);
    const found = right(limiter);
    await pass(0);
    expect(found.said).toBe('found');
    const calm = new GuessLimiter();
    for (let n = 0; n < 100; n++) {
      right(calm);
      await pass(0);
    }
    const after = wrong(calm);
    await pass(0);
    expect(after.said).toBeNull();
  });

  it('are thirty an hour, though each minute has some left', async () => {
    const limiter = new GuessLimiter();
    for (let n = 0; n < 30; n++) {
      const guess = wrong(limiter);
      await pass(0);
      expect(guess.said, `guess ${n}`).toBeNull();
      if (n % 5 === 4) await pass(MINUTE);
    }
    const slow = wrong(limiter);
    await pass(1000);
    // Six minutes of the hour are over.
    expect(slow.said).toMatchObject({ refused: 'too_fast', detail: { ms: expect.closeTo(54 * MINUTE, -4) } });
    await pass(55 * MINUTE);
    const fresh = wrong(limiter);
    await pass(0);
    expect(fresh.said).toBeNull();
  });

  it('wait longer the more wait with them, so that no more are checked in a second', async () => {
    const limiter = new GuessLimiter();
    for (let n = 0; n < 6; n++) wrong(limiter);
    await pass(0);
    const all = Array.from({ length: 51 }, () => wrong(limiter));
    const waiting = () => all.filter((guess) => guess.said === 'waits').length;
    await pass(999);
    expect(waiting()).toBe(51);
    await pass(1);
    expect(waiting()).toBe(2);
    await pass(1000);
    expect(waiting()).toBe(0);
    // Nobody waits any more.
    const last = wrong(limiter);
    await pass(1000);
    expect(last.said).not.toBe('waits');
  });

  it('at gatherings that are not there are five a second for all, and then wait', async () => {
    const limiter = new GuessLimiter();
    const guesses = Array.from({ length: 6 }, () => watched(limiter.wrongCode()));
    await pass(0);
    expect(guesses.map((g) => g.said)).toEqual([...Array.from({ length: 5 }, () => undefined), 'waits']);
    await pass(1000);
    expect(guesses[5]?.said).toBeUndefined();
    const later = watched(limiter.wrongCode());
    await pass(0);
    expect(later.said).toBeUndefined();
  });
});

describe('guesses at a passphrase', () => {
  const guess = (limiter: GuessLimiter, key: string, words: string | null, free = false) => {
    const look = vi.fn(async () => words);
    return { ...watched(limiter.passphrase(key, free, look)), look };
  };
  async function answer(limiter: GuessLimiter, key: string, words: string | null, free = false) {
    const watch = watched(limiter.passphrase(key, free, async () => words));
    await pass(0);
    return watch;
  }

  it('beyond the free ones take their turn, and are checked all the same', async () => {
    const limiter = new GuessLimiter();
    for (let n = 0; n < 6; n++) expect((await answer(limiter, 'ada', null)).said).toBeNull();
    const [wrong, right] = [await answer(limiter, 'ada', null), await answer(limiter, 'ada', 'account')];
    expect([wrong.said, right.said]).toEqual(['waits', 'waits']);
    expect(guess(limiter, 'ada', null).look).not.toHaveBeenCalled();
    await pass(3000);
    expect(wrong.said).toMatchObject({ refused: 'too_fast' });
    expect(right.said).toBe('account');
    // Another name has its own.
    expect((await answer(limiter, 'bruno', null)).said).toBeNull();
  });

  it('from name to name are slowed after sixty wrong ones, but not on a device that was signed in', async () => {
    const limiter = new GuessLimiter();
    for (let n = 0; n < 70; n++) await answer(limiter, `known ${n}`, 'account');
    for (let n = 0; n < 70; n++) await answer(limiter, `own ${n}`, null, true);
    for (let n = 0; n < 60; n++) expect((await answer(limiter, `name ${n}`, null)).said, `${n}`).toBeNull();
    const [wrong, right] = [await answer(limiter, 'x', null), await answer(limiter, 'y', 'account')];
    expect((await answer(limiter, 'z', null, true)).said).toBeNull();
    expect([wrong.said, right.said]).toEqual(['waits', 'waits']);
    await pass(2000);
    expect(wrong.said).toEqual(expect.objectContaining({ refused: 'too_fast', detail: { ms: 60_000 } }));
    expect(right.said).toBe('account');
    await pass(10 * MINUTE);
    expect((await answer(limiter, 'w', null)).said).toBeNull();
  });

  it('that find no place in the queue are told to come back', async () => {
    const limiter = new GuessLimiter();
    for (let n = 0; n < 60; n++) await answer(limiter, `name ${n}`, null);
    const all = await Promise.all(
      Array.from({ length: 31 }, (_, n) => answer(limiter, `late ${n}`, 'account')),
    );
    const dropped = all.filter((g) => g.said !== 'waits');
    expect(dropped.map((g) => g.said)).toEqual([
      expect.objectContaining({ refused: 'too_fast', detail: { ms: 60_000 } }),
    ]);
    await pass(30_000);
    expect(all.filter((g) => g.said === 'account')).toHaveLength(30);
  });
});

describe('the queue of guesses', () => {
  it('lets one through at a time, drawn by chance, and one more takes the place of one drawn', async () => {
    let chance = 0;
    const lane = new Lane(100, 3, () => chance);
    const [a, b, c] = [watched(lane.turn()), watched(lane.turn()), watched(lane.turn())];
    chance = 0.99;
    const d = watched(lane.turn());
    await pass(0);
    expect([a.said, b.said, c.said, d.said]).toEqual(['waits', 'waits', false, 'waits']);
    chance = 0.5;
    await pass(99);
    expect(b.said).toBe('waits');
    await pass(1);
    expect([a.said, b.said, d.said]).toEqual(['waits', true, 'waits']);
    chance = 0;
    await pass(100);
    expect([a.said, d.said]).toEqual([true, 'waits']);
    await pass(100);
    expect(d.said).toBe(true);
    // Empty, it stands still: whoever comes next waits a whole interval.
    expect(vi.getTimerCount()).toBe(0);
    await pass(50);
    const e = watched(lane.turn());
    await pass(99);
    expect(e.said).toBe('waits');
    await pass(1);
    expect(e.said).toBe(true);
  });
});
