/** Nobody takes a seat before the privacy notice says what art. 13 GDPR asks; a rehearsal and the demonstration go on without. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/refusal';
import { REQUIRED_DETAILS } from '@/protocol/office-details';
import { createGathering } from '@/server/streams/create-stream';
import { officeDetails, setOfficeDetails } from '@/server/identity/office-details';
import { opening, owner } from '../harm/terms';
import { DETAILS } from '../office-details';
import { join_, openSpace, type TestHouse, testHouse } from './house';
import { ask, enter } from './office';

const NOTHING = { ...DETAILS, controller: '', address: '', contact: '', dpo: '', recipients: '' };
let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
  setOfficeDetails(house.store, NOTHING);
});
afterEach(async () => {
  await house.close();
  house.remove();
});
const form = async (path: string, fields: Record<string, string>, cookie: string) => {
  const body = new URLSearchParams(fields);
  const answer = await fetch(house.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body,
  });
  return {
    to: answer.headers.get('location'),
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
};

describe('the privacy notice', () => {
  it.each(REQUIRED_DETAILS)(
    'without %s lets nobody in, by any door, and nothing of them is kept',
    async (field) => {
      const row = await openSpace(house);
      setOfficeDetails(house.store, { ...DETAILS, [field]: '' });
      const before = house.streams.gathering(row).seq;
      const refused = { ok: false, refused: 'notice_incomplete', detail: { missing: [field] } };
      expect(await join_(house.url, 'PROVA', 'Anna')).toMatchObject(refused);
      const helper = await enter(house, 'Elena', 'helper');
      const behalf = await ask(house, '/api/join-for', { code: 'PROVA', label: 'Bruno' }, helper);
      expect(behalf.answer).toMatchObject(refused);
      const { cookie: totem } = await form('/api/totem/start', { code: 'PROVA' }, helper);
      const there = { code: 'PROVA', label: 'Carla', sector: 'volontariato' };
      expect((await form('/api/totem/join', there, totem)).to).toContain('rifiuto=notice_incomplete');
      expect(house.streams.seats.count(row.id)).toBe(0);
      expect(house.streams.gathering(row).seq).toBe(before);
    },
  );

  it('complete, they come in', async () => {
    await openSpace(house);
    setOfficeDetails(house.store, DETAILS);
    expect(await join_(house.url, 'PROVA', 'Anna')).toMatchObject({ ok: true });
  });

  it('is not asked of a rehearsal, which may be entered without', async () => {
    const within = { path: null, rehearsal: true };
    const { gathering: _, code: __, ...words } = opening('', '');
    const row = await createGathering(house.streams, within, words, owner);
    if (isRefusal(row)) throw new Error(row.refused);
    expect(await join_(house.url, row.code, 'Anna')).toMatchObject({ ok: true });
  });

  it('is not put off by calling one’s own gathering a demonstration', async () => {
    const cookie = await enter(house, 'Paola', 'owner');
    const { gathering: _, code: __, ...words } = opening('', '');
    const opened = await ask(house, '/api/gatherings', { ask: { ...words, demo: true } }, cookie);
    const code = String(opened.answer.code);
    expect(await join_(house.url, code, 'Anna')).toMatchObject({ refused: 'notice_incomplete' });
  });
});

describe('the particulars of the body', () => {
  const save = (body: object, cookie: string) =>
    ask(house, '/api/office-details', body, cookie).then(({ answer }) => answer);

  it('are saved whole, never over somebody else’s, and the trail says so', async () => {
    const cookie = await enter(house, 'Paola', 'planner');
    const { rev } = officeDetails(house.store);
    const said = {
      ...DETAILS,
      controller: '  Unione\u0007 delle Terre ',
      declaration: 'https://form.agid.gov.it/x',
    };
    expect(await save({ ...said, after: rev }, cookie)).toEqual({ ok: true, rev: rev + 1 });
    expect(officeDetails(house.store)).toMatchObject({
      controller: 'Unione delle Terre',
      declaration: 'https://form.agid.gov.it/x',
    });
    expect((await save({ ...said, after: rev }, cookie)).refused).toBe('stale_version');
    expect((await save({ ...said, after: rev + 1 }, cookie)).refused).toBe('nothing_to_change');
    expect(house.accounts.trail().at(-1)).toMatchObject({ what: 'details_changed', about: String(rev + 1) });
  });

  it('take no address that is not of the web, and no text too long', async () => {
    const cookie = await enter(house, 'Paola', 'planner');
    const { rev } = officeDetails(house.store);
    for (const declaration of ['javascript:alert(1)', 'https://', 'form.agid.gov.it'])
      expect((await save({ ...DETAILS, declaration, after: rev }, cookie)).refused).toBe('malformed');
    expect((await save({ ...DETAILS, dpo: 'x'.repeat(501), after: rev }, cookie)).refused).toBe(
      'text_too_long',
    );
    expect(officeDetails(house.store).rev).toBe(rev);
  });
});

describe('search engines', () => {
  const robots = async (path: string) => (await fetch(house.url + path)).headers.get('x-robots-tag');

  it('list nothing until the office lets them, and then only pages that speak to everybody', async () => {
    // Pages that are there: whoever asks for more than five others waits a second for each.
    await openSpace(house);
    await house.close();
    house = await testHouse(house.folder, 0, {}, async (_, answer) => void answer.end());
    for (const path of ['/', '/atti/PROVA', '/healthz']) expect(await robots(path)).toBe('noindex');
    setOfficeDetails(house.store, { ...DETAILS, indexed: true });
    for (const path of ['/', '/atti/PROVA', '/esiti/PROVA', '/informativa'])
      expect(await robots(path)).toBeNull();
    for (const path of [
      '/i/PROVA',
      '/muro/PROVA',
      '/regia/PROVA',
      '/ufficio',
      '/chiave/x',
      '/api/export/X/y',
    ])
      expect(await robots(path)).toBe('noindex');
  });
});
