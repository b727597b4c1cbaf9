/** Each request by its address and headers: which part of the server answers it, and what is made ready before. */
import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { PAGE_PATH, SHARED_PAGE } from '@/protocol/page-header';
import { createRequestHandler, ownAddress } from '@/server/http/request-handler';
import { joinPageCache } from '@/server/pages/join-page-cache';
import { nonceOf } from '@/server/pages/page-cache';
import { isOurHost, isSameOrigin } from '@/server/security/same-origin';
import { dropUntrusted, overHttps, proxiesOf } from '@/server/security/trusted-proxies';

type Options = Parameters<typeof createRequestHandler>[1];
type Asked = { headers?: Record<string, string>; from?: string };

const PUBLIC = 'https://cerchi.test';

/** A server with nothing behind it; `said` tells in order what each request has reached. */
function server(more: Partial<Options> = {}, http: EventEmitter = new EventEmitter()) {
  const said: string[] = [];
  const options = {
    app: new Hono(),
    streams: {
      index: { find: (code: string) => (code === 'PROVA' ? { id: 'one', code } : null) },
      allReady: () => Promise.resolve(void said.push('all ready')),
      readyToRead: ({ id }: { id: string }) => Promise.resolve(void said.push(`ready ${id}`)),
    },
    guessLimiter: { wrongCode: () => Promise.resolve(void said.push('wrong code')) },
    headers: { publicUrl: PUBLIC },
    statics: (req: IncomingMessage, res: ServerResponse) => {
      if (!req.url?.startsWith('/_next/static/')) return false;
      said.push('static');
      res.end();
      return true;
    },
    pages: (req: IncomingMessage, res: ServerResponse) => {
      said.push(`page ${req.headers[PAGE_PATH]}`);
      res.end();
    },
    cache: { isOwn: (headers: Record<string, unknown>) => headers['x-itself'] === 'mark' },
    drawn: [],
    proxies: proxiesOf('10.0.0.1'),
    owned: () => true,
    ...more,
  } as unknown as Options;
  createRequestHandler(http as Server, options);
  const ask = async (url: string | undefined, { headers = {}, from = '127.0.0.1' }: Asked = {}) => {
    said.length = 0;
    const sent: Record<string, string> = {};
    let body: string | undefined;
    const res = {
      statusCode: 200,
      headersSent: false,
      setHeader: (name: string, value: string) => (sent[name] = value),
      writeHead(status: number, more: Record<string, string>) {
        this.statusCode = status;
        Object.assign(sent, more);
        return this;
      },
      end(text?: string) {
        body = text;
      },
    };
    const all: Record<string, string> = { host: 'cerchi.test', ...headers };
    const req = {
      url,
      headers: all,
      rawHeaders: Object.entries(all).flat(),
      socket: { remoteAddress: from },
    };
    http.emit('request', req, res);
    // All that is behind it answers before the event loop turns.
    const ended = new Promise(setImmediate);
    return { ended, said, sent, req, res, body: () => body };
  };
  return { ask };
}

