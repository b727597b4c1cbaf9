/** The whole answer of a route to a form, to a program and to a refusal, with the line that it leaves in the audit trail. */
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import type { OfficeRole } from '@/server/identity/accounts';
import { GuessLimiter } from '@/server/identity/guess-limiter';
import { nobody, recognise, seal } from '@/server/identity/session-cookie';
import { fingerprint } from '@/server/log/fingerprint';
import { openSpace, type TestHouse, testHouse } from './house';

const NOW = Date.UTC(2014, 4, 17, 8);
const PASSPHRASE = 'una frase lunga';

let house: TestHouse;
const ids = {} as Record<OfficeRole, string>;
const cookies = {} as Record<OfficeRole | 'tried', string>;
let wrong: MockInstance<GuessLimiter['wrongCode']>;

const cookieOf = (id: string): string =>
  `cerchi=${encodeURIComponent(seal({ ...nobody(), account: { id, epoch: 1, at: NOW } }, house.secret, NOW))}`;

beforeEach(async () => {
  wrong = vi.spyOn(GuessLimiter.prototype, 'wrongCode').mockResolvedValue();
  house = await testHouse(undefined, 0, { clock: () => NOW, monotonic: () => 0 });
  await openSpace(house);
  cookies.tried = 'cerchi-prova=1';
  for (const role of ['helper', 'facilitator', 'planner', 'owner'] as const) {
    ids[role] = (await house.accounts.create(role, role, PASSPHRASE))?.id ?? '';
    cookies[role] = cookieOf(ids[role]);
  }
});
afterEach(async () => {
  await house.close();
  house.remove();
});

