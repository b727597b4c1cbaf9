/** People without a phone: the totem passes from hand to hand, and completion links end. */
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { join_, openSpace, type TestHouse, testHouse } from './house';

let house: TestHouse;
let desk = '';
const form = async (path: string, fields: Record<string, string>, cookie = '') => {
  const response = await fetch(house.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: cookie ? { cookie } : {},
    body: new URLSearchParams(fields),
  });
  return {
    to: response.headers.get('location') ?? '',
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie,
  };
};
const json = async (path: string, body: unknown, cookie = '') =>
  (await (
    await fetch(house.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
      body: JSON.stringify(body),
    })
  ).json()) as Record<string, unknown>;

beforeAll(async () => {
  house = await testHouse();
  await openSpace(house);
  await house.accounts.create('Regia', 'facilitator', 'quattro parole a caso');
});
// A totem signs out the device it is made of.
beforeEach(async () => {
  desk = (await form('/api/sign-in', { name: 'Regia', passphrase: 'quattro parole a caso' })).cookie;
});
afterAll(async () => {
  await house.close();
  house.remove();
});

const state = () => {
  const row = house.streams.index.find('PROVA');
  if (!row) throw new Error('no gathering');
  return house.streams.gathering(row).whole();
};

describe('the totem', () => {
  it('[E14] only the office leaves a device to everybody, and is signed out of it', async () => {
    expect((await form('/api/totem/start', { code: 'PROVA' })).to).toContain('/accedi');
    const totem = await form('/api/totem/start', { code: 'PROVA' }, desk);
    expect(totem.to).toBe('/totem/PROVA');
    expect(await json('/api/invite', { role: 'helper' }, totem.cookie)).toMatchObject({
      refused: 'not_signed_in',
    });
  });

  it('[E14][I9] who has no phone comes in, rises, sits again; nobody sits on a phone’s place', async () => {
    const { cookie } = await form('/api/totem/start', { code: 'PROVA' }, desk);
    const blank = await form('/api/totem/join', { code: 'PROVA', label: '  ', sector: '' }, cookie);
    expect(blank.to).toBe('/totem/PROVA?nuovo=1&rifiuto=blank_text');
    const asked = { code: 'PROVA', label: 'Nonna volontaria', sector: 'volontariato' };
    const joined = await form('/api/totem/join', asked, cookie);
    expect(joined.to).toBe('/i/PROVA');
    const seat = Object.values(state().seats).find((s) => s.origin === 'totem');
    expect(seat?.sector).toBe('volontariato');
    const risen = await form('/api/totem/rise', { code: 'PROVA' }, joined.cookie);
    expect(risen.to).toBe('/totem/PROVA');
    const again = await form('/api/totem/sit', { code: 'PROVA', seat: seat?.id ?? '' }, risen.cookie);
    expect(again.to).toBe('/i/PROVA');
    const phone = await join_(house.url, 'PROVA', 'Con telefono');
    const taken = await form('/api/totem/sit', { code: 'PROVA', seat: phone.seat }, risen.cookie);
    expect(taken.to).toContain('rifiuto=unknown_seat');
    expect((await form('/api/totem/sit', { code: 'PROVA', seat: seat?.id ?? '' })).to).toContain(
      'rifiuto=not_allowed',
    );
  });

  it('signing in takes the device back from everybody', async () => {
    const { cookie } = await form('/api/totem/start', { code: 'PROVA' }, desk);
    const back = await form(
      '/api/sign-in',
      { name: 'Regia', passphrase: 'quattro parole a caso', poi: '/regia/PROVA' },
      cookie,
    );
    expect(back.to).toBe('/regia/PROVA');
    const asked = { code: 'PROVA', label: 'Qualcuno', sector: 'volontariato' };
    expect((await form('/api/totem/join', asked, back.cookie)).to).toContain('rifiuto=not_allowed');
  });
});

describe('the link to complete a report', () => {
  it('[E26] sits its bearer at the convener’s place; used by a stranger or expired it is refused, saying so', async () => {
    const convener = await join_(house.url, 'PROVA', 'Chi propone');
    const row = house.streams.index.find('PROVA');
    if (!row) throw new Error('no gathering');
    const topic = nanoid(14);
    const actor = { id: convener.seat, role: 'participant' as const, seat: convener.seat };
    const ask = { topic, title: 'Un tema' };
    await house.streams.gathering(row).submit({ id: nanoid(14), type: 'proposeTopic', ask }, actor);
    const made = await json('/api/completion-link', { code: 'PROVA', topic, days: 7 }, desk);
    const token = String(made.link).split('/').at(-1) ?? '';
    const before = state().seq;
    expect((await form('/api/complete', { token })).to).toBe('/i/PROVA/resoconto/T01');
    expect((await form('/api/complete', { token: 'x'.repeat(32) })).to).toContain('rifiuto=link_expired');
    const gone = house.accounts.invite('completion', null, `PROVA ${convener.seat} T01`, -1);
    expect((await form('/api/complete', { token: gone })).to).toContain('rifiuto=link_expired');
    expect(await json('/api/complete', { token: gone })).toMatchObject({ refused: 'link_expired' });
    const invite = house.accounts.invite('invite', 'helper', null, 1);
    expect(await json('/api/complete', { token: invite })).toMatchObject({ refused: 'link_expired' });
    expect(state().seq).toBe(before);
  });
});
