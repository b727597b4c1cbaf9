/**
 * Every page of the app in a real browser, opened once: accessibility, 320 px, doubled text, bars at 400 % zoom, forced
 * colours, the wall's size, its requests, its policy, its links.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, startApp } from './browser';
import { routes, shapeOf } from './routes';
import { type Chapter, CHAPTER_NAMES, everything, type Look, stages } from './stages';
import { type How, Walk } from './walk';

let app: App;
let browser: Browser;
let walk: Walk;

const ITALIAN: How = { lang: 'it', theme: 'light' };
const DARK: How = { lang: 'it', theme: 'dark' };
const ENGLISH: How = { lang: 'en', theme: 'dark' };

/** The amount of content changes neither words nor colours: `npm run access` looks at the crowded hall too. */
const CHAPTERS: Chapter[] = everything ? CHAPTER_NAMES : ['first', 'empty', 'living', 'listening', 'demo'];

/**
 * Ordinarily each screen once, light or dark alternately: the phone's in Italian, whose words are longer, the others in
 * Italian and English alternately.
 */
async function throughTheDay(): Promise<void> {
  const seen = new Set<string>();
  for await (const look of stages(app, CHAPTERS)) {
    // Pages of the whole installation need not be opened again, nor an empty wall and desk.
    const due = look.screens.filter(
      (s) => everything || (!seen.has(s.path) && (look.stage !== 'empty' || s.size === 'phone')),
    );
    for (const { path } of due) seen.add(path);
    const of = (n: number, phone: boolean): Look => ({
      ...look,
      screens: due.filter((s, i) => (everything || i % 2 === n) && (s.size === 'phone') === phone),
    });
    await Promise.all([
      walk.look(of(0, true), ITALIAN).then(() => walk.look(of(0, false), ITALIAN)),
      walk.look(of(1, true), everything ? ENGLISH : DARK).then(() => walk.look(of(1, false), ENGLISH)),
    ]);
  }
}

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), launch()]);
  walk = new Walk(browser, app.url);
}, 600_000);
afterAll(async () => {
  if (app?.process.exitCode !== null) console.error(app?.said());
  await browser?.close();
  await app?.stop();
});

describe('every page', { sequential: true, timeout: 1_800_000 }, () => {
  it('is opened, through the stages of a day', async () => {
    await throughTheDay();
    console.log(`pages: ${walk.pages}`);
    expect(routes().filter((r) => ![...walk.visited].some((path) => shapeOf(r).test(path)))).toEqual([]);
  });

  it('[E34][E40] breaks no rule of accessibility, and the wall is large and still', () => {
    expect(walk.faults('access')).toEqual([]);
    expect(walk.faults('wall')).toEqual([]);
  });

  it('[E40] goes nowhere sideways at 320 px or with text twice as large, cuts no words, asks for no fine thumb', () => {
    expect(walk.faults('narrow')).toEqual([]);
  });

  it('[E40] has bars that stay on a fifth of the window at most, at 400 %', () => {
    expect(walk.faults('barred')).toEqual([]);
    expect(walk.zoomed.size).toBeGreaterThan(50);
  });

  it('[E40] outlines the current item where the system chooses the colours', () => {
    expect(walk.faults('current')).toEqual([]);
    expect([...walk.current].sort()).toEqual(['checked', 'page', 'pressed', 'step']);
  });

  it('asks nothing of any other house, breaks no policy, throws nothing', () => {
    for (const kind of ['outside', 'policy', 'errors'] as const) expect(walk.faults(kind)).toEqual([]);
  });

  it('links only to what is there', async () => {
    const { asked, broken } = await walk.knock();
    console.log(`links: ${walk.links.size}, asked for without a browser: ${asked}`);
    expect(walk.links.size).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });
});
