/** The wire itself: without a server, through a proxy that swallows handshakes, and in a page that sleeps and wakes. */
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Server as SocketServer } from 'socket.io';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchAhead } from '@/client/loading/fetch-ahead';
import { socketWire } from '@/client/connection/socket-wire';
import type { ClientWire, WireEvents } from '@/client/connection/wire';
import type { Hello } from '@/protocol/wire';

const nothing = () => {};
const events = (over: Partial<WireEvents>): WireEvents => ({
  up: nothing,
  down: nothing,
  frame: nothing,
  own: nothing,
  again: nothing,
  ...over,
});
const hello: Hello = {
  protocol: 2,
  code: 'PROVA',
  surface: 'phone',
  since: null,
  answered: [],
  people: 0,
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server that welcomes, on the port given; `deaf` receives and sends nothing. Returns its port. */
async function server(at = 0): Promise<{ port: number; deaf: boolean; io: SocketServer }> {
  const http = createHttp();
  const io = new SocketServer(http, { path: '/filo' });
  const it = { port: 0, deaf: false, io };
  io.on('connection', (s) => {
    s.on('hello', (_, answer) => it.deaf || answer({ ok: true, by: s.conn.transport.name }));
  });
  await new Promise<void>((done) => http.listen(at, '127.0.0.1', done));
  closing.push(() => io.close());
  it.port = (http.address() as AddressInfo).port;
  return it;
}

/** Passes everything through to `port`, except WebSocket handshakes, which it swallows. */
async function swallowing(port: number): Promise<{ port: number; swallowed: number }> {
  const open = new Set<Socket>();
  const it = { port: 0, swallowed: 0 };
  const proxy: Server = createServer((socket) => {
    open.add(socket);
    socket.on('error', nothing);
    socket.once('data', (first) => {
      if (/upgrade: websocket/i.test(first.toString('latin1'))) {
        it.swallowed += 1;
        return;
      }
      const on = connect(port, '127.0.0.1');
      open.add(on);
      on.on('error', () => socket.destroy());
      on.write(first);
      socket.pipe(on).pipe(socket);
    });
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  closing.push(() => {
    for (const socket of open) socket.destroy();
    proxy.close();
  });
  it.port = (proxy.address() as AddressInfo).port;
  return it;
}

const started = (wire: ClientWire, over: Partial<WireEvents> = {}): Promise<void> => {
  closing.push(() => wire.close());
  return new Promise((up) => wire.listen(events({ ...over, up })));
};

/** The page's wake-up events, in a test. */
function page() {
  const [window, document] = [
    new EventTarget(),
    Object.assign(new EventTarget(), { visibilityState: 'visible' }),
  ];
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', document);
  return { window, document };
}

it('one that never came up says that it is down: a wall switched on before the hall’s network is not taken for fresh', async () => {
  // No server listens on port 1 of this machine.
  const wire = socketWire('http://127.0.0.1:1');
  const down = await new Promise((told) => wire.listen(events({ down: () => told('down') })));
  wire.close();
  expect(down).toBe('down');
});

it('[Y13] a proxy that swallows the WebSocket handshake does not keep a phone offline: it polls', async () => {
  const behind = await server();
  const proxy = await swallowing(behind.port);
  const wire = socketWire(`http://127.0.0.1:${proxy.port}`, { timeout: 200 });
  await started(wire);
  expect(proxy.swallowed).toBeGreaterThan(0);
  expect(await wire.hello(hello)).toMatchObject({ ok: true, by: 'polling' });
});

it('[Y13] behind such a proxy, a server that comes back late is found by the next attempts', async () => {
  const first = await server();
  const proxy = await swallowing(first.port);
  await first.io.close();
  const wire = socketWire(`http://127.0.0.1:${proxy.port}`, { timeout: 100, reconnectionDelayMax: 100 });
  const up = started(wire);
  await vi.waitFor(() => expect(proxy.swallowed).toBeGreaterThan(3), 15_000);
  await server(first.port);
  await up;
  expect(await wire.hello(hello)).toMatchObject({ ok: true, by: 'polling' });
});

it('[Y13] where WebSockets pass, it uses one', async () => {
  const { port } = await server();
  const wire = socketWire(`http://127.0.0.1:${port}`);
  await started(wire);
  expect(await wire.hello(hello)).toMatchObject({ ok: true, by: 'websocket' });
});

it('[Y13] a page that returns says that it woke, and a link that does not answer in time is made again', async () => {
  const { document } = page();
  const behind = await server();
  const wire = socketWire(`http://127.0.0.1:${behind.port}`);
  let [ups, downs, woken] = [0, 0, 0];
  closing.push(() => wire.close());
  await new Promise<void>((first) =>
    wire.listen(
      events({
        up: () => {
          ups += 1;
          first();
        },
        down: () => {
          downs += 1;
        },
        woke: () => {
          woken += 1;
        },
      }),
    ),
  );
  document.dispatchEvent(new Event('visibilitychange'));
  expect(woken).toBe(1);
  Object.assign(document, { visibilityState: 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(woken).toBe(1);
  behind.deaf = true;
  await expect(wire.hello(hello, 50)).rejects.toThrow();
  expect(downs).toBe(1);
  await vi.waitFor(() => expect(ups).toBe(2), 5000);
});

it('[Y13] a page that finds the network again does not wait for the next attempt', async () => {
  const { window } = page();
  const first = await server();
  await first.io.close();
  let up = false;
  // The next automatic attempt is an hour away.
  const wire = socketWire(`http://127.0.0.1:${first.port}`, {
    reconnectionDelay: 3_600_000,
    reconnectionDelayMax: 3_600_000,
    randomizationFactor: 0,
  });
  closing.push(() => wire.close());
  await new Promise<void>((down) =>
    wire.listen(
      events({
        down,
        up: () => {
          up = true;
        },
      }),
    ),
  );
  await server(first.port);
  window.dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(up).toBe(true), 5000);
});

it('a device that cannot fetch a state takes one over the socket, then fetches again', async () => {
  const http = createHttp((_, answer) => void answer.writeHead(410).end());
  const io = new SocketServer(http, { path: '/filo' });
  const asked: unknown[] = [];
  const snapshot = { url: '/api/snapshots/gone', after: [] };
  io.on('connection', (s) => {
    s.on('hello', (said: Hello, answer) => {
      asked.push(said.fetches);
      answer({ ok: true, ...(said.fetches ? { snapshot } : { state: {} }) });
    });
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  closing.push(() => io.close());
  const wire = socketWire(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  // A welcome that cannot be completed closes the link, which comes back by itself.
  const up = async () => {
    for (let tries = 0; tries < 100; tries++) {
      const welcome = await wire.hello(hello).catch(() => null);
      if (welcome) return welcome;
      await new Promise((done) => setTimeout(done, 20));
    }
    return null;
  };
  await started(wire);
  await expect(wire.hello(hello)).rejects.toThrow('410');
  expect(await up()).toMatchObject({ state: {} });
  await expect(wire.hello(hello)).rejects.toThrow('410');
  expect(asked).toEqual([true, false, true]);
});

it('a wire connects as soon as it is made, and who listens later is told that it is up', async () => {
  const { port, io } = await server();
  const helloes = vi.fn();
  const connected = new Promise<void>((done) =>
    io.on('connection', (s) => {
      s.on('hello', helloes);
      done();
    }),
  );
  const wire = socketWire(`http://127.0.0.1:${port}`);
  await connected;
  // Time for the server's answer to arrive.
  await new Promise((done) => setTimeout(done, 50));
  expect(helloes).not.toHaveBeenCalled();
  await started(wire);
  expect(await wire.hello(hello)).toMatchObject({ ok: true });
  expect(helloes).toHaveBeenCalledOnce();
});

/** A server that names one state and serves it. */
async function stateServer() {
  const fetched: string[] = [];
  const asked: unknown[] = [];
  const http = createHttp((req, answer) => {
    fetched.push(req.url ?? '');
    answer.end(JSON.stringify({ state: { by: req.url }, labels: {} }));
  });
  const io = new SocketServer(http, { path: '/filo' });
  io.on('connection', (s) => {
    s.on('hello', (said: Hello, answer) => {
      asked.push(said.snapshot);
      const snapshot = { url: '/api/snapshots/one', after: [] };
      answer({ ok: true, stream: 's', people: { rev: 1, labels: {} }, snapshot });
    });
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  closing.push(() => io.close());
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, fetched, asked };
}

describe('a state fetched ahead', () => {
  const ahead = (url: string, answer: Promise<Response | null>) => ({ url, answer, drop: vi.fn() });
  const answered = () => Promise.resolve(Response.json({ state: { by: 'ahead' }, labels: {} }));

  it('serves the welcome that names it, and is not fetched again; the next hello names none', async () => {
    const { url, fetched, asked } = await stateServer();
    const wire = socketWire(url, {}, ahead('/api/snapshots/one', answered()));
    await started(wire);
    expect(await wire.hello(hello)).toMatchObject({ state: { by: 'ahead' } });
    expect(fetched).toEqual([]);
    expect(await wire.hello(hello)).toMatchObject({ state: { by: '/api/snapshots/one' } });
    expect(asked).toEqual(['one', undefined]);
  });

  it('is dropped where the welcome names another, and fetched again where it failed', async () => {
    const { url, fetched } = await stateServer();
    const other = ahead('/api/snapshots/other', answered());
    const first = socketWire(url, {}, other);
    await started(first);
    expect(await first.hello(hello)).toMatchObject({ state: { by: '/api/snapshots/one' } });
    expect(other.drop).toHaveBeenCalled();
    const second = socketWire(url, {}, ahead('/api/snapshots/one', Promise.resolve(null)));
    await started(second);
    expect(await second.hello(hello)).toMatchObject({ state: { by: '/api/snapshots/one' } });
    expect(fetched).toHaveLength(2);
  });

  it('is read while the socket connects, and fetched again where it broke off', async () => {
    const { url, fetched } = await stateServer();
    const answer = Response.json({ state: { by: 'ahead' }, labels: {} });
    const early = socketWire(url, {}, ahead('/api/snapshots/one', Promise.resolve(answer)));
    closing.push(() => early.close());
    await vi.waitFor(() => expect(answer.bodyUsed).toBe(true));
    const cut = socketWire(url, {}, ahead('/api/snapshots/one', Promise.resolve(new Response('{"state":'))));
    await started(cut);
    expect(await cut.hello(hello)).toMatchObject({ state: { by: '/api/snapshots/one' } });
    expect(fetched).toHaveLength(1);
  });

  it('is not named by a device that holds a state', async () => {
    const { url, asked } = await stateServer();
    const wire = socketWire(url, {}, ahead('/api/snapshots/one', answered()));
    await started(wire);
    await wire.hello({ ...hello, since: 4 });
    expect(asked).toEqual([undefined]);
  });

  it('is null when its fetch fails', async () => {
    const { url } = await stateServer();
    expect(await fetchAhead('http://127.0.0.1:1/').answer).toBeNull();
    expect(await (await fetchAhead(`${url}/api/snapshots/one`).answer)?.json()).toMatchObject({ labels: {} });
  });
});
