/**
 * Every screen at 320 px and with text twice as large: nothing lost, nothing sideways, nothing too small.
 * English adds other words and no other shapes: each of its screens is seen once, full.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, SIZES, startApp } from './browser';
import { misfits } from './fitting';
import { isOfAScreen, type Screen } from './screens';
import { seenBy, settled, textAt } from './seen';
import { type Chapter, everything, stages } from './stages';
import type { Visitor } from './visitor';

let app: App;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const NARROW = 320;
/** 44 px where a thumb is the only way in; the planners' and office's desks have a mouse: 24 px, the rule of level AA. */
const thumbOn = (s: Screen) =>
  s.size === 'phone' || /^desk-(record|privacy|accessibility|sign-in|totem)/.test(s.name) ? 44 : 24;

describe('narrow screens and large text', () => {
  it('[E40] no screen goes sideways, cuts its words or asks for a fine thumb', {
    timeout: 1_200_000,
  }, async () => {
    const wrong = new Map<string, string>();
    const seen = new Set<string>();
    let checked = 0;
    const look = async (stage: string, who: Visitor, lang: string, all: Screen[]) => {
      for (const size of ['phone', 'desk'] as const) {
        // What was seen full needs not be seen half full, nor empty in another language.
        const again = stage === 'living' || (lang === 'en' && !stage.startsWith('crowded'));
        const here = all.filter(
          (s) => s.size === size && isOfAScreen(s) && !s.without && !(again && seen.has(lang + s.name)),
        );
        if (here.length === 0) continue;
        const { context, page } = await seenBy(browser, who, { lang, size });
        for (const screen of here) {
          seen.add(lang + screen.name);
          await page.setViewportSize({ width: NARROW, height: 640 });
          await settled(page, app.url + screen.path, 800);
          const note = (how: string, faults: string[]) => {
            for (const fault of faults)
              if (!wrong.has(`${fault} ${how}`))
                wrong.set(`${fault} ${how}`, `${screen.name} (${stage}, ${lang}, ${how}): ${fault}`);
            checked += 1;
          };
          note('320 px', await misfits(page, { thumb: thumbOn(screen) }));
          await page.setViewportSize(SIZES[size]);
          await textAt(page, 2);
          note('200 %', await misfits(page, { thumb: 0 }));
          await textAt(page, 1);
        }
        await context.close();
      }
    };
    const chapters: Chapter[] = everything
      ? ['first', 'empty', 'listening', 'crowded', 'demo', 'living']
      : ['first', 'living', 'listening'];
    for await (const { stage, as, screens } of stages(app, chapters))
      await Promise.all([
        look(stage, as, 'it', screens),
        stage !== 'empty' && look(stage, as, 'en', screens),
      ]);
    console.log(`narrow: ${checked} pages measured, ${wrong.size} faults`);
    expect([...wrong.values()]).toEqual([]);
  });
});
