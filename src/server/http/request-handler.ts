/** Routes a plain HTTP request to the build's files, the API routes, or the pages. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import { dropUntrusted, overHttps } from '../security/trusted-proxies';
import type { PageCache } from '../pages/page-cache';
import { isOurHost } from '../security/same-origin';
import type { GuessLimiter } from '../identity/guess-limiter';
import { PAGE_PATH, SHARED_PAGE } from '@/protocol/page-header';
import { guardAnswer, guardFile, guardPage, type HeaderOptions } from '../security/security-headers';
import type { StreamRow, Streams } from '../streams/streams';

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => void;
/** True if the request was for one of its files, and has been answered. */
export type Statics = (req: IncomingMessage, res: ServerResponse) => boolean;
/** Resolves to true if it has answered. */
export type PageAnswerer = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

/** Pages that belong to one stream, by its code. */
const CODED = /^\/(?:i|muro|regia|atti|stampa|totem|percorso)\/([^/?]+)/;

/** Pages that read many streams. */
const ALONG = /^\/(?:ufficio|esiti)(?:[/?]|$)/;

/** Pages whose form sets a cookie: they try a test cookie first, to warn people whose browser refuses cookies. */
const REMEMBERING = /^\/(?:i\/[^/?]+\/entra|accedi|chiave\/|totem\/)/;
const tried = (secure: boolean): string =>
  `cerchi-prova=1; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400${secure ? '; Secure' : ''}`;

type Answering = {
  app: Hono;
  streams: Streams;
  guessLimiter: GuessLimiter;
  headers: HeaderOptions;
  statics: Statics | undefined;
  pages: PageHandler | undefined;
  cache: PageCache;
  /** Answer with pages that are drawn once for many, before Next is asked. */
  drawn: readonly PageAnswerer[];
  proxies: BlockList;
  owned: () => boolean;
};

type ApiListener = (req: IncomingMessage, res: ServerResponse) => unknown;

/** Loaded with the first request, because it brings all of Node's fetch with it: a start that opens sockets needs none. */
async function openApi(app: Hono): Promise<ApiListener> {
  const { getRequestListener } = await import('@hono/node-server');
  return getRequestListener(app.fetch);
}

/** Answered whatever becomes of the database. */
const ABOUT_US = /^\/(?:healthz|metrics)$/;

export function createRequestHandler(http: Server, o: Answering): void {
  const { streams, guessLimiter, headers, statics, pages } = o;
  let api: Promise<ApiListener> | null = null;
  http.on('request', (req, res) => {
    const path = req.url ?? '/';
    dropUntrusted(req, o.proxies);
    if (path.startsWith('/filo')) return;
    const ours = isOurHost(req.headers.host, headers.publicUrl);
    guardFile(res, headers, path);
    if (ours && statics?.(req, res)) return;
    guardAnswer(res, headers, path);
    if (path === '/readyz') {
      // A load balancer asks by address, or in HTTP/1.0 without a host, and is told one bit.
      const ready = o.owned();
      res.writeHead(ready ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      res.end(JSON.stringify({ ready }));
      return;
    }
    if (!ours) {
      // RFC 9110, 15.5.20: this server does not answer for that name.
      res.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' }).end();
      return;
    }
    if (!ABOUT_US.test(path) && !o.owned()) {
      // Another process answers by now, or this one does in a moment.
      res.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' }).end();
      return;
    }
    if (/^\/(?:api\/|foto\/|healthz$|metrics$)/.test(path) || !pages) {
      api ??= openApi(o.app);
      void api.then((answer) => answer(req, res));
    } else {
      guardPage(req, res, headers);
      req.headers[PAGE_PATH] = path;
      // A page for every seat is drawn only for the server itself.
      if (!o.cache.isOwn(req.headers)) delete req.headers[SHARED_PAGE];
      const browser = (req.headers.accept ?? '').includes('text/html');
      if (browser && !req.headers.cookie && REMEMBERING.test(path))
        res.setHeader(
          'set-cookie',
          tried(overHttps(String(req.headers['x-forwarded-proto'] ?? ''), headers.publicUrl)),
        );
      const code = CODED.exec(path)?.[1];
      const row = code ? streams.index.find(code) : null;
      if (code && !row) void guessLimiter.wrongCode().then(() => pages(req, res));
      else
        void readyFor(streams, path, row)
          .catch(() => {})
          .then(() => firstOf(o.drawn, req, res))
          .then((done) => done || pages(req, res));
    }
  });
}

/** Loads what a page reads, in several turns: a hall is not kept waiting by a page of a whole year. */
async function readyFor(streams: Streams, path: string, row: StreamRow | null): Promise<void> {
  if (ALONG.test(path)) await streams.allReady();
  else if (row) await streams.readyToRead(row);
}

/** True if one of them has answered. After an error the next is tried, unless the answer has begun. */
async function firstOf(
  answers: readonly PageAnswerer[],
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  for (const answer of answers) {
    try {
      if (await answer(req, res)) return true;
    } catch {
      if (res.headersSent) return true;
    }
  }
  return false;
}

/** The address at which this server reaches itself. */
export function ownAddress(http: Server): { host: string; port: number } {
  const at = http.address();
  if (typeof at !== 'object' || !at) return { host: '127.0.0.1', port: 0 };
  return { host: /^(0\.0\.0\.0|::)$/.test(at.address) ? '127.0.0.1' : at.address, port: at.port };
}
