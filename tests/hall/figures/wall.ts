/** Frame rate of the wall and a phone while much is there and more keeps coming; in a real browser. */
import type { Browser } from 'playwright-core';
import { launch, SIZES } from '../../journeys/browser';
import { startApp } from '../app';
import type { Group } from '../figure';
import { start, withFolder } from '../program';

type Long = { n: number; longest: number; busy: number };
const RATE = 50;

async function open(browser: Browser, size: 'phone' | 'wall', url: string, cookie: string | null) {
  const context = await browser.newContext({ viewport: SIZES[size], locale: 'it-IT' });
  if (cookie) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
  }
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  await page.goto(url);
  const tasks = () => page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));
  return { page, tasks };
}

const counted = (tasks: number[]): Long => ({
  n: tasks.length,
  longest: Math.max(0, ...tasks),
  busy: tasks.reduce((a, b) => a + b, 0),
});

export const frames: Group = {
  rows: [
    {
      key: 'wall_frames',
      what: 'tasks over 50 ms on the wall and on a phone with 300 topics and 3,000 notes, while 50 facts a second arrive',
      against: 'seconds watched',
      target: { at: 'most', value: 0 },
    },
  ],
  browser: true,
  run: (quick) =>
    withFolder(async (folder) => {
      const app = await startApp(folder, { people: 100, topics: 300, notes: 3000 });
      const browser = await launch({ full: true });
      const crowd = await start('crowd.ts');
      try {
        const seconds = quick ? 6 : 15;
        const where = { url: app.url, path: app.path, code: app.code };
        await crowd.ask('connect', { where, phones: 99, cookies: app.cookies.slice(1) });
        const wall = await open(browser, 'wall', `${app.url}/muro/${app.code}?scena=board`, null);
        const phone = await open(
          browser,
          'phone',
          `${app.url}/i/${app.code}/bacheca`,
          app.cookies[0] ?? null,
        );
        await new Promise((r) => setTimeout(r, 6000));
        await Promise.all([wall.tasks(), phone.tasks()]);
        // A short warm-up, so that a page is measured that has been running.
        await crowd.ask('fire', { rate: RATE, seconds: 2 });
        await Promise.all([wall.tasks(), phone.tasks()]);
        await crowd.ask('fire', { rate: RATE, seconds });
        const onWall = counted(await wall.tasks());
        const onPhone = counted(await phone.tasks());
        return {
          wall_frames: {
            ratio: onWall.n + onPhone.n,
            ours: onWall.n + onPhone.n,
            baseline: seconds,
            unit: '',
            more: {
              on_wall: onWall.n,
              wall_longest_ms: onWall.longest,
              on_phone: onPhone.n,
              phone_longest_ms: onPhone.longest,
            },
          },
        };
      } finally {
        await browser.close();
        await Promise.all([crowd.stop('SIGKILL'), app.stop()]);
      }
    }),
};
