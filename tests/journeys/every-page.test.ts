/**
 * Every page of the app in a real browser, opened once: accessibility, 320 px, doubled text, the wall's size, its
 * requests, its policy, its links, and the effect of texts that have broken software before.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATH } from '../../db/demo/path';
import { type App, launch, startApp } from './browser';
import { routes, shapeOf } from './routes';
import {
  deskScreens,
  officeScreens,
  printScreens,
  publicScreens,
  seatScreens,
  totemScreens,
  wallScreens,
} from './screens';
import { type Chapter, CHAPTER_NAMES, everything, type Look, stages } from './stages';
import { tortured } from './torture';
import { torturedPath } from './torture-path';
import { Visitor } from './visitor';
import { type How, Walk } from './walk';

let app: App;
let browser: Browser;
let walk: Walk;

const ITALIAN: How = { lang: 'it', theme: 'light' };
const ENGLISH: How = { lang: 'en', theme: 'dark' };

/** The amount of content changes neither words nor colours: `npm run access` looks at the crowded hall too. */
const CHAPTERS: Chapter[] = everything ? CHAPTER_NAMES : ['first', 'empty', 'living', 'listening', 'demo'];

/**
 * Ordinarily each screen once, in Italian and light or in English and dark alternately, and all of them in Italian at
 * 320 px.
 */
async function throughTheDay(): Promise<void> {
  const seen = new Set<string>();
  for await (const look of stages(app, CHAPTERS)) {
    // Pages of the whole installation need not be opened again, nor an empty wall and desk.
    const due = look.screens.filter(
      (s) => everything || (!seen.has(s.path) && (look.stage !== 'empty' || s.size === 'phone')),
    );
    for (const { path } of due) seen.add(path);
    const of = (n: number): Look => ({
      ...look,
      screens: everything ? due : due.filter((_, i) => i % 2 === n),
    });
    await Promise.all([walk.look(of(0), ITALIAN), walk.look(of(1), ENGLISH)]);
    if (!everything) await walk.fit(of(1), ITALIAN);
  }
}

/** A gathering and a path in which every text is one that has broken software before. */
async function throughTheTorture(): Promise<void> {
  const how: How = { ...ITALIAN, torture: true };
  const staff = new Visitor(app.url);
  await staff.post('/api/sign-in', { name: 'Chi tiene lo spazio', passphrase: 'quattro parole a caso' });
  const hall = await tortured(staff);
  await torturedPath(staff);
  const { code, session, seat } = hall;
  const look = (as: Visitor, screens: Look['screens']) => walk.look({ stage: 'torture', as, screens }, how);
  const nobody = new Visitor(app.url);
  const office = [...deskScreens(code), ...printScreens(code), ...officeScreens(PATH.code)];
  await Promise.all([
    look(nobody, [...publicScreens(code), ...wallScreens(code)]).then(() =>
      look(seat, seatScreens(code, session)),
    ),
    look(staff, office),
  ]);
  await hall.hold('changePhase', { phase: 'voting' });
  await hall.hold('openVoting', { quota: 5 });
  const totem = new Visitor(app.url);
  await totem.post('/api/sign-in', { name: 'Chi tiene lo spazio', passphrase: 'quattro parole a caso' });
  await totem.post('/api/totem/start', { code });
  const voting = seatScreens(code, session).filter((s) => /vote|home/.test(s.name));
  await Promise.all([look(seat, voting), look(totem, totemScreens(code))]);
  hall.close();
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

  it('asks nothing of any other house, breaks no policy, throws nothing', () => {
    for (const kind of ['outside', 'policy', 'errors'] as const) expect(walk.faults(kind)).toEqual([]);
  });

  it('links only to what is there', async () => {
    const { asked, broken } = await walk.knock();
    console.log(`links: ${walk.links.size}, asked for without a browser: ${asked}`);
    expect(walk.links.size).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });

  it('[E33] is harmed by no words: nothing runs, nothing overflows, each reads in its own direction', async () => {
    const before = walk.pages;
    await throughTheTorture();
    console.log(`pages with torture: ${walk.pages - before}`);
    for (const kind of ['torture', 'narrow', 'wall', 'outside', 'policy', 'errors'] as const)
      expect(walk.faults(kind)).toEqual([]);
  });
});
