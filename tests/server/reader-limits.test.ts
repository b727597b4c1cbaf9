/** The limits of connections that ask and do not read, each one below, at and above. */
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HelloQueue } from '@/server/sockets/hello-queue';
import { type Memory, type QueuedLine, SlowReaders } from '@/server/sockets/slow-readers';
import { StatePace } from '@/server/sockets/state-pace';
import { TurnBudget } from '@/server/sockets/turn-budget';

const KB = 1024;
const MB = 1024 * KB;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Tcp extends EventEmitter {
  destroyed = false;
  resets = 0;
  constructor(public writableLength: number) {
    super();
  }
  resetAndDestroy(): void {
    this.resets += 1;
  }
}

type Has = { tcp?: number | null; bytes?: number; packets?: number };
function hall(memory: Memory = { heap: 0, heapLimit: 100, buffers: 0 }) {
  const http = new EventEmitter();
  const clock = { now: 0 };
  const said: string[] = [];
  const slow = new SlowReaders(
    http as unknown as Server,
    (what) => said.push(what),
    () => clock.now,
    () => memory,
  );
  const did: string[] = [];
  const connect = (bytes: number) => {
    const tcp = new Tcp(bytes);
    http.emit('connection', tcp);
    return tcp;
  };
  /** `tcp` null: a connection that polls. */
  const open = (name: string, has: Has) => {
    const tcp = has.tcp === null ? null : connect(has.tcp ?? 0);
    const queued = { bytes: has.bytes ?? 0, packets: has.packets ?? 0 };
    const line: QueuedLine = {
      socket: tcp as unknown as Socket | null,
      queued: () => queued,
      end: (reason) => did.push(`${name} ${reason}`),
      hold: (on) => did.push(`${name} ${on ? 'held' : 'let go'}`),
    };
    slow.watch(line);
    return { tcp, queued, leave: () => slow.leave(line) };
  };
  const look = (at: number) => {
    clock.now = at;
    slow.look();
    return did.splice(0);
  };
  return { slow, http, clock, memory, said, connect, open, look };
}

