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
  const house = createApp({ folder, database, frameMs: 15, warn: (what) => said.push(what), ...more }, pages);
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

/** Takes a seat at the entrance as a phone would; returns the cookie and the codes. */
export async function join_(url: string, code: string, label: string, more: Record<string, unknown> = {}) {
  const response = await fetch(`${url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ code, label, sector: 'volontariato', ...more }),
  });
  const body = (await response.json()) as { ok: boolean; seat: string; recovery: string; refused?: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ...body, cookie };
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

/** Waits until a condition holds, or fails with its description. */
export async function until(what: string, so: () => boolean, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!so()) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((r) => setTimeout(r, 10));
  }
}
