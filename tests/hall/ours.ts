/** Cerchi as it runs in the hall, without the pages: the same server, on a data folder of the bench. */
import { createServer } from 'node:http';
import { parse } from 'node:url';
import { join } from 'node:path';
import { COOKIE, nobody, seal } from '@/server/identity/session-cookie';
import { createApp, version } from '@/server/compose';
import type { PageHandler } from '@/server/http/request-handler';
import { openStaticFiles } from '@/server/http/static-files';
import { ownDatabase } from '@/server/standby';
import { verifyAll } from '@/server/upkeep/verify';
import { fillDetails } from '../office-details';
import { CODE, fill, groundIn, seatId, write } from './ground';
import { answer, memory } from './program';

export type Ground = { people: number; facts?: number; topics?: number; notes?: number };

const folder = process.env.HALL_FOLDER ?? '.';
// A seat's rate limit suits human hands; where few phones stand for many the bench lifts it.
const pace = Number(process.env.HALL_PACE ?? 60);
/** A PostgreSQL database: then this program is ready when it owns it, and until then it stands by on its port. */
const database = process.env.HALL_DATABASE;
const http = createServer();
const place = { folder, database: database ?? '', host: '127.0.0.1', publicUrl: null, version };
/** Serves the pages of the build too, as `main.ts` does; a hall without them starts sooner. */
const withPages = process.env.HALL_PAGES !== undefined;
let pages: Promise<PageHandler> | null = null;
async function openPages(): Promise<PageHandler> {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: process.cwd(), hostname: 'localhost' });
  await app.prepare();
  const handle = app.getRequestHandler();
  return (req, res) => void handle(req, res, parse(req.url ?? '/', true));
}
const draw: PageHandler = (req, res) => {
  pages ??= openPages();
  void pages.then((drawn) => drawn(req, res));
};
const options = {
  ...{ folder, pace, http, database: database ?? join(folder, 'cerchi.sqlite') },
  ...(database
    ? {
        letGo: await ownDatabase({ ...place, port: Number(process.env.HALL_PORT ?? 0) }, http, () => {}),
        lost: () => setTimeout(() => process.exit(5), 200),
      }
    : {}),
  ...(withPages ? { statics: openStaticFiles(process.cwd()) } : {}),
};
const house = createApp(options, withPages ? draw : undefined);

fillDetails(house.store);

const row = () => {
  const found = house.streams.index.find(CODE);
  if (!found) throw new Error('no gathering in this folder');
  return found;
};

answer({
  memory,
  /**
   * Opens the large gathering with these people and, on request, a log of that many facts. Returns each phone's cookie.
   */
  async ground({ people, facts = 0, topics, notes = 0 }: Ground) {
    const stream = await groundIn(house.streams, people, topics);
    await fill(house.streams.gathering(stream), people, facts);
    await write(house.streams.gathering(stream), people, notes, topics ?? 72);
    const cookies: string[] = [];
    for (let i = 0; i < people; i++) {
      const identity = { ...nobody(), seats: { [stream.id]: { id: seatId(i), code: null } } };
      cookies.push(`${COOKIE}=${encodeURIComponent(seal(identity, house.secret))}`);
    }
    return cookies;
  },
  listen: ({ port = 0 }: { port?: number }) =>
    new Promise((done) => {
      const listening = () => {
        const at = house.http.address();
        done({
          url: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`,
          path: '/filo',
          code: CODE,
        });
      };
      // A process that stood by listens already.
      if (house.http.listening) listening();
      else house.http.listen(port, '127.0.0.1', listening);
    }),
  seq: () => house.streams.gathering(row()).seq,
  /**
   * One of each role that may act for others, signed in; the helper also on as many other devices as `devices` says,
   * because whoever makes a device a totem is signed out of it.
   */
  async office({ devices = 0 }: { devices?: number }) {
    const signed = async (name: string, role: 'owner' | 'helper'): Promise<string[]> => {
      const account = await house.accounts.create(name, role, 'una frase lunga abbastanza');
      if (!account) throw new Error(`${name} is there already`);
      const { id, epoch } = account;
      // Once: a clock that goes on would give two of them the same time.
      const now = Date.now();
      return Array.from({ length: 1 + devices }, (_, n) => {
        // Signed in a millisecond before the last: by their times sign-ins are told apart.
        const identity = { ...nobody(), account: { id, epoch, at: now - n } };
        return `${COOKIE}=${encodeURIComponent(seal(identity, house.secret))}`;
      });
    };
    const [owner = ''] = await signed('Ufficio', 'owner');
    const [helper = '', ...devicesOfHelper] = await signed('Segreteria', 'helper');
    return { owner, helper, devices: devicesOfHelper };
  },
  seqOf: ({ code }: { code: string }) => {
    const found = house.streams.index.find(code);
    return found ? house.streams.gathering(found).seq : 0;
  },
  /** The expected state of every public device, and the faults on disk. */
  verdict: async ({ code }: { code: string }) => {
    await house.streams.commits.settle();
    const found = house.streams.index.find(code);
    if (!found) throw new Error(`no gathering ${code}`);
    const room = house.streams.gathering(found);
    return { public: room.snapshot('public').text, whole: room.whole(), wrong: verifyAll(house.streams) };
  },
  /** The revision of people's labels that a phone of this hall holds. */
  people: () => house.hall.frames.peopleRev(row(), 'public'),
  sockets: () => house.hall.io.of('/').sockets.size,
  openVoting: () =>
    house.streams
      .gathering(row())
      .submit(
        { id: 'open-voting', type: 'openVoting', ask: { quota: 5 } },
        { id: 'acc_owner', role: 'owner', seat: null },
      ),
});
