/**
 * Shared setup of day-long journeys: one app, one browser, people's devices with their pages' errors, and the office's
 * first hour.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type App, launch, open, type SIZES, startApp } from './browser';

const PICTURES = process.env.CERCHI_PICTURES;
export const PASSPHRASE = 'quattro parole a caso';

export class Journey {
  app!: App;
  browser!: Browser;
  /** Errors of the pages, by device. */
  readonly wrong: string[][] = [];

  /** `name`: the prefix of its pictures, if `CERCHI_PICTURES` asks for them. */
  constructor(
    private readonly name: string,
    start: Parameters<typeof startApp>[0] = {},
  ) {
    beforeAll(async () => {
      [this.app, this.browser] = await Promise.all([startApp(start), launch()]);
    });
    afterAll(async () => {
      await this.browser?.close();
      await this.app?.stop();
    });
  }

  readonly device = async (size: keyof typeof SIZES, path: string): Promise<Page> => {
    const opened = await open(this.browser, size, this.app.url + path);
    this.wrong.push(opened.wrong);
    return opened.page;
  };

  readonly picture = async (page: Page, what: string): Promise<void> => {
    if (PICTURES)
      await page.screenshot({
        path: `${PICTURES}/${this.name}-${what}.png`,
        fullPage: !what.startsWith('wall'),
      });
  };

  /** The first account, by the one-time link of the terminal. */
  async office(): Promise<Page> {
    const desk = await this.device('desk', `/chiave/${this.app.setup}`);
    await desk.getByLabel('Nome').fill('Chi tiene lo spazio');
    await desk.getByLabel('Password').fill(PASSPHRASE);
    await desk.getByRole('button', { name: 'Crea l’account' }).click();
    await desk.waitForURL(/\/ufficio$/);
    return desk;
  }

  /** Opens a gathering from the open office, and returns its code. */
  async opens(desk: Page, title: string, question: string): Promise<string> {
    await desk.getByRole('textbox', { name: 'Titolo' }).fill(title);
    await desk.getByLabel('Domanda guida').fill(question);
    await desk.getByLabel('Giorno', { exact: true }).fill('2026-11-28');
    await desk.getByLabel('Spazi, uno per riga').fill('Tiglio\nGelso\nOlmo (gradini)');
    await desk.getByRole('button', { name: 'Crea l’incontro' }).click();
    await desk.waitForURL(/\/regia\/\w+$/);
    await desk.locator('[data-link="live"]').first().waitFor({ state: 'attached' });
    return desk.url().split('/').at(-1) ?? '';
  }
}