type Asking = { as?: OfficeRole | 'tried'; cookie?: string; headers?: Record<string, string> };
type Sent = { method?: string; headers: Record<string, string>; body?: string | URLSearchParams };
async function answered(path: string, init: Sent, { as, cookie, headers }: Asking) {
  const own = cookie ?? (as && cookies[as]);
  const response = await fetch(house.url + path, {
    redirect: 'manual',
    ...init,
    headers: { ...init.headers, ...(own ? { cookie: own } : {}), ...headers },
  });
  const text = await response.text();
  return { response, text, set: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}
/** As a page without scripts sends it: the status and the page it goes on to. */
async function form(path: string, fields: Record<string, string>, asking: Asking = {}) {
  const init = { method: 'POST', headers: { accept: 'text/html' }, body: new URLSearchParams(fields) };
  const { response, text, set } = await answered(path, init, asking);
  return { said: [response.status, response.headers.get('location') ?? text], set };
}
/** As a program sends it: the status and the JSON. */
async function json(path: string, body: unknown, asking: Asking = {}) {
  const init = {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const { response, text, set } = await answered(path, init, asking);
  return { said: [response.status, JSON.parse(text)] as [number, Record<string, unknown>], set };
}
async function get(path: string, asking: Asking = {}) {
  const { response, text } = await answered(path, { headers: { accept: 'application/json' } }, asking);
  return { said: [response.status, JSON.parse(text)], response };
}
const refused = (status: number, code: string, detail?: Record<string, unknown>) => [
  status,
  { ok: false, refused: code, ...(detail ? { detail } : {}) },
];
/** The lines of the audit trail that the work adds. */
async function noted(work: () => Promise<unknown>) {
  const before = house.accounts.trail().length;
  await work();
  return house.accounts
    .trail()
    .slice(before)
    .map(({ who, what, about }) => [who, what, about]);
}
const identityIn = (cookie: string) =>
  recognise(cookie, house.secret, house.streams.seats, house.accounts.totems, NOW);
const row = () => {
  const found = house.streams.index.find('PROVA');
  if (!found) throw new Error('no gathering');
  return found;
};
const room = () => house.streams.gathering(row());
async function did(type: string, ask: unknown, as: OfficeRole = 'owner'): Promise<void> {
  const actor = { id: ids[as], role: as, seat: null };
  const answer = await room().submit({ id: `cmd-${type}-x`, type, ask }, actor);
  if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
}

describe('a request that no route may answer', () => {
  it('is refused to another site’s page, and an address of the API that is none is unknown', async () => {
    const crossSite = { headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await json('/api/lang', { lang: 'en' }, crossSite)).said).toEqual(refused(403, 'not_allowed'));
    const foreign = { headers: { origin: 'https://altrove.test' } };
    expect((await json('/api/lang', { lang: 'en' }, foreign)).said).toEqual(refused(403, 'not_allowed'));
    const own = { headers: { origin: house.url, 'sec-fetch-site': 'same-origin' } };
    expect((await json('/api/lang', { lang: 'en' }, own)).said).toEqual([200, { ok: true }]);
    expect(wrong).not.toHaveBeenCalled();
    const nothing = await get('/api/niente');
    expect(nothing.said).toEqual(refused(404, 'unknown_thing'));
    // An unknown address waits as an unknown code does, and an answer that says nothing of it is kept by nobody.
    expect(wrong).toHaveBeenCalledTimes(1);
    expect(nothing.response.headers.get('cache-control')).toBe('no-store');
    expect(nothing.response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
  });

  it('is busy where the disk fails, with the error on one line for the technician', async () => {
    const line = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failure = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    vi.spyOn(house.streams.index, 'find').mockImplementation(() => {
      throw failure;
    });
    expect((await json('/api/find', { code: 'PROVA' })).said).toEqual(refused(503, 'busy'));
    expect(line.mock.calls).toEqual([['ENOSPC: no space left']]);
  });

  it('says which field is wrong, by its path, and which words are too long or missing', async () => {
    const invited = (body: unknown) => json('/api/invite', body, { as: 'owner' }).then(({ said }) => said);
    expect(await invited({})).toEqual(refused(400, 'malformed', { field: 'role' }));
    expect(await invited({ role: 'helper', days: 0 })).toEqual(refused(400, 'malformed', { field: 'days' }));
    expect(await invited({ role: 'helper', more: 1 })).toEqual(refused(400, 'malformed', { field: '' }));
    const ask = { title: 'x' };
    const prompts = [{ id: 'prompt-0001', text: 'a' }, { id: 'prompt-0002' }];
    expect((await json('/api/gatherings', { ask, prompts }, { as: 'owner' })).said).toEqual(
      refused(400, 'malformed', { field: 'prompts.1.text' }),
    );
    const token = (use: string) => json('/api/tokens', { code: 'PROVA', use }, { as: 'owner' });
    expect((await token(' ')).said).toEqual(refused(400, 'blank_text', { field: 'use' }));
    expect((await token('x'.repeat(61))).said).toEqual(refused(400, 'text_too_long', { field: 'use' }));
  });
});

describe('a form that is refused', () => {
  it('comes back to its page with the refusal and with what was typed', async () => {
    const newcomer = { code: 'PROVA', label: 'Anna', poi: 'programma' };
    const rows: [string, Record<string, string>, Asking['as'], string][] = [
      ['/api/join', newcomer, undefined, '/i/PROVA/entra?poi=programma&rifiuto=no_cookies'],
      ['/api/join', { ...newcomer, label: ' ' }, 'tried', '/i/PROVA/entra?poi=programma&rifiuto=blank_text'],
      ['/api/join', { label: 'Anna' }, 'tried', '/?rifiuto=malformed'],
      [
        '/api/join',
        { ...newcomer, code: 'ALTRA' },
        'tried',
        '/i/ALTRA/entra?poi=programma&rifiuto=unknown_code',
      ],
      ['/api/find', { code: 'altra' }, 'tried', '/?codice=altra&rifiuto=unknown_code'],
      ['/api/find', { code: '' }, 'tried', '/?rifiuto=unknown_code'],
      [
        '/api/recover',
        { code: 'PROVA', recovery: 'ZZZZ2222', poi: 'io' },
        'tried',
        '/i/PROVA/entra?poi=io&rifiuto=wrong_recovery_code',
      ],
      ['/api/seat/close-others', { code: 'PROVA' }, 'tried', '/?rifiuto=no_seat'],
      ['/api/erase-me', { code: 'PROVA' }, 'tried', '/?rifiuto=no_seat'],
      ['/api/totem/start', { code: 'PROVA' }, 'tried', '/accedi?rifiuto=not_signed_in'],
      ['/api/totem/sit', { code: 'PROVA', seat: 'seat-nobody' }, 'tried', '/?rifiuto=not_allowed'],
      ['/api/totem/join', { code: 'PROVA', label: ' ' }, 'tried', '/totem/PROVA?nuovo=1&rifiuto=blank_text'],
      ['/api/totem/join', { label: 'Anna' }, 'tried', '/?rifiuto=malformed'],
      ['/api/totem/rise', { code: 'PROVA' }, 'tried', '/?rifiuto=not_allowed'],
      ['/api/complete', { token: 'nothing' }, 'tried', '/completa/nothing?rifiuto=link_expired'],
      [
        '/api/sign-in',
        { name: 'owner', passphrase: 'sbagliata', poi: '/regia/PROVA' },
        'tried',
        '/accedi?poi=%2Fregia%2FPROVA&nome=owner&rifiuto=wrong_passphrase',
      ],
      [
        '/api/sign-in',
        { name: 'owner', passphrase: 'x', poi: '//altrove' },
        'tried',
        '/accedi?rifiuto=malformed',
      ],
      ['/api/sign-in', { name: ' ', passphrase: 'x' }, 'tried', '/accedi?rifiuto=blank_text'],
      [
        '/api/enter',
        { token: 'nothing', name: 'Anna', passphrase: PASSPHRASE },
        'tried',
        '/accedi?rifiuto=expired_link',
      ],
      [
        '/api/enter',
        { token: 'a-token', name: 'Anna', passphrase: 'breve' },
        'tried',
        '/chiave/a-token?rifiuto=blank_text',
      ],
      [
        '/api/enter',
        { token: 'a token', name: 'Anna', passphrase: PASSPHRASE },
        'tried',
        '/?rifiuto=malformed',
      ],
      ['/api/accounts/revoke', { id: 'acc_nobody' }, 'owner', '/ufficio?rifiuto=unknown_thing'],
      ['/api/accounts/revoke', { id: 'acc_nobody' }, 'planner', '/ufficio?rifiuto=not_allowed'],
      ['/api/accounts/role', { id: 'acc_nobody', role: 'helper' }, 'owner', '/ufficio?rifiuto=unknown_thing'],
      ['/api/accounts/reset', { id: 'acc_nobody' }, 'owner', '/ufficio?rifiuto=unknown_thing'],
      [
        '/api/gatherings/again',
        { like: 'ALTRA', day: '2015-05-17' },
        'owner',
        '/ufficio?rifiuto=unknown_code',
      ],
      ['/api/gatherings/again', { like: 'PROVA', day: 'domani' }, 'owner', '/ufficio?rifiuto=malformed'],
      ['/api/rehearsals', { like: 'ALTRA' }, 'owner', '/ufficio?rifiuto=unknown_code'],
      ['/api/demo', {}, 'tried', '/?rifiuto=not_allowed'],
    ];
    const found = [];
    for (const [path, fields, as] of rows)
      found.push([path, fields, as, (await form(path, fields, as ? { as } : {})).said]);
    expect(found).toEqual(rows.map(([path, fields, as, to]) => [path, fields, as, [303, to]]));
  });

  it('answers a program with the refusal itself', async () => {
    const rows: [string, unknown, Asking['as'], unknown[]][] = [
      ['/api/find', { code: 'ALTRA' }, undefined, refused(404, 'unknown_code')],
      [
        '/api/recover',
        { code: 'PROVA', recovery: 'ZZZZ2222' },
        undefined,
        refused(403, 'wrong_recovery_code'),
      ],
      ['/api/seat/close-others', { code: 'PROVA' }, undefined, refused(400, 'no_seat')],
      ['/api/label', { code: 'PROVA', label: 'Anna' }, undefined, refused(400, 'no_seat')],
      ['/api/demo', {}, undefined, refused(403, 'not_allowed')],
      ['/api/complete', { token: 'nothing' }, undefined, refused(400, 'link_expired')],
      [
        '/api/enter',
        { token: 'nothing', name: 'A', passphrase: PASSPHRASE },
        undefined,
        refused(410, 'expired_link'),
      ],
      ['/api/clock', { today: '2014-05-16' }, 'owner', refused(400, 'bad_date')],
      ['/api/clock', { today: 'oggi' }, 'owner', refused(400, 'malformed', { field: 'today' })],
      ['/api/clock', { today: '2014-05-17' }, 'planner', refused(403, 'not_allowed')],
      ['/api/invite', { role: 'planner' }, 'facilitator', refused(403, 'not_allowed')],
      ['/api/invite', { role: 'helper', about: 'ALTRA' }, 'owner', refused(404, 'unknown_code')],
      ['/api/invite', { role: 'owner', days: 3 }, 'owner', refused(403, 'not_allowed')],
      ['/api/invite', { role: 'owner', about: 'PROVA' }, 'owner', refused(403, 'not_allowed')],
      ['/api/paths', { from: 'last', last: 'PROVA' }, 'planner', refused(404, 'unknown_code')],
      ['/api/entries/close', { id: 'an-entry' }, 'owner', refused(404, 'unknown_thing', { what: 'account' })],
      [
        '/api/completion-link',
        { code: 'PROVA', topic: 'topic-0009', days: 7 },
        'planner',
        refused(404, 'unknown_thing', { what: 'topic' }),
      ],
      ['/api/freeze', { code: 'PROVA' }, 'helper', refused(403, 'not_allowed')],
      ['/api/freeze', { code: 'PROVA' }, 'facilitator', refused(400, 'wrong_phase')],
      [
        '/api/rehearsal/people',
        { code: 'PROVA', people: 20, speed: 1 },
        'owner',
        refused(409, 'not_a_rehearsal'),
      ],
      ['/api/rehearsal/still', { code: 'PROVA' }, 'owner', refused(409, 'not_a_rehearsal')],
      ['/api/rehearsal/throw-away', { code: 'PROVA' }, 'owner', refused(409, 'not_a_rehearsal')],
    ];
    const found: unknown[] = [];
    const lines = await noted(async () => {
      for (const [path, body, as] of rows)
        found.push([path, body, as, (await json(path, body, as ? { as } : {})).said]);
    });
    expect(found).toEqual(rows);
    expect(lines).toEqual([]);
    expect((await get('/api/rehearsal/PROVA', { as: 'helper' })).said).toEqual(
      refused(409, 'not_a_rehearsal'),
    );
    expect((await get('/api/export/PROVA/niente.csv')).said).toEqual(refused(404, 'unknown_thing'));
    expect((await get('/api/export/PROVA/seats.json')).said).toEqual(refused(404, 'unknown_thing'));
    expect((await get('/api/mine/PROVA')).said).toEqual(refused(400, 'no_seat'));
    expect((await get('/api/snapshots/gone')).said).toEqual(refused(410, 'expired_link'));
  });
});

describe('a form that is accepted', () => {
  it('takes a seat, closes its other devices, leaves it and comes back to it', async () => {
    const joined = await form(
      '/api/join',
      { code: 'prova', label: 'Anna', poi: 'programma' },
      { as: 'tried' },
    );
    expect(joined.said).toEqual([303, '/i/PROVA/programma']);
    const held = (await identityIn(joined.set)).seats[row().id];
    const closed = await form('/api/seat/close-others', { code: 'PROVA' }, { cookie: joined.set });
    expect(closed.said).toEqual([303, '/i/PROVA/io']);
    // The cookie from before is of another device now.
    expect((await identityIn(joined.set)).seats).toEqual({});
    expect((await identityIn(closed.set)).seats).toEqual({ [row().id]: { ...held, epoch: NOW } });
    const relabelled = await json(
      '/api/label',
      { code: 'PROVA', label: ' Anna B. ' },
      { cookie: closed.set },
    );
    expect(relabelled.said).toEqual([200, { ok: true }]);
    expect(house.streams.seats.label(row().id, held?.id ?? '')).toBe('Anna B.');
    const left = await form('/api/leave-seat', { code: 'PROVA' }, { cookie: closed.set });
    expect(left.said).toEqual([303, '/i/PROVA/entra']);
    expect(await identityIn(left.set)).toEqual(nobody());
    expect((await identityIn(closed.set)).seats).toEqual({});
    const again = { code: 'PROVA', recovery: held?.code ?? '', poi: '' };
    const back = await form('/api/recover', again, { as: 'tried' });
    expect(back.said).toEqual([303, '/i/PROVA']);
    expect((await identityIn(back.set)).seats).toEqual({ [row().id]: { ...held, epoch: NOW + 2 } });
    const byProgram = await json('/api/recover', again);
    expect(byProgram.said).toEqual([200, { ok: true, code: 'PROVA', seat: held?.id }]);
    expect((await form('/api/find', { code: 'prova' }, { as: 'tried' })).said).toEqual([303, '/i/PROVA']);
    expect((await json('/api/find', { code: 'prova' })).said).toEqual([200, { ok: true, code: 'PROVA' }]);
  });

  it('empties a seat, and the trail says that somebody did, and not who', async () => {
    const { set } = await form('/api/join', { code: 'PROVA', label: 'Anna' }, { as: 'tried' });
    const lines = await noted(async () => {
      const erased = await form('/api/erase-me', { code: 'PROVA' }, { cookie: set });
      expect(erased.said).toEqual([303, '/']);
      expect(await identityIn(erased.set)).toEqual(nobody());
    });
    expect(lines).toEqual([['participant', 'erased', 'PROVA']]);
  });

  it('chooses a language and goes on to a page of this server only', async () => {
    const asked = (back: string) => form('/api/lang', { lang: 'en', back });
    const chosen = await asked('/i/PROVA?a=b');
    expect(chosen.said).toEqual([303, '/i/PROVA?a=b']);
    expect(await identityIn(chosen.set)).toEqual({ ...nobody(), lang: 'en' });
    expect((await asked('//altrove.test')).said).toEqual([303, '/']);
    expect((await form('/api/lang', { lang: 'english' })).said).toEqual([303, '/?rifiuto=malformed']);
  });

  it('makes an account by a link, once, and signs it in', async () => {
    const by = (token: string, name: string, passphrase = PASSPHRASE) =>
      form('/api/enter', { token, name, passphrase }, { as: 'tried' });
    const token = house.accounts.invite('invite', 'planner', null, 1);
    expect((await by(token, 'Carla', 'passphrase')).said).toEqual([
      303,
      `/chiave/${token}?rifiuto=common_passphrase`,
    ]);
    expect((await by(token, 'owner')).said).toEqual([303, `/chiave/${token}?rifiuto=label_taken`]);
    let set = '';
    const lines = await noted(async () => {
      const entered = await by(token, 'Carla');
      expect(entered.said).toEqual([303, '/ufficio']);
      set = entered.set;
    });
    const { account, was } = await identityIn(set);
    expect(account).toEqual({ id: was, epoch: 1, at: NOW, entry: expect.stringMatching(/^[\w-]{16}$/) });
    expect(lines).toEqual([[was, 'account_created', 'planner']]);
    expect((await by(token, 'Dario')).said).toEqual([303, '/accedi?rifiuto=expired_link']);
    const setup = house.accounts.invite('setup', null, null, 1);
    const first = { token: setup, name: 'Elena', passphrase: PASSPHRASE };
    expect((await json('/api/enter', first)).said).toEqual([200, { ok: true, role: 'owner' }]);
    // A link that completes a report lets nobody into the office.
    const report = house.accounts.invite('completion', null, 'PROVA topic-0001 1', 1);
    expect((await by(report, 'Franco')).said).toEqual([303, '/accedi?rifiuto=expired_link']);
  });

  it('changes a passphrase by a link, which signs every device out and is used once', async () => {
    const link = (await json('/api/accounts/reset', { id: ids.helper }, { as: 'owner' })).said[1].link;
    expect(link).toMatch(/^\/chiave\/[\w-]{32}$/);
    const token = String(link).slice('/chiave/'.length);
    const by = (passphrase: string) => form('/api/enter', { token, name: 'x', passphrase }, { as: 'tried' });
    const lines = await noted(async () => {
      expect((await by('un altro modo di dire')).said).toEqual([303, '/accedi?cambiata=1']);
    });
    expect(lines).toEqual([[ids.helper, 'passphrase_changed', ids.helper]]);
    expect((await identityIn(cookies.helper)).account?.epoch).toBe(1);
    expect(house.accounts.of(await identityIn(cookies.helper))).toBeNull();
    expect((await by('un terzo modo di dire')).said).toEqual([303, '/accedi?rifiuto=expired_link']);
    const signed = { name: 'helper', passphrase: 'un altro modo di dire' };
    expect((await json('/api/sign-in', signed)).said).toEqual([200, { ok: true, role: 'helper' }]);
    const second = (await json('/api/accounts/reset', { id: ids.helper }, { as: 'owner' })).said[1].link;
    const body = {
      token: String(second).slice('/chiave/'.length),
      name: 'x',
      passphrase: 'ancora un altro modo',
    };
    expect((await json('/api/enter', body)).said).toEqual([200, { ok: true }]);
  });

  it('takes a name in any capital letters, and gives none that differs in them alone', async () => {
    const here = { passphrase: PASSPHRASE };
    const said = async (name: string) => (await json('/api/sign-in', { name, ...here })).said[1];
    const entered = (name: string) =>
      json('/api/enter', { token: house.accounts.invite('invite', 'helper', null, 1), name, ...here });
    expect((await entered('Zoè Neri')).said).toEqual([200, { ok: true, role: 'helper' }]);
    for (const name of ['Zoè Neri', 'zoè neri', 'ZOÈ NERI', ' zoe\u0300 neri '])
      expect([name, await said(name)]).toEqual([name, { ok: true, role: 'helper' }]);
    expect(await said('zoe neri')).toMatchObject({ refused: 'wrong_passphrase' });
    expect((await entered('zoè neri')).said[1]).toMatchObject({ refused: 'label_taken' });
    // From before such names were refused: each is signed in as it is written, and a third writing is nobody's.
    const { passphrase } = house.store.accounts.byName('Zoè Neri') ?? {};
    house.store.accounts.add({
      id: 'acc_older',
      name: 'zoè neri',
      role: 'planner',
      passphrase: passphrase ?? '',
      createdAt: 1,
      scope: null,
      endsAt: null,
    });
    expect([await said('Zoè Neri'), await said('zoè neri'), await said('ZOÈ NERI')]).toMatchObject([
      { role: 'helper' },
      { role: 'planner' },
      { refused: 'wrong_passphrase' },
    ]);
  });

  it('signs in and out, on the page that was asked for', async () => {
    const by = (poi?: string) =>
      form(
        '/api/sign-in',
        { name: 'planner', passphrase: PASSPHRASE, ...(poi ? { poi } : {}) },
        { as: 'tried' },
      );
    let set = '';
    expect(
      await noted(async () => {
        const signed = await by();
        expect(signed.said).toEqual([303, '/ufficio']);
        set = signed.set;
      }),
    ).toEqual([[ids.planner, 'signed_in', 'planner']]);
    expect((await by('/regia/PROVA')).said).toEqual([303, '/regia/PROVA']);
    expect(house.accounts.of(await identityIn(set))?.id).toBe(ids.planner);
    const out = await form('/api/sign-out', {}, { cookie: set });
    expect(out.said).toEqual([303, '/']);
    expect(await identityIn(out.set)).toEqual({ ...nobody(), was: ids.planner });
    // Copies of the cookie are out too.
    expect(house.accounts.of(await identityIn(set))).toBeNull();
    expect((await json('/api/sign-out', {})).said).toEqual([200, { ok: true }]);
  });
});

describe('the office’s routes', () => {
  it('change a role and close an account, and go back to the office', async () => {
    const lines = await noted(async () => {
      const role = await form('/api/accounts/role', { id: ids.helper, role: 'planner' }, { as: 'owner' });
      expect(role.said).toEqual([303, '/ufficio']);
      const same = { id: ids.planner, role: 'facilitator' };
      expect((await json('/api/accounts/role', same, { as: 'owner' })).said).toEqual([200, { ok: true }]);
      expect((await form('/api/accounts/revoke', { id: ids.helper }, { as: 'owner' })).said).toEqual([
        303,
        '/ufficio',
      ]);
      const gone = await json('/api/accounts/revoke', { id: ids.helper }, { as: 'owner' });
      expect(gone.said).toEqual(refused(404, 'unknown_thing', { what: 'account' }));
    });
    expect(lines).toEqual([
      [ids.owner, 'role_changed', `${ids.helper} planner`],
      [ids.owner, 'role_changed', `${ids.planner} facilitator`],
      [ids.owner, 'account_revoked', ids.helper],
    ]);
    const standing = house.accounts.list().map((a) => [a.name, a.role, a.revokedAt]);
    expect(standing.sort()).toEqual([
      ['facilitator', 'facilitator', null],
      ['helper', 'planner', NOW],
      ['owner', 'owner', null],
      ['planner', 'facilitator', null],
    ]);
  });

  it('make links for one gathering or a number of days, which the account has then', async () => {
    const lines = await noted(async () => {
      const bounded = { role: 'helper', about: 'prova', days: 2 };
      const [status, { link, ...rest }] = (await json('/api/invite', bounded, { as: 'facilitator' })).said;
      expect([status, rest]).toEqual([200, { ok: true }]);
      expect(house.accounts.link(String(link).slice('/chiave/'.length))).toMatchObject({
        ...{ purpose: 'invite', role: 'helper', target: null },
        ...{ scope: row().id, endsAt: NOW + 2 * 86_400_000, expiresAt: NOW + 72 * 3_600_000 },
      });
      const free = (await json('/api/invite', { role: 'owner' }, { as: 'owner' })).said[1].link;
      expect(house.accounts.link(String(free).slice('/chiave/'.length))).toMatchObject({
        scope: null,
        endsAt: null,
      });
    });
    expect(lines).toEqual([
      [ids.facilitator, 'invited', 'helper PROVA'],
      [ids.owner, 'invited', 'owner'],
    ]);
  });

  it('open a gathering like a past one, with its question, spaces and prompts', async () => {
    const lines = await noted(async () => {
      const again = { like: 'PROVA', day: '2015-05-17' };
      const { said } = await form('/api/gatherings/again', again, { as: 'planner' });
      expect(said[0]).toBe(303);
      const code = /^\/regia\/(\w+)$/.exec(String(said[1]))?.[1] ?? '';
      const opened = house.streams.index.find(code);
      expect(opened && house.streams.gathering(opened).whole()).toMatchObject({
        ...{ title: 'Prova', question: 'Quale welfare?', days: ['2015-05-17'], rehearsal: false },
      });
      const [status, body] = (await json('/api/gatherings/again', again, { as: 'planner' })).said;
      expect([status, body]).toEqual([200, { ok: true, code: expect.stringMatching(/^\w+$/) }]);
    });
    const codes = house.streams.all().map((r) => r.code);
    expect(lines.map(([who, what]) => [who, what])).toEqual([
      [ids.planner, 'gathering_opened'],
      [ids.planner, 'gathering_opened'],
    ]);
    expect(codes).toEqual(expect.arrayContaining(lines.map(([, , about]) => about)));
    const prompts = [{ id: 'prompt-0001', text: 'Chi cura?' }];
    const ask = { title: 'Altra', question: '', days: ['2014-06-01'] };
    const [, made] = (await json('/api/gatherings', { ask, prompts }, { as: 'planner' })).said;
    const other = house.streams.index.find(String(made.code));
    const programme = other && house.streams.gathering(other).whole();
    expect(programme?.programme.prompts).toMatchObject(prompts);
  });

  it('open rehearsals, on a page or for a program', async () => {
    const lines = await noted(async () => {
      const { said } = await form('/api/rehearsals', { like: '' }, { as: 'facilitator' });
      expect([said[0], String(said[1]).replace(/\w+$/, 'CODE')]).toEqual([303, '/regia/CODE']);
      const like = await json('/api/rehearsals', { like: 'PROVA' }, { as: 'facilitator' });
      const { code } = like.said[1];
      expect(like.said).toEqual([200, { ok: true, code }]);
      const opened = house.streams.index.find(String(code));
      expect(opened).toMatchObject({ rehearsal: true, path: null });
      expect(opened && house.streams.gathering(opened).whole()).toMatchObject({ question: 'Quale welfare?' });
    });
    expect(lines.map(([who, what]) => [who, what])).toEqual([
      [ids.facilitator, 'rehearsal_opened'],
      [ids.facilitator, 'rehearsal_opened'],
    ]);
  });

  it('confirm the date of the machine', async () => {
    const lines = await noted(async () => {
      expect((await json('/api/clock', { today: '2014-05-17' }, { as: 'owner' })).said).toEqual([
        200,
        { ok: true },
      ]);
    });
    expect(lines).toEqual([[ids.owner, 'date_confirmed', '2014-05-17']]);
  });
});

describe('the seal of a record', () => {
  const seal_ = () => json('/api/freeze', { code: 'PROVA' }, { as: 'planner' });

  it('is the fingerprint of the whole log, once', async () => {
    await did('changePhase', { phase: 'concluded' });
    const upTo = room().seq;
    const hash = fingerprint(house.streams.log, row().id, upTo);
    const lines = await noted(async () => {
      expect((await seal_()).said).toEqual([200, { ok: true, hash, upTo }]);
      expect((await seal_()).said).toEqual(refused(400, 'frozen'));
    });
    expect(lines).toEqual([[ids.planner, 'record_frozen', `PROVA ${hash}`]]);
    expect(room().whole().frozen).toEqual({ at: NOW, hash, upTo });
    expect(room().whole().seq).toBe(upTo + 1);
  });

  it('is tried again while others write, five times at most', async () => {
    await did('changePhase', { phase: 'concluded' });
    const submit = vi.spyOn(room(), 'submit');
    submit.mockResolvedValueOnce({ ok: false, id: 'x', refused: 'stale_version', detail: {} } as never);
    submit.mockResolvedValueOnce({ ok: false, id: 'x', refused: 'busy', detail: {} } as never);
    expect((await seal_()).said[0]).toBe(200);
    expect(submit).toHaveBeenCalledTimes(3);
    submit.mockClear();
    submit.mockResolvedValue({ ok: false, id: 'x', refused: 'busy', detail: {} } as never);
    expect((await seal_()).said).toEqual(refused(503, 'busy'));
    expect(submit).toHaveBeenCalledTimes(5);
  });
});

describe('a download', () => {
  const file = async (path: string, asking: Asking = {}) => {
    const { response, text } = await answered(path, { headers: {} }, asking);
    const named = ['content-type', 'content-disposition', 'cache-control', 'etag'].map((name) =>
      response.headers.get(name),
    );
    return { told: [response.status, ...named], text };
  };

  it('of a gathering’s data is public without an account, and noted with one, or with its token', async () => {
    const token = (await json('/api/tokens', { code: 'PROVA', use: 'sito' }, { as: 'planner' })).said[1]
      .token;
    const byToken = { headers: { authorization: `Bearer ${token}` } };
    const lines = await noted(async () => {
      const whole = await file('/api/export/PROVA/tutto.json', { as: 'owner' });
      expect(whole.told).toEqual([
        ...[200, 'application/json', 'attachment; filename="2014-05-17_prova_dati.json"', 'no-store', null],
      ]);
      expect(JSON.parse(whole.text)).toMatchObject({ format: 'cerchi-gathering' });
      const table = await file('/api/export/PROVA/topics.csv', byToken);
      expect(table.told).toEqual([
        ...[
          200,
          'text/csv; charset=utf-8',
          'attachment; filename="2014-05-17_prova_topics.csv"',
          'no-store',
          null,
        ],
      ]);
      expect((await file('/api/export/PROVA/tutto.json')).told[0]).toBe(200);
      const bad = { headers: { authorization: 'Bearer cerchi_nothing' } };
      expect((await get('/api/export/PROVA/tutto.json', bad)).said).toEqual(refused(401, 'not_signed_in'));
    });
    expect(lines).toEqual([
      [ids.owner, 'exported', 'PROVA tutto.json'],
      [ids.planner, 'exported', 'PROVA topics.csv token'],
    ]);
  });

  it('of a table is there by the table’s name, and by no other', async () => {
    const tables = [
      'seats',
      'topics',
      'sessions',
      'interests',
      'presences',
      'notes',
      'reports',
      'report-items',
    ];
    for (const name of [...tables, 'votes', 'clusters', 'actions', 'ideas', 'announcements'])
      expect([name, (await file(`/api/export/PROVA/${name}.csv`)).told[0]]).toEqual([name, 200]);
    for (const name of ['constructor.csv', 'topics', 'topics.json', 'tutto.csv', '.csv', 'photos.csv'])
      expect([name, (await file(`/api/export/PROVA/${name}`)).told[0]]).toEqual([name, 404]);
  });

  it('of the calendar is sent again only after a change', async () => {
    const first = await file('/api/calendar/PROVA.ics');
    const tag = `"${row().id}-${room().seq}"`;
    const named = 'inline; filename="cerchi-PROVA.ics"';
    expect(first.told).toEqual([200, 'text/calendar; charset=utf-8', named, 'private, no-cache', tag]);
    expect((await file('/api/calendar/PROVA')).text).toBe(first.text);
    const same = await file('/api/calendar/PROVA.ics', { headers: { 'if-none-match': tag } });
    expect(same.told).toEqual([304, null, null, 'private, no-cache', tag]);
    expect((await file('/api/calendar/PROVA.ics', { headers: { 'if-none-match': '"x"' } })).told[0]).toBe(
      200,
    );
  });

  it('of one’s own data is named by the gathering', async () => {
    const { set } = await form('/api/join', { code: 'PROVA', label: 'Anna' }, { as: 'tried' });
    const mine = await file('/api/mine/PROVA', { cookie: set });
    expect(mine.told).toEqual([
      ...[200, 'application/json', 'attachment; filename="cerchi-PROVA-io.json"', 'no-store', null],
    ]);
    expect(mine.text).toContain('Anna');
  });
});
