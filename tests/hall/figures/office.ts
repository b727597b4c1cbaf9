/**
 * A planner at the desk over a year of gatherings: the longest task of the page and the longest turn of the server while the
 * queue is opened, filtered and asked for similar words, a cross-tab is drawn, and a sheet of 5,000 rows comes in and is
 * taken out again. Both are processor time, so that a machine that others use measures the same.
 */
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

type TraceEvent = { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };

/** The longest task of the pages in a trace, in ms of processor time. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = new Set(
    traceEvents.flatMap((e) =>
      e.name === 'thread_name' && e.args?.name === 'CrRendererMain' ? `${e.pid} ${e.tid}` : [],
    ),
  );
  const tasks = traceEvents.filter((e) => e.name.endsWith('RunTask') && threads.has(`${e.pid} ${e.tid}`));
  if (tasks.length === 0) throw new Error('the trace has no task of a page');
  return Math.max(...tasks.map((e) => (e.tdur ?? 0) / 1000));
}

export const office: Group = {
  rows: [
    {
      key: 'office_task',
      what: 'ms of processor time of the longest task of the planners’ page over 30,000 facts: queue, filter, similar words, cross-tab, import',
      against: `${TASK_MOST} ms`,
      target: { at: 'most', value: 1 },
    },
    {
      key: 'office_turn',
      what: 'ms of processor time of the server’s longest turn meanwhile',
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
      const browser = await launch({ full: true });
      try {
        const context = await browser.newContext({ viewport: SIZES.desk, locale: 'it-IT' });
        context.setDefaultTimeout(60_000);
        const [name = '', value = ''] = cookie.split('=');
        await context.addCookies([{ name, value, url: app.url }]);
        const page = await context.newPage();
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
          await browser.startTracing(page, { categories: ['toplevel'] });
          await act();
          await page.waitForLoadState('networkidle');
          // Time for drawing the last answer.
          await page.waitForTimeout(300);
          tasks[step] = longestTask(await browser.stopTracing());
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
