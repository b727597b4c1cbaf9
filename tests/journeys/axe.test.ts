/** Accessibility, measured on every route, in both languages, in each stage of a day. */
import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, startApp } from './browser';
import type { Screen } from './screens';
import { seenBy, settled } from './seen';
import { type Chapter, CHAPTER_NAMES, everything, stages } from './stages';
import type { Visitor } from './visitor';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
type Node = { target: string[]; html: string; failureSummary?: string };
type Violation = { id: string; nodes: Node[] };

let app: App;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), launch()]);
});
afterAll(async () => {
  if (app?.process.exitCode !== null) console.error(app?.said());
  await browser?.close();
  await app?.stop();
});

/** On the wall, which is read from afar, contrast is held to level AAA. */
async function violations(page: Page, wall: boolean): Promise<Violation[]> {
  await page.evaluate(axe.source);
  const rules = { 'color-contrast-enhanced': { enabled: wall } };
  return page.evaluate(
    async ([tags, rules]) => {
      const { axe } = window as unknown as {
        axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> };
      };
      return (await axe.run(document, { runOnly: tags, rules, resultTypes: ['violations'] })).violations;
    },
    [TAGS, rules] as const,
  );
}

/** E34: the smallest text on the wall, in pixels at 1920×1080, and whether anything could be scrolled. */
const wallTrouble = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const trouble: string[] = [];
    const root = document.documentElement;
    if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) trouble.push('it scrolls');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.parentElement;
      const words = walker.currentNode.textContent?.trim() ?? '';
      if (!at || !words || !at.checkVisibility() || at.closest('.sr-only, script, style, svg')) continue;
      const px = Number.parseFloat(getComputedStyle(at).fontSize);
      if (px < 28) trouble.push(`«${words.slice(0, 40)}» is ${px}px`);
    }
    return trouble;
  });

/** Routes as folders of src/app, e.g. `/i/[code]/[[...where]]`. */
const routes = (folder = resolve(import.meta.dirname, '../../src/app')): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return routes(path);
    return name === 'page.tsx' ? [`/${relative(resolve(import.meta.dirname, '../../src/app'), folder)}`] : [];
  });
const shapeOf = (route: string): RegExp =>
  new RegExp(`^${route.replace(/\/\[\[\.\.\.\w+\]\]/g, '(/[^?]*)?').replace(/\[\w+\]/g, '[^/?]+')}(\\?.*)?$`);

describe('accessibility', () => {
  it('[E34][E40] no page breaks a rule, and the wall is large and still', {
    timeout: 1_800_000,
  }, async () => {
    const visited = new Set<string>();
    const wrong: string[] = [];
    let checked = 0;
    const look = async (
      stage: string,
      who: Visitor,
      lang: string,
      theme: 'light' | 'dark',
      all: Screen[],
    ) => {
      for (const size of ['phone', 'desk', 'wall'] as const) {
        const here = all.filter((s) => s.size === size);
        if (here.length === 0) continue;
        const { context, page } = await seenBy(browser, who, { lang, theme, size });
        for (const screen of here) {
          await settled(page, app.url + screen.path);
          visited.add(screen.path);
          checked += 1;
          const where = `${screen.name} (${stage}, ${lang}, ${theme})`;
          for (const v of await violations(page, size === 'wall'))
            for (const node of v.nodes)
              wrong.push(`${where}: ${v.id} at ${node.target.join(' ')} ${node.html.slice(0, 160)}`);
          if (size === 'wall')
            for (const trouble of await wallTrouble(page)) wrong.push(`${where}: ${trouble}`);
        }
        await context.close();
      }
    };
    // How much there is on a screen changes neither its words nor its colours: `npm run access` looks at those too.
    const chapters: Chapter[] = everything
      ? CHAPTER_NAMES
      : ['first', 'empty', 'living', 'listening', 'demo'];
    // And ordinarily each screen once, in Italian and light or in English and dark by turns.
    const turn = (n: number, all: Screen[]) => (everything ? all : all.filter((_, i) => i % 2 === n));
    for await (const { stage, as, screens } of stages(app, chapters)) {
      // What stands for the whole house needs not be seen again, nor a wall and a desk that have nothing yet to show.
      const due = screens.filter(
        (s) => everything || (!visited.has(s.path) && (stage !== 'empty' || s.size === 'phone')),
      );
      await Promise.all([
        look(stage, as, 'it', 'light', turn(0, due)),
        look(stage, as, 'en', 'dark', turn(1, due)),
      ]);
    }
    console.log(`axe: ${checked} pages checked, ${wrong.length} faults`);
    expect([...new Set(wrong)]).toEqual([]);
    expect(routes().filter((r) => ![...visited].some((path) => shapeOf(r).test(path)))).toEqual([]);
  });
});
