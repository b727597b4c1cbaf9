/** `npm run pictures`: every screen of a running app, in both languages, light and dark; `-- --chosen`: only the docs' few. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { type App, launch, SIZES, startApp } from '../journeys/browser';
import type { Visitor } from '../journeys/living';
import type { Screen } from '../journeys/screens';
import { stages } from '../journeys/stages';
import { CHOSEN } from './chosen';

const root = resolve(import.meta.dirname, '../..');
const all = join(root, 'pictures');
const kept = join(root, 'docs/pictures');
const LANGS = ['it', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const onlyChosen = process.argv.includes('--chosen');

/** A window of that size, language and theme, as that visitor. */
async function seenBy(
  browser: Browser,
  who: Visitor,
  lang: string,
  theme: 'light' | 'dark',
  size: Screen['size'],
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: lang === 'it' ? 'it-IT' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: size === 'phone',
    deviceScaleFactor: size === 'phone' ? 2 : 1,
  });
  const { cookie } = await who.speaking(lang);
  const [name = '', ...value] = cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: who.url }]);
  return { context, page: await context.newPage() };
}

async function take(page: Page, url: string, screen: Screen, file: string): Promise<void> {
  await page.goto(url + screen.path, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, fullPage: screen.size === 'desk', timeout: 60_000 });
}

async function choose(name: string, file: string): Promise<void> {
  const chosen = CHOSEN[name];
  if (!chosen) return;
  const picture = sharp(file).resize({ width: chosen.width, withoutEnlargement: true });
  const { info, data } = await picture.toBuffer({ resolveWithObject: true });
  await sharp(data)
    .extract({
      left: 0,
      top: 0,
      width: info.width,
      height: Math.min(info.height, chosen.tall ?? info.height),
    })
    .jpeg({ quality: 72, mozjpeg: true })
    .toFile(join(kept, `${chosen.as}.jpg`));
}

async function main(): Promise<void> {
  const app: App = await startApp({ demo: true });
  const browser = await launch();
  rmSync(all, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  let taken = 0;
  try {
    for await (const { stage, as, screens } of stages(app))
      for (const lang of LANGS)
        for (const theme of THEMES) {
          const folder = join(all, lang, theme);
          mkdirSync(folder, { recursive: true });
          for (const size of ['phone', 'desk', 'wall'] as const) {
            // What a desk shows must also stand on a phone.
            const here = screens
              .filter((s) => s.size === size || (size === 'phone' && s.size === 'desk'))
              .filter(
                (s) => !onlyChosen || (s.size === size && `${lang}/${theme}/${s.name}-${stage}` in CHOSEN),
              );
            if (here.length === 0) continue;
            const { context, page } = await seenBy(browser, as, lang, theme, size);
            for (const screen of here) {
              const small = screen.size === size ? '' : '-small';
              const name = `${screen.name}${small}-${stage}`;
              const file = join(folder, `${name}.png`);
              await take(page, app.url, screen, file);
              await choose(`${lang}/${theme}/${name}`, file);
              taken += 1;
            }
            await context.close();
          }
        }
  } finally {
    await browser.close();
    await app.stop();
  }
  console.log(
    `${taken} pictures in pictures/, ${Object.keys(CHOSEN).length} of them chosen for docs/pictures/.`,
  );
}

await main();
