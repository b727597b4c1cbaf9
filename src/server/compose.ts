/** Puts the whole server together on one HTTP server. Tests start the same server on port 0. */
import { setFlagsFromString } from 'node:v8';
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOPBACK, proxiesOf } from './security/trusted-proxies';
import { nanoid } from 'nanoid';
import type { AppOptions } from './app-options';
import { openData } from './open-data';
import { joinPageCache } from './pages/join-page-cache';
import { PageCache } from './pages/page-cache';
import { endConnections } from './http/end-connections';
import { createRequestHandler, ownAddress, type PageHandler } from './http/request-handler';
import { alsoHeard, silentLog } from './diagnostics/server-log';
import { EventLoopDelay } from './diagnostics/event-loop-delay';
import { Accounts } from './identity/accounts';
import { scheduleBackups } from './upkeep/scheduled-backups';
import { projectRoot } from './files/project-root';
import { Erasure } from './upkeep/erasure';
import { audit } from './upkeep/audit-trail';
import { Paces } from './http/routes/rate-limits';
import { ALL_ROUTES } from './http/routes/all-routes';
import { createRoutes } from './http/routes/routes';
import { GuessLimiter } from './identity/guess-limiter';
import { createSocketServer } from './sockets/socket-server';
import { guardAnswer, type HeaderOptions } from './security/security-headers';
import { lanAddresses } from './startup-banner';
import { dropTakenOff } from './files/photo-files';
import { Rehearsals } from './rehearsals/rehearsals';
import { officeDetails } from './identity/office-details';
import { ShreddingQueue } from './upkeep/shredding-queue';
import { scheduleStates } from './streams/state-schedule';
import { scheduleUpkeep } from './upkeep/upkeep-schedule';
import { pageApiOf } from './pages/page-api-of';
import { publishPageApi } from './pages/page-api';
import { sharedPages } from './pages/shared-pages';

export const version: string = (
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }
).version;

export type App = ReturnType<typeof createApp>;

/**
 * V8 collects the heap when it has grown by half. By default it lets a small one grow to three times what lives in it: while
 * a thousand connections ask and do not read, nearly all of that is garbage.
 */
const COLLECT_SOON = '--heap-growing-percent=50';

/**
 * How long a connection without requests stays open, in ms: longer than proxies keep theirs (nginx 60 s), or one of them
 * sends a request on a connection that is just closed, and its person is answered 502.
 */
const IDLE_CONNECTION = 65_000;

