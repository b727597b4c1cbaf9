/** The set-up of the figures that a browser takes: the app on a large gathering, and the bare Next page beside it. */
import type { Browser } from 'playwright-core';
import { launch } from '../journeys/browser';
import { type App, startApp } from './app';
import type { Ground } from './ours';
import { start, withFolder } from './program';
import type { Where } from './stand';

/** A hall of 300 at its fullest. */
export const FULL_HALL = { people: 300, topics: 72, notes: 2160 };

/** `bareUrl`: the address of the bare page. Everything is stopped afterwards. */
export const besideBarePage = <T>(
  ground: Ground,
  run: (on: { app: App; bareUrl: string; browser: Browser }) => Promise<T>,
): Promise<T> =>
  withFolder(async (folder) => {
    const bare = await start('bare-next.ts');
    const at = await bare.ask<Where>('listen');
    const app = await startApp(folder, ground);
    const browser = await launch({ full: true });
    try {
      return await run({ app, bareUrl: `${at.url}/`, browser });
    } finally {
      await browser.close();
      await Promise.all([app.stop(), bare.stop('SIGKILL')]);
    }
  });
