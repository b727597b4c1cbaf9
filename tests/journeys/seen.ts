/** A window of its own on a running app, for one visitor, language, theme and size. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PATIENCE, SIZES } from './browser';
import type { Screen } from './screens';
import type { Visitor } from './visitor';

export type Eye = {
  lang: string;
  theme?: 'light' | 'dark';
  size: Screen['size'];
  /** Another width than the size has, in CSS pixels. */
  width?: number | undefined;
  scale?: number;
  /** False: the page before, or without, any script. */
  script?: boolean;
};

export async function seenBy(
  browser: Browser,
  who: Visitor,
  { lang, theme = 'light', size, width, scale = 1, script = true }: Eye,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { ...SIZES[size], ...(width && { width }) },
    locale: lang === 'it' ? 'it-IT' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: size === 'phone',
    deviceScaleFactor: scale,
    javaScriptEnabled: script,
  });
  context.setDefaultTimeout(PATIENCE);
  const { cookie } = await who.speaking(lang);
  const [name = '', ...value] = cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: who.url }]);
  return { context, page: await context.newPage() };
}

/** Pending requests by page, and the time of its last change. */
const flights = new WeakMap<Page, { open: number; since: number }>();

function flight(page: Page): { open: number; since: number } {
  const kept = flights.get(page);
  if (kept) return kept;
  const made = { open: 0, since: Date.now() };
  const change = (by: 1 | -1) => () => {
    made.open = Math.max(0, made.open + by);
    made.since = Date.now();
  };
  page.on('request', change(1));
  page.on('requestfinished', change(-1));
  page.on('requestfailed', change(-1));
  flights.set(page, made);
  return made;
}

/** After this many milliseconds without a request a page is loaded. */
const QUIET = 150;

/** Loaded and still: later parts have come too, or `patience` milliseconds have passed. */
export async function settled(page: Page, url: string, patience = 1500): Promise<void> {
  const state = flight(page);
  state.open = 0;
  await page.goto(url, { waitUntil: 'load' });
  const end = Date.now() + patience;
  await everyLink(page, 'live', false, patience).catch(() => {});
  while (Date.now() < end && (state.open > 0 || Date.now() - state.since < QUIET))
    await new Promise((r) => setTimeout(r, 25));
}

const everyLink = (page: Page, is: 'live' | 'offline', says: boolean, timeout = PATIENCE): Promise<unknown> =>
  page.waitForFunction(
    ([is, says]) =>
      [...document.querySelectorAll<HTMLElement>('[data-link]')].every(
        (e) => e.dataset.link === is && (!says || e.textContent !== ''),
      ),
    [is, says] as const,
    { timeout },
  );

/** The page is connected: before that it shows the server's state, and says so. */
export const connected = (page: Page): Promise<unknown> => everyLink(page, 'live', false);

/** The page has noticed that it is not connected, and has said so: it does not report a short interruption. */
export const cutOff = (page: Page): Promise<unknown> => everyLink(page, 'offline', true);

/** Text twice as large, as set in the browser: sizes in rem follow. */
export const textAt = (page: Page, times: number): Promise<void> =>
  page.evaluate((n) => {
    document.documentElement.style.fontSize = n === 1 ? '' : `${106.25 * n}%`;
  }, times);

/** React has taken over this element: before, what is chosen in it may be lost, and a link is followed by the browser. */
export const hydrated = async (what: Locator): Promise<unknown> =>
  what
    .page()
    .waitForFunction(
      (e) => Object.keys(e ?? {}).some((key) => key.startsWith('__reactProps')),
      await what.elementHandle(),
    );

/** The server has all that was asked on this device. */
export const allSent = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.includes(':outbox:')));

/** The step back of a closed dialog is done: it would undo the next step. */
export const steppedBack = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.history.state?.dialog === undefined);
