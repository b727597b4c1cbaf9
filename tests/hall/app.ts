/**
 * Cerchi whole, with its pages, as `npm start` runs it, on a folder of the bench that already holds a large gathering.
 */
import { spawn } from 'node:child_process';
import { type Program, start } from './program';
import { CODE } from './ground';
import type { Ground } from './ours';

export type App = {
  url: string;
  code: string;
  path: string;
  cookies: string[];
  pid: number;
  stop(): Promise<void>;
};

/** Prepares the data with the server alone, then starts the app on it. */
export async function startApp(folder: string, ground: Ground): Promise<App> {
  const before: Program = await start('ours.ts', { HALL_FOLDER: folder });
  const cookies = await before.ask<string[]>('ground', ground);
  await before.stop();
  const child = spawn(process.execPath, ['src/server/start.mjs'], {
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
    code: CODE,
    path: '/filo',
    cookies,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
