/** First page loads a second when the QR code appears, while the hall is already active. */
import { type App, startApp } from '../app';
import type { Group } from '../figure';
import { type Program, start, withFolder } from '../program';
import type { Where } from '../stand';

type Loaded = { perSecond: number; bytesEach: number; files: number };
const SOCKETS = 200;

/** The rate while sockets are live and a few commands are sent. */
async function whileTalking(
  where: Where,
  cookies: string[] | undefined,
  url: string,
  seconds: number,
): Promise<Loaded> {
  const crowd: Program = await start('crowd.ts');
  const newcomers: Program = await start('loads.ts');
  try {
    await crowd.ask('connect', { where, phones: SOCKETS, cookies });
    await newcomers.ask('load', { url, abreast: 8, seconds: 1 });
    return await newcomers.ask<Loaded>('load', { url, abreast: 16, seconds });
  } finally {
    await Promise.all([crowd.stop('SIGKILL'), newcomers.stop('SIGKILL')]);
  }
}

export const loads: Group = {
  rows: [
    {
      key: 'cold_loads',
      what: 'first loads a second of the page behind the QR code, 200 phones connected',
      against: "Next's own serving of a bare page with socket.io-client",
      target: { at: 'least', value: 3 },
    },
  ],
  browser: true,
  run: (quick) =>
    withFolder(async (folder) => {
      const seconds = quick ? 4 : 10;
      const bare = await start('bare-next.ts');
      const at = await bare.ask<Where>('listen');
      const next = await whileTalking(at, undefined, `${at.url}/`, seconds);
      await bare.stop('SIGKILL');
      const app: App = await startApp(folder, { people: SOCKETS, facts: 2000 });
      try {
        const where = { url: app.url, path: app.path, code: app.code };
        const ours = await whileTalking(where, app.cookies, `${app.url}/i/${app.code}`, seconds);
        return {
          cold_loads: {
            ratio: ours.perSecond / next.perSecond,
            ours: ours.perSecond,
            baseline: next.perSecond,
            unit: '/s',
            more: {
              ours_kB: ours.bytesEach / 1024,
              baseline_kB: next.bytesEach / 1024,
              ours_files: ours.files,
              baseline_files: next.files,
            },
          },
        };
      } finally {
        await app.stop();
      }
    }),
};
