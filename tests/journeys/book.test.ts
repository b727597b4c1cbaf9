/** The book on a phone: by the address on the wall's QR code, in every format, and still there without a network. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, startApp, takeSeat } from './browser';

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

const HEARD = 'Due doposcuola a 300 metri con gli stessi ragazzi.';

describe('the book on a phone', () => {
  it('is taken from the record page: a file for each form, and what was said is in it', async () => {
    const { page, context } = await open(browser, 'phone', `${app.url}/atti/DEMO#libro`);
    await page.getByRole('heading', { name: 'Il libro della giornata' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: 120_000 }),
      page.getByRole('link', { name: 'EPUB' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('2014-05-17_ost-di-carpi-dimostrativo_report-istantaneo.epub');
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.getByRole('link', { name: 'Una pagina sola' }).click();
    await page.waitForURL(/\/api\/book\/DEMO\/html/, { timeout: 120_000 });
    expect(await page.content()).toContain(HEARD);
    await context.close();
  }, 300_000);

  it('had once, it opens again with no network', async () => {
    const { page, context } = await open(browser, 'phone', `${app.url}/i/DEMO/entra`);
    await takeSeat(page, 'Chi torna a casa', 'Volontariato');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    await page.reload();
    await page.goto(`${app.url}/atti/DEMO#libro`);
    await page.getByRole('link', { name: 'Una pagina sola' }).click();
    await page.waitForURL(/\/api\/book\/DEMO\/html/, { timeout: 120_000 });
    const address = page.url();
    await page.reload();
    await context.setOffline(true);
    await page.goto('about:blank');
    await page.goto(address);
    expect(await page.content()).toContain(HEARD);
    await context.close();
  }, 300_000);

  it('typed shapes are real on the record page, and each paragraph opens by its address', async () => {
    const { page, context } = await open(browser, 'phone', `${app.url}/atti/DEMO#T02-N02`);
    // Its words are in the report's row: the note's own address leads there.
    await page.locator('#T02-N02').waitFor();
    expect(await page.getByText('Un solo doposcuola con due sedi e un’unica iscrizione.').count()).toBe(1);
    await context.close();
  }, 120_000);
});
