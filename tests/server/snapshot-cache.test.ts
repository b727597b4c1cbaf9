/** Whole states given over the sockets: made once for all who wait, given at a pace, each with the facts since. */
import { nanoid } from 'nanoid';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL, type Frame, type Welcome } from '@/protocol/wire';
import { SnapshotCache } from '@/server/sockets/snapshot-cache';
import { StatePace } from '@/server/sockets/state-pace';
import { openSpace, type TestHouse, testHouse, until } from './house';

const MB = 1024 * 1024;

describe('a state of a stream', () => {
  afterEach(() => void vi.useRealTimers());

  function stream() {
    vi.useFakeTimers();
    const source = {
      stream: 'stream-1',
      seq: 1,
      /** Facts after this number are at hand. */
      oldest: 0,
      snapshot: () => ({ seq: source.seq, text: `{"n":${source.seq}` }),
      since: (seq: number): string[] | null => (seq < source.oldest ? null : []),
    };
    const taken = { times: 0 };
    const pressed = { now: false };
    const cache = new SnapshotCache(
      () => taken.times,
      () => pressed.now,
    );
    return { source, taken, pressed, cache, ready: () => cache.ready(source, 'public') };
  }

  it('is the same for all who waited for it, though people write meanwhile, and never from before they asked', async () => {
    const { source, cache, ready } = stream();
    const first = cache.take(source, 'public', await ready());
    source.seq = 2;
    await vi.advanceTimersByTimeAsync(1);
    const both = Promise.all([ready(), ready()]);
    await vi.advanceTimersByTimeAsync(240);
    expect(await Promise.race([both, Promise.resolve('waiting')])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(20);
    const [anna = 0, bruno = 0] = await both;
    const given = cache.take(source, 'public', anna);
    expect(given).toMatchObject({ seq: 2 });
    expect(given.bytes).not.toBe(first.bytes);
    source.seq = 3;
    expect(cache.take(source, 'public', bruno)).toBe(given);
    await vi.advanceTimersByTimeAsync(1);
    expect(cache.take(source, 'public', performance.now())).toMatchObject({ seq: 3 });
  });

  it('is waited for two seconds at most, however long a busy machine took to make the last one', async () => {
    const { source, cache, ready } = stream();
    const { snapshot } = source;
    source.snapshot = () => {
      vi.advanceTimersByTime(700);
      return snapshot();
    };
    cache.take(source, 'public', await ready());
    source.seq = 2;
    let waited = false;
    await vi.advanceTimersByTimeAsync(1);
    void ready().then(() => {
      waited = true;
    });
    await vi.advanceTimersByTimeAsync(1900);
    expect(waited).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(waited).toBe(true);
  });

  it('is a recent one while many are asked for, and nobody waits for another', async () => {
    const { source, taken, pressed, cache, ready } = stream();
    const first = cache.take(source, 'public', await ready());
    source.seq = 2;
    pressed.now = true;
    await vi.advanceTimersByTimeAsync(9999);
    expect(cache.take(source, 'public', await ready())).toBe(first);
    await vi.advanceTimersByTimeAsync(1);
    const second = cache.take(source, 'public', await ready());
    expect(second).toMatchObject({ seq: 2 });
    source.seq = 3;
    taken.times = 1;
    await vi.advanceTimersByTimeAsync(250);
    expect(cache.take(source, 'public', await ready())).toMatchObject({ seq: 3 });
    source.seq = 500;
    source.oldest = 400;
    await vi.advanceTimersByTimeAsync(250);
    expect(cache.take(source, 'public', await ready())).toMatchObject({ seq: 500 });
  });

  it('is made again when a text was withheld, whoever waited', async () => {
    const { source, taken, cache, ready } = stream();
    const [anna, bruno] = await Promise.all([ready(), ready()]);
    cache.take(source, 'public', anna);
    source.seq = 2;
    taken.times = 1;
    expect(cache.take(source, 'public', bruno)).toMatchObject({ seq: 2 });
  });
});

it('states are given in all as fast as a hall of programs needs, then a quarter of a megabyte a second', () => {
  const clock = { now: 0 };
  const pace = new StatePace(() => clock.now);
  for (let n = 0; n < 24; n++) {
    expect(pace.wait()).toBeNull();
    expect(pace.pressed()).toBe(n > 12);
    pace.spend(MB);
  }
  expect(pace.wait()).toBeGreaterThanOrEqual(2000);
  clock.now += 3900;
  expect(pace.wait()).toBeNull();
  pace.spend(MB);
  expect(pace.wait()).not.toBeNull();
  clock.now += 54_000;
  expect(pace.pressed()).toBe(false);
});

describe('many who ask at once', () => {
  let house: TestHouse | null = null;
  afterEach(async () => {
    await house?.close();
    house?.remove();
    house = null;
  });

  it('are given one state while people write, and miss no fact', { timeout: 60_000 }, async () => {
    const made = await testHouse();
    house = made;
    const row = await openSpace(made);
    made.streams.seats.add(row.id, 'seat-anna', 'Anna');
    const anna = { id: 'seat-anna', role: 'participant' as const, seat: 'seat-anna' };
    const room = made.streams.gathering(row);
    const ask = (type: string, what: unknown) => room.submit({ id: nanoid(14), type, ask: what }, anna);
    await ask('takeSeat', { seat: 'seat-anna', sector: 'volontariato' });
    const topic = nanoid(14);
    await ask('proposeTopic', { topic, title: 'Chi cura chi cura?' });
    const note = (text: string) => ask('writeNote', { note: nanoid(14), topic, kind: 'altro', text });
    // So large that no two are given in one turn of the loop.
    await Promise.all(Array.from({ length: 400 }, () => note('parole '.repeat(270))));
    const states = vi.spyOn(room, 'snapshot');
    const lines = Array.from({ length: 8 }, () => {
      const line = io(made.url, { path: '/filo', transports: ['websocket'], forceNew: true });
      const frames: Frame[] = [];
      line.on('frame', (frame: Frame) => frames.push(frame));
      return { line, frames, welcome: null as Welcome | null };
    });
    await until('all are in', () => lines.every(({ line }) => line.connected));
    const writing = setInterval(() => void note('una parola'), 2);
    const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'wall', since: null };
    await Promise.all(
      lines.map(async (of) => {
        of.welcome = (await of.line.timeout(20_000).emitWithAck('hello', hello)) as Welcome;
      }),
    );
    await new Promise((done) => setTimeout(done, 100));
    clearInterval(writing);
    await room.settled();
    /** The number up to which a line holds every fact. */
    const reached = ({ welcome, frames }: (typeof lines)[number]): number =>
      frames.reduce(
        (seq, { from, facts }) => (from <= seq + 1 ? Math.max(seq, from + facts.length - 1) : seq),
        welcome?.seq ?? 0,
      );
    await until('all hold all', () => lines.every((of) => reached(of) === room.seq));
    expect(states.mock.calls.length).toBeLessThan(4);
    // Some were given an older state, or nothing was tried.
    expect(new Set(lines.map(({ welcome }) => welcome?.seq)).size).toBeLessThan(4);
    for (const { line } of lines) line.disconnect();
  });
});
