/** The office's routes: who may open each, and their lines in the audit trail; the table is for people to read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notices, shownNotice } from '@/server/upkeep/privacy-notices';
import { keeping } from '@/server/upkeep/retention';
import { DETAILS } from '../office-details';
import { join_, openSpace, type TestHouse, testHouse } from './house';
import { gatheringRows } from '@/server/streams/path-gatherings';

const ROLES = ['participant', 'helper', 'facilitator', 'planner', 'owner', 'stranger'] as const;
type Who = (typeof ROLES)[number];
const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;

let house: TestHouse;
const cookies = {} as Record<Who, string>;
let her = '';
/** A seat for each role that asks to empty one. */
let spare: string[] = [];
vi.setConfig({ testTimeout: 30_000 });
beforeEach(async () => {
  house = await testHouse();
  await openSpace(house);
  const anna = await join_(house.url, 'PROVA', 'Anna Quattrocchi', { subgroup: 'care_giver' });
  her = anna.seat;
  cookies.participant = anna.cookie;
  cookies.stranger = '';
  for (const role of OFFICE) cookies[role] = await enter(role, role);
});
afterEach(async () => {
  await house.close();
  house.remove();
});

const ask = async (path: string, body: unknown, cookie = '') => {
  const response = await fetch(house.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { ok: boolean; refused?: string; link?: string };
  return { answer, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
};
async function enter(name: string, role: (typeof OFFICE)[number]): Promise<string> {
  const token = house.accounts.invite('invite', role, null, 1);
  return (await ask('/api/enter', { token, name, passphrase: 'una frase lunga' })).cookie;
}
const idOf = (name: string): string => house.accounts.list().find((a) => a.name === name)?.id ?? '';
const trail = (): string[] => house.accounts.trail().map((l) => l.what);
const room = () => {
  const row = house.streams.index.find('PROVA');
  if (row?.kind !== 'gathering') throw new Error('no gathering');
  return house.streams.gathering(row);
};

/** A valid request except for the role: a refusal of another kind means that the role is allowed. */
const DOORS: Record<string, (n: number) => [string, unknown]> = {
  'invite a helper': () => ['/api/invite', { role: 'helper' }],
  'invite anybody': () => ['/api/invite', { role: 'owner' }],
  'change a role': () => ['/api/accounts/role', { id: idOf('helper'), role: 'helper' }],
  'close an entry': () => ['/api/accounts/revoke', { id: 'nobody' }],
  'link for a new passphrase': () => ['/api/accounts/reset', { id: idOf('planner') }],
  'make a reading token': () => ['/api/tokens', { code: 'PROVA', use: 'sito' }],
  'erase a person': (n) => ['/api/erase', { code: 'PROVA', seat: spare[n] }],
  'clear a text': () => ['/api/clear', { code: 'PROVA', what: 'note', id: 'note-of-nobody' }],
  'write the privacy notice': () => ['/api/informativa', { lang: 'it', text: 'x', after: 99 }],
  'write the particulars of the body': () => ['/api/office-details', { ...DETAILS, after: 99 }],
  'change the days of retention': () => ['/api/retention', { days: 0 }],
};

describe('the office’s doors', () => {
  it('open to the roles that docs/security.md says, and to no other', async () => {
    const paper = readFileSync(join(import.meta.dirname, '../../docs/security.md'), 'utf8');
    const rows = Object.fromEntries(
      [...paper.matchAll(/^\| ([^|]+?) +\|((?: (?:yes|—) +\|){6})$/gm)].map(([, what = '', cells = '']) => [
        what,
        cells
          .split('|')
          .map((c) => c.trim())
          .slice(0, 6),
      ]),
    );
    spare = [];
    for (const role of ROLES) spare.push((await join_(house.url, 'PROVA', `per ${role}`)).seat);
    const found: Record<string, string[]> = {};
    for (const [what, door] of Object.entries(DOORS)) {
      const cells: string[] = [];
      for (const [n, role] of ROLES.entries()) {
        // Changing the role ends the helper's sign-in.
        if (role === 'helper')
          cookies.helper = (
            await ask('/api/sign-in', { name: 'helper', passphrase: 'una frase lunga' })
          ).cookie;
        const [path, body] = door(n);
        const { answer } = await ask(path, body, cookies[role]);
        const shut = ['not_signed_in', 'not_allowed'].includes(answer.refused ?? '');
        cells.push(shut ? '—' : 'yes');
      }
      found[what] = cells;
    }
    expect(rows).toEqual(found);
  });

  it('a gathering is opened on a path that is there, and on no other', async () => {
    const words = { title: 'Prova', question: '', days: ['2014-05-17'] };
    const opened = async (path: string | null) =>
      (await ask('/api/gatherings', { path, ask: words }, cookies.planner)).answer;
    expect((await opened('nowhere')).refused).toBe('unknown_thing');
    const made = await ask(
      '/api/paths',
      { from: 'blank', title: 'Un percorso', year: 2014 },
      cookies.planner,
    );
    const path = house.streams.index.find(String((made.answer as { code?: string }).code));
    const { code = '' } = (await opened(path?.id ?? '')) as { code?: string };
    expect(house.streams.index.find(code)?.path).toBe(path?.id);
    expect(path && gatheringRows(house.streams, path).map((r) => r.code)).toEqual([code]);
  });

  it('[S42] next year’s path is opened once: two clicks, and a third later, find the same; one thrown away is no path', async () => {
    const paths = () => house.streams.index.all().filter((r) => r.kind === 'path').length;
    const open = async (words: object) =>
      (await ask('/api/paths', words, cookies.planner)).answer as { code?: string; already?: boolean };
    const { code: last = '' } = await open({ from: 'founding' });
    const before = paths();
    const next = () => open({ from: 'last', last });
    const [one, two] = await Promise.all([next(), next()]);
    const three = await next();
    expect([two.code, three.code]).toEqual([one.code, one.code]);
    expect([one.already, two.already, three.already]).toEqual([undefined, true, true]);
    expect(paths()).toBe(before + 1);
    const row = house.streams.index.find(one.code ?? '');
    if (!row) throw new Error('no path');
    const planner = { id: idOf('planner'), role: 'planner' as const, seat: null };
    const gone = await house.streams
      .path(row)
      .submit({ id: 'cmd-discard', type: 'discardPath', ask: {} }, planner);
    expect(gone.ok).toBe(true);
    expect((await next()).code).not.toBe(one.code);
  });

  it('of an opening that is refused nothing stays, not even a code', async () => {
    const before = house.streams.index.all().length;
    const untold = { title: 'Prova', question: '', days: ['il giorno dopo'] };
    const gathering = await ask('/api/gatherings', { path: null, ask: untold }, cookies.planner);
    expect(gathering.answer.refused).toBe('bad_date');
    const path = await ask('/api/paths', { from: 'blank', title: ' ', year: 2014 }, cookies.planner);
    expect(path.answer.refused).toBe('blank_text');
    expect(house.streams.index.all()).toHaveLength(before);
  });

  it('the last owner can neither be sent away nor made something else', async () => {
    const me = idOf('owner');
    expect((await ask('/api/accounts/revoke', { id: me }, cookies.owner)).answer.refused).toBe(
      'last_of_its_kind',
    );
    expect((await ask('/api/accounts/role', { id: me, role: 'planner' }, cookies.owner)).answer.refused).toBe(
      'last_of_its_kind',
    );
    const second = await enter('seconda', 'owner');
    expect((await ask('/api/accounts/revoke', { id: me }, second)).answer).toEqual({ ok: true });
    expect((await ask('/api/invite', { role: 'helper' }, cookies.owner)).answer.refused).toBe(
      'not_signed_in',
    );
    expect(house.accounts.trail().at(-1)).toMatchObject({
      who: idOf('seconda'),
      what: 'account_revoked',
      about: me,
    });
  });
});

describe('the informativa', () => {
  const write = (lang: string, text: string, after: number, cookie = cookies.owner) =>
    ask('/api/informativa', { lang, text, after }, cookie).then(({ answer }) => answer);

  it('is kept version by version and language by language, with who and when, in the trail too', async () => {
    expect(shownNotice(house.store, 'it')).toBeNull();
    expect(await write('it', '  # Chi siamo\r\n\r\nUnione\u0007 delle Terre  ', 0)).toMatchObject({
      ok: true,
      n: 1,
    });
    expect(shownNotice(house.store, 'it')).toMatchObject({ n: 1, text: '# Chi siamo\n\nUnione delle Terre' });
    // Written in one language only, the others show that one.
    expect(shownNotice(house.store, 'en')).toMatchObject({ lang: 'it', n: 1 });
    expect(await write('en', 'Who we are', 0, cookies.planner)).toMatchObject({ ok: true, n: 1 });
    expect(shownNotice(house.store, 'en')).toMatchObject({
      lang: 'en',
      text: 'Who we are',
      by: idOf('planner'),
    });
    expect(await write('it', 'Seconda', 1)).toMatchObject({ ok: true, n: 2 });
    expect(notices(house.store).map((v) => [v.lang, v.n])).toEqual([
      ['it', 1],
      ['en', 1],
      ['it', 2],
    ]);
    // When emptied, the page has its own text again; the other language keeps the office's.
    expect(await write('it', '', 2)).toMatchObject({ ok: true, n: 3 });
    expect(shownNotice(house.store, 'it')).toBeNull();
    expect(shownNotice(house.store, 'en')?.text).toBe('Who we are');
    expect(house.accounts.trail().filter((l) => l.what === 'notice_changed')).toMatchObject([
      { who: idOf('owner'), about: 'it 1' },
      { who: idOf('planner'), about: 'en 1' },
      { who: idOf('owner'), about: 'it 2' },
      { who: idOf('owner'), about: 'it 3' },
    ]);
  });

  it('refuses what was written over somebody else’s, too long, unchanged, or in no language of the house', async () => {
    await write('it', 'Prima', 0);
    expect((await write('it', 'Sopra', 0)).refused).toBe('stale_version');
    expect((await write('it', 'Prima', 1)).refused).toBe('nothing_to_change');
    expect((await write('it', 'x'.repeat(20_001), 1)).refused).toBe('text_too_long');
    expect((await write('xx', 'x', 0)).refused).toBe('malformed');
    expect(notices(house.store)).toHaveLength(1);
  });
});

describe('retention', () => {
  it('says until when each gathering’s labels are kept, and the owner changes the days', async () => {
    const DAY = 86_400_000;
    const [before] = keeping(house.streams);
    expect(before).toMatchObject({ code: 'PROVA', people: 1 });
    expect((await ask('/api/retention', { days: 30 }, cookies.owner)).answer).toEqual({ ok: true });
    const [after] = keeping(house.streams);
    expect((before?.goesAt ?? 0) - (after?.goesAt ?? 0)).toBe(60 * DAY);
    expect(house.accounts.trail().at(-1)).toMatchObject({ what: 'retention_changed', about: '30' });
    for (const days of [0, 1.5, 3651, '30'])
      expect((await ask('/api/retention', { days }, cookies.owner)).answer.refused).toBe('malformed');
    // It is deleted on the day it is due and not before.
    house.keepNoLonger((after?.goesAt ?? 0) - 1);
    expect(keeping(house.streams)[0]?.people).toBe(1);
    house.keepNoLonger(after?.goesAt ?? 0);
    expect(keeping(house.streams)[0]?.people).toBe(0);
    expect(trail()).toContain('identifiers_removed');
  });
});

describe('[E35][E23] from the office', () => {
  it('a person erased and a text cleared are in the trail, and their names and words are not', async () => {
    const actor = { id: her, role: 'participant' as const, seat: her };
    const say = (type: string, what: unknown) => room().submit({ id: nanoid(14), type, ask: what }, actor);
    await say('proposeTopic', { topic: 'topic-0001', title: 'Chi cura?' });
    await say('writeNote', {
      note: 'note-00001',
      topic: 'topic-0001',
      kind: 'bisogno',
      text: 'Zenobia è in cura',
    });
    const clear = { code: 'PROVA', what: 'note', id: 'note-00001', reason: 'parla di una persona' };
    // First withheld, then erased.
    expect((await ask('/api/clear', clear, cookies.planner)).answer.refused).toBe('nothing_to_change');
    await say('flagText', { what: 'note', id: 'note-00001' });
    expect((await ask('/api/clear', clear, cookies.planner)).answer).toEqual({ ok: true });
    expect((await ask('/api/erase', { code: 'PROVA', seat: her }, cookies.owner)).answer).toEqual({
      ok: true,
    });
    expect(trail()).toEqual(expect.arrayContaining(['flagged', 'text_cleared', 'erased']));
    expect(JSON.stringify(house.accounts.trail())).not.toMatch(/Zenobia|Quattrocchi/);
    expect(
      (await fetch(`${house.url}/api/mine/PROVA`, { headers: { cookie: cookies.participant } })).status,
    ).toBe(400);
  });
});
