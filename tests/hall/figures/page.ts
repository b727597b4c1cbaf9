/** Download size and time before a phone's first tap counts, beside a bare page; in a real browser. */
import type { Browser } from 'playwright-core';
import { besideBarePage } from '../beside-bare-page';
import { type Group, median } from '../figure';
import { openPhone, slowLink, slowProcessor, timeOf, watchUsable } from '../slow-phone';

/** Bytes and milliseconds; `js` until a tap counts, `whole` with everything loaded afterwards. */
type Seen = { js: number; whole: number; usable: number; html: number };

/** A first visit with an empty cache. Usable: React has hydrated the screen, so a tap counts. */
async function visit(browser: Browser, url: string, cookie: string | null, slow: boolean): Promise<Seen> {
  const { page, context, cdp } = await openPhone(browser, url, cookie);
  try {
    await cdp.send('Network.enable');
    if (slow) {
      await slowLink(cdp);
      await slowProcessor(cdp);
    }
    const scripts = new Set<string>();
    const documents = new Set<string>();
    let js = 0;
    let html = 0;
    cdp.on('Network.responseReceived', (r) => {
      if (r.type === 'Script') scripts.add(r.requestId);
      if (r.type === 'Document') documents.add(r.requestId);
    });
    cdp.on('Network.loadingFinished', (r) => {
      if (scripts.has(r.requestId)) js += r.encodedDataLength;
      if (documents.has(r.requestId)) html += r.encodedDataLength;
    });
    await watchUsable(page);
    await page.goto(url, { waitUntil: 'commit' });
    const usable = await timeOf(page, 'usable');
    const untilUsable = js;
    await page.waitForLoadState('networkidle').catch(() => {});
    return { js: untilUsable, whole: js, usable, html };
  } finally {
    await context.close();
  }
}

export const page: Group = {
  rows: [
    {
      key: 'phone_js',
      what: 'kilobytes of JavaScript on the wire until a tap on the phone screen counts',
      against: 'a bare Next page with socket.io-client, as Next serves it',
      target: { at: 'most', value: 1.1 },
    },
    {
      key: 'phone_usable',
      what: 'ms until a tap on the phone screen counts, on slow 4G with a processor four times slower',
      against: 'the same bare page',
      target: { at: 'most', value: 1.2 },
    },
  ],
  browser: true,
  run: (quick) =>
    besideBarePage({ people: 60, facts: 1500 }, async ({ app, bareUrl, browser }) => {
      const home = `${app.url}/i/${app.code}`;
      const [cookie = null] = app.cookies;
      await visit(browser, home, cookie, false);
      await visit(browser, bareUrl, null, false);
      const ours: Seen[] = [];
      const theirs: Seen[] = [];
      for (let i = 0; i < (quick ? 1 : 3); i++) {
        theirs.push(await visit(browser, bareUrl, null, true));
        ours.push(await visit(browser, home, cookie, true));
      }
      const of = (seen: Seen[], part: keyof Seen): number => median(seen.map((s) => s[part]));
      const row = (part: 'js' | 'usable', unit: string, by: number) => ({
        ratio: of(ours, part) / of(theirs, part),
        ours: of(ours, part) / by,
        baseline: of(theirs, part) / by,
        unit,
        more: {
          ours_whole_js_kB: of(ours, 'whole') / 1024,
          ours_html_kB: of(ours, 'html') / 1024,
          baseline_html_kB: of(theirs, 'html') / 1024,
        },
      });
      return { phone_js: row('js', 'kB', 1024), phone_usable: row('usable', 'ms', 1) };
    }),
};