describe('a request', () => {
  it('of the socket is left to the socket’s own server, without a header', async () => {
    const { said, sent } = await server().ask('/filo/?EIO=4&transport=polling');
    expect([said, sent]).toEqual([[], {}]);
  });

  it('reaches the files of the build first, then pages, with what each page reads made ready', async () => {
    const { ask } = server();
    const rows: [string | undefined, string[]][] = [
      ['/_next/static/chunks/a.js', ['static']],
      ['/', ['page /']],
      [undefined, ['page /']],
      ['/accedi', ['page /accedi']],
      ['/apiario', ['page /apiario']],
      ['/healthzx', ['page /healthzx']],
      ['/i/PROVA', ['ready one', 'page /i/PROVA']],
      ['/muro/PROVA?lingua=en', ['ready one', 'page /muro/PROVA?lingua=en']],
      ['/regia/PROVA/voto', ['ready one', 'page /regia/PROVA/voto']],
      ['/percorso/PROVA', ['ready one', 'page /percorso/PROVA']],
      ['/i/ALTRA', ['wrong code', 'page /i/ALTRA']],
      ['/i/', ['page /i/']],
      ['/x/i/PROVA', ['page /x/i/PROVA']],
      ['/ufficio', ['all ready', 'page /ufficio']],
      ['/ufficio?a=b', ['all ready', 'page /ufficio?a=b']],
      ['/esiti/PATTO', ['all ready', 'page /esiti/PATTO']],
      ['/esitix', ['page /esitix']],
    ];
    for (const [url, reached] of rows) {
      const { ended, said, res, sent, req } = await ask(url);
      await ended;
      expect([url, said]).toEqual([url, reached]);
      expect(res.statusCode).toBe(200);
      expect(sent['x-content-type-options']).toBe('nosniff');
      // Browsers heed the others on documents only.
      expect([url, 'x-frame-options' in sent]).toEqual([url, said[0] !== 'static']);
      // The page’s own renderer reads the policy that the browser is given.
      const page = said.at(-1)?.startsWith('page');
      expect([url, nonceOf(sent['content-security-policy']) !== undefined]).toEqual([url, page]);
      if (page) expect(req.headers['content-security-policy']).toBe(sent['content-security-policy']);
    }
  });

  it('reaches the API by its addresses, whoever owns the database, and by every address where there are no pages', async () => {
    const app = new Hono().all('*', (c) => c.text(`api ${c.req.path}`));
    const asked = async (more: Partial<Options>, paths: string[]) => {
      const http = createServer();
      server({ app, headers: { publicUrl: null }, ...more }, http);
      await new Promise<void>((up) => http.listen(0, '127.0.0.1', up));
      const { host, port } = ownAddress(http);
      const told: [string, number, string][] = [];
      for (const path of paths) {
        const answer = await fetch(`http://${host}:${port}${path}`);
        told.push([path, answer.status, await answer.text()]);
      }
      http.closeAllConnections();
      await new Promise((down) => http.close(down));
      return told;
    };
    expect(
      await asked({}, ['/api/lang', '/foto/a.webp', '/healthz', '/metrics', '/api', '/fotografia']),
    ).toEqual([
      ['/api/lang', 200, 'api /api/lang'],
      ['/foto/a.webp', 200, 'api /foto/a.webp'],
      ['/healthz', 200, 'api /healthz'],
      ['/metrics', 200, 'api /metrics'],
      ['/api', 200, ''],
      ['/fotografia', 200, ''],
    ]);
    expect(await asked({ pages: undefined }, ['/accedi'])).toEqual([['/accedi', 200, 'api /accedi']]);
    expect(await asked({ owned: () => false }, ['/healthz', '/metrics', '/api/lang', '/healthz/x'])).toEqual([
      ['/healthz', 200, 'api /healthz'],
      ['/metrics', 200, 'api /metrics'],
      ['/api/lang', 503, ''],
      ['/healthz/x', 503, ''],
    ]);
  });

  it('to another name is misdirected; a load balancer that asks by address hears if the server is ready', async () => {
    const { ask } = server();
    for (const host of ['altrove.test', 'cerchi.test.altrove.test', 'a b']) {
      const { said, sent, res, body } = await ask('/', { headers: { host } });
      expect([host, res.statusCode, said, body()]).toEqual([host, 421, [], undefined]);
      expect(sent['content-type']).toBe('text/plain; charset=utf-8');
      expect(sent['x-frame-options']).toBe('DENY');
    }
    const script = await ask('/_next/static/a.js', { headers: { host: 'altrove.test' } });
    expect([script.res.statusCode, script.said]).toEqual([421, []]);
    const ready = await ask('/readyz', { headers: { host: '10.1.1.1' } });
    expect([ready.res.statusCode, ready.body()]).toEqual([200, '{"ready":true}']);
    expect(ready.sent).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  });

  it('waits where another process owns the database, but for the files of the build', async () => {
    const { ask } = server({ owned: () => false });
    for (const url of ['/', '/api/lang', '/i/PROVA', '/healthzx']) {
      const { said, sent, res } = await ask(url);
      expect([url, res.statusCode, said]).toEqual([url, 503, []]);
      expect(sent).toMatchObject({ 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' });
    }
    expect((await ask('/_next/static/a.js')).said).toEqual(['static']);
    const ready = await ask('/readyz');
    expect([ready.res.statusCode, ready.body()]).toEqual([503, '{"ready":false}']);
  });

  it('of a browser without a cookie for a page with a form is given one to try', async () => {
    const cookie = 'cerchi-prova=1; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400; Secure';
    const html = { accept: 'text/html' };
    const { ask } = server();
    const tried = async (url: string, headers: Record<string, string>) => {
      const { ended, sent } = await ask(url, { headers });
      await ended;
      return sent['set-cookie'];
    };
    for (const url of ['/i/PROVA/entra', '/i/PROVA/entra?poi=io', '/accedi', '/chiave/x', '/totem/PROVA'])
      expect([url, await tried(url, html)]).toEqual([url, cookie]);
    for (const url of ['/', '/i/PROVA', '/i/PROVA/x/entra', '/chiave', '/x/accedi'])
      expect([url, await tried(url, html)]).toEqual([url, undefined]);
    expect(await tried('/accedi', { ...html, cookie: 'a=b' })).toBeUndefined();
    expect(await tried('/accedi', { accept: '*/*' })).toBeUndefined();
    expect(await tried('/accedi', {})).toBeUndefined();
  });

  it('names its page by the server’s word alone, and a page for every seat to the server itself', async () => {
    const { ask } = server();
    const named = async (headers: Record<string, string>) => {
      const { req, ended } = await ask('/i/PROVA', { headers });
      await ended;
      return [req.headers[PAGE_PATH], req.headers[SHARED_PAGE]];
    };
    expect(await named({ [PAGE_PATH]: '/ufficio', [SHARED_PAGE]: '{}' })).toEqual(['/i/PROVA', undefined]);
    expect(await named({ [SHARED_PAGE]: '{}', 'x-itself': 'mark' })).toEqual(['/i/PROVA', '{}']);
  });

  it('is answered by the first page that is drawn for many, and by Next after an error', async () => {
    const tries: string[] = [];
    const answers = (name: string, what: 'answers' | 'passes' | 'fails' | 'breaks') => {
      return async (_: IncomingMessage, res: ServerResponse) => {
        tries.push(name);
        if (what === 'breaks') Object.assign(res, { headersSent: true });
        if (what === 'answers' || what === 'breaks') res.end();
        if (what === 'fails' || what === 'breaks') throw new Error(name);
        return what === 'answers';
      };
    };
    const reached = async (...whats: Parameters<typeof answers>[1][]) => {
      tries.length = 0;
      const { ask } = server({ drawn: whats.map((what, n) => answers(`${n}`, what)) });
      const { ended, said } = await ask('/');
      await ended;
      return [tries.join(''), ...said];
    };
    expect(await reached('passes', 'answers', 'answers')).toEqual(['01']);
    expect(await reached('fails', 'answers')).toEqual(['01']);
    expect(await reached('passes', 'fails')).toEqual(['01', 'page /']);
    // An answer that has begun is nobody else's to end.
    expect(await reached('breaks', 'answers')).toEqual(['0']);
  });

  it('is answered although what its page reads could not be loaded', async () => {
    const { ask } = server({
      streams: {
        index: { find: () => ({ id: 'one' }) },
        readyToRead: () => Promise.reject(new Error('x')),
      } as never,
    });
    const { ended, said } = await ask('/i/PROVA');
    await ended;
    expect(said).toEqual(['page /i/PROVA']);
  });
});

it('the server reaches itself where it listens, and on this machine where it listens everywhere', () => {
  const at = (address: unknown) => ownAddress({ address: () => address } as unknown as Server);
  expect(at({ address: '192.168.1.7', port: 3000 })).toEqual({ host: '192.168.1.7', port: 3000 });
  expect(at({ address: '0.0.0.0', port: 80 })).toEqual({ host: '127.0.0.1', port: 80 });
  expect(at({ address: '::', port: 80 })).toEqual({ host: '127.0.0.1', port: 80 });
  expect(at({ address: '::1', port: 80 })).toEqual({ host: '::1', port: 80 });
  expect(at('/a/pipe')).toEqual({ host: '127.0.0.1', port: 0 });
  expect(at(null)).toEqual({ host: '127.0.0.1', port: 0 });
});

describe('what a request claims', () => {
  it('its origin is this server by the host it was reached at, or by the public address', () => {
    const rows: [string, string | undefined, string | null, boolean][] = [
      ['http://a.test:3000', 'a.test:3000', null, true],
      ['http://a.test', 'a.test:3000', null, false],
      ['http://b.test', 'a.test', null, false],
      ['https://cerchi.test', '10.0.0.1', PUBLIC, true],
      ['https://b.test', 'a.test', PUBLIC, false],
      ['null', 'null', null, false],
      ['', '', null, false],
      ['file:///a', '', null, false],
      ['http://a.test', 'b.test', 'no address', false],
    ];
    for (const row of rows) {
      const [origin, host, publicUrl, same] = row;
      expect([row, isSameOrigin(origin, host, publicUrl)]).toEqual([row, same]);
    }
  });

  it('its host is ours by name, by any address in figures, or where no name was given', () => {
    const rows: [string | undefined, string | null, boolean][] = [
      ['anything.test', null, true],
      [undefined, null, true],
      [undefined, PUBLIC, false],
      ['cerchi.test', PUBLIC, true],
      ['cerchi.test:8080', PUBLIC, true],
      ['localhost:3000', PUBLIC, true],
      ['127.0.0.1', PUBLIC, true],
      ['[fe80::1]:3000', PUBLIC, true],
      ['localhost.evil.test', PUBLIC, false],
      ['a b', PUBLIC, false],
      ['', PUBLIC, false],
    ];
    for (const row of rows) expect([row, isOurHost(row[0], row[1])]).toEqual([row, row[2]]);
  });

  it('a proxy’s headers are dropped whole from any host that is not listed', () => {
    const names = ['X-Forwarded-For', 'Host', 'x-forwarded-proto', 'FORWARDED', 'X-Forwardedly', 'Accept'];
    const kept = (from: string | undefined, named: string) => {
      const req = {
        headers: Object.fromEntries(names.map((n) => [n.toLowerCase(), n])),
        rawHeaders: names.flatMap((n) => [n, `of ${n}`]),
        socket: { remoteAddress: from },
      };
      dropUntrusted(req as unknown as IncomingMessage, proxiesOf(named));
      expect(req.rawHeaders.filter((_, i) => i % 2 === 1)).toEqual(
        Object.values(req.headers).map((n) => `of ${n}`),
      );
      return Object.values(req.headers);
    };
    const own = ['Host', 'X-Forwardedly', 'Accept'];
    expect(kept('10.0.0.5', '10.0.0.5, 192.168.1.0/24')).toEqual(names);
    expect(kept('192.168.1.200', ' 10.0.0.5 ,192.168.1.0/24,')).toEqual(names);
    expect(kept('::ffff:10.0.0.5', '10.0.0.5')).toEqual(names);
    expect(kept('fd00::5', 'fd00::/8')).toEqual(names);
    expect(kept('10.0.0.6', '10.0.0.5')).toEqual(own);
    expect(kept('192.168.2.1', '192.168.1.0/24')).toEqual(own);
    expect(kept('fe00::5', 'fd00::/8')).toEqual(own);
    expect(kept('::1', '')).toEqual(own);
    expect(kept(undefined, '0.0.0.0/0, ::/0')).toEqual(own);
  });

  it('a list of proxies with something else in it is refused by that entry', () => {
    const refused = (named: string) => () => proxiesOf(named);
    for (const entry of ['proxy.test', '10.0.0.5/33', '10.0.0.5/-1', '10.0.0.5/x', '::1/129', '10.0.0.5/1.5'])
      expect(refused(`127.0.0.1, ${entry}`)).toThrow(
        `environment: CERCHI_PROXY: ${entry} is neither an address nor a network`,
      );
    for (const entry of ['10.0.0.5/32', '10.0.0.5/0', '::1/128', '::1/0', ''])
      expect(refused(entry)).not.toThrow();
  });

  it('the first of several proxies says if the browser came by HTTPS', () => {
    const rows: [string, string | null, boolean][] = [
      ['https', null, true],
      ['https, http', null, true],
      [' https ,http', null, true],
      ['http, https', null, false],
      ['', null, false],
      ['', PUBLIC, true],
      ['http', 'http://https:', false],
    ];
    for (const row of rows) expect([row, overHttps(row[0], row[1])]).toEqual([row, row[2]]);
  });
});

it('the entrance is drawn once for those without a seat, and for no other request', async () => {
  const asked = async (
    url: string | undefined,
    more: { method?: string; headers?: object; own?: boolean } = {},
  ) => {
    const keys: unknown[] = [];
    const cache = {
      isOwn: () => more.own ?? false,
      page: async (key: string, { headers, ...rest }: { headers: () => object }) => {
        keys.push({ key, ...rest, headers: headers() });
        return null;
      },
    };
    const req = { method: more.method ?? 'GET', url, headers: { host: 'a.test', ...more.headers } };
    const res = { getHeader: () => "script-src 'nonce-abc'" };
    expect(await joinPageCache(cache as never)(req as never, res as never)).toBe(false);
    return keys;
  };
  const page = {
    ...{ key: 'a.test /i/PROVA/entra it', path: '/i/PROVA/entra', freshMs: 1000, stamp: '' },
    headers: { host: 'a.test', 'accept-language': 'it' },
  };
  const it_ = { 'accept-language': 'it' };
  expect(await asked('/i/PROVA/entra', { headers: it_ })).toEqual([page]);
  expect(await asked('/i/PROVA/entra', { headers: { ...it_, cookie: 'cerchi-prova=1; xcerchi=2' } })).toEqual(
    [page],
  );
  const long = await asked('/i/PROVA/entra', { headers: { 'accept-language': 'x'.repeat(99) } });
  expect(long).toMatchObject([{ headers: { 'accept-language': 'x'.repeat(60) } }]);
  const local = await asked('/i/PROVA/entra', { headers: { host: undefined } });
  expect(local).toEqual([
    { ...page, key: 'localhost /i/PROVA/entra ', headers: { host: 'localhost', 'accept-language': '' } },
  ]);
  for (const [url, more] of [
    [undefined, {}],
    ['/i/PROVA/entra?poi=io', {}],
    ['/x/i/PROVA/entra', {}],
    ['/i/PROVA-/entra', {}],
    ['/i/THIRTEENCODES/entra', {}],
    ['/i/PROVA/entra', { method: 'HEAD' }],
    ['/i/PROVA/entra', { own: true }],
    ['/i/PROVA/entra', { headers: { rsc: '1' } }],
    ['/i/PROVA/entra', { headers: { cookie: 'cerchi=x' } }],
    ['/i/PROVA/entra', { headers: { cookie: 'a=b;cerchi=x' } }],
  ] as const)
    expect([url, more, await asked(url, more)]).toEqual([url, more, []]);
});
