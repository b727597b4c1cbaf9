import { inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frameDictionary } from '@/protocol/frame-dictionary';
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
  const listening = new Map<string, Set<string>>();
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
  listening.set(channel(row.id, 'staff'), new Set(['desk']));
  add(1);
  vi.runAllTimers();
  add(2);
  // The desk's page is reloaded within a frame: its welcome included fact 3.
  listening.clear();
  add(3);
  listening.set(channel(row.id, 'staff'), new Set(['desk']));
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
    sockets: { adapter: { rooms: new Map([[channel('stream-1', 'public'), new Set(['phone'])]]) } },
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
    sockets: { adapter: { rooms: new Map([[channel(row.id, 'staff'), new Set(['desk'])]]) } },
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

/** A hall of so many phones, of which every second takes deflated frames, and what each has heard. */
function hall(phones: number) {
  const row = { id: 'stream-1' } as StreamRow;
  const [plain, small] = channels(row.id, 'public');
  const rooms = new Map([plain, small].map((name) => [name, new Set<string>()]));
  const heard = new Map<string, unknown[]>();
  const move = (id: string, to: string | null) => {
    for (const ids of rooms.values()) ids.delete(id);
    if (to !== null) rooms.get(to)?.add(id);
  };
  for (let n = 0; n < phones; n++) move(`phone-${n}`, n % 2 ? small : plain);
  type Said = { text?: string; bytes?: Buffer; people?: { rev: number } };
  const said = ({ text, bytes, people }: Said): unknown => {
    if (people) return `label ${people.rev}`;
    const dictionary = Buffer.from(frameDictionary(row.id));
    return (JSON.parse(text ?? String(inflateRawSync(bytes as Buffer, { dictionary }))) as { from: number })
      .from;
  };
  const io = {
    sockets: { adapter: { rooms } },
    to: (names: string[]) => ({
      emit: (_: string, message: Said) => {
        for (const id of names.flatMap((name) => [...(rooms.get(name) ?? [name])]))
          heard.set(id, [...(heard.get(id) ?? []), said(message)]);
      },
    }),
  };
  const streams = {
    stream: () => ({ seq: 1, seen: () => ({ named: {} }) }),
    seats: { labelled: () => ({ rev: 7, labels: {} }) },
    index: { byId: () => row },
  };
  const frames = new Broadcast(io as never, streams as unknown as Streams, 60);
  let seq = 0;
  return {
    row,
    plain,
    small,
    frames,
    move,
    tell: () => frames.add(row, { seq: ++seq, by: null } as Fact, { public: `"fact ${seq}"` }),
    heardBy: (n: number) => heard.get(`phone-${n}`) ?? [],
    told: () => heard.size,
  };
}

describe('a frame to a large hall', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('is sent in several turns, and the next one after it', () => {
    const { tell, told, heardBy } = hall(240);
    tell();
    const counts: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      vi.advanceTimersToNextTimer();
      counts.push(told());
      // In the middle of the first frame.
      if (turn === 2) tell();
    }
    expect(counts).toEqual([50, 100, 120, 170, 220, 240]);
    vi.runAllTimers();
    for (let n = 0; n < 240; n++) expect(heardBy(n)).toEqual([1, 2]);
  });

  it('is not told to who has left meanwhile nor to who has come, and is to who has asked for deflated ones', () => {
    const { tell, move, small, plain, heardBy } = hall(240);
    tell();
    vi.advanceTimersToNextTimer();
    move('phone-238', null);
    move('phone-239', null);
    move('phone-236', small);
    // Has said hello again, and was welcomed with it.
    move('phone-237', plain);
    move('phone-1000', plain);
    vi.runAllTimers();
    expect([238, 239, 236, 237, 1000, 235].map(heardBy)).toEqual([[], [], [1], [], [], [1]]);
  });

  it('is with everybody before a new name is', () => {
    const { tell, frames, row, heardBy } = hall(240);
    tell();
    vi.advanceTimersToNextTimer();
    frames.relabel(row, { anna: 'Anna' });
    vi.runAllTimers();
    for (let n = 0; n < 240; n++) expect(heardBy(n)).toEqual([1, 'label 7']);
  });

  it('is sent whole, with what came since, before the server ends', () => {
    const { tell, frames, heardBy } = hall(240);
    tell();
    vi.advanceTimersToNextTimer();
    tell();
    frames.finish();
    for (let n = 0; n < 240; n++) expect(heardBy(n)).toEqual([1, 2]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
