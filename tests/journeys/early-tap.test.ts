/**
 * A phone on a bad link: the first screen can be used before the rest of the program is loaded, and nothing is lost.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, PATIENCE, startApp, takeSeat } from './browser';
import { hydrated, seenBy, settled, textAt } from './seen';
import { office, Visitor } from './visitor';

let app: App;
let browser: Browser;
let staff: Visitor;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), launch()]);
  staff = await office(app.url, app.setup ?? '');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** A phone with a seat and no open page. */
async function seated(label: string, sector = 'Operatori sociali'): Promise<BrowserContext> {
  const { page, context } = await open(browser, 'phone', `${app.url}/i/DEMO`);
  await takeSeat(page, label, sector);
  await page.waitForURL(/\/i\/DEMO$/);
  await page.close();
  return context;
}

/** Holds back every script of this page until the function that it returns is called. */
async function lifeless(page: Page): Promise<() => void> {
  let alive = () => {};
  const held = new Promise<void>((done) => {
    alive = done;
  });
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return () => alive();
}

describe('before the deeds are here', () => {
  it('[I9][E18] what is tapped is kept on the phone, and done when the rest of the program has come', async () => {
    const context = await seated('Bibliotecaria', 'Istituzioni');
    const address = `${app.url}/i/DEMO/proponi`;
    const html = await (await context.request.get(address)).text();

    const second = await context.newPage();
    let refused = 0;
    let open_ = false;
    await second.route('**/_next/static/chunks/*.js', (route) => {
      const path = new URL(route.request().url()).pathname;
      if (open_ || html.includes(path)) return route.continue();
      refused += 1;
      return route.abort();
    });
    await second.goto(address);
    await second.getByLabel('Titolo').fill('Toccato prima del tempo');
    await second.getByRole('button', { name: 'Proponi' }).click();
    const waiting = () =>
      second.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':outbox:')).length);
    await expect.poll(waiting).toBe(1);
    await expect.poll(() => refused).toBeGreaterThan(1);
    expect(await waiting()).toBe(1);

    open_ = true;
    await second.getByRole('heading', { name: 'Toccato prima del tempo' }).first().waitFor();
    await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
    await context.close();
  });

  it('[I9][E18] a page left open over an upgrade begins anew, and what was tapped on it is done', async () => {
    const context = await seated('Custode', 'Volontariato');
    const address = `${app.url}/i/DEMO/proponi`;
    const html = await (await context.request.get(address)).text();
    const old = await context.newPage();
    let pages = 0;
    // The proposal may be on its own page by the time the browser reloads.
    await old.route('**/i/DEMO/**', (route) => {
      if (route.request().isNavigationRequest()) pages += 1;
      return route.continue();
    });
    // The server's new version has none of the parts that the first page asks for.
    await old.route('**/_next/static/chunks/*.js', (route) =>
      pages > 1 || html.includes(new URL(route.request().url()).pathname)
        ? route.continue()
        : route.fulfill({ status: 404 }),
    );
    await old.goto(address);
    await old.getByLabel('Titolo').fill('Scritto prima dell’aggiornamento');
    await old.getByRole('button', { name: 'Proponi' }).click();
    await expect.poll(() => pages).toBe(2);
    const theirs = await seated('Chi guarda');
    const board = await theirs.newPage();
    await board.goto(`${app.url}/i/DEMO/bacheca`);
    await board.getByText('Scritto prima dell’aggiornamento').first().waitFor();
    await Promise.all([context.close(), theirs.close()]);
  });

  it('[I9] what is written and tapped on a page not yet alive is done when it is: the browser sends nothing by itself', async () => {
    const context = await seated('Educatrice');

    const slow = await context.newPage();
    const alive = await lifeless(slow);
    await slow.goto(`${app.url}/i/DEMO/proponi`, { waitUntil: 'commit' });
    await slow.getByLabel('Titolo').fill('Scritto su una pagina ferma');
    await slow.getByRole('button', { name: 'Proponi' }).click({ noWaitAfter: true });
    await new Promise((r) => setTimeout(r, 300));
    expect(slow.url()).toBe(`${app.url}/i/DEMO/proponi`);
    alive();
    await slow.getByRole('heading', { name: 'Scritto su una pagina ferma' }).first().waitFor();
    await context.close();
  });

  it('what is typed in the office’s form before it is alive stays, in each of its fields', async () => {
    const { page: slow, context } = await seenBy(browser, staff, { lang: 'it', size: 'desk' });
    const alive = await lifeless(slow);
    await slow.goto(`${app.url}/ufficio`, { waitUntil: 'commit' });
    await slow.getByText('Nuovo incontro').first().click();
    const words = {
      Titolo: 'Una mattina insieme',
      'Domanda guida': 'Chi cura chi cura?',
      Dove: 'Sala civica',
    };
    const field = (name: string) => slow.getByRole('textbox', { name, exact: false }).first();
    for (const [name, text] of Object.entries(words)) await field(name).fill(text);
    await slow.getByLabel('Giorno', { exact: true }).fill('2026-11-28');
    // The browser does not send the form in the place of its program.
    await field('Titolo').press('Enter', { noWaitAfter: true });
    await new Promise((r) => setTimeout(r, 300));
    alive();
    await hydrated(field('Titolo'));
    // One more letter draws all of them again.
    await field('Dove').press('End');
    await field('Dove').pressSequentially('!');
    const stand = () => Promise.all(Object.keys(words).map((name) => field(name).inputValue()));
    await expect.poll(stand).toEqual(['Una mattina insieme', 'Chi cura chi cura?', 'Sala civica!']);
    await context.close();
  });

  it('what was just proposed is read from its beginning, however slow the phone', async () => {
    const context = await seated('Nonna volontaria', 'Volontariato');
    const slow = await context.newPage();
    await slow.setViewportSize({ width: 320, height: 560 });
    await settled(slow, `${app.url}/i/DEMO/proponi`);
    await textAt(slow, 2);
    await (await context.newCDPSession(slow)).send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await slow.getByLabel('Titolo').fill('Chi accompagna chi non guida più?');
    await slow.getByRole('button', { name: 'Proponi' }).click();
    // Its message stays for nine seconds, and the topic's page may need as many.
    await Promise.all([
      slow.getByRole('heading', { level: 1, name: 'Chi accompagna' }).waitFor(),
      slow.getByText('Il tema è in bacheca').waitFor(),
    ]);
    // The focus lost with the old screen is looked for in the next frame.
    await slow.waitForTimeout(300);
    expect(await slow.evaluate(() => scrollY)).toBe(0);
    await context.close();
  });

  it('what an address shows is in the page itself: a circle and its notes can be read with no script at all', async () => {
    const context = await seated('Ostetrica');
    const bare = await browser.newContext({ javaScriptEnabled: false, locale: 'it-IT' });
    bare.setDefaultTimeout(PATIENCE);
    await bare.addCookies(await context.cookies());
    const read = await bare.newPage();
    await read.goto(`${app.url}/i/DEMO/cerchio/sess-demo-05-1`);
    expect(await read.getByText('nessuno se ne accorge').isVisible()).toBe(true);
    expect(await read.locator('h2').allInnerTexts()).toContain('28 note');
    await read.goto(`${app.url}/i/DEMO/bacheca`);
    expect(await read.getByRole('article').count()).toBeGreaterThan(10);
    expect(await read.getByRole('article').first().isVisible()).toBe(true);
    await bare.close();
    await context.close();
  });

  it('nobody is told that nothing was written before what was written has come', async () => {
    const context = await seated('Assistente sociale');
    const cut = await context.newPage();
    await cut.route('**/filo/**', (route) => route.abort());
    await cut.routeWebSocket(/filo/, (socket) => void socket.close());
    await cut.goto(`${app.url}/i/DEMO/cerchi`);
    const row = cut.locator('main a[href*="/cerchio/"]').first();
    await hydrated(row);
    await row.click();
    await cut.waitForURL(/cerchio/);
    await cut.getByRole('status').filter({ hasText: 'Sto aprendo' }).first().waitFor();
    expect(await cut.getByText('Ancora nessuna nota').count()).toBe(0);
    // Nor that a search has no match, while the notes are still loading.
    await cut.goto(`${app.url}/i/DEMO/bacheca`);
    await cut.getByLabel('Cerca tra temi e note').fill('nessuno se ne accorge');
    await cut.getByText('Le note stanno ancora arrivando').waitFor();
    expect(await cut.getByText(/^Niente con questo filtro|^Nessun/).count()).toBe(0);
    await context.close();
  });

  it('says of what was written, too much for a page, neither that there is nothing nor how much', async () => {
    const guest = new Visitor(app.url);
    await guest.post('/api/join', { code: 'DEMO', label: 'Chi guarda' });
    const untold: [Visitor, string, RegExp, RegExp][] = [
      [guest, '/i/DEMO/notizie', /Muro delle notizie/, /Ancora nessun|\d su \d|Scrivi il resoconto/],
      [guest, '/muro/DEMO?scena=news', /Muro delle notizie/, /resoconti|si appendono qui/],
      [guest, '/muro/DEMO?scena=reading', /14\scerchi/, /\d note/],
      [staff, '/regia/DEMO', /note\s*…/, /note\s*\d|appesi su|Nessun testo|Ancora nessun/],
    ];
    for (const [who, path, told, not] of untold) {
      const { context, page } = await seenBy(browser, who, { lang: 'it', size: 'desk', script: false });
      await page.goto(app.url + path);
      const text = (await page.locator('main').textContent()) ?? '';
      expect(text, path).toMatch(told);
      expect(text, path).not.toMatch(not);
      await context.close();
    }
  });
});
