/** The limits of what connections leave unread: which of them are cut, and when memory is short. */
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type Memory, type QueuedLine, SlowReaders } from '@/server/sockets/slow-readers';

const MB = 1024 * 1024;

/** A TCP connection with so much unread. */
class Unread extends EventEmitter {
  destroyed = false;
  constructor(public writableLength: number) {
    super();
  }
  resetAndDestroy(): void {
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
  const held: string[] = [];
  const open = (unread: number, packets = 0, name = 'line') => {
    const socket = new Unread(unread);
    http.emit('connection', socket);
    const line: QueuedLine = {
      socket: socket as unknown as Socket,
      queued: () => ({ bytes: 0, packets }),
      end: (reason) => ended.push(`${name} ${reason}`),
      hold: (on) => held.push(`${name} ${on ? 'held' : 'let go'}`),
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
  return { slow, clock, open, passed, ended, held, said, memory, stop };
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

describe('frames of a line that does not read', () => {
  it('are held back while it has much unread, and it is let go once it has read', () => {
    const w = watched();
    const phone = w.open(257 * 1024, 0, 'phone');
    w.open(255 * 1024, 0, 'quick');
    w.passed(3);
    // At each look, because it may have been welcomed again.
    expect(w.held).toEqual(['phone held', 'phone held', 'phone held']);
    phone.writableLength = 100 * 1024;
    w.passed(1);
    expect(w.held).toHaveLength(3);
    phone.writableLength = 0;
    w.passed(2);
    expect(w.held.slice(3)).toEqual(['phone let go']);
    w.stop();
  });
});

describe('much unread on all lines together', () => {
  it('puts whole states off, and cuts those who have been behind for longest', () => {
    const w = watched();
    for (let n = 0; n < 6; n++) w.open(4 * MB, 0, `first-${n}`);
    w.passed(15);
    expect(w.slow.full()).toBeNull();
    const later = w.open(4 * MB, 0, 'later');
    w.passed(1);
    expect(w.slow.full()).toBeGreaterThanOrEqual(2000);
    // Within the grace time nobody is cut for it.
    expect(w.ended).toEqual([]);
    w.passed(6);
    expect(w.ended.slice(0, 4)).toEqual([0, 1, 2, 3].map((n) => `first-${n} slow_reader`));
    w.clock.now += 200;
    expect(w.slow.full()).toBeNull();
    w.passed(9);
    expect(w.ended).toHaveLength(4);
    expect(later.destroyed).toBe(false);
    w.stop();
  });

  it('counts what was given since the last look, until it has been read', () => {
    const w = watched();
    const quick = w.open(0, 0, 'quick');
    w.passed(1);
    quick.writableLength = 60 * MB;
    w.slow.give(60 * MB);
    expect(w.slow.full()).not.toBeNull();
    quick.writableLength = 0;
    w.clock.now += 200;
    expect(w.slow.full()).toBeNull();
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
