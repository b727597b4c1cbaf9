/** A phone on a slow link with a slow processor, emulated by Chromium for the figures that open a page. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { SIZES } from '../journeys/browser';

/** Slow 4G as Lighthouse has it. Bytes a second, milliseconds. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_638_400 / 8,
  uploadThroughput: 750_000 / 8,
};
/** How many times slower than this machine's the processor is. */
const SLOWER = 4;

export type Phone = { page: Page; context: BrowserContext; cdp: CDPSession };

/** A new phone with an empty cache. `cookie` is of the site at `url`. */
export async function openPhone(browser: Browser, url: string, cookie: string | null): Promise<Phone> {
  const context = await browser.newContext({
    viewport: SIZES.phone,
    locale: 'it-IT',
    hasTouch: true,
  });
  if (cookie) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
  }
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  return { page, context, cdp };
}

export async function slowLink(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
}
export const slowProcessor = (cdp: CDPSession) =>
  cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });

/**
 * Notes in `window.usable` the time since the visit began, in ms, when React has hydrated the screen, so that a tap counts.
 * To be called before the page is opened.
 */
export async function watchUsable(page: Page): Promise<void> {
  // No named function in here: the loader would call a helper that the page does not have.
  await page.addInitScript(() => {
    const timer = setInterval(() => {
      const screen = document.querySelector('main');
      if (!screen || !Object.keys(screen).some((k) => k.startsWith('__reactProps'))) return;
      Object.assign(window, { usable: performance.now() });
      clearInterval(timer);
    }, 10);
  });
}

/** The number that a watching script has left in the window under this name, once it is there. */
export async function timeOf(page: Page, name: string): Promise<number> {
  const handle = await page.waitForFunction(
    (n) => (window as unknown as Record<string, number | undefined>)[n],
    name,
    { timeout: 60_000 },
  );
  return (await handle.jsonValue()) ?? 0;
}
