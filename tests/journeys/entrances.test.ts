/** The entrances in a real browser: two taps, a wrong code, an injected script, and the headers of each surface. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { table } from '../table';
import { type App, launch, open, startApp } from './browser';

const FILES = 'scripts and styles';
const OF_FILES = ['cross-origin-resource-policy', 'x-content-type-options', 'x-robots-tag'];

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ demo: true });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const post = (path: string, body: unknown, cookie = '') =>
  fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
    body: JSON.stringify(body),
    redirect: 'manual',
  });
const cookieOf = (response: Response): string => response.headers.get('set-cookie') ?? '';

async function ownerCookie(): Promise<string> {
  const entered = await post('/api/enter', {
    token: app.setup,
    name: 'Titolare',
    passphrase: 'una frase lunga assai',
  });
  expect(entered.status).toBe(200);
  return cookieOf(entered).split(';')[0] ?? '';
}

describe('the doors, in a real browser', () => {
  let owner = '';
  beforeAll(async () => {
    owner = await ownerCookie();
  });

  it('every page that is not there has a title of its own, and so have links that are spent', async () => {
    const titles: Record<string, string | undefined> = {};
    const gone = [
      '/nulla',
      '/i/XXXXXX',
      '/muro/XXXXXX',
      '/regia/XXXXXX',
      '/atti/XXXXXX',
      '/stampa/XXXXXX',
      '/percorso/XXXXXX',
    ];
    for (const path of gone)
      titles[path] = /<title>([^<]*)/.exec(await (await fetch(app.url + path)).text())?.[1];
    expect(new Set(Object.values(titles))).toEqual(new Set(['Questa pagina non c’è · Cerchi']));
    // The page's own program names the tab again.
    const { page, context } = await open(browser, 'desk', app.url);
    for (const path of gone) {
      await page.goto(app.url + path, { waitUntil: 'networkidle' });
      expect([path, await page.title()]).toEqual([path, titles[path]]);
    }
    await context.close();
    const spent = await (await fetch(`${app.url}/completa/niente`)).text();
    expect(/<title>([^<]*)/.exec(spent)?.[1]).toBe('Il link non vale più · Cerchi');
  });

  it('[S51] who taps twice on a slow link comes in once, and who has a wrong code reads so where she looks', async () => {
    const { page, context } = await open(browser, 'phone', `${app.url}/i/DEMO/entra`);
    await page.getByLabel('Codice personale').fill('AAAA BBBB');
    await page.getByRole('button', { name: 'Riprendi il tuo posto' }).click();
    await page.waitForURL(/rifiuto/);
    expect(await page.getByText('non corrisponde a nessuno').boundingBox()).toMatchObject({
      y: expect.toSatisfy((y: number) => y < 600),
    });
    await page.getByLabel('Come vuoi farti chiamare?').fill('Chi tocca due volte');
    await page.getByText('Volontariato').click();
    let asked = 0;
    await page.route('**/api/join', async (route) => {
      asked += 1;
      const response = await route.fetch({ maxRedirects: 0 });
      await new Promise((r) => setTimeout(r, 1000));
      await route.fulfill({ response });
    });
    // With the mouse itself: a click by name waits until the first has been answered.
    const { x = 0, y = 0 } =
      (await page.getByRole('button', { name: 'Entra', exact: true }).boundingBox()) ?? {};
    const twice = [0, 300].map(async (ms) => {
      await new Promise((r) => setTimeout(r, ms));
      await page.mouse.click(x + 40, y + 20);
    });
    await Promise.all(twice);
    await page.waitForURL(/\/i\/DEMO$/);
    expect(asked).toBe(1);
    await context.close();
  });

  it('a script slipped into a page does not run', async () => {
    const { page, context } = await open(browser, 'desk', `${app.url}/accedi`);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.slipped = true';
      document.body.append(script);
      const remote = document.createElement('script');
      remote.src = 'https://example.org/x.js';
      document.body.append(remote);
      return (window as { slipped?: boolean }).slipped === true;
    });
    expect(ran).toBe(false);
    await context.close();
  });

  it('headers and cookies of each surface are as docs/headers.md lists them', async () => {
    const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(await (await fetch(`${app.url}/`)).text())?.[1];
    const get = (path: string, cookie = '') =>
      fetch(app.url + path, { headers: { cookie }, redirect: 'manual' });
    const surfaces: [string, Response][] = [
      ['first page, /', await get('/')],
      ['phone, before a seat', await get('/i/DEMO/entra')],
      ['wall', await get('/muro/DEMO')],
      ['record', await get('/atti/DEMO')],
      ['office', await get('/ufficio', owner)],
      ['desk', await get('/regia/DEMO', owner)],
      ['informativa', await get('/informativa')],
      ['a page that is not there', await get('/nulla')],
      [FILES, await get(script ?? '/')],
      ['taking a seat', await post('/api/join', { code: 'DEMO', label: 'Anna', sector: null })],
      ['signing in', await post('/api/sign-in', { name: 'Titolare', passphrase: 'una frase lunga assai' })],
      ['a refusal', await post('/api/join', { code: 'NIENTE', label: 'Anna', sector: null })],
      ['export', await get('/api/export/DEMO/tutto.json')],
      ['health', await get('/healthz')],
      ['socket, by polling', await get('/filo/?EIO=4&transport=polling')],
    ];
    const usual = [...surfaces[0]![1].headers].filter(([n]) =>
      /^(x-|referrer|cross-origin|permissions)/.test(n),
    );
    const plain = (policy: string) =>
      policy.replace(/nonce-[^']+/g, 'nonce-…').replaceAll(app.url.replace('http://', ''), 'HOST');
    const policies = new Map<string, string>();
    const named = (policy: string | null): string => {
      if (!policy) return '—';
      const text = plain(policy);
      if (!policies.has(text)) policies.set(text, String.fromCharCode(65 + policies.size));
      return policies.get(text) ?? '';
    };
    const rows = surfaces.map(([what, r]) => {
      for (const [name, value] of usual) {
        const given = what !== FILES || OF_FILES.includes(name);
        expect(r.headers.get(name), `${what}: ${name}`).toBe(given ? value : null);
      }
      const cookie = cookieOf(r);
      for (const c of r.headers.getSetCookie())
        expect(c).toMatch(/^cerchi=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
      const kept = cookie.replace(/=[^;]+/, '=<sealed>') || '—';
      return [
        what,
        String(r.status),
        named(r.headers.get('content-security-policy')),
        r.headers.get('cache-control') ?? '—',
        kept,
      ];
    });
    const page = `# Headers and cookies of each surface

Written by the browser journey of the doors from a running server, and held by it: when an answer changes, the test fails.
Over HTTPS (\`CERCHI_URL=https://…\`) \`Strict-Transport-Security\` comes with every answer and both cookies are \`Secure\`.

Every answer carries these; ${FILES} only those marked with a star, because browsers heed the others on documents alone:

${usual.map(([n, v]) => `- \`${n}: ${v}\`${OF_FILES.includes(n) ? ' *' : ''}`).join('\n')}

${table([['surface', 'status', 'policy', 'cache-control', 'cookie set'], ...rows])}

Two cookies, both technical and never readable by a script:

- \`cerchi\`, sealed with the data folder's own secret (AES-256-GCM);
- \`cerchi-prova\`, for one day, set where a form needs cookies and the browser sent none, to warn whoever refuses them. It holds a 1.

Policies:

${[...policies].map(([text, name]) => `- **${name}** \`${text}\``).join('\n')}
`;
    await expect(page).toMatchFileSnapshot('../../docs/headers.md');
  });
});
