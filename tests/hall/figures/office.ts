/**
 * A planner at the desk over a year of gatherings: the longest task of the page and the longest turn of the server while the
 * queue is opened, filtered and asked for similar words, a cross-tab is drawn, and a sheet of 5,000 rows comes in and is
 * taken out again.
 */
import type { Page } from 'playwright-core';
import { launch, SIZES } from '../../journeys/browser';
import { runApp } from '../app';
import type { Group } from '../figure';
import { start, withFolder } from '../program';
import type { YearMade } from '../year';

const TASK_MOST = 200;
const TURN_MOST = 50;
const GATHERINGS = 20;
const FACTS = 1500;
const ROWS = 5000;

const SHEET = [
  'Codice;Progetto;Totale;Ore',
  ...Array.from({ length: ROWS }, (_, i) => `Z${i};Progetto numero ${i};${i},50;2`),
].join('\n');

/** The longest task of the page so far, in ms; the browser reports those of 50 ms and more. */
async function longestTask(page: Page): Promise<number> {
  // Entries are delivered in a task of their own, after the one that they are about.
  await page.waitForTimeout(150);
  return page.evaluate(() => {
    const seen = window as unknown as { longest: number };
    const longest = seen.longest;
    seen.longest = 0;
    return longest;
  });
}

const watchTasks = () => {
  const seen = window as unknown as { longest: number };
  seen.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
};

export const office: Group = {
  rows: [
    {
      key: 'office_task',
      what: 'ms of the longest task of the planners’ page over 30,000 facts: queue, filter, similar words, cross-tab, import',
      against: `${TASK_MOST} ms`,
      target: { at: 'most', value: 1 },
    },
    {
      key: 'office_turn',
      what: 'ms of the server’s longest turn meanwhile',
      against: `${TURN_MOST} ms`,
      target: { at: 'most', value: 1 },
    },
  ],
  browser: true,
  run: () =>
    withFolder(async (folder) => {
      const maker = await start('year.ts', { HALL_FOLDER: folder });
      const { code, cookie, facts, first } = await maker.ask<YearMade>('year', {
        gatherings: GATHERINGS,
        facts: FACTS,
      });
      await maker.stop();
      const app = await runApp(folder, new URL('../turns.mjs', import.meta.url).href);
      const browser = await launch();
      try {
        const context = await browser.newContext({ viewport: SIZES.desk, locale: 'it-IT' });
        context.setDefaultTimeout(60_000);
        const [name = '', value = ''] = cookie.split('=');
        await context.addCookies([{ name, value, url: app.url }]);
        const page = await context.newPage();
        await page.addInitScript(watchTasks);
        const at = (where: string) => `${app.url}/percorso/${code}/${where}`;
        const button = (label: string | RegExp) => page.getByRole('button', { name: label }).first();
        const found = page.locator('[data-row]').first();
        const steps: Record<string, () => Promise<unknown>> = {
          async queue() {
            await page.goto(at('raccolta'));
            await found.waitFor();
          },
          async filter() {
            await page
              .getByLabel('Cerca nelle parole dette', { exact: true })
              .pressSequentially('vergogna', { delay: 60 });
            await page.waitForURL(/cerca=vergogna/);
          },
          async similar() {
            await page.goto(at(`raccolta/${first}`));
            await page.getByRole('region', { name: 'Parole simili' }).locator('li').nth(9).waitFor();
          },
          async cross() {
            await page.goto(at('analisi/incroci'));
            await page.getByRole('table').first().waitFor();
          },
          async sheet() {
            await page.goto(at('risorse/importa'));
            const file = { name: 'progetti.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) };
            await page.getByLabel('Foglio dei progetti (CSV)').setInputFiles(file);
            await button(/^Importa 5\.?000 progetti/).waitFor();
          },
          async import() {
            await button(/^Importa 5\.?000 progetti/).click();
            await page.waitForURL(/risorse\/progetti/);
            await page.getByText('Progetto numero 17', { exact: false }).first().waitFor();
          },
          async undo() {
            await button('Annulla').click();
            await page
              .getByText('Progetto numero 17', { exact: false })
              .first()
              .waitFor({ state: 'detached' });
          },
        };
        // The first page after a start loads the program of the pages; it is not what is measured here.
        await (await fetch(at('obiettivi'), { headers: { cookie } })).text();
        await app.longestTurn();
        const tasks: Record<string, number> = {};
        const turns: Record<string, number> = {};
        for (const [step, act] of Object.entries(steps)) {
          await act();
          await page.waitForLoadState('networkidle');
          tasks[step] = await longestTask(page);
          turns[step] = await app.longestTurn();
        }
        const row = (of: Record<string, number>, most: number) => {
          const ours = Math.max(...Object.values(of));
          return { ratio: ours / most, ours, baseline: most, unit: 'ms', more: { ...of, facts } };
        };
        return { office_task: row(tasks, TASK_MOST), office_turn: row(turns, TURN_MOST) };
      } finally {
        await browser.close();
        await app.stop();
      }
    }),
};
