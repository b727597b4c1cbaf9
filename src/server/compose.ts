/** Puts the whole server together on one HTTP server. Tests start the same server on port 0. */
import { setFlagsFromString } from 'node:v8';
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { BlockList } from 'node:net';
import { join } from 'node:path';
import { LOOPBACK, proxiesOf } from './security/trusted-proxies';
import { nanoid } from 'nanoid';
import { joinPageCache } from './pages/join-page-cache';
import { PageCache } from './pages/page-cache';
import { createRequestHandler, ownAddress, type PageHandler, type Statics } from './http/request-handler';
import type { OpenMetrics } from './diagnostics/metrics';
import { alsoHeard, type ServerLog, silentLog } from './diagnostics/server-log';
import { EventLoopDelay } from './diagnostics/event-loop-delay';
import { Accounts } from './identity/accounts';
import { type Copying, scheduleBackups } from './upkeep/scheduled-backups';
import { takeFolder } from './database/data-folder';
import { projectRoot } from './files/project-root';
import { Erasure } from './upkeep/erasure';
import { audit } from './upkeep/audit-trail';
import { clockRoutes } from './http/routes/clock';
import { personalDataRoutes } from './http/routes/personal-data';
import { officeDetailsRoutes } from './http/routes/office-details';
import { privacyNoticeRoutes } from './http/routes/privacy-notice';
import { peopleRoutes } from './http/routes/people';
import { Paces } from './http/routes/rate-limits';
import { createRoutes } from './http/routes/routes';
import { calendarRoutes } from './http/routes/calendar';
import { apiDocsRoutes } from './http/routes/api-docs';
import { bookRoutes } from './http/routes/books';
import { documentRoutes } from './http/routes/documents';
import { exportRoutes } from './http/routes/exports';
import { readingTokenRoutes } from './http/routes/reading-tokens';
import { healthRoutes } from './http/routes/health';
import { myDataRoutes } from './http/routes/my-data';
import { officeRoutes } from './http/routes/office';
import { importRoutes } from './http/routes/imports';
import { pathRoutes } from './http/routes/paths';
import { photoRoutes } from './http/routes/photos';
import { completionLinkRoutes } from './http/routes/completion-link';
import { recordSealRoutes } from './http/routes/record-seal';
import { rehearsalRoutes } from './http/routes/rehearsals';
import { seatRoutes } from './http/routes/seats';
import { snapshotRoutes } from './http/routes/snapshots';
import { totemRoutes } from './http/routes/totem';
import { GuessLimiter } from './identity/guess-limiter';
import { createSocketServer } from './sockets/socket-server';
import { guardAnswer, type HeaderOptions } from './security/security-headers';
import { lanAddresses } from './startup-banner';
import { dropTakenOff } from './files/photo-files';
import { Rehearsals } from './rehearsals/rehearsals';
import { upgradeCopies } from './upkeep/copy-upgrade';
import { shredAuthors } from './upkeep/author-shredding';
import { officeDetails } from './identity/office-details';
import { retain } from './upkeep/retention';
import { TrustedClock } from './upkeep/trusted-clock';
import { Streams, type StreamRow } from './streams/streams';
import type { Labels } from '@/protocol/wire';
import { pageApiOf } from './pages/page-api-of';
import { publishPageApi } from './pages/page-api';
import { sharedPages } from './pages/shared-pages';

export type AppOptions = {
  folder: string;
  database: string;
  publicUrl?: string | null;
  /** The proxies whose X-Forwarded-* headers are believed; by default those on this machine. */
  proxies?: BlockList;
  frameMs?: number;
  /** Messages a seat may send in ten seconds; more than hands can send. */
  pace?: number;
  /** Interval of the connections' heartbeat, in milliseconds. */
  beatMs?: number;
  clock?: () => number;
  /** A monotonic clock in milliseconds; tests replace it to let time pass. */
  monotonic?: () => number;
  /** The HTTP server to answer on; of a process that stood by it listens already. */
  http?: Server;
  /** Releases the data folder, where it is held already. */
  letGo?: () => void;
  /** Hears that the database is another process's now: nothing more can be written, and this process should end. */
  lost?: (why: string) => void;
  copies?: Pick<Copying, 'into' | 'everyMinutes'>;
  warn?: (what: string, error?: unknown) => void;
  /** The server's log; without it nothing is logged. */
  log?: ServerLog;
  /** Left out, nothing is counted and `/metrics` is not there. */
  metrics?: OpenMetrics | null;
  /** Hot reload needs a looser content security policy. */
  dev?: boolean;
  /** Serves the build's files, when there is a build. */
  statics?: Statics | undefined;
};

export const version: string = (
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }
).version;

export type App = ReturnType<typeof createApp>;

