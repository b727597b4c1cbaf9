/** Routes a plain HTTP request to the build's files, the API routes, or the pages. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { nanoid } from 'nanoid';
import { dropUntrusted, overHttps } from './forwarded';
import { joinPageCache } from './join-page-cache';
import { isOurHost } from './same-origin';
import type { GuessLimiter } from '../identity/guess-limiter';
import { PAGE_PATH } from '@/protocol/page-header';
import { guardAnswer, guardPage, type HeaderOptions } from './security-headers';
import type { Streams } from '../streams/streams';

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => void;
/** True if the request was for one of its files, and has been answered. */
export type Statics = (req: IncomingMessage, res: ServerResponse) => boolean;

/** Pages that belong to one stream, by its code. */
const CODED = /^\/(?:i|muro|regia|atti|stampa|totem|percorso)\/([^/?]+)/;

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
  proxies: BlockList;
  owned: () => boolean;
};

/** Answered whatever becomes of the database. */
const ABOUT_US = /^\/(?:healthz|metrics)$/;

export function createRequestHandler(http: Server, o: Answering): void {
  const { streams, guessLimiter, headers, statics, pages } = o;
  const api = getRequestListener(o.app.fetch);
  const door = joinPageCache(nanoid(), () => {
    const at = http.address();
    if (typeof at !== 'object' || !at) return { host: '127.0.0.1', port: 0 };
    return { host: /^(0\.0\.0\.0|::)$/.test(at.address) ? '127.0.0.1' : at.address, port: at.port };
  });
  http.on('request', (req, res) => {
    const path = req.url ?? '/';
    dropUntrusted(req, o.proxies);
    if (path.startsWith('/filo')) return;
    guardAnswer(res, headers, path);
    if (path === '/readyz') {
      // A load balancer asks by address, or in HTTP/1.0 without a host, and is told one bit.
      const ready = o.owned();
      res.writeHead(ready ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      res.end(JSON.stringify({ ready }));
      return;
    }
    if (!isOurHost(req.headers.host, headers.publicUrl)) {
      // RFC 9110, 15.5.20: this server does not answer for that name.
      res.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' }).end();
      return;
    }
    if (statics?.(req, res)) return;
    if (!ABOUT_US.test(path) && !o.owned()) {
      // Another process answers by now, or this one does in a moment.
      res.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' }).end();
      return;
    }
    if (/^\/(?:api\/|foto\/|healthz$|metrics$)/.test(path) || !pages) void api(req, res);
    else {
      guardPage(req, res, headers);
      req.headers[PAGE_PATH] = path;
      const browser = (req.headers.accept ?? '').includes('text/html');
      if (browser && !req.headers.cookie && REMEMBERING.test(path))
        res.setHeader(
          'set-cookie',
          tried(overHttps(String(req.headers['x-forwarded-proto'] ?? ''), headers.publicUrl)),
        );
      const code = CODED.exec(path)?.[1];
      if (code && !streams.index.find(code)) void guessLimiter.wrongCode().then(() => pages(req, res));
      else
        void door(req, res).then(
          (done) => done || pages(req, res),
          () => pages(req, res),
        );
    }
  });
}
