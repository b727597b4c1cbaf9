/** A full hall that loads its pages again at the same moment, as after a power cut, while the others go on tapping. */
import { type App, startApp } from '../app';
import type { Fired } from '../crowd';
import { type Group, median } from '../figure';
import { start, withFolder } from '../program';
import type { Where } from '../stand';

const PHONES = 300;
const TOPICS = 72;
const NOTES = 2160;
/** Notes a second: a hall that writes as fast as thumbs can. */
const RATE = 20;
/** Pages kept by the server are older than they may be by then, so that each wave finds none. In milliseconds. */
const BETWEEN = 2500;
/** In the middle of the board's last card. */
const LAST_TOPIC = `cominciamo (${TOPICS})`;

type Reloaded = { ms: number; p50: number; p99: number; bytesEach: number };
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

export const reload: Group = {
  rows: [
    {
      key: 'reload_storm',
      what: 'ms until 300 phones that load the board at the same moment have it: 600 people, 72 topics, 2,160 notes, files in their cache',
      against: '300 loads of the bare Next page as Next serves it',
      target: { at: 'most', value: 1 },
    },
    {
      key: 'reload_taps',
      what: 'ms at the 99th percentile until a note of the other 300 is answered while 300 phones load home, board and grid in wave after wave',
      against: 'the same hall in the same run with no page being loaded',
      target: { at: 'most', value: 1.5 },
    },
  ],
  browser: true,
  run: (quick) =>
    withFolder(async (folder) => {
      const times = quick ? 3 : 5;
      const seconds = quick ? 6 : 12;
      const phones = await start('loads.ts');
      const crowd = await start('crowd.ts');
      const bare = await start('bare-next.ts');
      let app: App | null = null;
      try {
        const wave = (urls: string[], cookies: (string | null)[], holds: string): Promise<Reloaded> =>
          phones.ask<Reloaded>('reload', { urls, cookies, phones: PHONES, holds });
        const at = await bare.ask<Where>('listen');
        const theirs: Reloaded[] = [];
        await wave([`${at.url}/`], [null], '<main');
        for (let i = 0; i < times; i++) theirs.push(await wave([`${at.url}/`], [null], '<main'));
        await bare.stop('SIGKILL');

        app = await startApp(folder, { people: 2 * PHONES, topics: TOPICS, notes: NOTES });
        const where = { url: app.url, path: app.path, code: app.code };
        const home = `${app.url}/i/${app.code}`;
        const board = `${home}/bacheca`;
        const cookies = app.cookies.slice(PHONES);
        await crowd.ask('connect', { where, phones: PHONES, cookies: app.cookies });
        await wave([home, board, `${home}/griglia`], cookies, '<main');
        const ours: Reloaded[] = [];
        for (let i = 0; i < times; i++) {
          await rest(BETWEEN);
          ours.push(await wave([board], cookies, LAST_TOPIC));
        }
        const alone = await crowd.ask<Fired>('fire', { rate: RATE, seconds });
        const waves = phones.ask<Reloaded[]>('waves', {
          urls: [home, board, `${home}/griglia`],
          cookies,
          phones: PHONES,
          seconds,
        });
        const beside = await crowd.ask<Fired>('fire', { rate: RATE, seconds });
        const loaded = await waves;
        if (beside.refused + beside.unheard > 0) throw new Error('a note was lost');
        const ms = (of: Reloaded[]): number => median(of.map((r) => r.ms));
        return {
          reload_storm: {
            ratio: ms(ours) / ms(theirs),
            ours: ms(ours),
            baseline: ms(theirs),
            unit: 'ms',
            more: {
              ours_kB: (ours[0]?.bytesEach ?? 0) / 1024,
              baseline_kB: (theirs[0]?.bytesEach ?? 0) / 1024,
            },
          },
          reload_taps: {
            ratio: beside.answer.p99 / alone.answer.p99,
            ours: beside.answer.p99,
            baseline: alone.answer.p99,
            unit: 'ms',
            more: {
              loads_a_second: (loaded.length * PHONES) / (loaded.reduce((n, w) => n + w.ms, 0) / 1000),
              p50_beside: beside.answer.p50,
              p50_alone: alone.answer.p50,
            },
          },
        };
      } finally {
        await Promise.all([phones, crowd, bare].map((p) => p.stop('SIGKILL')));
        await app?.stop();
      }
    }),
};
