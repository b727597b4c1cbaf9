/** A phone on a bad link: the first screen can be used before the rest of the program is here, and nothing is lost. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, startApp, takeSeat } from './browser';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe('before the deeds are here', () => {
  it('[I9][E18] what is tapped is kept on the phone, and done when the rest of the program has come', async () => {
    const { page, context } = await open(browser, 'phone', `${app.url}/i/DEMO`);
    await takeSeat(page, 'Bibliotecaria', 'Istituzioni');
    await page.waitForURL(/\/i\/DEMO$/);
    const address = `${app.url}/i/DEMO/proponi`;
    const html = await (await context.request.get(address)).text();
    await page.close();

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

  it('[I9] what is written and tapped on a page not yet alive is done when it is: the browser sends nothing by itself', async () => {
    const { page, context } = await open(browser, 'phone', `${app.url}/i/DEMO`);
    await takeSeat(page, 'Educatrice', 'Operatori sociali');
    await page.waitForURL(/\/i\/DEMO$/);
    await page.close();

    const slow = await context.newPage();
    let alive = () => {};
    const held = new Promise<void>((done) => {
      alive = done;
    });
    await slow.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await slow.goto(`${app.url}/i/DEMO/proponi`, { waitUntil: 'commit' });
    await slow.getByLabel('Titolo').fill('Scritto su una pagina ferma');
    await slow.getByRole('button', { name: 'Proponi' }).click({ noWaitAfter: true });
    await new Promise((r) => setTimeout(r, 300));
    expect(slow.url()).toBe(`${app.url}/i/DEMO/proponi`);
    alive();
    await slow.getByRole('heading', { name: 'Scritto su una pagina ferma' }).first().waitFor();
    await context.close();
  });
});
