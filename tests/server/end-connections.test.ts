import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { endConnections } from '@/server/http/end-connections';
import { testHouse } from './house';

const MINUTE = 60_000;

/** A server that answers nothing by itself, and its open connections. */
async function listening() {
  const answers: ServerResponse[] = [];
  const http = createServer((_, res) => answers.push(res));
  const open = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return { http, open, answers };
}

/** Resolves once the server has the connection and what was said on it. */
async function connected(http: Server, said = ''): Promise<Socket> {
  const at = http.address();
  const near = connect(typeof at === 'object' && at ? at.port : 0, '127.0.0.1');
  near.on('error', () => {});
  const [far] = (await once(http, 'connection')) as [Socket];
  if (said) near.write(said);
  while (far.bytesRead < said.length) await new Promise((r) => setTimeout(r, 1));
  return near;
}

const closedOf = (http: Server) => new Promise<void>((done) => http.close(() => done()));

it('[S50] a connection on which nothing was asked does not keep a server from closing', async () => {
  const { http, open } = await listening();
  await connected(http);
  const closed = closedOf(http);
  const stop = endConnections(open, MINUTE);
  await closed;
  stop();
});

it('[S50] a request under way is answered while the server closes', async () => {
  const { http, open, answers } = await listening();
  const near = await connected(http, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  await connected(http);
  let heard = '';
  near.on('data', (bytes) => {
    heard += bytes.toString();
  });
  const closed = closedOf(http);
  const stop = endConnections(open, MINUTE);
  expect(open.size).toBe(2);
  answers[0]?.end('the last words');
  await Promise.all([closed, once(near, 'end')]);
  expect(heard).toContain('the last words');
  stop();
});

it('[S50] half a request, or one that is never answered, is cut when the time is over', async () => {
  const { http, open } = await listening();
  await connected(http, 'GET / HTTP/1.1\r\nHo');
  await connected(http, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const closed = closedOf(http);
  const late = endConnections(open, MINUTE);
  expect([...open].map((s) => s.destroyed)).toEqual([false, false]);
  late();
  endConnections(open, 5);
  await closed;
});

it('[S50] the whole server stops while a browser keeps a spare connection', async () => {
  const house = await testHouse();
  const near = await connected(house.http);
  const ended = once(near, 'close');
  await house.close();
  await ended;
  house.remove();
});
