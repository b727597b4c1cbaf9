/**
 * A start with a wrong clock destroys nothing: labels, copies, sign-ins, links and photographs are all there
 * afterwards.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { backUp } from '@/server/upkeep/backup';
import { keeping } from '@/server/upkeep/retention';
import { scheduleBackups } from '@/server/upkeep/scheduled-backups';
import { join_, newFolder, openSpace, type TestHouse, testHouse } from '../server/house';
import { ask, enter } from '../server/office';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The real time of these tests: an ordinary day without jumps. */
const TODAY = Date.UTC(2026, 10, 29, 9, 0);

/** A machine: its clock can be set wrong, its lived time cannot. */
const machine = { real: TODAY, wrong: 0 };
const wall = () => machine.real + machine.wrong;
const live = (ms: number) => {
  machine.real += ms;
};

let folder = '';
let house: TestHouse;
const start = async () => {
  house = await testHouse(folder, 0, { clock: wall, monotonic: () => machine.real });
};
/** The copies of these tests are no databases, and are warned of too. */
const aboutTheClock = () => house.said.filter((what) => what.includes('clock'));
afterEach(async () => {
  await house.close();
  house.remove();
  Object.assign(machine, { real: TODAY, wrong: 0 });
});

const PHOTO = `${'a'.repeat(64)}.webp`;
const there = async (cookie: string, officeCookie: string) => {
  const mine = await fetch(`${house.url}/api/mine/PROVA`, { headers: { cookie } });
  const office = await fetch(`${house.url}/api/gatherings`, { headers: { cookie: officeCookie } });
  return {
    labels: keeping(house.streams).map((k) => k.people),
    seat: mine.status,
    entry: office.status,
    trail: house.accounts.trail().filter((l) => l.what === 'sign_in_refused').length,
    photo: existsSync(join(folder, 'photos', PHOTO)),
    copies: readdirSync(join(folder, 'copies')).length,
  };
};
const ALL_THERE = { labels: [1], seat: 200, entry: 200, trail: 1, photo: true, copies: 30 };

/** A round of everything that is destroyed because of age, as the server runs at its start and twice a day. */
async function destroyers() {
  house.keepNoLonger();
  house.keepNoLonger();
  const copies = scheduleBackups(
    {
      store: house.store,
      data: folder,
      into: join(folder, 'copies'),
      everyMinutes: 60,
      clock: () => house.trusted.now(),
      warn: (what, e) => {
        throw new Error(`${what}: ${String(e)}`);
      },
    },
    async (data, file) => backUp(data, file),
  );
  await copies.now();
  copies.stop();
}

async function furnished() {
  folder = newFolder();
  await start();
  await openSpace(house);
  const anna = await join_(house.url, 'PROVA', 'Anna');
  const owner = await enter(house, 'owner', 'owner');
  await ask(house, '/api/sign-in', { name: 'nobody at all', passphrase: 'wrong passphrase' });
  const link = house.accounts.invite('invite', 'helper', null, 72);
  mkdirSync(join(folder, 'photos'), { recursive: true });
  writeFileSync(join(folder, 'photos', PHOTO), 'sent by a phone, not yet attached');
  // A copy for each of the last thirty days.
  mkdirSync(join(folder, 'copies'), { recursive: true });
  for (let day = 0; day < 30; day++) {
    const name = new Date(machine.real - day * DAY - HOUR).toISOString().slice(0, 19).replaceAll(':', '-');
    writeFileSync(join(folder, 'copies', `cerchi-${name}.backup`), 'a copy');
  }
  return { anna, owner, link };
}

const JUMPS: [string, number][] = [
  ['four hundred days ahead', 400 * DAY],
  ['four hundred days back', -400 * DAY],
  ['beyond 19 January 2038', Date.UTC(2038, 0, 20) - TODAY],
  ['to a 29 February', Date.UTC(2028, 1, 29, 12) - TODAY],
  ['to 1970, as with an empty battery', -TODAY + 1000],
];

