/**
 * Every page of a gathering and a path in which every text is one that has broken software before, opened once in a real
 * browser.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATH } from '../../db/demo/path';
import { type App, launch, startApp } from './browser';
import {
  deskScreens,
  officeScreens,
  printScreens,
  publicScreens,
  seatScreens,
  totemScreens,
  wallScreens,
} from './screens';
import type { Look } from './stages';
import { tortured } from './torture';
import { torturedPath } from './torture-path';
import { office, Visitor } from './visitor';
import { type How, Walk } from './walk';

let app: App;
let browser: Browser;
let walk: Walk;

const HOW: How = { lang: 'it', theme: 'light', torture: true };

async function throughTheTorture(): Promise<void> {
  const staff = await office(app.url, app.setup ?? '');
  const hall = await tortured(staff);
  await torturedPath(staff);
  const { code, session, seat } = hall;
  const look = (as: Visitor, screens: Look['screens']) => walk.look({ stage: 'torture', as, screens }, HOW);
  const nobody = new Visitor(app.url);
  const atDesks = [...deskScreens(code), ...printScreens(code), ...officeScreens(PATH.code)];
  await Promise.all([
    look(nobody, [...publicScreens(code), ...wallScreens(code)]).then(() =>
      look(seat, seatScreens(code, session)),
    ),
    look(staff, atDesks),
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
  await browser?.close();
  await app?.stop();
});

describe('every page of torture', { timeout: 1_800_000 }, () => {
  it('[E33] is harmed by no words: nothing runs, nothing overflows, each reads in its own direction', async () => {
    await throughTheTorture();
    console.log(`pages with torture: ${walk.pages}`);
    for (const kind of ['torture', 'narrow', 'wall', 'outside', 'policy', 'errors'] as const)
      expect(walk.faults(kind)).toEqual([]);
  });
});
