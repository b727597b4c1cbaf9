/** Printed sheets of a full hall: paper cannot be scrolled, so nothing may be cut. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, startApp } from './browser';
import { crowdedHall, LONG } from './crowded';
import { seenBy } from './seen';
import { office, type Visitor } from './visitor';

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

/** Texts of the page's sheets that run over the foot or out of their own box. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main > section')].flatMap((sheet) => {
      const foot = sheet.querySelector('footer')?.getBoundingClientRect().top ?? 0;
      return [...sheet.querySelectorAll<HTMLElement>('div:not([aria-hidden]) *:not(:has(*))')]
        .filter((e) => (e.textContent ?? '').trim() !== '' && !e.closest('footer, svg, .sr-only'))
        .filter((e) => {
          const box = e.getBoundingClientRect();
          const room = e.closest<HTMLElement>('[style*="--lines"]');
          // Letters reach a little out of their line; a line more is a line lost.
          const line = room ? Number.parseFloat(getComputedStyle(room).lineHeight) : 0;
          const lost = room !== null && room.scrollHeight - room.clientHeight > line / 2;
          return lost || box.bottom > foot + 1;
        })
        .map((e) => (e.textContent ?? '').slice(0, 60));
    }),
  );

describe('paper', () => {
  it('holds every title whole in a hall of twenty spaces: grid, slips, doors, forms, sheets to sign', async () => {
    const hall = await crowdedHall(staff);
    const { context, page } = await seenBy(browser, staff, { lang: 'it', size: 'desk' });
    for (const sheet of ['griglia', 'griglia&carta=A4', 'caselle', 'porte', 'schede', 'presenze', 'temi']) {
      await page.goto(`${app.url}/stampa/${hall.code}?foglio=${sheet}`);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.locator('main').textContent(), sheet).toContain(LONG);
      expect(await cut(page), sheet).toEqual([]);
    }
    await context.close();
    hall.close();
  });

  it('shows every column of a table that a screen would scroll', async () => {
    const { context, page } = await seenBy(browser, staff, { lang: 'it', size: 'desk', width: 680 });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${app.url}/percorso/PATTO/analisi/incroci`);
    const table = page.getByRole('table').first();
    await table.waitFor();
    const over = await table.evaluate((t) => t.scrollWidth - (t.parentElement?.clientWidth ?? 0));
    expect(over).toBeLessThanOrEqual(0);
    await context.close();
  });
});
