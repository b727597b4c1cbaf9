/** The book on a phone: by the address on the wall's QR code, in every format, and still there without a network. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { type App, launch, open, startApp } from './browser';
import { hydrated } from './seen';

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ demo: true });
  // A name that is not this machine's own, as in a hall without certificates.
  browser = await launch({ full: true, switches: ['--host-resolver-rules=MAP cerchi.test 127.0.0.1'] });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const NAME = '2014-05-17_ost-di-carpi-dimostrativo_report-istantaneo';
const HEARD = 'Due doposcuola a 300 metri con gli stessi ragazzi.';

/** Reads the QR code on a photograph of the wall, as a phone does. */
async function readCode(picture: Uint8Array): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  if (!code) throw new Error('no code on the wall');
  return code.data;
}

describe('the book on a phone', () => {
  it('is taken from the record page: a file for each form, and what was said is in it', async () => {
    const { page, context } = await open(browser, 'phone', `${app.url}/atti/DEMO#libro`);
    await page.getByRole('heading', { name: 'Il libro della giornata' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: 120_000 }),
      page.getByRole('link', { name: 'EPUB' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${NAME}.epub`);
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

  it('by the code on the wall of the closing circle, as a phone that was never here; and again when the network is gone', async () => {
    const wall = await open(browser, 'wall', `${app.url}/muro/DEMO?scena=quiet`);
    await wall.page.locator('[data-scene="quiet"]').waitFor();
    await wall.page.evaluate(() => document.fonts.ready);
    const address = await readCode(await wall.page.screenshot());
    expect(address).toBe(`${app.url}/atti/DEMO#libro`);
    await wall.context.close();

    const { page, context } = await open(browser, 'phone', address);
    await page.getByRole('heading', { name: 'Il libro della giornata' }).waitFor();
    await hydrated(page.getByRole('link', { name: 'Una pagina sola' }));
    await page.getByRole('link', { name: 'Una pagina sola' }).click();
    await page.waitForURL(/\/api\/book\/DEMO\/html/, { timeout: 120_000 });
    const book = page.url();
    await page.goto(address);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    // Each form that is taken stays, whatever the browser does with a file of its kind.
    const bytes = await page.evaluate(async () => {
      const answer = await fetch('/api/book/DEMO/epub?lingua=it');
      return (await answer.arrayBuffer()).byteLength;
    });
    await expect
      .poll(() => page.evaluate(async () => (await caches.match('/atti/DEMO')) !== undefined))
      .toBe(true);

    await context.setOffline(true);
    await page.goto('about:blank');
    await page.goto(book);
    expect(await page.content()).toContain(HEARD);
    await page.goto(address);
    await page.getByText('Chi cura chi cura?').first().waitFor();
    const kept = await page.evaluate(async () => {
      const answer = await fetch('/api/book/DEMO/epub?lingua=it');
      return (await answer.arrayBuffer()).byteLength;
    });
    expect(kept).toBe(bytes);
    await context.close();
  }, 300_000);

  it('on plain HTTP, where no page outlives the network, every form is saved among the phone’s files', async () => {
    const { page, context } = await open(
      browser,
      'phone',
      `http://cerchi.test:${new URL(app.url).port}/atti/DEMO`,
    );
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await hydrated(page.getByRole('link', { name: 'Una pagina sola' }));
    for (const [name, ending] of [
      ['Una pagina sola', 'html'],
      ['PDF da stampare', 'pdf'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download', { timeout: 120_000 }),
        page.getByRole('link', { name }).click(),
      ]);
      expect(file.suggestedFilename()).toBe(`${NAME}.${ending}`);
      const start = readFileSync(await file.path())
        .subarray(0, 9)
        .toString();
      expect(start).toMatch(ending === 'pdf' ? /^%PDF-/ : /^<!doctype/);
    }
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
