/** Without a network: the app opens, the whole board, circles and book are there, and commands are sent later. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, startApp, takeSeat } from './browser';
import { allSent } from './seen';

let app: App;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), launch({ full: true })]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** The service worker's cache so far. */
const kept = () =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
    return paths;
  });

describe('without network', { sequential: true }, () => {
  it('a phone that has come in once keeps its pages', async () => {
    ({ page, context } = await open(browser, 'phone', `${app.url}/i/DEMO`));
    await takeSeat(page, 'Infermiera', 'Operatori sociali');
    await page.waitForURL(/\/i\/DEMO$/);
    await expect.poll(kept, { timeout: 60_000 }).toEqual(expect.arrayContaining(['/i/DEMO', '/atti/DEMO']));
    // The last state is on the device too.
    await page.waitForFunction(() => localStorage.getItem('cerchi:DEMO:phone:last') !== null);
  });

  it('[E18] the server is gone: the app opens anew, with every topic, the circles and the book', async () => {
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(String(e)));
    await app.stop('SIGKILL');
    await page.reload();
    await page.goto(`${app.url}/i/DEMO/bacheca`);
    await page.getByText('Chi cura chi cura?', { exact: false }).first().waitFor();
    for (const title of [
      'Servizi che escono dall’ufficio',
      'Scriviamo il Patto',
      'Anziani soli nelle frazioni',
    ])
      await page.getByText(title, { exact: false }).first().waitFor();
    await page.goto(`${app.url}/i/DEMO/cerchi`);
    await page.getByText('Tiglio', { exact: false }).first().waitFor();
    // The kept page of the home screen is hydrated at every address: a mismatch would throw its first drawing away.
    expect(errors).toEqual([]);
    await page.goto(`${app.url}/atti/DEMO`);
    await page.getByRole('heading', { name: 'OST di Carpi', exact: false }).first().waitFor();
    expect(
      await page.getByText('Chi perde il lavoro non viene allo sportello', { exact: false }).count(),
    ).toBeGreaterThan(0);
  });

  it('[I9] half a sentence is still there after the tab was killed', async () => {
    const title = () => page.getByLabel('Titolo');
    await page.goto(`${app.url}/i/DEMO/proponi`);
    await title().fill('Una mezza frase, e poi');
    await page.getByRole('heading', { name: 'Proponi' }).first().waitFor();
    // A killed server: no handler of the page is run.
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    await page.goto(`${app.url}/i/DEMO/proponi`);
    await expect.poll(() => title().inputValue()).toBe('Una mezza frase, e poi');
  });

  it('[I9] what is written meanwhile survives a killed tab, and arrives when the server is back', async () => {
    await page.goto(`${app.url}/i/DEMO/proponi`);
    await page.getByLabel('Titolo').fill('Scritto senza rete');
    await page.getByRole('button', { name: 'Proponi' }).click();
    await page.getByRole('heading', { name: 'Scritto senza rete' }).first().waitFor();
    await page.close();
    page = await context.newPage();
    await page.goto(`${app.url}/i/DEMO/bacheca`);
    await page.getByText('Scritto senza rete').first().waitFor();
    app = await startApp({ folder: app.folder, port: Number(new URL(app.url).port) });
    await allSent(page);
    const wall = await open(browser, 'desk', `${app.url}/atti/DEMO`);
    await wall.page.getByText('Scritto senza rete').first().waitFor();
  });

  it('a device with no room says so, and what is written lives on in the page', async () => {
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByRole('link', { name: 'Proponi', exact: false }).first().click();
    await page.getByLabel('Titolo').fill('Scritto a memoria piena');
    await page.getByText('La memoria del telefono è piena', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Proponi' }).click();
    await page.getByRole('heading', { name: 'Scritto a memoria piena' }).first().waitFor();
    // It has a number once the server has it.
    await page
      .getByText(/^T\d+$/)
      .first()
      .waitFor();
    const book = await open(browser, 'desk', `${app.url}/atti/DEMO`);
    await book.page.getByText('Scritto a memoria piena').first().waitFor();
  });
});
