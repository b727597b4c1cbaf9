/** An account for one gathering or one path works there and nowhere else, and expires on its date. */
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL } from '@/protocol/wire';
import { ask, enter } from './office';
import { join_, newFolder, openSpace, type TestHouse, testHouse } from './house';

const DAY = 86_400_000;
let house: TestHouse;
let now = Date.now();
let [owner, path, seat] = ['', '', ''];
beforeEach(async () => {
  now = Date.now();
  house = await testHouse(newFolder(), 0, { clock: () => now, monotonic: () => now });
  await openSpace(house, 'PROVA');
  await openSpace(house, 'ALTRA');
  owner = await enter(house, 'owner', 'owner');
  path = String(
    (await ask(house, '/api/paths', { from: 'blank', title: 'Un percorso', year: 2014 }, owner)).answer.code,
  );
  seat = (await join_(house.url, 'PROVA', 'Anna')).seat;
  await join_(house.url, 'ALTRA', 'Bruno');
});
afterEach(async () => {
  await house.close();
  house.remove();
});

async function invited(role: string, about: string | null, days: number | null = null): Promise<string> {
  const { answer } = await ask(house, '/api/invite', { role, about, days }, owner);
  const token = String(answer.link).split('/').at(-1);
  return (
    await ask(house, '/api/enter', { token, name: `${role} di ${about}`, passphrase: 'una frase lunga' })
  ).cookie;
}
const hello = async (code: string, cookie: string, surface = 'desk') => {
  const line = io(house.url, {
    path: '/filo',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie },
  });
  const answer = (await line
    .timeout(30_000)
    .emitWithAck('hello', { protocol: PROTOCOL, code, surface, since: null })) as {
    ok: boolean;
    refused?: string;
  };
  line.disconnect();
  return answer.ok ? 'ok' : answer.refused;
};
const exported = async (code: string, cookie: string): Promise<string> =>
  (await fetch(`${house.url}/api/export/${code}/tutto.json`, { headers: { cookie } })).text();

