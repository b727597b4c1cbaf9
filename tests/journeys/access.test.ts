/**
 * Promises of docs/access.md that need a real page: forced colours, and a board that grows.
 */
import type { Browser } from 'playwright-core';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assemble } from './assembly';
import { type App, launch, startApp } from './browser';
import { singleTopic } from './crowded';
import type { Living } from './living';
import { seenBy, settled } from './seen';
import { office, type Visitor } from './visitor';

let app: App;
let browser: Browser;
let staff: Visitor;
let one: Living;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
  staff = await office(app.url, app.setup ?? '');
  one = await singleTopic(staff);
}, 300_000);
afterAll(async () => {
  one?.close();
  await browser?.close();
  await app?.stop();
});

describe('access, in a real browser', { sequential: true, timeout: 600_000 }, () => {
  it('[E40] the current item is outlined where the system chooses the colours', async () => {
    const { page, context } = await seenBy(browser, one.seat, { lang: 'it', size: 'phone' });
    await page.emulateMedia({ forcedColors: 'active' });
    await settled(page, `${app.url}/i/${one.code}`, 800);
    const current = page.locator('nav [aria-current="page"]').first();
    const outline = await current.evaluate((e) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(e);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 2px');
    await context.close();
  });

  it('a board at its top takes new topics in by itself; to who is further down it says how many wait', async () => {
    const { page, context } = await seenBy(browser, one.seat, { lang: 'it', size: 'phone' });
    await settled(page, `${app.url}/i/${one.code}/bacheca`, 800);
    await page.getByText('Chi perde il lavoro').first().waitFor();
    const waiting = page.getByRole('button', { name: /^\d+ nuov[oi]$/ });
    const others = await assemble(staff, one.code, [{ label: 'Chi propone', sector: 'volontariato' }]);
    const propose = (title: string) => others.act(0, 'proposeTopic', { topic: nanoid(14), title });
    await propose('Arriva mentre si guarda dall’alto');
    await page.getByText('Arriva mentre si guarda dall’alto').first().waitFor();
    expect(await waiting.count()).toBe(0);
    await page.setViewportSize({ width: 390, height: 400 });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await propose('Arriva mentre si legge più sotto');
    await waiting.waitFor();
    // Longer than a list at its top waits before it moves.
    await page.waitForTimeout(4000);
    expect(await page.getByText('Arriva mentre si legge più sotto').count()).toBe(0);
    await waiting.click();
    await page.getByText('Arriva mentre si legge più sotto').first().waitFor();
    others.close();
    await context.close();
  });
});
