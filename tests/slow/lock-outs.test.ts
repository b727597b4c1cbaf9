/**
 * Guessing is slowed and never locks out the right person; answer times do not reveal names; common passphrases are
 * refused.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GuessLimiter, Lane } from '@/server/identity/guess-limiter';
import { Accounts } from '@/server/identity/accounts';
import { verified } from '@/server/identity/passphrases';
import { ask, enter, PASSPHRASE } from '../server/office';
import { join_, openSpace, type TestHouse, testHouse } from '../server/house';

describe('guesses at one code', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const answered = async <T>(promise: Promise<T>): Promise<T> => {
    await vi.advanceTimersByTimeAsync(3000);
    return promise;
  };

  it('are six in a minute and thirty in an hour; then none is answered as wrong until the hour is over', async () => {
    const limiter = new GuessLimiter();
    const guess = () => answered(limiter.code('one', () => null));
    let looked = 0;
    for (let minute = 0; minute < 59; minute++) {
      const before = looked;
      for (let n = 0; n < 8; n++) if ((await guess()) === null) looked += 1;
      expect(looked - before).toBeLessThanOrEqual(6);
      await vi.advanceTimersByTimeAsync(61_000 - 8 * 3000);
    }
    expect(looked).toBe(30);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await guess()).toBeNull();
  });

  it('never hide the right one, however many were wrong', async () => {
    const limiter = new GuessLimiter();
    for (let n = 0; n < 50; n++) await answered(limiter.code('one', () => null));
    expect(await limiter.code('one', () => 'seat-anna')).toBe('seat-anna');
    expect(await answered(limiter.code('one', () => null))).toMatchObject({ refused: 'too_fast' });
  });

  it('wait the longer the more of them wait, so that a flood is looked at no faster', async () => {
    const limiter = new GuessLimiter();
    for (let n = 0; n < 6; n++) await answered(limiter.code('one', () => null));
    let done = 0;
    const flood = Array.from({ length: 500 }, () => limiter.code('one', () => null).then(() => (done += 1)));
    await vi.advanceTimersByTimeAsync(1500);
    expect(done).toBeLessThanOrEqual(60);
    await vi.advanceTimersByTimeAsync(20_000);
    await Promise.all(flood);
    expect(done).toBe(500);
  });

  it('in the lane one is looked at in a second, and whoever waits has a turn though others keep coming', async () => {
    let seed = 7;
    const draw = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const lane = new Lane(1000, 30, draw);
    let looked = 0;
    const flood = () => void lane.turn().then((turn) => (looked += turn ? 1 : 0));
    let owner: boolean | null = null;
    let seconds = 0;
    for (; owner !== true && seconds < 600; seconds++) {
      for (let n = 0; n < 3; n++) flood();
      // Dropped from the queue, the owner asks again.
      if (owner === null || owner === false) {
        owner = null;
        void lane.turn().then((turn) => (owner = turn));
      }
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(owner).toBe(true);
    expect(looked).toBeLessThanOrEqual(seconds);
  });
});

describe('at the door', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await testHouse();
    await openSpace(house);
  });
  afterEach(async () => {
    await house.close();
    house.remove();
  });
  const signIn = (name: string, passphrase: string, cookie = '') =>
    ask(house, '/api/sign-in', { name, passphrase }, cookie);

  it('no stranger keeps the owner out: neither at their device nor at a new one', async () => {
    const own = await enter(house, 'Titolare', 'owner');
    await ask(house, '/api/sign-out', {}, own);
    const flood = Array.from({ length: 12 }, () => signIn('Titolare', 'not the right one'));
    const answers = (await Promise.all(flood)).map((a) => a.answer.refused);
    expect(answers.filter((r) => r === 'wrong_passphrase')).toHaveLength(6);
    expect(answers.filter((r) => r === 'too_fast')).toHaveLength(6);
    expect((await signIn('Titolare', PASSPHRASE, own)).answer.ok).toBe(true);
    expect((await signIn('Titolare', PASSPHRASE)).answer.ok).toBe(true);
  });

  it('[E15] no stranger keeps out the people with a recovery code, whatever codes were tried', async () => {
    const a = await join_(house.url, 'PROVA', 'Anna');
    const like = a.recovery.slice(0, 2);
    for (let n = 0; n < 8; n++)
      await ask(house, '/api/recover', { code: 'PROVA', recovery: `${like}22222${n + 2}` });
    const wrong = await ask(house, '/api/recover', { code: 'PROVA', recovery: `${like}333333` });
    expect(wrong.answer.refused).toBe('too_fast');
    expect((await ask(house, '/api/recover', { code: 'PROVA', recovery: a.recovery })).answer.ok).toBe(true);
  });

  it('one passphrase tried at many names is slowed at all of them', async () => {
    await enter(house, 'Titolare', 'owner');
    for (let batch = 0; batch < 6; batch++)
      await Promise.all(Array.from({ length: 10 }, (_, n) => signIn(`nome ${batch} ${n}`, 'primavera 2026')));
    expect((await signIn('un nome nuovo', 'primavera 2026')).answer.refused).toBe('too_fast');
    expect((await signIn('Titolare', PASSPHRASE)).answer.ok).toBe(true);
  });

  it('a name that is not there costs the same one check as one that is, revoked or ended', async () => {
    const checked: (string | null)[] = [];
    const accounts = new Accounts(house.store, Date.now, Date.now, async (kept) => {
      checked.push(kept && 'its hash');
      return false;
    });
    for (const name of ['Titolare', 'Chiusa']) await accounts.create(name, 'helper', PASSPHRASE);
    await accounts.create('Finita', 'helper', PASSPHRASE, { scope: null, endsAt: 1 });
    accounts.revoke(accounts.list().find((a) => a.name === 'Chiusa')?.id ?? '', 'x');
    for (const name of ['Titolare', 'Chiusa', 'Finita', 'nessuno'])
      expect(await accounts.signIn(name, PASSPHRASE)).toBeNull();
    expect(checked).toEqual(['its hash', 'its hash', 'its hash', null]);
    // Nobody's hash is really checked, and no passphrase matches it.
    expect(await verified(null, 'nobody has this passphrase')).toBe(false);
  });

  it('the commonest passphrases and one’s own name are refused, and the link still holds', async () => {
    const token = house.accounts.invite('invite', 'helper', null, 1);
    const choose = (passphrase: string) =>
      ask(house, '/api/enter', { token, name: 'Maria Rossi', passphrase });
    for (const common of [
      '1234567890',
      'password123',
      'qwertyuiop',
      'Passw0rd!!',
      'mariarossi',
      'Maria Rossi 1980',
      'rossimaria1',
      'aaaaaaaaaaaa',
      'cerchicerchi',
      'iloveyou123',
    ])
      expect((await choose(common)).answer.refused, common).toBe('common_passphrase');
    expect((await choose('quattro parole a caso')).answer.ok).toBe(true);
  });

  it('costs who steals the file what is advised for argon2id, for each guess at one passphrase', async () => {
    await enter(house, 'Ada', 'owner');
    const { passphrase } = house.store.accounts.byName('Ada') ?? {};
    const [, memory, times] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(passphrase ?? '') ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(times)).toBeGreaterThanOrEqual(2);
  });
});