describe('a connection that does not read', () => {
  it.each<[string, Has, string[]]>([
    ['16 MB by TCP', { tcp: 16 * MB }, ['x held']],
    ['a byte more', { tcp: 16 * MB + 1 }, ['x held', 'x slow_reader']],
    ['16 MB in its queue and on TCP', { tcp: MB, bytes: 15 * MB }, ['x held']],
    ['a byte more of them', { tcp: MB, bytes: 15 * MB + 1 }, ['x held', 'x slow_reader']],
    ['4000 messages', { tcp: 1, packets: 4000 }, []],
    ['one message more', { tcp: 1, packets: 4001 }, ['x slow_reader']],
    ['one message more, all read', { tcp: 0, packets: 4001 }, []],
    ['16 MB for one that polls', { tcp: null, bytes: 16 * MB, packets: 4000 }, []],
    ['a byte more for one that polls', { tcp: null, bytes: 16 * MB + 1 }, ['x slow_reader']],
    ['a message more for one that polls', { tcp: null, packets: 4001 }, ['x slow_reader']],
  ])('is cut at once beyond the most that any may have: %s', (_, has, done) => {
    const h = hall();
    h.open('x', has);
    expect(h.look(0)).toEqual(done);
    expect(h.slow.cut).toEqual({ slow: done.filter((d) => d.endsWith('reader')).length, shed: 0 });
  });

  it.each([
    [1, 20_000 + 1000 / 16 / KB],
    [16 * KB, 21_000],
    [160 * KB, 30_000],
  ])('with %i bytes at the most has %d ms', (bytes, allowed) => {
    const h = hall();
    const { tcp } = h.open('x', { tcp: bytes });
    expect(h.look(500)).toEqual([]);
    // The peak counts, and not what is left of it.
    if (tcp) tcp.writableLength = 1;
    expect(h.look(500 + allowed)).toEqual([]);
    expect(h.look(500 + allowed + 0.1)).toEqual(['x slow_reader']);
    // It has half a second to hear why.
    vi.advanceTimersByTime(499);
    expect(tcp?.resets).toBe(0);
    vi.advanceTimersByTime(1);
    expect(tcp?.resets).toBe(1);
  });

  it('begins again from nothing once it has read all, and a connection of its own after it is closed', () => {
    const h = hall();
    const { tcp } = h.open('x', { tcp: 1 });
    h.look(0);
    if (tcp) tcp.writableLength = 0;
    h.look(20_000);
    if (tcp) tcp.writableLength = 1;
    expect(h.look(20_001)).toEqual([]);
    expect(h.look(40_001)).toEqual([]);
    expect(h.look(40_002)).toEqual(['x slow_reader']);
    const other = h.open('y', { tcp: 1 });
    h.look(0);
    other.tcp?.emit('close');
    expect(h.look(90_000)).toEqual([]);
    // A socket that is destroyed is not looked at any more.
    const gone = h.open('z', { tcp: 20 * MB });
    if (gone.tcp) gone.tcp.destroyed = true;
    gone.leave();
    expect(h.look(90_001)).toEqual([]);
  });

  it('that is not of Socket.IO is reset at once', () => {
    const h = hall();
    const tcp = h.connect(16 * MB + 1);
    h.look(0);
    vi.advanceTimersByTime(0);
    expect([tcp.resets, h.slow.cut.slow]).toEqual([1, 1]);
  });

  it('is looked at every second, until the server stops', () => {
    const h = hall();
    const look = vi.spyOn(h.slow, 'look');
    vi.advanceTimersByTime(999);
    expect(look).toHaveBeenCalledTimes(0);
    vi.advanceTimersByTime(1001);
    expect(look).toHaveBeenCalledTimes(2);
    h.http.emit('close');
    vi.advanceTimersByTime(5000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('is given no frames beyond 256 kB, and again when it has no more than 32 kB', () => {
    const h = hall();
    const { queued } = h.open('x', {});
    const at = (bytes: number) => {
      queued.bytes = bytes;
      return h.look(0);
    };
    expect(at(256 * KB)).toEqual([]);
    expect(at(256 * KB + 1)).toEqual(['x held']);
    expect(at(256 * KB)).toEqual([]);
    expect(at(32 * KB + 1)).toEqual([]);
    expect(at(32 * KB)).toEqual(['x let go']);
    expect(at(0)).toEqual([]);
  });
});

describe('all connections together', () => {
  it.each([
    [24 * MB, null],
    [24 * MB + 1, 3500],
  ])('put whole states off beyond 24 MB: %i bytes', (bytes, wait) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const h = hall();
    h.open('x', { tcp: 12 * MB });
    h.open('poll', { tcp: null, bytes: bytes - 12 * MB });
    h.look(1000);
    expect(h.slow.full()).toBe(wait);
  });

  it('are counted again after a tenth of a second, and not sooner', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const h = hall();
    h.look(1000);
    h.slow.give(24 * MB);
    expect(h.slow.full()).toBeNull();
    h.slow.give(1);
    h.clock.now = 1100;
    expect(h.slow.full()).toBe(2000);
    h.clock.now = 1101;
    expect(h.slow.full()).toBeNull();
    // That count is the one that holds from then on.
    h.slow.give(24 * MB + 1);
    h.clock.now = 1201;
    expect(h.slow.full()).toBe(2000);
    h.clock.now = 1202;
    expect(h.slow.full()).toBeNull();
  });

  it('lose those who have been behind for longest, and longer than twenty seconds, if together they have too much', () => {
    const h = hall();
    h.open('little', { tcp: 32 * KB });
    // Looked at in another order than that in which they fell behind.
    const late = h.open('late', {});
    for (let n = 0; n < 5; n++) h.open(`first-${n}`, { tcp: 3 * MB });
    h.look(0);
    if (late.tcp) late.tcp.writableLength = 3 * MB;
    h.look(1);
    expect(h.look(20_000).filter((d) => !d.endsWith('held'))).toEqual([]);
    expect(h.slow.full()).toBeNull();
    h.open('new', { tcp: 8 * MB });
    expect(h.look(20_000).filter((d) => !d.endsWith('held'))).toEqual([]);
    expect(h.look(20_002).filter((d) => !d.endsWith('held'))).toEqual(
      [0, 1, 2, 3].map((n) => `first-${n} slow_reader`),
    );
    expect(h.look(20_003).filter((d) => !d.endsWith('held'))).toEqual([]);
  });

  it('lose a tenth of them at a time, where that is more than four', () => {
    const h = hall();
    for (let n = 0; n < 45; n++) h.open(`${n}`, { tcp: MB });
    h.look(0);
    expect(h.look(20_001).filter((d) => !d.endsWith('held'))).toEqual(
      [0, 1, 2, 3, 4].map((n) => `${n} slow_reader`),
    );
  });
});

describe('memory that is short', () => {
  it.each<[string, Memory, boolean]>([
    ['three quarters of the heap', { heap: 75, heapLimit: 100, buffers: 0 }, false],
    ['more of the heap', { heap: 75.1, heapLimit: 100, buffers: 0 }, true],
    ['384 MB of buffers', { heap: 0, heapLimit: 100, buffers: 384 * MB }, false],
    ['more of buffers', { heap: 0, heapLimit: 100, buffers: 384 * MB + 1 }, true],
  ])('is %s', (_, memory, short) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const h = hall(memory);
    expect(h.slow.wait()).toBeNull();
    h.look(0);
    h.look(1);
    expect(h.slow.wait()).toBe(short ? 5500 : null);
    expect(h.said).toEqual(
      short ? ['memory is short: newcomers wait, and the connections with most to read are cut'] : [],
    );
    memory.heap = memory.buffers = 0;
    h.look(2);
    expect(h.slow.wait()).toBeNull();
    memory.heap = 76;
    h.look(3);
    expect(h.said).toHaveLength(short ? 2 : 1);
  });

  it.each([
    [8, 7],
    [60, 10],
    [112, 12],
  ])('takes the largest of %i connections with much unread, %i of them', (many, cut) => {
    const h = hall({ heap: 76, heapLimit: 100, buffers: 0 });
    for (let n = 0; n < many; n++) h.open(`${n}`, { tcp: 32 * KB + n });
    expect(h.look(0)).toEqual(Array.from({ length: cut }, (_, i) => `${many - 1 - i} memory_short`));
    expect(h.slow.cut).toEqual({ slow: 0, shed: cut });
  });

  it('takes nobody twice', () => {
    const h = hall({ heap: 76, heapLimit: 100, buffers: 0 });
    h.open('x', { tcp: 16 * MB + 1 });
    expect(h.look(0)).toEqual(['x held', 'x slow_reader']);
    expect(h.slow.cut).toEqual({ slow: 1, shed: 0 });
  });
});

