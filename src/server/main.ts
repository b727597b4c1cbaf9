/** The one process: pages, routes and streams on one port. `--dev` for hot reload, `--demo` for the demonstration. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse, type UrlWithParsedQuery } from 'node:url';
import { CannotOpen } from '../../db/open';
import { addressLines } from './startup-banner';
import { inWords } from './files/cannot-open';
import { readConfig } from './config';
import { createServerLog } from './diagnostics/server-log';
import { type App, createApp } from './compose';
import { isPostgres, startStoreThread } from './store/postgres-store';
import { openStaticFiles } from './http/static-files';

const dev = process.argv.includes('--dev');
function stop(message: string, code: number): never {
  console.error(`\n${message}\n`);
  process.exit(code);
}

type RequestHandler = (req: IncomingMessage, res: ServerResponse, url: UrlWithParsedQuery) => Promise<void>;

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
  if (isPostgres(config.database)) await startStoreThread();
  let pages: Promise<RequestHandler> | null = null;
  try {
    house = createApp(
      {
        folder: config.folder,
        database: config.database,
        publicUrl: config.publicUrl,
        proxies: config.proxies,
        frameMs: config.frameMs,
        copies: config.copies,
        lost: (why) => stop(`This process ends: ${why}.`, 5),
        log: createServerLog(config.logLevel),
        metrics,
        dev,
        ...(dev ? {} : { statics: openStaticFiles(process.cwd()) }),
      },
      (req, res) => {
        pages ??= openPages(dev, config.port);
        void pages.then((handle) => handle(req, res, parse(req.url ?? '/', true)));
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
  house.keepNoLonger();
  house.http.on('error', (e: NodeJS.ErrnoException) => {
    if (e.code === 'EADDRINUSE')
      stop(
        `Port ${config.port} is already in use. Stop the other program, or choose another port: PORT=3001 npm start`,
        4,
      );
    stop(`The server could not start: ${e.message}`, 1);
  });
  house.http.listen(config.port, config.host, () => {
    const address = house.http.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    let setup: string | null = null;
    if (house.accounts.none()) {
      house.accounts.expireSetup();
      setup = house.accounts.invite('setup', 'owner', null, 24);
    }
    const at = { address: typeof address === 'object' && address ? address.address : config.host, port };
    console.log(addressLines(at, config.publicUrl, setup).join('\n'), '\n');
    process.send?.({ port });
    // The socket server answers first: phones that were in the hall hold their pages already.
    pages ??= openPages(dev, config.port);
    pages.catch((e: unknown) => stop(`The pages could not be prepared: ${String(e)}`, 1));
  });

  let leaving = false;
  const leave = () => {
    if (leaving) return;
    leaving = true;
    house.close().then(
      () => process.exit(0),
      (e: unknown) => stop(`could not stop cleanly: ${String(e)}`, 1),
    );
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
  // A signal to `npm start` ends npm and its shell without reaching us, so we watch for their end.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && leave(), 500).unref();
}

main().catch((e: unknown) => stop(e instanceof Error ? e.message : String(e), 1));
