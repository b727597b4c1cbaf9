import { afterEach, expect, it, vi } from 'vitest';
import type { Fact } from '@/domain/deed';
import { channel, Broadcast } from '@/server/sockets/broadcast';
import type { Streams, StreamRow } from '@/server/streams/streams';

afterEach(() => void vi.useRealTimers());

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
