/** Bytes that a phone joining a full hall takes until its board is live, compared with the smallest possible state. */
import { brotliCompressSync, constants } from 'node:zlib';
import { io } from 'socket.io-client';
import type { Welcome } from '@/protocol/wire';
import { PROTOCOL } from '@/protocol/version';
import type { Group } from '../figure';
import { start, withFolder } from '../program';
import type { Where } from '../stand';

const PEOPLE = 300;
const NOTES = 2160;

/** One device with nothing stored: the bytes of its welcome and of the state it fetches. */
async function join(
  where: Where & { code: string },
  cookie: string,
): Promise<{ bytes: number; state: string }> {
  const socket = io(where.url, {
    path: where.path,
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
  });
  try {
    await new Promise<void>((up) => socket.once('connect', up));
    const hello = { protocol: PROTOCOL, code: where.code, surface: 'phone', since: null, fetches: true };
    const welcome = (await socket.emitWithAck('hello', hello)) as Welcome;
    if (!welcome.snapshot) throw new Error('the welcome names no snapshot');
    const answer = await fetch(`${where.url}${welcome.snapshot.url}`, {
      headers: { 'accept-encoding': 'br' },
    });
    const length = Number(answer.headers.get('content-length'));
    if (!length) throw new Error('the snapshot does not say how long it is');
    return { bytes: Buffer.byteLength(JSON.stringify(welcome)) + length, state: await answer.text() };
  } finally {
    socket.disconnect();
  }
}

const smallest = (text: string): number =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).length;

export const lateJoin: Group = {
  rows: [
    {
      key: 'late_join_bytes',
      what: 'bytes until the board is live for who joins a hall of 300 at its fullest (welcome and state)',
      against: 'the same state at the best that Brotli can do',
      target: { at: 'most', value: 1.3 },
    },
  ],
  run: () =>
    withFolder(async (folder) => {
      const ours = await start('ours.ts', { HALL_FOLDER: folder });
      try {
        const [cookie = ''] = await ours.ask<string[]>('ground', { people: PEOPLE, notes: NOTES });
        const { bytes, state } = await join(await ours.ask('listen', {}), cookie);
        const baseline = smallest(state);
        const more = { state_kB: Buffer.byteLength(state) / 1024 };
        return {
          late_join_bytes: {
            ratio: bytes / baseline,
            ours: bytes / 1024,
            baseline: baseline / 1024,
            unit: 'kB',
            more,
          },
        };
      } finally {
        await ours.stop('SIGKILL');
      }
    }),
};
