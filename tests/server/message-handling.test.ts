/** The messages of a connection: paced, parsed, always answered, and logged without their author. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Answer, CommandMessage, Hello, Welcome } from '@/protocol/wire';
import type { ServerLog } from '@/server/diagnostics/server-log';
import { type Connection, refused } from '@/server/sockets/connection';
import {
  type EngineConnection,
  endLine,
  queuedOf,
  socketOf,
  unreadOf,
} from '@/server/sockets/engine-connection';
import { createMessageHandler } from '@/server/sockets/message-handler';
import { createMessageLog } from '@/server/sockets/message-log';
import type { Streams } from '@/server/streams/streams';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const settled = () => vi.advanceTimersByTimeAsync(0);

describe('a message', () => {
  const Shape = z.object({ n: z.number() });
  function handler(points = 3) {
    const warned: unknown[] = [];
    const hear = createMessageHandler(points, (what, error) => warned.push([what, error]));
    const answers: unknown[] = [];
    const line = { data: { key: 'anna' }, conn: { close: vi.fn() } };
    const say = async (
      raw: unknown,
      act = async (_: unknown, m: { n: number }) => ({ ok: true, n: m.n }) as object,
    ) => {
      hear(Shape, act).call(line, raw, (a: unknown) => answers.push(a));
      await settled();
      return answers.at(-1);
    };
    return { hear, line, say, warned, answers };
  }

  it('is parsed and answered, and an error of ours too', async () => {
    const h = handler(9);
    expect(await h.say({ n: 4 })).toEqual({ ok: true, n: 4 });
    expect(await h.say({ n: 'x' })).toEqual({ ok: false, refused: 'malformed' });
    expect(h.warned).toEqual([]);
    const wrong = new Error('wrong');
    expect(await h.say({ n: 1 }, async () => Promise.reject(wrong))).toEqual({ ok: false, refused: 'busy' });
    expect(h.warned).toEqual([['a message could not be handled', wrong]]);
  });

  it('that asks for no answer is handled all the same', async () => {
    const h = handler();
    const acted = vi.fn(async () => ({ ok: true }) as object);
    h.hear(Shape, acted).call(h.line, { n: 1 }, undefined);
    await settled();
    expect(acted).toHaveBeenCalledWith(h.line, { n: 1 });
    expect(h.warned).toEqual([]);
  });

  it('is one of so many in ten seconds of each device, which is cut at twenty times as many', async () => {
    const h = handler(2);
    await h.say({ n: 1 });
    await vi.advanceTimersByTimeAsync(4000);
    await h.say({ n: 2 });
    expect(await h.say({ n: 3 })).toEqual({ ok: false, refused: 'too_fast', detail: { ms: 6000 } });
    const other = { data: { key: 'bea' }, conn: { close: vi.fn() } };
    h.hear(Shape, async () => ({ of: 'bea' })).call(other, { n: 1 }, (a: unknown) => h.answers.push(a));
    await settled();
    expect(h.answers.at(-1)).toEqual({ of: 'bea' });
    for (let n = 4; n <= 40; n++) await h.say({ n });
    expect(h.line.conn.close).not.toHaveBeenCalled();
    await h.say({ n: 41 });
    expect(h.line.conn.close).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(6000);
    expect(await h.say({ n: 42 })).toEqual({ ok: true, n: 42 });
    expect(h.warned).toEqual([]);
  });

  it('is not counted if it is the first of its connection', async () => {
    const h = handler(2);
    const line = Object.assign(h.line, { data: { key: 'socket', silent: true } });
    expect(await h.say({ n: 1 })).toEqual({ ok: true, n: 1 });
    line.data.key = 'anna';
    await h.say({ n: 2 });
    expect(await h.say({ n: 3 })).toEqual({ ok: true, n: 3 });
    expect(await h.say({ n: 4 })).toMatchObject({ ok: false, refused: 'too_fast' });
    line.data.key = 'socket';
    await h.say({ n: 5 });
    expect(await h.say({ n: 6 })).toEqual({ ok: true, n: 6 });
    expect(await h.say({ n: 7 })).toMatchObject({ ok: false, refused: 'too_fast' });
  });
});

describe('the log of messages', () => {
  const found = { id: 's1', code: 'PROVA', kind: 'gathering' };
  function logged() {
    const lines: unknown[] = [];
    const streams = {
      index: {
        find(code: string) {
          if (code === 'BROKEN') throw new Error('away');
          return code === 'prova' ? found : null;
        },
      },
      stream: () => ({ catalogue: { deeds: { writeNote: {} } } }),
    } as unknown as Streams;
    const log = createMessageLog(streams, { write: (line: unknown) => void lines.push(line) } as ServerLog);
    return { log, lines };
  }
  const line = (joined: object | null = { row: found }) =>
    ({ data: { joined: new Map(joined ? [['PROVA', joined]] : []) } }) as unknown as Connection;
  const slowly =
    <A>(answer: A) =>
    async () => {
      vi.advanceTimersByTime(12.4);
      return answer;
    };

  it.each<[string, object, object | null]>([
    ['prova', { state: {} }, { at: 'hello', stream: 'PROVA', surface: 'phone', ms: 12 }],
    ['other', { state: {} }, null],
    ['BROKEN', { state: {} }, null],
    ['prova', refused('busy'), { at: 'refusal', stream: 'PROVA', type: 'hello', refused: 'busy', ms: 12 }],
    [
      'other',
      refused('unknown_code'),
      { at: 'refusal', stream: null, type: 'hello', refused: 'unknown_code', ms: 12 },
    ],
    ['BROKEN', refused('busy'), { at: 'refusal', stream: null, type: 'hello', refused: 'busy', ms: 12 }],
  ])('says of a hello to %s how it was answered: %j', async (code, answer, written) => {
    const { log, lines } = logged();
    const hello = { code, surface: 'phone' } as Hello;
    expect(await log.hello(slowly(answer as Welcome))(line(), hello)).toBe(answer);
    expect(lines).toEqual(written ? [written] : []);
  });

  it.each<[string, object | null, object, object | null]>([
    [
      'writeNote',
      { row: found },
      { ok: true, seq: 7 },
      { at: 'command', stream: 'PROVA', type: 'writeNote', seq: 7, ms: 12 },
    ],
    [
      'a secret',
      { row: found },
      { ok: true, seq: 7 },
      { at: 'command', stream: 'PROVA', type: '?', seq: 7, ms: 12 },
    ],
    [
      'toString',
      { row: found },
      refused('busy'),
      { at: 'refusal', stream: 'PROVA', type: '?', refused: 'busy', ms: 12 },
    ],
    [
      'writeNote',
      null,
      refused('no_seat'),
      { at: 'refusal', stream: null, type: '?', refused: 'no_seat', ms: 12 },
    ],
    ['writeNote', null, { ok: true, seq: 7 }, null],
  ])('says of a command %s how it was answered', async (type, joined, answer, written) => {
    const { log, lines } = logged();
    const message = { code: 'prova', command: { id: 'c', type, ask: {} } } as unknown as CommandMessage;
    expect(await log.command(slowly(answer as Answer))(line(joined), message)).toBe(answer);
    expect(lines).toEqual(written ? [written] : []);
  });

  it('says when a connection begins and ends, by which transport and for how many seconds', () => {
    const { log, lines } = logged();
    const conn = { transport: { name: 'polling' } };
    const socket = Object.assign(new EventEmitter(), { conn, data: { opened: performance.now() } });
    log.connection(socket as unknown as Connection);
    conn.transport.name = 'websocket';
    vi.advanceTimersByTime(2600);
    socket.emit('disconnect', 'ping timeout');
    expect(lines).toEqual([
      { at: 'connection', transport: 'polling' },
      { at: 'disconnection', transport: 'websocket', reason: 'ping timeout', seconds: 3 },
    ]);
  });
});

describe('a connection of Engine.IO', () => {
  const conn = (name: string, socket: object | undefined, ...data: unknown[]) => {
    const closed: unknown[] = [];
    const transport = {
      name,
      ...(socket ? { socket: { ...socket, close: (...of: unknown[]) => void closed.push(of) } } : {}),
    };
    const writeBuffer = data.map((d) => ({ data: d }));
    const made = { writeBuffer, transport, close: (...of: unknown[]) => void closed.push(['engine', ...of]) };
    return { conn: made as unknown as EngineConnection, closed };
  };
  const tcp = { writableLength: 40 };

  it.each<[string, object | undefined, object | null, number]>([
    ['websocket', { _socket: tcp }, tcp, 48],
    ['websocket', { _socket: null }, null, 8],
    ['websocket', {}, null, 8],
    ['websocket', undefined, null, 8],
    ['polling', { _socket: tcp }, null, 8],
  ])('has so much unread by %s', (name, socket, found, unread) => {
    const { conn: c } = conn(name, socket, 'abc', undefined, Buffer.from('hello'), {});
    expect(socketOf(c)).toBe(found);
    expect([queuedOf(c), unreadOf(c)]).toEqual([8, unread]);
  });

  it.each<[string, object | undefined, unknown[]]>([
    ['websocket', {}, [[1013, 'why']]],
    ['websocket', undefined, []],
    ['polling', {}, [['engine', true]]],
  ])('is ended so that its device comes back: %s', (name, socket, closed) => {
    const made = conn(name, socket);
    endLine(made.conn, 'why');
    expect(made.closed).toEqual(closed);
  });

  it('is refused with a detail, or with none', () => {
    expect([refused('busy'), refused('busy', { ms: 1 })]).toEqual([
      { ok: false, refused: 'busy' },
      { ok: false, refused: 'busy', detail: { ms: 1 } },
    ]);
  });
});
