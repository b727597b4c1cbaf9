/**
 * A device with full storage: people's words replace data that can be fetched again, and where nothing helps the person
 * is told.
 */
import { describe, expect, it } from 'vitest';
import { type StorageAdapter, memoryStorage } from '@/client/storage/device-storage';
import { phone, seated } from './fake-wire';

/** Like a browser's: when it is full it accepts nothing more, but the page's memory does. */
function narrowKeep(room: () => number): StorageAdapter & { stored: () => string[] } {
  const device = memoryStorage();
  const memory = memoryStorage();
  const stored = () => device.keys('');
  return {
    stored,
    get: (key) => memory.get(key) ?? device.get(key),
    set(key, value) {
      device.remove(key);
      if (stored().length >= room()) {
        memory.set(key, value);
        return false;
      }
      memory.remove(key);
      return device.set(key, value);
    },
    remove(key) {
      device.remove(key);
      memory.remove(key);
    },
    keys: (start) => [...new Set([...device.keys(start), ...memory.keys(start)])],
  };
}

describe('a full device', () => {
  it('[I9] gives up answered commands and the last state before it lets go of an unsent word', async () => {
    const hall = seated('seat-anna');
    const keep = narrowKeep(() => 3);
    const anna = phone(hall, 'seat-anna', keep);
    anna.wire.connect();
    await anna.wire.flush();
    for (const n of [1, 2]) {
      anna.replica.ask('proposeTopic', { topic: `topic-000${n}`, title: 'x' });
      await anna.wire.flush();
    }
    expect(keep.stored().filter((k) => k.includes(':answered:'))).not.toEqual([]);
    anna.wire.cut();
    for (const n of [3, 4, 5]) anna.replica.ask('proposeTopic', { topic: `topic-000${n}`, title: 'x' });
    expect(keep.stored().filter((k) => k.includes(':outbox:'))).toHaveLength(3);
    expect(anna.replica.snapshot().keeping).toBe(true);
  });

  it('[I9] says so when nothing more goes in, keeps it in memory, sends it, and takes the word back', async () => {
    const hall = seated('seat-anna');
    let room = 0;
    const anna = phone(
      hall,
      'seat-anna',
      narrowKeep(() => room),
    );
    anna.wire.connect();
    await anna.wire.flush();
    anna.wire.cut();
    anna.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'x' });
    expect(anna.replica.snapshot().keeping).toBe(false);
    expect(anna.replica.snapshot().view.topicOrder).toEqual(['topic-0001']);
    room = 10;
    anna.wire.connect();
    await anna.wire.flush();
    expect(hall.state.topicOrder).toEqual(['topic-0001']);
    expect(anna.replica.snapshot()).toMatchObject({ keeping: true, outbox: [] });
  });
});
