/** A connection's unread bytes, and its end: its device must come back on its own. */
import { describe, expect, it, vi } from 'vitest';
import {
  type EngineConnection,
  dropHeaders,
  endLine,
  queuedOf,
  socketOf,
  unreadOf,
} from '@/server/sockets/engine-connection';

function connection(name: string, unread: number | null, queue: { data?: unknown }[] = []) {
  const ended = { socket: vi.fn(), polling: vi.fn() };
  const tcp = unread === null ? null : { writableLength: unread };
  const conn = {
    writeBuffer: queue,
    transport: { name, socket: { _socket: tcp, close: ended.socket } },
    close: ended.polling,
  } as unknown as EngineConnection;
  return { conn, tcp, ended };
}

describe('a connection', () => {
  it('has its own TCP socket only as a WebSocket, while that is open', () => {
    const open = connection('websocket', 7);
    expect(socketOf(open.conn)).toBe(open.tcp);
    expect(socketOf(connection('websocket', null).conn)).toBeNull();
    expect(socketOf(connection('polling', 7).conn)).toBeNull();
    const bare = { ...open.conn, transport: { name: 'websocket' } } as EngineConnection;
    expect(socketOf(bare)).toBeNull();
  });

  it('has unread what waits above its socket and in it', () => {
    const queue = [{ data: 'four' }, {}, { data: Buffer.alloc(10) }, { data: { no: 'length' } }];
    expect(queuedOf(connection('websocket', 5, queue).conn)).toBe(14);
    expect(unreadOf(connection('websocket', 5, queue).conn)).toBe(19);
    expect(unreadOf(connection('polling', 5, queue).conn)).toBe(14);
    expect(unreadOf(connection('websocket', null).conn)).toBe(0);
  });

  it('keeps of its first request what is read when a namespace is entered, and no other header', () => {
    const rawHeaders = ['Cookie', 'cerchi=x', 'User-Agent', 'phone'];
    const headers = { cookie: 'cerchi=x', origin: 'http://hall', 'user-agent': 'phone' };
    const full = { request: { headers, rawHeaders } } as unknown as EngineConnection;
    dropHeaders(full);
    expect(full.request).toEqual({
      headers: { cookie: 'cerchi=x', origin: 'http://hall' },
      rawHeaders: [],
    });
    const bare = { request: { headers: { host: 'hall' }, rawHeaders: [] } } as unknown as EngineConnection;
    dropHeaders(bare);
    expect(bare.request).toEqual({ headers: {}, rawHeaders: [] });
  });

  it('ends with the reason in its close frame; where it polls, at once and with what waits', () => {
    const socket = connection('websocket', 0);
    endLine(socket.conn, 'slow_reader');
    expect(socket.ended.socket.mock.calls).toEqual([[1013, 'slow_reader']]);
    expect(socket.ended.polling).not.toHaveBeenCalled();
    const polls = connection('polling', 0);
    endLine(polls.conn, 'slow_reader');
    expect(polls.ended.polling.mock.calls).toEqual([[true]]);
    expect(polls.ended.socket).not.toHaveBeenCalled();
  });
});
