/** The limit of a connection's unread data, the way it is cut, and the single copy of shared bytes. */
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { io } from 'socket.io-client';
import { PacketType } from 'socket.io-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { PROTOCOL, type Welcome } from '@/protocol/wire';
import { HelloQueue } from '@/server/sockets/hello-queue';
import { frameShared, parser, type QueuedPacket, sharedJson, sharedPart } from '@/server/sockets/raw-json';
import { type Memory, type QueuedLine, SlowReaders } from '@/server/sockets/slow-readers';
import { openSpace, type TestHouse, testHouse } from './house';

const MB = 1024 * 1024;

/** A TCP connection with so much unread. */
class Unread extends EventEmitter {
  destroyed = false;
  constructor(public writableLength: number) {
    super();
  }
  destroy(): void {
    this.destroyed = true;
  }
}

function watched(memory: Memory = { heap: 1, heapLimit: 100, buffers: 0 }) {
  const http = new EventEmitter();
  const clock = { now: 0 };
  const said: string[] = [];
  const slow = new SlowReaders(
    http as unknown as Server,
    (what) => said.push(what),
    () => clock.now,
    () => memory,
  );
  const ended: string[] = [];
  const open = (unread: number, packets = 0, name = 'line') => {
    const socket = new Unread(unread);
    http.emit('connection', socket);
    const line: QueuedLine = {
      socket: socket as unknown as Socket,
      queued: () => ({ bytes: 0, packets }),
      end: (reason) => ended.push(`${name} ${reason}`),
    };
    slow.watch(line);
    return socket;
  };
  const passed = (seconds: number) => {
    for (let s = 0; s < seconds; s++) {
      clock.now += 1000;
      slow.look();
    }
  };
  const stop = () => http.emit('close');
  return { slow, open, passed, ended, said, memory, stop };
}

describe('a line with much unread', () => {
  it('has the time that the slowest network needs, and no more', () => {
    const w = watched();
    const phone = w.open(1 * MB, 0, 'phone');
    const never = w.open(1 * MB, 0, 'never');
    w.passed(80);
    expect(w.ended).toEqual([]);
    // Once everything is read, it starts again from nothing.
    phone.writableLength = 0;
    w.passed(1);
    phone.writableLength = 1 * MB;
    w.passed(20);
    expect(w.ended).toEqual(['never slow_reader']);
    expect(never.destroyed).toBe(false);
    expect(w.slow.cut).toEqual({ slow: 1, shed: 0 });
    w.stop();
  });

  it('is cut at once when it holds more than any state, or more messages than any phone', () => {
    const w = watched();
    w.open(17 * MB, 0, 'large');
    w.open(100, 5000, 'many');
    w.open(15 * MB, 10, 'fine');
    w.passed(1);
    expect(w.ended.sort()).toEqual(['large slow_reader', 'many slow_reader']);
    w.stop();
  });
});

describe('memory that runs short', () => {
  it('makes newcomers wait and cuts the largest first, until there is room again', () => {
    const memory = { heap: 80, heapLimit: 100, buffers: 0 };
    const w = watched(memory);
    for (let n = 0; n < 30; n++) w.open(n * 100_000, 0, String(n));
    w.passed(1);
    expect(w.ended.map((e) => Number(e.split(' ')[0])).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 10 }, (_, n) => 20 + n),
    );
    expect(w.ended.every((e) => e.endsWith('memory_short'))).toBe(true);
    expect(w.slow.wait()).toBeGreaterThanOrEqual(3000);
    expect(w.said).toHaveLength(1);
    memory.heap = 10;
    w.passed(1);
    expect(w.slow.wait()).toBeNull();
    memory.buffers = 500 * MB;
    w.passed(1);
    expect(w.slow.wait()).not.toBeNull();
    // Those with little unread are never cut for it.
    w.passed(20);
    expect(w.ended.some((e) => e.startsWith('0 '))).toBe(false);
    w.stop();
  });
});

describe('hellos of one line', () => {
  type Line = { id: string; data: { hellos?: { last: Promise<unknown>; waiting: number } } };

  it('are answered one after the other, and no more than a few wait', async () => {
    const queue = new HelloQueue<Line>(
      100,
      () => 0,
      () => null,
    );
    const line: Line = { id: 'line-1', data: {} };
    let [running, most] = [0, 0];
    const welcome = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      return 'welcome';
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => queue.run(line, welcome)));
    expect(most).toBe(1);
    expect(answers.filter((a) => a === 'welcome')).toHaveLength(4);
    expect(answers.filter((a) => typeof a === 'object' && a.refused === 'too_fast')).toHaveLength(16);
    expect(await queue.run(line, welcome)).toBe('welcome');
  });

  it('are paced, wait while the line has much unread, and are put off while memory is short', async () => {
    const state = { unread: 0, shed: null as number | null };
    const queue = new HelloQueue<Line>(
      3,
      () => state.unread,
      () => state.shed,
    );
    const line: Line = { id: 'line-2', data: {} };
    const welcome = async () => 'welcome';
    state.shed = 4000;
    expect(await queue.run(line, welcome)).toMatchObject({ refused: 'busy', detail: { ms: 4000 } });
    state.shed = null;
    state.unread = MB;
    const waits = queue.run(line, welcome);
    setTimeout(() => {
      state.unread = 0;
    }, 150);
    expect(await waits).toBe('welcome');
    await queue.run(line, welcome);
    await queue.run(line, welcome);
    expect(await queue.run(line, welcome)).toMatchObject({ refused: 'too_fast' });
  });
});

describe('what is said to many', () => {
  it('goes to every line in the same bytes, as a frame that a browser reads', () => {
    const shared = sharedPart('{"notes":"perché"}}');
    const frames = [1, 2].map((id) => {
      const said = [sharedJson(`{"ok":true,"you":${id},"state":`, shared)];
      const [packet] = new parser.Encoder().encode({ type: PacketType.ACK, nsp: '/', id, data: said });
      const queued: QueuedPacket = { data: packet };
      frameShared(queued);
      expect(String(packet)).toBe(`3${id}[{"ok":true,"you":${id},"state":{"notes":"perché"}}]`);
      return queued.options?.wsPreEncodedFrame ?? [];
    });
    expect(frames[0]?.[1]).toBe(shared);
    expect(frames[1]?.[1]).toBe(shared);
    const whole = Buffer.concat(frames[0] ?? []);
    expect([whole[0], whole[1]]).toEqual([0x81, whole.length - 2]);
    expect(whole.subarray(2).toString()).toBe('431[{"ok":true,"you":1,"state":{"notes":"perché"}}]');
  });

  let house: TestHouse | null = null;
  afterEach(async () => {
    await house?.close();
    house?.remove();
  });

  it.each(['websocket', 'polling'])('a whole state arrives by %s as it is', async (transport) => {
    house = await testHouse();
    const row = await openSpace(house);
    const line = io(house.url, { path: '/filo', transports: [transport], forceNew: true });
    const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'wall', since: null };
    const welcome = (await line.timeout(20_000).emitWithAck('hello', hello)) as Welcome;
    line.disconnect();
    expect(welcome.state).toEqual(JSON.parse(JSON.stringify(house.streams.gathering(row).seen('public'))));
    expect(welcome.seq).toBe(house.streams.gathering(row).seq);
  });
});
