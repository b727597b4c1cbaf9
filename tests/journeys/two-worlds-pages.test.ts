/** Two worlds that differ only in who did something secret are drawn alike: every page, for everybody but its author. */
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCENES } from '@/domain/gathering/state/scene';
import { nobody, seal } from '@/server/identity/session-cookie';
import { person } from '../domain/given';
import { owner } from '../harm/terms';
import { newFolder, testHouse } from '../server/house';
import { ANNA, BRUNO, CARLA, GATHERING, peopled, ROLES, SECRETS, submitter } from '../server/two-worlds';
import { startApp } from './browser';
import { deskScreens, printScreens, publicScreens, seatScreens, wallScreens } from './screens';

const secrets = ['a ballot, changed', 'a movement', 'an anonymous note, reworded'].flatMap(
  (name) => SECRETS[name] ?? [],
);
const PUBLIC = [...publicScreens('PROVA'), ...wallScreens('PROVA')].map((s) => s.path);
const SEATED = seatScreens('PROVA', 'session-01').map((s) => s.path);
const STAFF = [...deskScreens('PROVA'), ...printScreens('PROVA')].map((s) => s.path);

/** A folder in which the day has gone so far, then every page as the built server draws it. */
async function pages(
  who: string,
  day: string,
  port: number,
  over: boolean,
): Promise<[Map<string, string>, number]> {
  const folder = newFolder();
  let now = Date.parse(`${day}T05:00:00Z`);
  const house = await testHouse(folder, 0, { clock: () => now });
  const submit = submitter(
    () => house,
    () => {
      now += 1000;
    },
  );
  await peopled(house, submit, { days: [day] });
  for (const [type, ask] of secrets) await submit(person(who), type, ask);
  if (over) {
    await submit(owner, 'closeVoting', {});
    await submit(owner, 'changePhase', { phase: 'completing' });
  }
  const cookieOf = (identity: Partial<ReturnType<typeof nobody>>) =>
    `cerchi=${encodeURIComponent(seal({ ...nobody(), ...identity }, house.secret))}`;
  const readers: [string, string, readonly string[]][] = [
    ['anybody', '', PUBLIC],
    [
      'another phone',
      cookieOf({ seats: { [GATHERING]: { id: CARLA, code: null } } }),
      [...SEATED, ...PUBLIC],
    ],
  ];
  const accounts: string[] = [];
  for (const role of ROLES) {
    const account = await house.accounts.create(`account ${role}`, role, `una frase ben lunga ${role}`);
    if (!account) throw new Error('no account');
    accounts.push(account.id);
    const cookie = cookieOf({ account: { id: account.id, epoch: account.epoch, at: Date.now() } });
    readers.push([role, cookie, [...STAFF, '/atti/PROVA', `/totem/PROVA`]]);
  }
  await house.close();
  const app = await startApp({ folder, port });
  const drawn = new Map<string, string>();
  try {
    for (const [name, cookie, paths] of readers)
      for (const path of paths) {
        const answer = await fetch(app.url + path, {
          headers: { cookie, accept: 'text/html', 'accept-language': 'it' },
        });
        const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
        let text = `${answer.status} ${await answer.text()}`;
        if (nonce) text = text.replaceAll(nonce, 'nonce');
        for (const [n, id] of accounts.entries()) text = text.replaceAll(id, ROLES[n] ?? '');
        drawn.set(
          `${name}: ${path}`,
          text.replace(/(\\?"now\\?":)\d+/g, '$1').replace(/\b1\d{12}\b/g, 'instant'),
        );
      }
    return [drawn, Number(new URL(app.url).port)];
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

it.each([false, true])(
  '[I7][I12][E24] are one to all others, page by page; the day is over: %s',
  async (over) => {
    const day = new Date().toISOString().slice(0, 10);
    const [one, port] = await pages(ANNA, day, 0, over);
    const [other] = await pages(BRUNO, day, port, over);
    expect([...one.keys()]).toEqual([...other.keys()]);
    const differ = [...one].flatMap(([where, text]) => {
      const apart = other.get(where) ?? '';
      if (apart === text) return [];
      const at = [...text].findIndex((sign, i) => sign !== apart[i]);
      return [`${where}: ${text.slice(at - 80, at + 60)} ≠ ${apart.slice(at, at + 60)}`];
    });
    expect(differ).toEqual([]);
    expect(one.size).toBeGreaterThan(70 + SCENES.length);
    expect([...one.values()].filter((text) => text.startsWith('200')).length).toBeGreaterThan(60);
    // The pages show people's words and greet readers by name, so that this can fail.
    expect(one.get('anybody: /atti/PROVA')).toContain('altre parole');
    expect(one.get('another phone: /i/PROVA/io')).toContain('persona seat-carla-1');
  },
);
