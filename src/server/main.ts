/** The one process: pages, routes and streams on one port. `--dev` for hot reload, `--demo` for the demonstration. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parse, type UrlWithParsedQuery } from 'node:url';
import { CannotOpen } from '../../db/open';
import { addressLines } from './startup-banner';
import { inWords } from './files/open-errors';
import { readConfig } from './config';
import { createServerLog } from './diagnostics/server-log';
import type { AppOptions } from './app-options';
import { type App, createApp, version } from './compose';
import { ownDatabase } from './standby';
import { isPostgres } from './database/postgres-store';
import { openStaticFiles } from './http/static-files';

const dev = process.argv.includes('--dev');
function stop(message: string, code: number): never {
  console.error(`\n${message}\n`);
  process.exit(code);
}

type RequestHandler = (req: IncomingMessage, res: ServerResponse, url: UrlWithParsedQuery) => Promise<void>;

/**
 * How long after the port is open Next is loaded, unless a page is asked for before, in ms: loading it blocks this thread, and a
 * hall that lost its server says hello in the first moments.
 */
const PAGES_AFTER = 500;

/** Loads Next after the port is open, and resolves when pages can be drawn. Requests for pages wait for it. */
async function openPages(dev: boolean, port: number): Promise<RequestHandler> {
  const { default: next } = await import('next');
  const app = next({ dev, dir: process.cwd(), port, hostname: 'localhost' });
  await app.prepare();
  return app.getRequestHandler();
}

async function main(): Promise<void> {
  const config = readConfig();
  const { metricsSecret } = config;
  const metrics = metricsSecret ? (await import('./diagnostics/metrics')).createMetrics(metricsSecret) : null;
  let house: App;
  let pages: Promise<RequestHandler> | null = null;
  function preparePages(): Promise<RequestHandler> {
    if (!pages) {
      pages = openPages(dev, config.port);
      pages.catch((e: unknown) => stop(`The pages could not be prepared: ${String(e)}`, 1));
    }
    return pages;
  }
  const http = createServer();
  const port = () => {
    const address = http.address();
    return typeof address === 'object' && address ? address.port : config.port;
  };
  http.on('error', (e: NodeJS.ErrnoException) => {
    if (e.code === 'EADDRINUSE')
      stop(
        `Port ${config.port} is already in use. Stop the other program, or choose another port: PORT=3001 npm start`,
        4,
      );
    stop(`The server could not start: ${e.message}`, 1);
  });
  /** Until there is more to finish than that. */
  let leave: () => void = () => process.exit(0);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => leave());
  // A signal to `npm start` ends npm and its shell without reaching us, so we watch for their end.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && leave(), 500).unref();

  let letGo: AppOptions['letGo'];
  if (isPostgres(config.database)) {
    try {
      letGo = await ownDatabase({ ...config, version }, http, () => {
        console.log(`\nCerchi stands by on port ${port()}: another process has the database.\n`);
        process.send?.({ port: port(), standby: true });
        // The slowest part is loaded before it is first needed.
        void preparePages();
      });
    } catch (e) {
      if (e instanceof CannotOpen) stop(inWords(e), 3);
      throw e;
    }
  }
  try {
    house = createApp(
      {
        folder: config.folder,
        database: config.database,
        publicUrl: config.publicUrl,
        proxies: config.proxies,
        frameMs: config.frameMs,
        copies: config.copies,
        // Connections are being closed with a reason; what starts this process again makes it stand by.
        lost: (why) => setTimeout(() => stop(`This process ends: ${why}.`, 5), 200),
        http,
        ...(letGo ? { letGo } : {}),
        log: createServerLog(config.logLevel),
        metrics,
        dev,
        ...(dev ? {} : { statics: openStaticFiles(process.cwd()) }),
      },
      (req, res) => {
        void preparePages().then((handle) => handle(req, res, parse(req.url ?? '/', true)));
      },
    );
  } catch (e) {
    if (e instanceof CannotOpen) stop(inWords(e), 3);
    throw e;
  }
  if (process.argv.includes('--demo')) {
    const { bringDemo } = await import('../../db/demo/bring');
    await bringDemo(house.streams);
  }
  // Repeats earlier erasures, also in a restored older copy.
  await house.erasure.again();
  house.loaded
    .then(() => house.keepNoLonger())
    .catch((e: unknown) =>
      console.error('what was kept long enough is still there; it goes in twelve hours', e),
    );
  const opened = () => {
    const address = http.address();
    let setup: string | null = null;
    if (house.accounts.none()) {
      house.accounts.expireSetup();
      setup = house.accounts.invite('setup', 'owner', null, 24);
    }
    const at = {
      address: typeof address === 'object' && address ? address.address : config.host,
      port: port(),
    };
    console.log(addressLines(at, config.publicUrl, setup).join('\n'), '\n');
    process.send?.({ port: port() });
    // The socket server answers first: phones that were in the hall hold their pages already.
    setTimeout(preparePages, PAGES_AFTER);
  };
  if (http.listening) opened();
  else http.listen(config.port, config.host, opened);

  let leaving = false;
  leave = () => {
    if (leaving) return;
    leaving = true;
    house.close().then(
      () => process.exit(0),
      (e: unknown) => stop(`could not stop cleanly: ${String(e)}`, 1),
    );
  };
}

main().catch((e: unknown) => stop(e instanceof Error ? e.message : String(e), 1));
