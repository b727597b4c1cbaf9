/** `npm run pictures`: every screen of a running app in its designed states, in both languages, light and dark.
    `-- --chosen`: only the docs' few. `-- --small`: phones as narrow as there are, with large letters.
    `-- --large`: text twice as large.
    `-- crowded wall dark`: only those whose name holds all the words. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { type App, launch, startApp } from '../journeys/browser';
import type { Screen } from '../journeys/screens';
import { connected, cutOff, seenBy, settled, textAt } from '../journeys/seen';
import { CHAPTER_NAMES, type Look, stages } from '../journeys/stages';
import type { Visitor } from '../journeys/visitor';
import { KEY as LETTERS } from '../../src/ui/web-fonts';
import { CHOSEN } from './chosen';

const root = resolve(import.meta.dirname, '../..');
const all = join(root, 'pictures', ...['small', 'large'].filter((f) => process.argv.includes(`--${f}`)));
const kept = join(root, 'docs/pictures');
const onlyChosen = process.argv.includes('--chosen');
const small = process.argv.includes('--small');
const large = process.argv.includes('--large');
/** Large text is set in the browser's settings: a page that fixes its own sizes would not follow. */
const LARGE_LETTERS = 21;
const words = process.argv.slice(2).filter((w) => !w.startsWith('--'));

const LOOKS = ['it', 'en'].flatMap((lang) => (['light', 'dark'] as const).map((theme) => ({ lang, theme })));
type Eye = { who: Visitor; lang: string; theme: 'light' | 'dark'; size: Screen['size'] };
type Shot = { screen: Screen; name: string };

/**
 * The server is never reached, as in a hall whose Wi-Fi is down. Blocked inside the page (a routed socket opens before
 * it closes, and the service worker's requests are not routed at all), by uncompiled text. No server listens on port 9.
 */
const NO_LINK = `
  window.WebSocket = class {
    constructor() { setTimeout(() => this.onerror?.(new Event('error'))); }
    close() {}
  };
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url) {
    open.call(this, method, String(url).includes('/filo/') ? 'http://127.0.0.1:9/' : url, true);
  };`;

/** The largest image Chromium draws in one piece, in its own pixels; the rest of a taller page is left out. */
const TALLEST = 16_000;

/**
 * Makes the window as tall as the page: to photograph beyond the window, the browser makes it one pixel for a moment,
 * and everything sized by its own width is drawn for that.
 */
async function unroll(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const [tall, scale] = await page.evaluate(
    () => [document.documentElement.scrollHeight, devicePixelRatio] as const,
  );
  await page.setViewportSize({ width, height: Math.min(tall, Math.floor(TALLEST / scale)) });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

async function take(page: Page, url: string, screen: Screen, file: string): Promise<void> {
  if (screen.without === 'link') await page.addInitScript({ content: NO_LINK });
  await settled(page, url + screen.path, 2000);
  if (screen.without === 'link') await cutOff(page);
  if (!screen.without) await connected(page);
  if (screen.without !== 'script') await page.evaluate(() => document.fonts.ready);
  if (large) await textAt(page, 2);
  if (screen.size === 'desk' || large) await unroll(page);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file, timeout: 60_000 });
}

async function choose(name: string, file: string): Promise<void> {
  const chosen = small || large ? undefined : CHOSEN[name];
  if (!chosen) return;
  const picture = sharp(file).resize({ width: chosen.width, withoutEnlargement: true });
  const { info, data } = await picture.toBuffer({ resolveWithObject: true });
  const height = Math.min(info.height, chosen.tall ?? info.height);
  await sharp(data)
    .extract({ left: 0, top: 0, width: info.width, height })
    .jpeg({ quality: 72, mozjpeg: true })
    .toFile(join(kept, `${chosen.as}.jpg`));
}

/** The screens of this list wanted at that size; a desk's screens must also fit a phone. */
function shots(look: Look, { lang, theme, size }: Eye): Shot[] {
  return look.screens
    .filter((s) => !small || s.size === 'phone')
    .filter((s) => s.size === size || (size === 'phone' && s.size === 'desk' && !onlyChosen))
    .map((screen) => {
      const small = screen.size === size ? '' : '-small';
      return { screen, name: `${lang}/${theme}/${screen.name}${small}-${look.stage}` };
    })
    .filter(({ name }) => !onlyChosen || name in CHOSEN)
    .filter(({ name }) => words.every((w) => CHAPTER_NAMES.includes(w as never) || name.includes(w)));
}

async function takeAll(browser: Browser, app: App, look: Look, eye: Eye): Promise<number> {
  const asked = shots(look, eye);
  const contexts: BrowserContext[] = [];
  for (const script of [true, false]) {
    const here = asked.filter(({ screen }) => (screen.without !== 'script') === script);
    if (here.length === 0) continue;
    const { context } = await seenBy(browser, eye.who, {
      ...eye,
      width: small && eye.size === 'phone' ? 320 : undefined,
      scale: eye.size === 'phone' ? 2 : 1,
      script,
    });
    contexts.push(context);
    // New visitors see the fallback font; later the web font is on their phone.
    if (look.stage !== 'empty') await context.addInitScript(`localStorage.setItem('${LETTERS}', 'here')`);
    for (const { screen, name } of here) {
      const file = join(all, `${name}.png`);
      const once = async () => {
        const page = await context.newPage();
        await take(page, app.url, screen, file).finally(() => page.close());
      };
      // On a busy machine one page of hundreds may not answer in time: it is requested again, and the others are kept.
      await once().catch(once);
      await choose(name, file);
    }
  }
  for (const context of contexts) await context.close();
  return asked.length;
}

async function main(): Promise<void> {
  const chapters = CHAPTER_NAMES.filter((c) => words.includes(c));
  const app = await startApp({ demo: true, host: '0.0.0.0' });
  const browser = await launch({ fontSize: small ? LARGE_LETTERS : 16, full: true });
  if (words.length === 0) rmSync(all, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  let taken = 0;
  try {
    for await (const look of stages(app, chapters.length > 0 ? chapters : undefined))
      for (const { lang, theme } of LOOKS)
        for (const size of ['phone', 'desk', 'wall'] as const)
          taken += await takeAll(browser, app, look, { who: look.as, lang, theme, size });
  } finally {
    await browser.close();
    await app.stop();
  }
  console.log(`${taken} pictures in pictures/; docs/pictures/ keeps ${Object.keys(CHOSEN).length}.`);
}

await main();