describe('one start with a wrong clock', () => {
  it.each(JUMPS)(
    '%s: nothing is destroyed, it is said, and all is well when the clock is right again',
    async (_, jump) => {
      const { anna, owner, link } = await furnished();
      await destroyers();
      const before = await there(anna.cookie, owner);
      expect(before).toEqual({ ...ALL_THERE, copies: before.copies });
      await house.close();
      machine.wrong = jump;
      live(HOUR);
      await start();
      expect(aboutTheClock()).toEqual([
        expect.stringMatching(/^the clock of this machine says \d{4}-\d\d-\d\d/),
      ]);
      const health = (await (await fetch(`${house.url}/healthz`)).json()) as { clockLeap: { days: number } };
      expect(Math.abs(health.clockLeap.days - jump / DAY)).toBeLessThan(1.5);
      for (let round = 0; round < 4; round++) {
        live(2 * HOUR);
        await destroyers();
      }
      const during = await there(anna.cookie, owner);
      expect(during).toEqual({ ...ALL_THERE, copies: during.copies });
      expect(during.copies).toBeGreaterThanOrEqual(before.copies);
      expect(house.accounts.link(link)?.purpose).toBe('invite');
      await house.close();
      machine.wrong = 0;
      live(HOUR);
      await start();
      expect(aboutTheClock()).toEqual([]);
      await destroyers();
      const after = await there(anna.cookie, owner);
      expect(after).toEqual({ ...ALL_THERE, copies: after.copies });
      expect(house.accounts.link(link)?.purpose).toBe('invite');
    },
  );

  it('also when the clock leaps while the server lives', async () => {
    const { anna, owner, link } = await furnished();
    for (const [, jump] of JUMPS) {
      machine.wrong = jump;
      live(HOUR / 2);
      await destroyers();
      expect(await there(anna.cookie, owner)).toMatchObject({
        labels: [1],
        seat: 200,
        entry: 200,
        photo: true,
      });
      expect(house.accounts.link(link)?.purpose).toBe('invite');
    }
  });
});

describe('time that really passed', () => {
  it('ends what must end: labels after their days, links and entries after theirs, a lost photograph after one', async () => {
    const { anna, owner, link } = await furnished();
    house.keepNoLonger();
    live(73 * HOUR);
    house.keepNoLonger();
    expect(house.accounts.link(link)).toBeNull();
    expect(await there(anna.cookie, owner)).toMatchObject({ labels: [1], entry: 200, photo: false });
    for (let day = 0; day < 31; day++) live(DAY);
    expect((await there(anna.cookie, owner)).entry).toBe(401);
    for (let day = 0; day < 55; day++) live(DAY);
    house.keepNoLonger();
    expect((await there(anna.cookie, owner)).labels).toEqual([1]);
    live(2 * DAY);
    house.keepNoLonger();
    expect((await there(anna.cookie, owner)).labels).toEqual([0]);
  });

  it('counts from the last day of the gathering where that comes after the last thing written', async () => {
    folder = newFolder();
    await start();
    // Its days are in May 2014 in the ordinary test gathering: this one is still to come.
    const owner = await enter(house, 'owner', 'owner');
    const words = { title: 'Verrà', question: '', days: ['2027-03-01'] };
    const { answer } = await ask(house, '/api/gatherings', { path: null, ask: words }, owner);
    await join_(house.url, String(answer.code), 'Anna');
    live(91 * DAY);
    house.keepNoLonger();
    // 91 days after the last contribution, but the day itself is only now.
    expect(keeping(house.streams)[0]?.people).toBe(1);
    live(90 * DAY);
    house.keepNoLonger();
    expect(keeping(house.streams)[0]?.people).toBe(1);
    live(2 * DAY);
    house.keepNoLonger();
    expect(keeping(house.streams)[0]?.people).toBe(0);
  });

  it('a long absence waits for a person, or for as long again; what they confirm is the date of the machine', async () => {
    const { anna, owner } = await furnished();
    house.keepNoLonger();
    await house.close();
    live(100 * DAY);
    machine.real -= 100 * DAY;
    // Off for a hundred days: the wall clock went on, the server did not live.
    machine.wrong = 100 * DAY;
    await start();
    house.keepNoLonger();
    expect((await there(anna.cookie, owner)).labels).toEqual([1]);
    const today = new Date(wall()).toISOString().slice(0, 10);
    const facilitator = await enter(house, 'chi facilita', 'facilitator');
    expect((await ask(house, '/api/clock', { today }, facilitator)).answer.refused).toBe('not_allowed');
    expect((await ask(house, '/api/clock', { today: '2026-11-29' }, owner)).answer.refused).toBe('bad_date');
    expect((await ask(house, '/api/clock', { today }, owner)).answer).toEqual({ ok: true });
    expect(house.trusted.leap()).toBeNull();
    expect(house.accounts.trail().at(-1)).toMatchObject({ what: 'date_confirmed', about: today });
    house.keepNoLonger();
    expect(keeping(house.streams)[0]?.people).toBe(0);
  });

  it('lines written under a wrong clock neither end labels early nor keep them for ever', async () => {
    for (const wrong of [400 * DAY, -400 * DAY]) {
      folder = newFolder();
      Object.assign(machine, { real: TODAY, wrong: 0 });
      await start();
      house.keepNoLonger();
      await house.close();
      machine.wrong = wrong;
      await start();
      await openSpace(house);
      await join_(house.url, 'PROVA', 'Anna');
      house.keepNoLonger();
      await house.close();
      machine.wrong = 0;
      await start();
      live(89 * DAY);
      house.keepNoLonger();
      expect(keeping(house.streams)[0]?.people, String(wrong / DAY)).toBe(1);
      live(2 * DAY);
      house.keepNoLonger();
      expect(keeping(house.streams)[0]?.people, String(wrong / DAY)).toBe(0);
      if (wrong > 0) {
        await house.close();
        house.remove();
      }
    }
  });
});