/**
 * V8 collects the heap when it has grown by half. By itself it lets a small one grow to three times what lives in it: while
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
  const { store, secret, letGo } = takeFolder(options.folder, options.database, options.letGo);
  const streams = new Streams(store, secret, clock);
  let closing = false;
  let sendAway = () => {};
  /** False: nobody is answered by this process. */
  const owned = () => !closing && store.owned();
  store.whenLost((why) => {
    streams.retire();
    sendAway();
    warn(why);
    options.lost?.(why);
  });
  streams.foundDamaged = (row, e) =>
    warn(
      `${row.code} can't be opened: its log is damaged, or the disk does not answer. If it stays so, put back the last copy: npm run -s cerchi -- restore FILE`,
      e,
    );
  const copied = upgradeCopies(
    options.folder,
    options.copies?.into ?? join(options.folder, 'copies'),
    streams.keys,
    clock(),
    warn,
  );
  if (streams.unlinked > 0)
    warn(
      `Until now the log told who voted what and who was where: ${streams.unlinked} lines of it were unlinked, and ${copied} copies. Copies made by hand or kept elsewhere still tell: delete them`,
    );
  streams.wakeAll();
  const trusted = new TrustedClock(options.folder, store, clock, options.monotonic);
  const leap = trusted.leap();
  if (leap)
    warn(
      `the clock of this machine says ${leap.today}, ${Math.abs(leap.days)} days ${leap.days > 0 ? 'after' : 'before'} the time this server last lived. Until the owner confirms the date (/ufficio/dati) nothing is deleted because of its age`,
    );
  const accounts = new Accounts(store, clock, () => trusted.now());
  const publicUrl = options.publicUrl ?? null;
  const guessLimiter = new GuessLimiter();
  const copies =
    options.copies && options.copies.everyMinutes > 0
      ? scheduleBackups({ ...options.copies, store, data: options.folder, clock: () => trusted.now(), warn })
      : null;
  const erasure = new Erasure(store, streams, options.folder);
  const shredding = new Set<Promise<unknown>>();
  const shred = (row: StreamRow, now = false) => {
    const done = shredAuthors(streams, row, now)
      .then((why) => {
        if (why === 'lost')
          warn(
            `${row.code}: the key that tells the authors of unsigned acts is not on this machine: whoever votes votes again, and says again where they are`,
          );
        if (why) accounts.note('custodian', why === 'lost' ? 'authors_lost' : 'authors_forgotten', row.code);
      })
      .catch((e: unknown) =>
        warn(`${row.code}: who did what can still be told; it goes at the next start`, e),
      )
      .finally(() => shredding.delete(done));
    shredding.add(done);
  };
  for (const row of streams.all()) shred(row);

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
      if (fact.type === 'phaseChanged') shred(row);
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
    [
      healthRoutes,
      seatRoutes,
      myDataRoutes,
      personalDataRoutes,
      clockRoutes,
      privacyNoticeRoutes,
      officeDetailsRoutes,
      peopleRoutes,
      officeRoutes,
      exportRoutes,
      readingTokenRoutes,
      bookRoutes,
      photoRoutes,
      completionLinkRoutes,
      recordSealRoutes,
      rehearsalRoutes,
      totemRoutes,
      snapshotRoutes,
      calendarRoutes,
      apiDocsRoutes,
      pathRoutes,
      importRoutes,
      documentRoutes,
    ],
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

  const keepNoLonger = (now = trusted.now()) => {
    const told = (row: StreamRow, labels: Labels) => {
      hall.frames.relabel(row, labels);
      shred(row, true);
    };
    retain(streams, accounts, options.folder, undefined, told, now);
  };
  /** Accounts and sign-ins that expire lose the streams they are in. */
  const living = setInterval(() => {
    trusted.now();
    hall.dismiss((who) => accounts.hasEnded(who), 'signed_out');
  }, 60_000);
  living.unref();
  const daily = setInterval(() => {
    try {
      keepNoLonger();
    } catch (e) {
      warn('what was kept long enough is still there; it goes in twelve hours', e);
    }
  }, 12 * 3_600_000);
  daily.unref();

  /** Finishes the batch in hand, closes the connections, and leaves the database file whole. */
  async function close(): Promise<void> {
    closing = true;
    copies?.stop();
    turns.stop();
    clearInterval(daily);
    clearInterval(living);
    trusted.now();
    trusted.write();
    await rehearsals.stillAll();
    await streams.commits.settle();
    await Promise.all(shredding);
    hall.frames.finish();
    await hall.io.close();
    http.closeAllConnections();
    store.close();
    letGo();
  }

  return {
    store,
    erasure,
    rehearsals,
    keepNoLonger,
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
