/** A reading token gives a program the exports of one gathering or path, and ends as its maker's sign-ins do. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as apart from '@/server/exports/document-process';
import { standIn } from '../stand-in';
import { join_, newFolder, openSpace, type TestHouse, testHouse } from './house';
import { ask, enter, signIn } from './office';

const DAY = 86_400_000;
let house: TestHouse;
let now = Date.now();
let [owner, planner, path] = ['', '', ''];
beforeEach(async () => {
  now = Date.now();
  house = await testHouse(newFolder(), 0, { clock: () => now, monotonic: () => now });
  await openSpace(house, 'PROVA');
  await openSpace(house, 'ALTRA');
  [owner, planner] = [await enter(house, 'owner', 'owner'), await enter(house, 'planner', 'planner')];
  const opening = { from: 'blank', title: 'Un percorso', year: 2014 };
  path = String((await ask(house, '/api/paths', opening, owner)).answer.code);
  await join_(house.url, 'PROVA', 'Anna');
  await join_(house.url, 'ALTRA', 'Bruno');
});
afterEach(async () => {
  await house.close();
  house.remove();
});

const make = async (code: string, cookie = planner): Promise<string> =>
  String((await ask(house, '/api/tokens', { code, use: 'sito del Comune' }, cookie)).answer.token);
const read = (token: string, address: string, cookie = '') =>
  fetch(house.url + address, {
    headers: { authorization: `Bearer ${token}`, ...(cookie ? { cookie } : {}) },
  });
const refused = async (token: string, address: string, cookie = '') =>
  ((await (await read(token, address, cookie)).json()) as { refused?: string }).refused;
const PROVA = '/api/export/PROVA/tutto.json';
const tokensOf = (name: string) => {
  const id = house.accounts.list().find((a) => a.name === name)?.id ?? '';
  return house.accounts.entries.standing(id, 0).filter((e) => e.device.startsWith('Token'));
};

describe('a reading token', () => {
  it('reads what its maker may read of that gathering, and nothing of any other', async () => {
    const token = await make('PROVA');
    const answer = await (await read(token, PROVA)).json();
    const own = await (await fetch(house.url + PROVA, { headers: { cookie: planner } })).json();
    expect({ ...answer, exportedAt: '' }).toEqual({ ...own, exportedAt: '' });
    expect(JSON.stringify(answer)).toContain('Anna');
    expect(await (await read(token, '/api/export/PROVA/seats.csv')).text()).toContain('Anna');
    expect(await refused(token, '/api/export/ALTRA/tutto.json')).toBe('not_allowed');
    expect(await refused(token, `/api/path/${path}/export/tutto.json`)).toBe('not_allowed');
  });

  it('of a path reads its files, and the exports of its gatherings alone', async () => {
    // The content of the file is a matter of tests/server/documents.test.ts.
    const file = { name: 'dati.json', type: 'application/json', body: Buffer.from('{}') };
    standIn(apart, { pathFileInChild: async () => file });
    const words = { title: 'Del percorso', question: '', days: ['2014-05-17'] };
    const id = house.streams.index.find(path)?.id ?? '';
    const { code } = (await ask(house, '/api/gatherings', { path: id, ask: words }, owner)).answer;
    const token = await make(path);
    expect((await read(token, `/api/path/${path}/export/tutto.json`)).status).toBe(200);
    expect((await read(token, `/api/export/${code}/tutto.json`)).status).toBe(200);
    expect(await refused(token, PROVA)).toBe('not_allowed');
  });

  it('opens no other route, and a wrong one is refused where a stranger would be answered', async () => {
    const token = await make('PROVA');
    const doors = house.declared.filter((s) => s.who !== 'anyone' && !s.byToken);
    expect(doors.length).toBeGreaterThan(20);
    for (const { method, path } of doors) {
      const answer = await house.app.request(path.replace(':code', 'PROVA').replace(/:\w+/, 'x'), {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          'content-type': 'application/json',
        },
        ...(method === 'post' ? { body: '{}' } : {}),
      });
      expect(((await answer.json()) as { refused?: string }).refused, path).toBe('not_signed_in');
    }
    expect((await fetch(house.url + PROVA)).status).toBe(200);
    expect(await refused('cerchi_nobody', PROVA)).toBe('not_signed_in');
    // A cookie sent beside it does not help.
    expect(await refused('cerchi_nobody', PROVA, planner)).toBe('not_signed_in');
  });

  it('is made by planners and owners, for what they reach, and is never stored', async () => {
    const facilitator = await enter(house, 'facilitator', 'facilitator');
    expect((await ask(house, '/api/tokens', { code: 'PROVA', use: 'x' }, facilitator)).answer.refused).toBe(
      'not_allowed',
    );
    const invited = { role: 'planner', about: 'ALTRA', days: null };
    const { link } = (await ask(house, '/api/invite', invited, owner)).answer;
    const one = { token: String(link).split('/').at(-1), name: 'legata', passphrase: 'una frase lunga' };
    const bound = (await ask(house, '/api/enter', one)).cookie;
    expect((await ask(house, '/api/tokens', { code: 'PROVA', use: 'x' }, bound)).answer.refused).toBe(
      'not_allowed',
    );
    expect(await refused(await make('ALTRA', bound), PROVA)).toBe('not_allowed');
    const token = await make('PROVA');
    const stored = house.store.settings.startingWith('reading-token:');
    expect(stored).toHaveLength(2);
    expect(JSON.stringify([stored, house.accounts.trail()])).not.toContain(token.slice('cerchi_'.length));
  });

  it('is in its maker’s list, and closed there; the trail says who made it and what it read', async () => {
    const token = await make('PROVA');
    expect((await read(token, PROVA)).status).toBe(200);
    const [entry] = tokensOf('planner');
    expect(entry?.device).toBe('Token · sito del Comune · PROVA');
    const lines = house.accounts.trail().map((l) => `${l.what} ${l.about}`);
    expect(lines).toContain('token_made PROVA');
    expect(lines).toContain('exported PROVA tutto.json token');
    expect((await ask(house, '/api/entries/close', { id: entry?.id }, owner)).answer.ok).toBe(false);
    expect((await read(token, PROVA)).status).toBe(200);
    expect((await ask(house, '/api/entries/close', { id: entry?.id }, planner)).answer.ok).toBe(true);
    expect(await refused(token, PROVA)).toBe('not_signed_in');
    expect(tokensOf('planner')).toEqual([]);
  });

  it.each(['its role', 'its account', 'its passphrase', 'its other devices'])(
    'ends at once with its maker: %s',
    async (what) => {
      const token = await make('PROVA');
      expect((await read(token, PROVA)).status).toBe(200);
      const id = house.accounts.list().find((a) => a.name === 'planner')?.id ?? '';
      if (what === 'its role') await ask(house, '/api/accounts/role', { id, role: 'owner' }, owner);
      if (what === 'its account') await ask(house, '/api/accounts/revoke', { id }, owner);
      if (what === 'its passphrase') await house.accounts.setPassphrase(id, 'un’altra frase lunga');
      if (what === 'its other devices') {
        const { cookie } = await signIn(house, 'planner');
        await ask(house, '/api/entries/close-others', {}, cookie);
      }
      expect(await refused(token, PROVA)).toBe('not_signed_in');
    },
  );

  it('lasts thirty days, as a sign-in does', async () => {
    const token = await make('PROVA');
    now += 29 * DAY;
    expect((await read(token, PROVA)).status).toBe(200);
    now += 2 * DAY;
    expect(await refused(token, PROVA)).toBe('not_signed_in');
  });

  it('is paced: sixty files a minute', async () => {
    const token = await make('PROVA');
    const statuses = [];
    for (let n = 0; n < 61; n++) {
      const answer = await read(token, '/api/export/PROVA/votes.csv');
      await answer.arrayBuffer();
      statuses.push(answer.status);
    }
    expect(statuses.filter((s) => s === 200)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
    expect((await read(await make('PROVA'), PROVA)).status).toBe(200);
  });
});
