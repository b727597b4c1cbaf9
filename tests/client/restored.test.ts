/**
 * A phone asleep while the server was restored from an older copy: it notices, takes the state, and resubmits its own
 * commands.
 */
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '@/client/storage/device-storage';
import { nextHistoryHash } from '@/domain/catalogue';
import { phone, seated } from './fake-wire';

type Phone = ReturnType<typeof phone>;
const settle = async (...phones: Phone[]) => {
  for (let round = 0; round < 8; round++)
    for (const p of phones) {
      p.wire.connect();
      await p.wire.flush();
      p.retry();
      await p.wire.flush();
    }
};
const proposed = (room: ReturnType<typeof seated>) =>
  room.facts.flatMap((f) => (f.type === 'topicProposed' ? [(f.data as { topic: string }).topic] : []));

describe('an older copy is put back', () => {
  it('[S50] the chain differs when two logs part anywhere before', () => {
    const chain = (...ids: string[]) => ids.reduce((c, cmd) => nextHistoryHash(c, { cmd, at: 1 }), 0);
    expect(chain('cmd-a', 'cmd-b', 'cmd-c')).toBe(chain('cmd-a', 'cmd-b', 'cmd-c'));
    expect(chain('cmd-a', 'cmd-b', 'cmd-c')).not.toBe(chain('cmd-b', 'cmd-a', 'cmd-c'));
    expect(chain('cmd-a', 'cmd-b')).not.toBe(chain('cmd-a', 'cmd-c'));
    expect(nextHistoryHash(0, { cmd: 'cmd-a', at: 1 })).not.toBe(nextHistoryHash(0, { cmd: 'cmd-a', at: 2 }));
    const many = new Set(
      Array.from({ length: 20_000 }, (_, i) => nextHistoryHash(i, { cmd: 'cmd-a', at: 1 })),
    );
    expect(many.size).toBe(20_000);
  });

  it('[S50] a shorter log: what was answered and is not there is asked again, once, in its order', async () => {
    const room = seated('seat-anna', 'seat-bruno');
    const [anna, bruno] = [phone(room, 'seat-anna'), phone(room, 'seat-bruno')];
    await settle(anna, bruno);
    const before = room.facts.length;
    for (const id of ['topic-0001', 'topic-0002']) anna.replica.ask('proposeTopic', { topic: id, title: id });
    await settle(anna, bruno);
    room.restored(before + 1);
    await settle(anna, bruno);
    expect(proposed(room)).toEqual(['topic-0001', 'topic-0002']);
    for (const [p, seat] of [[anna, 'seat-anna'] as const, [bruno, 'seat-bruno'] as const]) {
      expect(p.replica.snapshot().outbox).toEqual([]);
      expect(p.replica.snapshot().confirmed).toEqual(room.asSeenBy(seat));
    }
  });

  it('[S50] a log of the same length and another history is noticed, also by who wrote nothing', async () => {
    const room = seated('seat-anna', 'seat-bruno', 'seat-carla');
    const [anna, bruno, carla] = [
      phone(room, 'seat-anna'),
      phone(room, 'seat-bruno'),
      phone(room, 'seat-carla'),
    ];
    await settle(anna, bruno, carla);
    const before = room.facts.length;
    anna.replica.ask('proposeTopic', { topic: 'topic-anna', title: 'di Anna' });
    await settle(anna, bruno, carla);
    room.restored(before);
    bruno.wire.connect();
    await bruno.wire.flush();
    bruno.replica.ask('proposeTopic', { topic: 'topic-bruno', title: 'di Bruno' });
    await bruno.wire.flush();
    expect(room.facts).toHaveLength(before + 1);
    await settle(carla);
    expect(carla.replica.snapshot().confirmed).toEqual(room.asSeenBy('seat-carla'));
    await settle(anna, carla);
    expect(proposed(room)).toEqual(['topic-bruno', 'topic-anna']);
    expect(carla.replica.snapshot().confirmed).toEqual(room.asSeenBy('seat-carla'));
  });

  it('[S50][I9] a page closed before and opened after gives back what its device kept', async () => {
    const room = seated('seat-anna');
    const keep = memoryStorage();
    const page = phone(room, 'seat-anna', keep);
    await settle(page);
    const before = room.facts.length;
    page.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'prima' });
    await settle(page);
    page.replica.close();
    room.restored(before);
    const after = phone(room, 'seat-anna', keep);
    await settle(after);
    expect(proposed(room)).toEqual(['topic-0001']);
    expect(after.replica.snapshot().outbox).toEqual([]);
  });

  it('[S50] what hangs on another phone’s words waits for them, and is not refused', async () => {
    const room = seated('seat-anna', 'seat-bruno');
    const [anna, bruno] = [phone(room, 'seat-anna'), phone(room, 'seat-bruno')];
    await settle(anna, bruno);
    const before = room.facts.length;
    anna.replica.ask('proposeTopic', { topic: 'topic-anna', title: 'di Anna' });
    await settle(anna, bruno);
    bruno.replica.ask('markInterest', { topic: 'topic-anna', on: true });
    await settle(anna, bruno);
    room.restored(before);
    await settle(bruno);
    expect(bruno.replica.snapshot().told).toEqual([]);
    expect(bruno.replica.snapshot().outbox).toHaveLength(1);
    await settle(anna, bruno);
    expect(bruno.replica.snapshot().outbox).toEqual([]);
    expect(room.state.private['seat-bruno']?.interests).toHaveProperty('topic-anna');
  });

  it('[S50] answered and not yet told to everyone: it is not taken for done because the numbers have passed it', async () => {
    const room = seated('seat-anna', 'seat-bruno');
    const [anna, bruno] = [phone(room, 'seat-anna'), phone(room, 'seat-bruno')];
    await settle(anna, bruno);
    const before = room.facts.length;
    anna.replica.ask('proposeTopic', { topic: 'topic-anna', title: 'di Anna' });
    await anna.wire.flush(2);
    expect(anna.replica.delivery('topic-anna')).toBe('sent');
    room.restored(before);
    bruno.wire.connect();
    await bruno.wire.flush();
    for (const n of [1, 2]) bruno.replica.ask('proposeTopic', { topic: `topic-bruno-${n}`, title: `${n}` });
    await settle(bruno, anna);
    expect(proposed(room).sort()).toEqual(['topic-anna', 'topic-bruno-1', 'topic-bruno-2']);
  });
});
