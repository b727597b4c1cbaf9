/** The one cookie of a device: small enough for any browser, and Secure wherever the page came over HTTPS. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { COOKIE, nobody, recognise, seal, sitsOn } from '@/server/identity/session-cookie';
import { join_, openSpace, type TestHouse, testHouse } from './house';

const SECRET = 'a secret of this test';
/** Every seat in it is still valid. */
const allSit = { sits: () => true, has: () => true };
const noTotem = { holds: () => false, isTurn: () => false };
const read = (sealed: string) => recognise(`cerchi=${sealed}`, SECRET, allSit, noTotem);
const stream = (n: number) => `gathering-${String(n).padStart(4, '0')}`;

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});

describe('the cookie of a device', () => {
  it('stays under what browsers keep however many gatherings it was at, and forgets the oldest seat first', async () => {
    let identity = { ...nobody(), account: { id: 'acc-owner', epoch: 3, at: Date.now() }, lang: 'en' };
    let sealed = '';
    for (let n = 0; n < 200; n++) {
      sitsOn(identity, stream(n), { id: `seat-of-${n}-xxxxx`, code: 'ABCD2345' });
      sealed = seal(identity, SECRET);
      // As browsers count: name, value and attributes.
      expect(`cerchi=${sealed}; Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000; Secure`.length).toBeLessThan(
        4096,
      );
      identity = { ...(await read(sealed)), account: identity.account, lang: 'en' };
      expect(identity.seats[stream(n)]).toEqual({ id: `seat-of-${n}-xxxxx`, code: 'ABCD2345' });
    }
    const kept = Object.keys((await read(sealed)).seats);
    expect(kept.length).toBeGreaterThan(30);
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => stream(200 - kept.length + i)));
    expect(await read(sealed)).toMatchObject({ account: { id: 'acc-owner' }, lang: 'en' });
  });

  it('counts a seat one came back to as the latest', async () => {
    const identity = nobody();
    const sit = (n: number) => sitsOn(identity, stream(n), { id: 'seat-fourteen-', code: 'ABCD2345' });
    for (let n = 0; n < 30; n++) sit(n);
    sit(0);
    for (let n = 30; n < 58; n++) sit(n);
    const { seats } = await read(seal(identity, SECRET));
    expect([stream(0) in seats, stream(1) in seats]).toEqual([true, false]);
  });
});

describe('over HTTPS', () => {
  const STS = 'strict-transport-security';
  const join = (url: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ code: 'PROVA', label: 'Anna', sector: null, newVoice: false }),
    });
  const paths = ['/healthz', '/api/niente', '/foto/niente', '/i/PROVA', '/filo/?EIO=4&transport=polling'];

  it('said by CERCHI_URL: the cookie is Secure, and every answer says to come by HTTPS only', async () => {
    house = await testHouse(undefined, 0, { publicUrl: 'https://cerchi.example.org' });
    await openSpace(house);
    const joined = await join(house.url);
    expect(joined.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
    expect(joined.headers.get(STS)).toBe('max-age=31536000; includeSubDomains');
    for (const path of paths)
      expect([path, (await fetch(house.url + path)).headers.get(STS)]).toEqual([
        path,
        'max-age=31536000; includeSubDomains',
      ]);
  });

  it('said by the proxy alone: the cookie is Secure; on plain HTTP it is not, or no phone of a hall would keep it', async () => {
    house = await testHouse();
    await openSpace(house);
    for (const proto of ['https', 'https, http'])
      expect((await join(house.url, { 'x-forwarded-proto': proto })).headers.get('set-cookie')).toMatch(
        /; Secure$/,
      );
    const plain = await join_(house.url, 'PROVA', 'Bruno');
    expect(plain.ok).toBe(true);
    const joined = await join(house.url);
    expect(joined.headers.get('set-cookie')).not.toContain('Secure');
    for (const path of paths) expect((await fetch(house.url + path)).headers.get(STS)).toBeNull();
  });

  it('the cookie that tries a browser is Secure under the same conditions', async () => {
    const tried = async (publicUrl: string | null, headers: Record<string, string> = {}) => {
      house = await testHouse(undefined, 0, { publicUrl }, (_, res) => void res.end('a page'));
      const answer = await fetch(`${house.url}/accedi`, { headers: { accept: 'text/html', ...headers } });
      await house.close();
      house.remove();
      house = null;
      return answer.headers.get('set-cookie');
    };
    const plain = 'cerchi-prova=1; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400';
    expect(await tried('https://cerchi.example.org')).toBe(`${plain}; Secure`);
    expect(await tried(null, { 'x-forwarded-proto': 'https, http' })).toBe(`${plain}; Secure`);
    expect(await tried(null)).toBe(plain);
  });
});

it('docs/headers.md lists every cookie that the server sets, and no other', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => readFileSync(join('src', name), 'utf8'));
  const set = sources.flatMap((text) =>
    [...text.matchAll(/['"`]([\w${}-]+)=[^'"\n]*?; ?Path=/gi)].map((m) =>
      m[1]?.replace(/\$\{COOKIE\}/, COOKIE),
    ),
  );
  const listed = [...readFileSync('docs/headers.md', 'utf8').matchAll(/^- `(cerchi[\w-]*)`, /gm)].map(
    (m) => m[1],
  );
  expect(listed.sort()).toEqual([...new Set(set)].sort());
  expect(sources.filter((text) => /setCookie\(|document\.cookie/.test(text))).toEqual([]);
});