describe('the hellos of a connection', () => {
  type Line = { id: string; data: { hellos?: { last: Promise<void>; waiting: number } } };
  const queueOf = (points: number, unread: () => number = () => 0) =>
    new HelloQueue<Line>(points, unread, () => null);
  const line = (): Line => ({ id: 'line', data: {} });

  it.each([
    [256 * KB, 0],
    [256 * KB + 1, null],
  ])('are answered at once while it has no more than 256 kB unread: %i bytes', async (bytes, at) => {
    const queue = queueOf(9, () => bytes);
    let answered: number | null = null;
    const begun = Date.now();
    const answer = queue.run(line(), async () => {
      answered = Date.now() - begun;
      return 'welcome';
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(answered).toBe(at);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await answer).toEqual(at === 0 ? 'welcome' : { ok: false, refused: 'busy', detail: { ms: 1000 } });
  });

  it('are refused after five seconds in which nothing was read, and answered within a tenth of a second of it', async () => {
    let unread = MB;
    const said: unknown[] = [];
    const queue = queueOf(9, () => unread);
    const run = () => void queue.run(line(), async () => 'welcome').then((answer) => said.push(answer));
    run();
    await vi.advanceTimersByTimeAsync(4999);
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(said.splice(0)).toEqual([{ ok: false, refused: 'busy', detail: { ms: 1000 } }]);
    run();
    await vi.advanceTimersByTimeAsync(150);
    unread = 0;
    await vi.advanceTimersByTimeAsync(49);
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(said).toEqual(['welcome']);
  });

  it('wait four at a time, and the next may come when one is answered, also with an error', async () => {
    const queue = queueOf(99);
    const one = line();
    let fail: (e: Error) => void = () => {};
    const first = queue.run(one, () => new Promise<string>((_, no) => (fail = no)));
    first.catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    const rest = [2, 3, 4].map((n) => queue.run(one, async () => `welcome ${n}`));
    await vi.advanceTimersByTimeAsync(0);
    expect(await queue.run(one, async () => 'five')).toEqual({
      ok: false,
      refused: 'too_fast',
      detail: { ms: 1000 },
    });
    expect(one.data.hellos?.waiting).toBe(4);
    fail(new Error('the disk is full'));
    await expect(first).rejects.toThrow('the disk is full');
    expect(await Promise.all(rest)).toEqual(['welcome 2', 'welcome 3', 'welcome 4']);
    expect(one.data.hellos?.waiting).toBe(0);
    expect(await queue.run(one, async () => 'six')).toBe('six');
  });

  it('are so many in thirty seconds, of each connection', async () => {
    const queue = queueOf(2);
    const lines: Record<string, Line> = { a: { id: 'a', data: {} }, b: { id: 'b', data: {} } };
    const ask = (id: 'a' | 'b') => queue.run(lines[id] ?? line(), async () => id);
    expect([await ask('a'), await ask('a'), await ask('b')]).toEqual(['a', 'a', 'b']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await ask('a')).toEqual({ ok: false, refused: 'too_fast', detail: { ms: 20_000 } });
    await vi.advanceTimersByTimeAsync(20_001);
    expect(await ask('a')).toBe('a');
  });
});

describe('a turn of the event loop', () => {
  it.each([
    [512 * KB - 1, true],
    [512 * KB, false],
    [512 * KB + 1, false],
  ])('has room until 512 kB are sent in it: %i bytes', async (bytes, room) => {
    const turns: (() => void)[] = [];
    const budget = new TurnBudget((turn) => turns.push(turn));
    const free: string[] = [];
    budget.spend(bytes - 5);
    budget.spend(5);
    expect(turns).toHaveLength(1);
    const all = ['one', 'two'].map((name) => budget.room().then(() => free.push(name)));
    await vi.advanceTimersByTimeAsync(0);
    expect(free).toEqual(room ? ['one', 'two'] : []);
    turns.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
    // One in each turn, and the next is asked for before it goes on.
    expect([free.length, turns.length]).toEqual(room ? [2, 0] : [1, 1]);
    if (!room) {
      // Whoever comes now waits behind those who wait, though this turn has room.
      const late = budget.room().then(() => free.push('late'));
      turns.shift()?.();
      turns.shift()?.();
      turns.shift()?.();
      await Promise.all([...all, late]);
      expect(free).toEqual(['one', 'two', 'late']);
    }
    await Promise.all(all);
    expect(turns).toHaveLength(0);
  });
});

describe('whole states over all sockets', () => {
  it('are 24 MB at once, and 256 kB more in each second after', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const clock = { now: 0 };
    const pace = new StatePace(() => clock.now);
    // A quiet time gives no more than that.
    clock.now = 60_000;
    expect([pace.wait(), pace.pressed()]).toEqual([null, false]);
    pace.spend(12 * MB);
    expect(pace.pressed()).toBe(false);
    pace.spend(1);
    expect([pace.wait(), pace.pressed()]).toEqual([null, true]);
    pace.spend(12 * MB - 2);
    expect(pace.wait()).toBeNull();
    pace.spend(1);
    expect(pace.wait()).toBe(3500);
    pace.spend(256 * KB);
    clock.now += 1000;
    expect(pace.wait()).toBe(3500);
    clock.now += 1;
    expect(pace.wait()).toBeNull();
  });
});
