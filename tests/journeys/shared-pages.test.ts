/** Home, board and grid are drawn once for a whole hall: nobody finds in them what is another person's. */
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sayIn } from '@/i18n/languages';
import { PROTOCOL } from '@/protocol/version';
import type { OwnPart } from '@/protocol/own-part';
import type { Answer, Welcome } from '@/protocol/wire';
import { COOKIE, nobody, seal } from '@/server/identity/session-cookie';
import { baseOf } from '@/domain/revision';
import { person } from '../domain/given';
import { newFolder, testHouse } from '../server/house';
import { ANNA, BRUNO, CARLA, GATHERING, peopled, submitter } from '../server/two-worlds';
import { type App, launch, open, startApp } from './browser';

const SCREENS = ['/i/PROVA', '/i/PROVA/bacheca', '/i/PROVA/griglia'] as const;
/** As the button of the person's page says it. */
const SHOW_CODE = sayIn('it')('code.show');
const CODES = { [ANNA]: 'ANNACODE', [BRUNO]: 'BRUNCODE', [CARLA]: 'CARLCODE' };
type Seat = keyof typeof CODES;

const folder = newFolder();
const cookies: Record<string, string> = {};
let app: App;
let browser: Browser;

beforeAll(async () => {
  const house = await testHouse(folder, 0);
  const submit = submitter(
    () => house,
    () => {},
  );
  await peopled(house, submit);
  await submit(person(ANNA), 'startSession', { session: 'session-01' });
  for (const seat of [ANNA, BRUNO]) await submit(person(seat), 'moveTo', { to: 'session-01' });
  await submit(person(ANNA), 'markInterest', { topic: 'topic-0002', on: true });
  await submit(person(BRUNO), 'placeDots', { topic: 'topic-0003', dots: 4 });
  const sealed = (identity: Partial<ReturnType<typeof nobody>>) =>
    `${COOKIE}=${encodeURIComponent(seal({ ...nobody(), ...identity }, house.secret))}`;
  for (const [id, code] of Object.entries(CODES))
    cookies[id] = sealed({ seats: { [GATHERING]: { id, code } } });
  const totem = { stream: GATHERING, by: 'acc_owner' };
  cookies.totem = sealed({ seats: { [GATHERING]: { id: ANNA, code: null } }, totem });
  await house.close();
  [app, browser] = await Promise.all([startApp({ folder }), launch()]);
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Got = { status: number; shared: string; own: OwnPart | null; nonce: string };

/** `shared`: the page without what each answer has of its own. */
async function got(path: string, cookie: string, headers: Record<string, string> = {}): Promise<Got> {
  const answer = await fetch(app.url + path, {
    redirect: 'manual',
    headers: { cookie, accept: 'text/html', 'accept-language': 'it', ...headers },
  });
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
  const text = await answer.text();
  const slot = /(<script id="own" type="application\/json">)(.*?)<\/script>/;
  const own = slot.exec(text)?.[2];
  return {
    status: answer.status,
    nonce,
    own: own === undefined ? null : (JSON.parse(own) as OwnPart),
    shared: text
      .replaceAll(nonce, 'NONCE')
      .replace(slot, '$1</script>')
      // When it was drawn.
      .replace(/(\\"now\\":)\d+/g, '$1'),
  };
}
const cookieOf = (seat: string): string => cookies[seat] ?? '';

/**
 * Asks for these readers' pages at the same moment. A page is drawn again every two seconds and may then come in other pieces, so
 * on a busy machine it is asked for again.
 */
async function alike(path: string, seats: readonly string[]): Promise<Got[]> {
  for (let tries = 1; ; tries++) {
    const all = await Promise.all(seats.map((seat) => got(path, cookieOf(seat))));
    if (tries === 10 || all.every((g) => g.shared === all[0]?.shared)) return all;
  }
}

it('[I12][E24] is one page to all who are in the same place, with one own part for each and a nonce for each answer', async () => {
  for (const path of SCREENS.slice(1)) {
    const all = await alike(path, [ANNA, BRUNO, CARLA]);
    expect(all.map((g) => g.status)).toEqual([200, 200, 200]);
    expect(new Set(all.map((g) => g.shared)).size, path).toBe(1);
    expect(new Set(all.map((g) => g.nonce)).size).toBe(3);
    expect(all.map((g) => g.own?.you.seat)).toEqual([ANNA, BRUNO, CARLA]);
  }
  // Home is the circle's page for the two who are in it, and for nobody else.
  const [anna, bruno] = await alike('/i/PROVA', [ANNA, BRUNO]);
  expect(bruno?.shared).toBe(anna?.shared);
  expect((await got('/i/PROVA', cookieOf(CARLA))).shared).not.toBe(anna?.shared);
});

it('[I7][I12][E24] holds nothing personal outside the own part, and no one else’s in it', async () => {
  for (const path of SCREENS)
    for (const seat of Object.keys(CODES) as Seat[]) {
      const { shared, own } = await got(path, cookieOf(seat));
      for (const code of Object.values(CODES)) expect(shared).not.toContain(code);
      // No shared page says who is where, likes what or voted what: no seat has a private slice there.
      for (const id of Object.keys(CODES)) expect(shared).not.toMatch(new RegExp(`private[^}]{0,20}${id}`));
      expect(shared).not.toMatch(/dots\\*":\{\\*"topic/);
      expect(shared).not.toMatch(/interests\\*":\{\\*"topic/);
      const text = JSON.stringify(own);
      expect(own?.recovery).toBe(CODES[seat]);
      for (const [id, code] of Object.entries(CODES)) if (id !== seat) expect(text).not.toContain(code);
    }
  // So that this can fail: the slices are there.
  expect(JSON.stringify((await got(SCREENS[1], cookieOf(ANNA))).own)).toContain(
    '"interests":{"topic-0002":true}',
  );
  expect(JSON.stringify((await got(SCREENS[1], cookieOf(BRUNO))).own)).toContain('"topic-0003":4');
});

it('is for seats alone: not for anybody, a forged header, a totem; in the reader’s language; without gzip too', async () => {
  const forged = {
    'x-cerchi-shared-page': JSON.stringify({ circle: null, complete: true }),
    'x-itself': 'mark',
  };
  for (const path of SCREENS)
    for (const headers of [{}, forged]) {
      const { status, shared } = await got(path, '', headers);
      expect([307, 302, 303]).toContain(status);
      expect(shared).not.toContain('tema di');
    }
  expect((await got('/i/PROVA/bacheca', cookieOf(ANNA), forged)).own?.you.seat).toBe(ANNA);
  expect((await got('/i/PROVA/bacheca', cookieOf('totem'))).own).toBeNull();
  const english = await got('/i/PROVA/bacheca', cookieOf(ANNA), { 'accept-language': 'en' });
  expect(english.shared).toContain('<html lang="en"');
  // It is drawn again every two seconds, maybe between these two.
  const alike = async () => {
    const [plain, zipped] = await Promise.all(
      ['identity', 'gzip'].map((as) => got('/i/PROVA/bacheca', cookieOf(ANNA), { 'accept-encoding': as })),
    );
    return plain?.shared === zipped?.shared;
  };
  await expect.poll(alike, { interval: 500 }).toBe(true);
});

it('[I10] shows at once what was corrected or taken back', async () => {
  const socket = io(app.url, {
    path: '/filo',
    transports: ['websocket'],
    extraHeaders: { cookie: cookieOf(CARLA) },
    forceNew: true,
  });
  try {
    await new Promise<void>((up) => socket.once('connect', up));
    const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'phone', since: null };
    const welcome = (await socket.emitWithAck('hello', hello)) as Welcome;
    expect(welcome.ok).toBe(true);
    expect((await got('/i/PROVA/bacheca', cookieOf(BRUNO))).shared.includes(`>tema di ${CARLA}</a>`)).toBe(
      true,
    );
    const command = {
      id: 'revise-000001',
      type: 'reviseTopic',
      ask: { topic: 'topic-0003', title: 'tutt’altro', line: '', strands: [] },
      base: baseOf({ title: `tema di ${CARLA}`, line: '', strands: [] }),
    };
    const answer = (await socket.emitWithAck('command', { code: 'PROVA', command })) as Answer;
    expect(answer).toEqual(expect.objectContaining({ ok: true }));
    const { shared } = await got('/i/PROVA/bacheca', cookieOf(BRUNO));
    expect(shared.includes('>tutt’altro</a>')).toBe(true);
    expect(shared.includes(`>tema di ${CARLA}</a>`)).toBe(false);
  } finally {
    socket.disconnect();
  }
});

it('shows each reader their own marks, circle and code once the page is alive', async () => {
  const marks = async (seat: Seat) => {
    const { page, context, wrong } = await open(browser, 'phone');
    const [name = '', value = ''] = cookieOf(seat).split('=');
    await context.addCookies([{ name, value, url: app.url }]);
    await page.goto(`${app.url}/i/PROVA/bacheca`);
    await page.locator('[data-link="live"]').waitFor({ state: 'attached' });
    const pressed = await page.locator('button[aria-pressed="true"]').count();
    await page.goto(`${app.url}/i/PROVA`);
    await page.locator('[data-link="live"]').waitFor({ state: 'attached' });
    const home = await page.locator('main').textContent();
    await page.getByRole('link', { name: 'Io', exact: true }).click();
    await page.getByRole('button', { name: SHOW_CODE }).click();
    await page.getByText(CODES[seat].replace(/(.{4})/, '$1 ')).waitFor();
    await context.close();
    return { pressed, inside: home?.includes('tema di seat-anna-01'), wrong };
  };
  expect(await marks(ANNA)).toEqual({ pressed: 1, inside: true, wrong: [] });
  expect(await marks(CARLA)).toMatchObject({ pressed: 0, wrong: [] });
});