/** Pages are served by `pages`; without it (tests, benches) everything but /api and the socket answers 404. */
export function createApp(options: AppOptions, pages?: PageHandler) {
  setFlagsFromString(COLLECT_SOON);
  const clock = options.clock ?? Date.now;
  const metrics = options.metrics ?? null;
  const log = alsoHeard(options.log ?? silentLog, metrics?.hear);
  const turns = new EventLoopDelay();
  const words = options.warn ?? ((what, error) => console.error(what, error ?? ''));
  const warn = (what: string, error?: unknown): void => {
    words(what, error);
    log.warn(what, error);
  };
  let closing = false;
  let sendAway = () => {};
  const { store, secret, letGo, streams, trusted } = openData(options, clock, warn, (why) => {
    sendAway();
    warn(why);
    options.lost?.(why);
  });
  /** False: nobody is answered by this process. */
  const owned = () => !closing && store.owned();
  const accounts = new Accounts(store, clock, () => trusted.now());
  const publicUrl = options.publicUrl ?? null;
  const guessLimiter = new GuessLimiter();
  const copies =
    options.copies && options.copies.everyMinutes > 0
      ? scheduleBackups({ ...options.copies, store, data: options.folder, clock: () => trusted.now(), warn })
      : null;
  const erasure = new Erasure(store, streams, options.folder);
  const shredding = new ShreddingQueue(streams, accounts, warn);
  streams.firstLoaded = (row) => shredding.begin(row);
  streams.loadLive();

  const http: Server = options.http ?? createServer();
  http.keepAliveTimeout = IDLE_CONNECTION;
  const hall = createSocketServer(http, streams, accounts, {
    secret,
    publicUrl,
    frameMs: options.frameMs ?? 60,
    pace: options.pace ?? 60,
    beatMs: options.beatMs ?? 20_000,
    monotonic: options.monotonic,
    now: () => trusted.now(),
    guessLimiter,
    lost: (identity, row, surface) => {
      const lost = surface === 'phone' ? identity.lost[row.id] : undefined;
      return lost && erasure.mayReturn(row, lost.id) ? lost.id : undefined;
    },
    forgotten: (row, ask) => erasure.wouldBringBack(row, ask),
    told: (row, fact) => {
      audit(accounts, row, fact);
      dropTakenOff(streams, options.folder, row, fact);
      if (fact.type === 'phaseChanged') shredding.begin(row);
      if (fact.type === 'gatheringRevised' && (fact.data as { minors?: boolean }).minors)
        void erasure.sectorsAlone(row).then(
          (people) =>
            people > 0 && accounts.note('custodian', 'particulars_removed', `${row.code} ${people}`),
          (e: unknown) =>
            warn(`what people of ${row.code} told is still there; it goes at the next start`, e),
        );
    },
    warn,
    log,
    owned,
  });
  sendAway = hall.sendAway;
  streams.commits.heard = (facts, ms, failed) =>
    log.write({ at: 'commit', facts, ms, ...(failed ? { failed } : {}) });
  const lastCopy = () => copies?.lastAt() ?? null;
  metrics?.watch({
    connections: () => hall.io.engine.clientsCount,
    awake: () => streams.awakeCount(),
    turns: () => turns.read(),
    lastCopy,
  });
  const rehearsals = new Rehearsals(streams, options.folder, hall.empty, warn);
  const { app, declared } = createRoutes(
    {
      streams,
      accounts,
      secret,
      folder: options.folder,
      publicUrl,
      version,
      guessLimiter,
      erasure,
      rehearsals,
      trusted,
      lastCopy,
      turns,
      metrics,
      owned,
      paces: new Paces(Math.max(1, Math.ceil((options.pace ?? 60) / 60))),
      dismiss: hall.dismiss,
      reopen: hall.reopen,
      relabel: (stream, labels) => {
        const row = streams.index.byId(stream);
        if (row) hall.frames.relabel(row, labels);
      },
    },
    ALL_ROUTES,
  );
  const headers: HeaderOptions = {
    publicUrl,
    dev: options.dev ?? false,
    indexed: () => officeDetails(store).indexed,
  };
  const { statics, proxies = proxiesOf(LOOPBACK) } = options;
  const cache = new PageCache(nanoid(), () => ownAddress(http));
  const drawn = [
    joinPageCache(cache),
    ...(options.dev ? [] : [sharedPages({ streams, accounts, secret, now: () => trusted.now(), cache })]),
  ];
  createRequestHandler(http, {
    app,
    streams,
    guessLimiter,
    headers,
    statics,
    pages,
    proxies,
    cache,
    drawn,
    owned,
  });
  hall.io.engine.on('headers', (of: Record<string, string>) => {
    guardAnswer({ setHeader: (name, value) => (of[name] = value) }, headers);
  });
  const addresses = () => {
    const a = http.address();
    return typeof a === 'object' && a ? lanAddresses(a) : [];
  };
  publishPageApi(pageApiOf({ streams, accounts, secret, trusted, version, publicUrl, addresses }));

  const upkeep = scheduleUpkeep({
    streams,
    accounts,
    folder: options.folder,
    trusted,
    warn,
    told: (row, labels) => {
      hall.frames.relabel(row, labels);
      shredding.begin(row, true);
    },
    signOutEnded: () => hall.dismiss((who) => accounts.hasEnded(who), 'signed_out'),
  });

  /** Resolves when every stream has been loaded: those that nobody asks for are loaded once the port is open. */
  const loaded = new Promise<void>((open) => {
    if (http.listening) setImmediate(open);
    else http.once('listening', open);
  }).then(() => streams.loadRest());
  loaded.catch((e: unknown) => warn('not every log could be looked into', e));
  const states = scheduleStates(streams, loaded, warn);

  /** Finishes the current batch, closes the connections, and leaves the database file whole. */
  async function close(): Promise<void> {
    closing = true;
    streams.stopLoading();
    states.stop();
    copies?.stop();
    turns.stop();
    upkeep.stop();
    trusted.now();
    trusted.write();
    await rehearsals.stillAll();
    await streams.commits.settle();
    await shredding.settled();
    hall.frames.finish();
    const closed = hall.io.close();
    const answered = endConnections(hall.slow.sockets);
    await closed;
    answered();
    await states.storeAll();
    store.close();
    letGo();
  }

  return {
    store,
    erasure,
    rehearsals,
    keepNoLonger: upkeep.keepNoLonger,
    loaded,
    trusted,
    streams,
    accounts,
    http,
    hall,
    app,
    declared,
    secret,
    close,
    folder: options.folder,
  };
}
