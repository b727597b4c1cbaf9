/** A full hall that goes on writing while its office works on a large path: answers, and the longest turn of the server. */
import { runApp } from '../app';
import type { Fired } from '../crowd';
import type { Group } from '../figure';
import type { Ground } from '../ours';
import { CODE } from '../ground';
import { officeWork } from '../office-work';
import { start, withFolder } from '../program';
import type { YearMade } from '../year';

const PHONES = 300;
/** Notes a second: a hall that writes as fast as thumbs can. */
const RATE = 20;
const TURN_MOST = 50;
const YEAR = { gatherings: 20, facts: 1500 };
const QUICK = { gatherings: 4, facts: 1500 };
/** The parts of the work with the longest turns, which the row names. */
const PARTS_NAMED = 12;
/** More than the office's work takes, which ends the shooting. In seconds. */
const LONGEST = 900;

export const officeBeside: Group = {
  rows: [
    {
      key: 'office_beside',
      what: 'ms at the 99th percentile until a note is answered in a hall of 300 while every page and file of a path of twenty gatherings is made, and 2,000 rows come in',
      against: 'the same hall in the same run, nobody in the office',
      target: { at: 'most', value: 1.5 },
    },
    {
      key: 'turn_ms',
      what: 'ms of processor time of the server’s longest turn meanwhile',
      against: `${TURN_MOST} ms`,
      target: { at: 'most', value: 1 },
    },
  ],
  browser: true,
  run: (quick) =>
    withFolder(async (folder) => {
      const env = { HALL_FOLDER: folder };
      const maker = await start('year.ts', env);
      const made = await maker.ask<YearMade>('year', quick ? QUICK : YEAR);
      await maker.stop();
      const hall = await start('ours.ts', env);
      const ground: Ground = { people: PHONES };
      const cookies = await hall.ask<string[]>('ground', ground);
      await hall.stop();
      const crowd = await start('crowd.ts');
      const app = await runApp(folder, new URL('../turns.mjs', import.meta.url).href);
      try {
        const where = { url: app.url, path: '/filo', code: CODE };
        await crowd.ask('connect', { where, phones: PHONES, cookies });
        const work = officeWork({ ...made, url: app.url });
        // The first page after a start loads the program of the pages; it is not what is measured here.
        await work.pages?.();
        await crowd.ask('fire', { rate: RATE, seconds: 2 });
        await app.longestTurn();
        const alone = await crowd.ask<Fired>('fire', { rate: RATE, seconds: quick ? 8 : 15 });
        const quiet = await app.longestTurn();
        const turns: Record<string, number> = {};
        const firing = crowd.ask<Fired>('fire', { rate: RATE, seconds: LONGEST });
        const officeBegan = performance.now();
        try {
          for (const [part, act] of Object.entries(work)) {
            await act();
            turns[part] = await app.longestTurn();
          }
        } finally {
          await crowd.ask('enough');
        }
        const seconds = (performance.now() - officeBegan) / 1000;
        const beside = await firing;
        if (alone.refused + alone.unheard + beside.refused + beside.unheard > 0)
          throw new Error('a note was lost');

        const parts = Object.entries(turns).sort(([, a], [, b]) => b - a);
        const longest = parts[0]?.[1] ?? 0;
        return {
          office_beside: {
            ratio: beside.answer.p99 / alone.answer.p99,
            ours: beside.answer.p99,
            baseline: alone.answer.p99,
            unit: 'ms',
            more: {
              facts: made.facts,
              files: made.files.length,
              notes: beside.sent,
              p50_beside: beside.answer.p50,
              p50_alone: alone.answer.p50,
              seconds,
            },
          },
          turn_ms: {
            ratio: longest / TURN_MOST,
            ours: longest,
            baseline: TURN_MOST,
            unit: 'ms',
            more: { alone: quiet, ...Object.fromEntries(parts.slice(0, PARTS_NAMED)) },
          },
        };
      } finally {
        await Promise.all([crowd.stop('SIGKILL'), app.stop()]);
      }
    }),
};
