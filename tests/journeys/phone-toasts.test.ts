/** Toasts on a phone: never over a control about to be tapped, and never under the keyboard. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, startApp, takeSeat } from './browser';
import { singleTopic } from './crowded';
import { office, type Visitor } from './visitor';

let app: App;
let browser: Browser;
let staff: Visitor;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
  staff = await office(app.url, app.setup ?? '');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe('the answer to a tap', () => {
  it('[E02] stands in the cell that was taken, with the way back, and every free cell stays in sight and in its place', async () => {
    const hall = await singleTopic(staff);
    await hall.hold('changePhase', { phase: 'market' });
    const { page, context } = await open(browser, 'phone', `${app.url}/i/${hall.code}`);
    await page.setViewportSize({ width: 320, height: 640 });
    await takeSeat(page, 'Chi cerca posto', 'Istituzioni');
    await page.goto(`${app.url}/i/${hall.code}/proponi`);
    await page.getByLabel('Titolo').fill('Un posto per chi?');
    await page.getByRole('button', { name: 'Proponi' }).click();
    await page.getByRole('heading', { name: 'Un posto per chi?' }).first().waitFor();
    await page.goto(`${app.url}/i/${hall.code}/griglia`);
    const free = page.getByRole('button', { name: /Metti qui T02/ });
    await expect.poll(() => free.count()).toBe(3);
    const cells = page.locator('main section').first().locator('li');
    const names = () => cells.locator('span.font-semibold').allTextContents();
    const before = await names();
    await cells.nth(1).getByRole('button').click();

    const taken = page.locator('main li').filter({ hasText: 'Ora è qui' });
    await taken.waitFor();
    expect(await cells.nth(1).textContent()).toContain('Ora è qui');
    expect((await names()).filter((name) => !name.includes('Ora'))).toEqual(before);
    expect(await page.getByRole('region', { name: 'Avvisi brevi' }).locator('p').count()).toBe(0);
    await taken.getByRole('button', { name: 'Annulla' }).click();
    await expect.poll(() => page.getByText('Ora è qui').count()).toBe(0);
    await expect.poll(() => free.count()).toBe(3);
    await context.close();
    hall.close();
  });

  it('[E05] gives back a topic left by mistake', async () => {
    const hall = await singleTopic(staff);
    const { page, context } = await open(browser, 'phone', `${app.url}/i/${hall.code}`);
    await takeSeat(page, 'Chi lascia per sbaglio', 'Istituzioni');
    await page.goto(`${app.url}/i/${hall.code}/proponi`);
    await page.getByLabel('Titolo').fill('Di chi è?');
    await page.getByRole('button', { name: 'Proponi' }).click();
    await page.getByText('Unire, dividere, lasciare').click();
    await page.getByRole('button', { name: 'Cerco chi se ne occupi' }).click();
    await page.getByText('Ora cerca chi se ne occupi').waitFor();
    expect(await page.getByText('Il tema è tuo').count()).toBe(0);
    await page.getByRole('region', { name: 'Avvisi brevi' }).getByRole('button', { name: 'Annulla' }).click();
    await page.getByText('Il tema è tuo').waitFor();
    await context.close();
    hall.close();
  });

  it('rises above the keyboard of a phone', async () => {
    const hall = await singleTopic(staff);
    const { page, context } = await open(browser, 'phone', `${app.url}/i/${hall.code}`);
    await takeSeat(page, 'Chi scrive', 'Istituzioni');
    // A keyboard leaves the page as tall as it was, and shows less of it.
    await page.addInitScript(() => {
      const seen = Object.assign(new EventTarget(), { height: 420, offsetTop: 0, scale: 1 });
      Object.defineProperty(window, 'visualViewport', { value: seen });
    });
    await page.goto(`${app.url}/i/${hall.code}/temi/T01`);
    await page.getByRole('button', { name: 'Copia il link' }).click();
    const toast = page.getByRole('region', { name: 'Avvisi brevi' }).locator('p').first();
    await toast.waitFor();
    const foot = async () => {
      const box = await toast.boundingBox();
      return box ? box.y + box.height : Number.POSITIVE_INFINITY;
    };
    await expect.poll(foot).toBeLessThan(420);
    await context.close();
    hall.close();
  });
});
