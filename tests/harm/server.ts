/** The server of the harness: the product's own server in a process of its own, opened on request. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { nanoid } from 'nanoid';
import { createApp, version } from '@/server/compose';
import { ownDatabase } from '@/server/standby';
import { fillDetails } from '../office-details';
import type { SqliteStore } from '@/server/database/sqlite-store';
import { CODE, LOOK, type Look, opening, owner, type Order } from './terms';

type Parts = Pick<ReturnType<typeof createApp>, 'streams'> & { store: SqliteStore };

/** Careless builds exist only here, to show that the harness notices one. */
const CARELESS: Record<string, (house: Parts) => void> = {
  normal: ({ store }) => void store.$client.pragma('synchronous = NORMAL'),
  early({ streams }) {
    const add = streams.commits.add.bind(streams.commits);
    streams.commits.add = (stream, fact, writer) => {
      // Delayed a little, or finding it by a cut would be luck.
      setTimeout(() => void add(stream, fact, { tell: () => {}, lose: () => {} }), 50);
      return Promise.resolve(writer.tell(fact));
    };
  },
  /** On PostgreSQL: believes for ever that the database is its own. */
  unwatched({ store }) {
    store.owned = () => true;
    store.whenLost(() => {});
  },
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function look({ streams, store }: Parts): Look {
  collect();
  const heapMb = Math.round(process.memoryUsage().heapUsed / 1048576);
  const seats = JSON.stringify(store.$client.prepare('SELECT * FROM seats').all());
  const holds: Look['holds'] = { seats };
  for (const row of streams.all()) holds[row.code] = JSON.stringify(streams.stream(row).whole());
  return { heapMb, polluted: 'polluted' in {} || 'hidden' in Object || 'interested' in Object, holds };
}

async function open(order: Order): Promise<void> {
  const { folder, port, database, codes = [CODE], pace, beat } = order;
  const http = createServer();
  const tell = (more: object) => {
    const at = http.address();
    process.send?.({ port: typeof at === 'object' && at ? at.port : port, ...more });
  };
  const host = '127.0.0.1';
  const place = { folder, database: database ?? '', port, host, publicUrl: null, version };
  const letGo = database ? await ownDatabase(place, http, () => tell({ standby: true })) : null;
  const app = createApp({
    folder,
    lost: () => setTimeout(() => process.exit(5), 200),
    http,
    ...(letGo ? { letGo } : {}),
    database: database ?? join(folder, 'cerchi.sqlite'),
    frameMs: 15,
    warn: () => {},
    ...(pace ? { pace } : {}),
    ...(beat ? { beatMs: beat } : {}),
  });
  const house = { ...app, store: app.store as SqliteStore };
  fillDetails(house.store);
  CARELESS[process.env.HARM_CARELESS ?? '']?.(house);
  const { streams } = house;
  for (const code of codes) {
    if (streams.index.find(code)) continue;
    const row = streams.index.file({ id: nanoid(14), kind: 'gathering', code, path: null, demo: false });
    const command = { id: nanoid(14), type: 'openGathering', ask: opening(row.id, code) };
    const answer = await streams.gathering(row).submit(command, owner);
    if (!answer.ok) throw new Error(`not opened: ${answer.refused}`);
  }
  process.on('message', (asked) => {
    if (asked === LOOK) process.send?.(look(house));
  });
  process.once('SIGTERM', () => void house.close().then(() => process.exit(0)));
  const opened = () => tell({});
  if (http.listening) opened();
  else http.listen(port, host, opened);
}

process.once('message', (order: Order) => {
  open(order).catch((e: unknown) => {
    console.error(e);
    process.exit(1);
  });
});
// A server whose harness is gone exits.
process.once('disconnect', () => process.exit(0));
process.send?.('loaded');
