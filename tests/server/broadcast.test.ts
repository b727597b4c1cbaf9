import { afterEach, expect, it, vi } from 'vitest';
import type { Fact } from '@/domain/deed';
import { channel, channels, Broadcast } from '@/server/sockets/broadcast';
import type { Streams, StreamRow } from '@/server/streams/streams';

afterEach(() => {
  // In this order: a spy on a false clock gives that one back.
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('who comes while nobody of her audience listened hears on from there, and not from before', () => {
  vi.useFakeTimers();
  const row = { id: 'stream-1' } as StreamRow;
  const listening = new Set<string>();
  const heard: string[] = [];
  const io = {
    sockets: { adapter: { rooms: listening } },
    to: () => ({ emit: (_: string, said: { text: string }) => heard.push(said.text) }),
  };
  const rooms = {
    stream: () => ({ seen: () => ({ named: {} }) }),
    seats: { labelled: () => ({ rev: 0, labels: {} }) },
  };
  const frames = new Broadcast(io as never, rooms as unknown as Streams, 60);
  /** Like a stream: only listeners are told. */
  const add = (seq: number) =>
    frames.add(row, { seq, by: null } as Fact, frames.hears(row, 'staff') ? { staff: `"fact ${seq}"` } : {});
  listening.add(channel(row.id, 'staff'));
  add(1);
  vi.runAllTimers();
  add(2);
  // The desk's page is reloaded within a frame: its welcome included fact 3.
  listening.clear();
  add(3);
  listening.add(channel(row.id, 'staff'));
  add(4);
  add(5);
  vi.runAllTimers();
  expect(heard.map((text) => JSON.parse(text) as unknown)).toEqual([
    expect.objectContaining({ from: 1, facts: ['fact 1'] }),
    expect.objectContaining({ from: 4, facts: ['fact 4', 'fact 5'] }),
  ]);
});

it('frames of a large hall take a fifth of the time at most, and never wait for more than a second', () => {
  vi.useFakeTimers();
  const row = { id: 'stream-1' } as StreamRow;
  const clock = { now: 5000, took: 40 };
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now);
  const later = vi.spyOn(globalThis, 'setTimeout');
  const io = {
    sockets: { adapter: { rooms: new Set([channel('stream-1', 'public')]) } },
    to: () => ({ emit: () => (clock.now += clock.took) }),
  };
  const rooms = {
    stream: () => ({ seen: () => ({ named: {} }) }),
    seats: { labelled: () => ({ rev: 0, labels: {} }) },
  };
  const frames = new Broadcast(io as never, rooms as unknown as Streams, 60);
  /** The time that the next frame waits for, in ms. */
  const waits = (seq: number): number | undefined => {
    frames.add(row, { seq, by: null } as Fact, { public: `"fact ${seq}"` });
    const [, ms] = later.mock.lastCall ?? [];
    vi.runAllTimers();
    return ms;
  };
  expect(waits(1)).toBeUndefined();
  expect(waits(2)).toBe(40 * 5 - 40);
  clock.now += 1000;
  clock.took = 4;
  waits(3);
  expect(waits(4)).toBe(60 - 4);
  clock.now += 1000;
  clock.took = 900;
  waits(5);
  expect(waits(6)).toBe(100);
});

it('a new name is told to who listens, and makes no state of an audience without devices', () => {
  const row = { id: 'stream-1' } as StreamRow;
  const heard: string[] = [];
  const made: string[] = [];
  const io = {
    sockets: { adapter: { rooms: new Set([channel(row.id, 'staff')]) } },
    to: (names: string[]) => ({ emit: () => heard.push(...names) }),
  };
  const seen = (audience: string) => {
    made.push(audience);
    return { named: {} };
  };
  const streams = { stream: () => ({ seq: 1, seen }), seats: { labelled: () => ({ rev: 1, labels: {} }) } };
  new Broadcast(io as never, streams as unknown as Streams, 60).relabel(row, { anna: 'Anna' });
  expect([heard, made]).toEqual([channels(row.id, 'staff'), ['staff']]);
});
