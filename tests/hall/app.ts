/**
 * Cerchi whole, with its pages, as `npm start` runs it, on a folder of the bench that already holds a large gathering.
 */
import { spawn } from 'node:child_process';
import { type Program, start } from './program';
import { CODE } from './ground';
import type { Ground } from './ours';

type Running = {
  url: string;
  pid: number;
  /** The longest turn since it was last asked, in ms of processor time; only of an app that measures its turns. */
  longestTurn(): Promise<number>;
  stop(): Promise<void>;
};
export type App = Running & { code: string; path: string; cookies: string[] };

/** Prepares the data with the server alone, then starts the app on it. */
export async function startApp(folder: string, ground: Ground): Promise<App> {
  const before: Program = await start('ours.ts', { HALL_FOLDER: folder });
  const cookies = await before.ask<string[]>('ground', ground);
  await before.stop();
  return { ...(await runApp(folder)), code: CODE, path: '/filo', cookies };
}

/** `preload`: a module that the app's process loads first. */
export async function runApp(folder: string, preload?: string): Promise<Running> {
  const child = spawn(process.execPath, [...(preload ? ['--import', preload] : []), 'src/server/start.mjs'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', CERCHI_DATA: folder, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const port = await new Promise<number>((done, failed) => {
    child.on('message', (m: { port?: number }) => m.port && done(m.port));
    void gone.then(() => failed(new Error('the app stopped')));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    longestTurn: () =>
      new Promise((done) => {
        const hear = (m: { longest?: number }) => {
          if (m.longest === undefined) return;
          child.off('message', hear);
          done(m.longest);
        };
        child.on('message', hear);
        child.send({ turns: 'longest' });
      }),
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
