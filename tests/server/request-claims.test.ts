/** Checks a request's claims: hosts, origins, proxies, return addresses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { insidePath } from '@/server/security/safe-redirects';
import { proxiesOf } from '@/server/security/trusted-proxies';
import { readConfig } from '@/server/config';
import { newFolder, openSpace, type TestHouse, testHouse } from './house';

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});

type Answer = { status: number; cookie: string };
const asked = (url: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> =>
  new Promise((done, failed) => {
    const r = request(`${url}${path}`, { method: body ? 'POST' : 'GET', headers }, (answer) => {
      answer.resume();
      done({ status: answer.statusCode ?? 0, cookie: String(answer.headers['set-cookie'] ?? '') });
    });
    r.on('error', failed);
    r.end(body);
  });

describe('with a public address', () => {
  const publicUrl = 'https://cerchi.example.org';
  const join = JSON.stringify({ code: 'PROVA', label: 'Anna' });
  const json = { 'content-type': 'application/json', accept: 'application/json' };

  it('only that name is answered, or an address in figures; on the socket too', async () => {
    house = await testHouse(newFolder(), 0, { publicUrl });
    await openSpace(house);
    const status = async (host: string) => (await asked(house?.url ?? '', '/healthz', { host })).status;
    for (const host of [
      'cerchi.example.org',
      'cerchi.example.org:443',
      '127.0.0.1:3000',
      '[::1]:3000',
      'localhost',
    ])
      expect(await status(host), host).toBe(200);
    for (const host of ['evil.example', 'cerchi.example.org.evil.example', 'evil.example:3000'])
      expect(await status(host), host).not.toBe(200);
    const line = io(house.url, {
      path: '/filo',
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { host: 'evil.example' },
    });
    await new Promise((down) => line.once('connect_error', down));
    line.disconnect();
  });

  it('a form comes from a page of it', async () => {
    house = await testHouse(newFolder(), 0, { publicUrl });
    await openSpace(house);
    const from = async (origin: string) =>
      (await asked(house?.url ?? '', '/api/join', { ...json, host: 'cerchi.example.org', origin }, join))
        .status;
    expect(await from('https://cerchi.example.org')).toBe(200);
    for (const origin of [
      'https://evil.example',
      'null',
      'https://cerchi.example.org.evil.example',
      'https://evil.example/cerchi.example.org',
    ])
      expect(await from(origin), origin).toBe(403);
  });
});

describe('what a proxy says', () => {
  const secure = async (proxies: string | undefined) => {
    house = await testHouse(newFolder(), 0, proxies === undefined ? {} : { proxies: proxiesOf(proxies) });
    await openSpace(house);
    const headers = {
      'content-type': 'application/json',
      'x-forwarded-proto': 'https',
      accept: 'application/json',
    };
    const answer = await asked(
      house.url,
      '/api/join',
      headers,
      JSON.stringify({ code: 'PROVA', label: 'Anna' }),
    );
    await house.close();
    house.remove();
    house = null;
    return answer.cookie.includes('Secure');
  };
  it('is believed only from one that was named', async () => {
    expect(await secure('10.0.0.5, 192.168.7.0/24')).toBe(false);
    expect(await secure('')).toBe(false);
    expect(await secure('127.0.0.1')).toBe(true);
    expect(await secure(undefined)).toBe(true);
  });

  it('a proxy that is no address stops the start, and says which', () => {
    for (const named of ['proxy.example', '10.0.0.5/33', '10.0.0', '::1/200', '10.0.0.1/x'])
      expect(() => readConfig({ CERCHI_PROXY: named }), named).toThrow(/CERCHI_PROXY/);
    expect(readConfig({ CERCHI_PROXY: 'fd00::/8' }).proxies.check('fd00::1', 'ipv6')).toBe(true);
  });
});

describe('a way back', () => {
  it('stays in this house, however it is written', () => {
    for (const inside of ['/', '/i/PROVA/io', '/regia/PROVA?scena=now', '/i/PROVA?x=%C3%A9'])
      expect(insidePath(inside), inside).toBe(inside);
    const outside = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'evil.example',
      'javascript:alert(1)',
      '/%2Fevil.example',
      '/%5Cevil.example',
      '/%2f%2fevil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '\t//evil.example',
      ' //evil.example',
      '/%09/evil.example',
      '/%E0%A4%A',
      '',
    ];
    for (const path of outside) expect(insidePath(path), JSON.stringify(path)).toBe('/');
  });

  it('after choosing a language and after signing in', async () => {
    house = await testHouse();
    await house.accounts.create('Titolare', 'owner', 'una frase lunga');
    const to = async (path: string, form: Record<string, string>) => {
      const answer = await fetch(house!.url + path, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(form),
      });
      return answer.headers.get('location') ?? '';
    };
    for (const back of ['//evil.example', '/\\evil.example', '/\t/evil.example', '/%2Fevil.example'])
      expect(await to('/api/lang', { lang: 'it', back }), back).toBe('/');
    for (const poi of ['//evil.example', '/\\evil.example'])
      expect(
        await to('/api/sign-in', { name: 'Titolare', passphrase: 'una frase lunga', poi }),
      ).not.toContain('evil');
  });
});

it('[health] answers 503 when not all is well, and tells the age of the last copy', async () => {
  const folder = newFolder();
  const into = join(folder, 'copies');
  house = await testHouse(folder, 0, { copies: { into, everyMinutes: 60 } });
  const row = await openSpace(house);
  const health = async () => {
    const answer = await fetch(`${house!.url}/healthz`);
    return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) };
  };
  expect(await health()).toMatchObject({ status: 200, ok: true });
  expect(await health()).not.toHaveProperty('copyMinutes');
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, 'cerchi-2026-11-29T10-00-00.backup'), 'x');
  expect(await health()).toMatchObject({ copyMinutes: 0 });
  house.store.$client.exec(
    `INSERT INTO settings (key, value) VALUES ('maintenance', 'open');
     UPDATE facts SET at = at + 1 WHERE stream = '${row.id}' AND seq = 1;
     DELETE FROM settings WHERE key = 'maintenance'`,
  );
  house.streams.sleep(row.id);
  expect(() => house?.streams.gathering(row)).toThrow();
  // Whoever asks is told no code: it opens the gathering.
  expect(JSON.stringify(await health())).not.toContain('PROVA');
  expect(await health()).toMatchObject({ status: 503, ok: false, damaged: 1 });
});
