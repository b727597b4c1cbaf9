/** A real server on port 0 with a data folder of its own, and devices that connect to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import type { Surface } from '@/protocol/wire';
import { layMine } from '@/client/replica/gathering-replica';
import { memoryStorage } from '@/client/storage/device-storage';
import { socketWire } from '@/client/connection/socket-wire';
import { Replica } from '@/client/replica/replica';
import type { AppOptions } from '@/server/app-options';
import { createApp } from '@/server/compose';
import type { PageHandler } from '@/server/http/request-handler';
import type { SqliteStore } from '@/server/database/sqlite-store';
import { opening, owner } from '../harm/terms';
import { fillDetails } from '../office-details';

export { join_, joinWhenReady } from './join';
export { until } from '../until';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'cerchi-'));

export async function testHouse(
  folder = newFolder(),
  port = 0,
  more: Partial<AppOptions> = {},
  pages?: PageHandler,
) {
  const database = join(folder, 'cerchi.sqlite');
  /** The server's warnings for its technician. */
  const said: string[] = [];
  // Frames and commits as quick as they go: most of a test would be waiting for the next one.
  const quick = { frameMs: 5, commitGapMs: 0 };
  const house = createApp({ folder, database, ...quick, warn: (what) => said.push(what), ...more }, pages);
  fillDetails(house.store);
  await new Promise<void>((done) => house.http.listen(port, '127.0.0.1', done));
  const address = house.http.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    ...house,
    store: house.store as SqliteStore,
    url,
    said,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
export type TestHouse = Awaited<ReturnType<typeof testHouse>>;

/** An Open Space with three slots and three spaces, opened through the stream. */
export async function openSpace(house: TestHouse, code = 'PROVA') {
  const id = nanoid(14);
  const row = house.streams.index.file({ id, kind: 'gathering', code, path: null, demo: false });
  const ask = opening(id, code);
  const answer = await house.streams
    .gathering(row)
    .submit({ id: nanoid(14), type: 'openGathering', ask }, owner);
  if (!answer.ok) throw new Error(`not opened: ${answer.refused} ${JSON.stringify(answer.detail)}`);
  return row;
}

/** A phone's whole client over a real socket. */
export function device(
  url: string,
  code: string,
  cookie: string | null,
  surface: Surface = 'phone',
  keep = memoryStorage(),
  /** Replaces the clock: the phone's postponed calls, and their delay in milliseconds. */
  later?: (run: () => void, ms: number) => void,
  transports: ('websocket' | 'polling')[] = ['websocket'],
): Replica<Gathering> {
  const wire = () =>
    socketWire(url, {
      extraHeaders: cookie ? { cookie } : {},
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      transports,
      forceNew: true,
    });
  const store = new Replica<Gathering>({
    code,
    surface,
    catalogue: gathering as never,
    wire,
    keep,
    lay: layMine,
    ...(later ? { later } : {}),
  });
  store.start();
  return store;
}
