/**
 * Time from a key to the painted letter in the note box of a circle on a slow phone that holds a full hall, while facts keep
 * coming; beside the box of an empty page.
 */
import type { Browser, Page } from 'playwright-core';
import { besideBarePage, FULL_HALL } from '../beside-bare-page';
import type { Fired } from '../crowd';
import type { Group } from '../figure';
import { sessionId } from '../ground';
import { start } from '../program';
import { openPhone, slowProcessor } from '../slow-phone';

/** Facts a second, and the phones that write them: few, because they share this machine with the page. */
const RATE = 50;
const WRITERS = 30;
/** Between two keys, in ms. No multiple of a frame's 60 ms, so that keys come at every moment of a frame. */
const KEY_EVERY = 137;
/** Milliseconds until a page has brought in the background what it brings after its start. */
const SETTLED = 3000;
const FIRST = 'prima ';
const WORDS = 'chi resta solo la sera non chiama nessuno e nessuno lo viene a sapere ';

/** Milliseconds: of each key that took at least Event Timing's shortest, and of the longest task. */
type Typed = { keys: number[]; longest: number };
type Seen = Typed & { sent: number };

/**
 * By the browser's Event Timing: from the key's own time, which counts its wait behind other work, to the frame on the screen
 * that shows what it did, in steps of 8 ms.
 */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const typed: Typed = { keys: [], longest: 0 };
    Object.assign(window, { typed });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') typed.keys.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) typed.longest = Math.max(typed.longest, entry.duration);
    }).observe({ type: 'longtask' });
  });
}

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Types for so many seconds by a clock of its own, whatever the page does. */
async function type(
  browser: Browser,
  url: string,
  cookie: string | null,
  seconds: number,
  meanwhile: (seconds: number) => Promise<unknown>,
): Promise<Seen> {
  const { page, context, cdp } = await openPhone(browser, url, cookie);
  try {
    await page.goto(url);
    if (cookie) await page.locator('[data-link="live"]').waitFor({ state: 'attached' });
    // The bare page has no box: the plainest there is.
    else
      await page.evaluate(() => document.querySelector('main')?.append(document.createElement('textarea')));
    await page.waitForLoadState('networkidle');
    await rest(SETTLED);
    await slowProcessor(cdp);
    const box = page.locator('textarea').first();
    await box.focus();
    // The first letters are not measured: a page does some things once.
    await page.keyboard.type(FIRST, { delay: KEY_EVERY });
    const coming = meanwhile(seconds);
    await rest(500);
    await watchKeys(page);
    const keys = Math.round(((seconds - 1) * 1000) / KEY_EVERY);
    const began = performance.now();
    for (let i = 0; i < keys; i++) {
      await rest(began + i * KEY_EVERY - performance.now());
      const text = WORDS[i % WORDS.length] ?? ' ';
      void cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text });
      void cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
    }
    await coming;
    await rest(1000);
    const typed = await page.evaluate(() => (window as unknown as { typed: Typed }).typed);
    const written = (await box.inputValue()).length - FIRST.length;
    if (written !== keys) throw new Error(`of ${keys} keys ${written} were written`);
    return { ...typed, sent: keys };
  } finally {
    await context.close();
  }
}

/** Keys that took less than the shortest reported count as none. */
function p95({ keys, sent }: Seen): number {
  const sorted = [...Array<number>(Math.max(0, sent - keys.length)).fill(0), ...keys].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

export const typing: Group = {
  rows: [
    {
      key: 'typing',
      what: 'ms from a key to the painted letter (p95) in the note box of a circle: 2,160 notes held, 50 facts a second arriving, processor four times slower',
      against: 'a text box on the bare Next page on the same phone, the same hall talking beside it',
      target: { at: 'most', value: 2 },
    },
  ],
  browser: true,
  run: (quick) =>
    besideBarePage(FULL_HALL, async ({ app, bareUrl, browser }) => {
      const crowd = await start('crowd.ts');
      try {
        const seconds = quick ? 10 : 30;
        const where = { url: app.url, path: app.path, code: app.code };
        await crowd.ask('connect', { where, phones: WRITERS, cookies: app.cookies.slice(1) });
        const fire = async (s: number) => {
          const { refused } = await crowd.ask<Fired>('fire', { rate: RATE, seconds: s });
          if (refused > 0) throw new Error(`${refused} notes were refused`);
        };
        const circle = `${app.url}/i/${app.code}/cerchio/${sessionId(0)}`;
        const theirs = await type(browser, bareUrl, null, seconds, fire);
        const ours = await type(browser, circle, app.cookies[0] ?? null, seconds, fire);
        return {
          typing: {
            ratio: p95(ours) / p95(theirs),
            ours: p95(ours),
            baseline: p95(theirs),
            unit: 'ms',
            more: {
              keys: ours.sent,
              longest_task: ours.longest,
              baseline_longest_task: theirs.longest,
            },
          },
        };
      } finally {
        await crowd.stop('SIGKILL');
      }
    }),
};
