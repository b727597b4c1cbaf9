/** From the start of the process to the first answered command, beside a bare Next server's start to its first page. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nanoid } from 'nanoid';
import { io } from 'socket.io-client';
import type { Answer, Welcome } from '@/protocol/wire';
import { PROTOCOL } from '@/protocol/version';
import { CODE } from '../ground';
import type { Group } from '../figure';
import { start, withFolder } from '../program';

const FACTS = 15_000;
const bare = fileURLToPath(new URL('../bare', import.meta.url));
const next = fileURLToPath(new URL('../../../node_modules/next/dist/bin/next', import.meta.url));

async function firstPage(port: number): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [next, 'start', bare, '-p', String(port), '-H', '127.0.0.1'], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'ignore',
  });
  try {
    for (;;) {
      const status = await fetch(`http://127.0.0.1:${port}/`).then(
        async (r) => {
          await r.text();
          return r.status;
        },
        () => 0,
      );
      if (status === 200) return performance.now() - began;
      if (performance.now() - began > 60_000) throw new Error('the bare page never came');
      await new Promise((r) => setTimeout(r, 5));
    }
  } finally {
    child.kill('SIGKILL');
  }
}

/** `signal`: how the server is ended. */
async function firstAnswer(folder: string, cookie: string, signal: 'SIGTERM' | 'SIGKILL'): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['src/server/start.mjs'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', CERCHI_DATA: folder, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const port = await new Promise<number>((done, failed) => {
      child.on('message', (m: { port?: number }) => m.port && done(m.port));
      child.once('exit', () => failed(new Error('the app stopped')));
    });
    const socket = io(`http://127.0.0.1:${port}`, {
      path: '/filo',
      transports: ['websocket'],
      extraHeaders: { cookie },
      forceNew: true,
    });
    await new Promise<void>((up) => socket.once('connect', up));
    const hello = { protocol: PROTOCOL, code: CODE, surface: 'phone', since: null, fetches: true };
    const welcome = (await socket.emitWithAck('hello', hello)) as Welcome;
    if (!welcome.ok) throw new Error('no welcome');
    const command = {
      id: nanoid(14),
      type: 'proposeTopic',
      ask: { topic: nanoid(14), title: 'Di nuovo qui' },
    };
    const answer = (await socket.emitWithAck('command', { code: CODE, command })) as Answer;
    if (!answer.ok) throw new Error(`refused: ${answer.refused}`);
    socket.disconnect();
    return performance.now() - began;
  } finally {
    const ended = new Promise((done) => child.once('exit', done));
    if (child.kill(signal)) await ended;
  }
}

export const restart: Group = {
  rows: [
    {
      key: 'restart',
      what: 'ms from the process’s start to the first answered command, on a log of 15,000 facts',
      against: 'a bare Next production server’s start to its first page',
      target: { at: 'most', value: 1 },
    },
  ],
  browser: true,
  run: (quick) =>
    withFolder(async (folder) => {
      const writer = await start('ours.ts', { HALL_FOLDER: folder });
      const [cookie = ''] = await writer.ask<string[]>('ground', { people: 60, facts: FACTS });
      await writer.stop();
      // Builds the bare page when it is not there.
      await (await start('bare-next.ts')).stop('SIGKILL');
      const times = quick ? 1 : 3;
      let ours = Number.POSITIVE_INFINITY;
      let baseline = Number.POSITIVE_INFINITY;
      for (let i = 0; i <= times; i++) {
        // The first of each reads its files from the disk, and counts for neither. Its clean stop stores the state; the others
        // are killed.
        const signal = i === 0 ? 'SIGTERM' : 'SIGKILL';
        const [answered, shown] = [await firstAnswer(folder, cookie, signal), await firstPage(4700 + i)];
        if (i === 0) continue;
        ours = Math.min(ours, answered);
        baseline = Math.min(baseline, shown);
      }
      return { restart: { ratio: ours / baseline, ours, baseline, unit: 'ms' } };
    }),
};