describe('an account for one gathering', () => {
  it('works there, on the socket and at the routes, and is nobody elsewhere', async () => {
    const helper = await invited('helper', 'PROVA');
    for (const surface of ['desk', 'kiosk']) {
      expect(await hello('PROVA', helper, surface)).toBe('ok');
      expect(await hello('ALTRA', helper, surface)).toBe('not_allowed');
    }
    const come = (code: string) => ask(house, '/api/join-for', { code, label: 'Carla' }, helper);
    expect((await come('PROVA')).answer.ok).toBe(true);
    expect((await come('ALTRA')).answer.refused).toBe('not_allowed');
    expect((await ask(house, '/api/totem/start', { code: 'ALTRA' }, helper)).answer.refused).toBe(
      'not_allowed',
    );
    // Elsewhere it reads what anybody may.
    expect(await exported('PROVA', helper)).toContain('Anna');
    expect(await exported('ALTRA', helper)).not.toContain('Bruno');
    expect(await exported('ALTRA', owner)).toContain('Bruno');
  });

  it('has no part in what is the whole house’s, whatever its role', async () => {
    for (const role of ['facilitator', 'planner'] as const) {
      const cookie = await invited(role, 'PROVA');
      const closed: [string, unknown][] = [
        ['/api/invite', { role: 'helper' }],
        ['/api/gatherings', { ask: { title: 'x', question: '', days: ['2014-05-17'] } }],
        ['/api/paths', { from: 'blank', title: 'x', year: 2014 }],
        ['/api/rehearsals', { like: 'PROVA' }],
        ['/api/informativa', { lang: 'it', text: 'x', after: 0 }],
      ];
      for (const [route, body] of closed)
        expect((await ask(house, route, body, cookie)).answer.refused, `${route} as ${role}`).toBe(
          'not_allowed',
        );
      expect((await fetch(`${house.url}/api/gatherings`, { headers: { cookie } })).status).toBe(403);
      expect((await ask(house, '/api/freeze', { code: 'ALTRA' }, cookie)).answer.refused).toBe('not_allowed');
      expect(await hello(path, cookie)).toBe('not_allowed');
    }
    const planner = await invited('planner', 'ALTRA');
    expect((await ask(house, '/api/erase', { code: 'PROVA', seat }, planner)).answer.refused).toBe(
      'not_allowed',
    );
    expect(
      (await ask(house, '/api/clear', { code: 'PROVA', what: 'note', id: 'note-00001' }, planner)).answer
        .refused,
    ).toBe('not_allowed');
  });

  it('every route that is about a stream is closed to one that is bound to another', async () => {
    const planner = await invited('planner', 'ALTRA');
    const facilitator = await invited('facilitator', 'ALTRA');
    const open: string[] = [];
    let shut = 0;
    for (const spec of house.declared) {
      if (spec.who === 'anyone' || spec.ownAffairs) continue;
      for (const cookie of [planner, facilitator]) {
        const at = spec.path
          .replace(':code', spec.about === 'path' ? path : 'PROVA')
          .replace(/:\w+/, 'tutto.json');
        const right = {
          code: 'PROVA',
          what: 'note',
          id: 'note-00001',
          seat,
          topic: 'topic-0001',
          days: 1,
          people: 20,
          speed: 10,
          label: 'Carla',
        };
        const body = spec.body
          ? Object.fromEntries(Object.entries(right).filter(([k]) => k in (spec.body ?? {})))
          : undefined;
        const answer = await house.app.request(at, {
          method: spec.method.toUpperCase(),
          headers: { cookie, accept: 'application/json', 'content-type': 'application/json' },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        const said = (await answer.json()) as { refused?: string };
        shut += answer.status === 403 ? 1 : 0;
        // Input of the wrong shape is refused before the stream is looked up.
        if (answer.status !== 403 && said.refused !== 'malformed') open.push(`${spec.path} ${answer.status}`);
      }
    }
    expect(open).toEqual([]);
    expect(shut).toBeGreaterThan(30);
  });
});

describe('an account for one path', () => {
  it('works in the path and in its gatherings', async () => {
    const pathId = house.streams.index.find(path)?.id;
    const words = { title: 'Del percorso', question: '', days: ['2014-05-17'] };
    const { answer } = await ask(house, '/api/gatherings', { path: pathId, ask: words }, owner);
    const planner = await invited('planner', path);
    expect(await hello(path, planner)).toBe('ok');
    expect(await hello(String(answer.code), planner)).toBe('ok');
    expect(await hello('PROVA', planner)).toBe('not_allowed');
  });
});

describe('an account with an end', () => {
  it('is out at that moment, for its device, its passphrase and its socket', async () => {
    const helper = await invited('helper', 'PROVA', 2);
    now += 2 * DAY - 1000;
    expect(await hello('PROVA', helper)).toBe('ok');
    now += 2000;
    expect(await hello('PROVA', helper)).toBe('not_signed_in');
    const again = await ask(house, '/api/sign-in', {
      name: 'helper di PROVA',
      passphrase: 'una frase lunga',
    });
    expect(again.answer.refused).toBe('wrong_passphrase');
  });

  it('is never the owner’s: somebody must be left who can let others in', async () => {
    expect((await ask(house, '/api/invite', { role: 'owner', about: 'PROVA' }, owner)).answer.refused).toBe(
      'not_allowed',
    );
    expect((await ask(house, '/api/invite', { role: 'owner', days: 3 }, owner)).answer.refused).toBe(
      'not_allowed',
    );
    await invited('helper', 'PROVA');
    const id = house.accounts.list().find((a) => a.scope !== null)?.id;
    expect((await ask(house, '/api/accounts/role', { id, role: 'owner' }, owner)).answer.refused).toBe(
      'not_allowed',
    );
  });
});
