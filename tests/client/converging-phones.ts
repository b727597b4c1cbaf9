/**
 * Seeded chaos: links drop, answers get lost, pages reload; in the end every phone holds the stream's state, each
 * command once.
 */
import { expect } from 'vitest';
import { memoryStorage } from '@/client/storage/device-storage';
import { phone, seated } from './fake-wire';
import { dice } from './sync-world';

const SEATS = ['seat-anna', 'seat-bruno', 'seat-carla'];

export async function converges(seed: number): Promise<void> {
  const roll = dice(seed);
  const room = seated(...SEATS);
  // Anna has two devices on one seat (E17).
  const devices = [...SEATS, 'seat-anna'].map((seat) => ({ seat, keep: memoryStorage() }));
  const phones = devices.map(({ seat, keep }) => phone(room, seat, keep));
  let asked = 0;
  const ids: string[] = [];
  for (let step = 0; step < 60; step++) {
    const i = roll(phones.length);
    const p = phones[i];
    const device = devices[i];
    if (!p || !device) continue;
    const what = roll(9);
    if (what === 0) p.wire.cut();
    else if (what <= 2) p.wire.connect();
    else if (what === 3) {
      // The tab is closed and opened again.
      p.wire.cut();
      phones[i] = phone(room, device.seat, device.keep);
    } else if (what <= 5) await p.wire.flush(1 + roll(4));
    else if (what === 6 && ids.length > 0)
      p.replica.ask('markInterest', { topic: ids[roll(ids.length)], on: roll(2) === 0 });
    else if (what === 7) p.replica.ask('moveTo', { to: roll(2) === 0 ? 'roaming' : null });
    else {
      const topic = `topic-${seed}-${asked++}`;
      if (typeof p.replica.ask('proposeTopic', { topic, title: topic }) === 'string') ids.push(topic);
    }
  }
  for (let round = 0; round < 12; round++)
    for (const p of phones) {
      p.wire.connect();
      await p.wire.flush();
      p.retry();
      await p.wire.flush();
    }
  for (const [i, p] of phones.entries()) {
    // A closed tab's memory is gone; its device's storage has been sent by its successor.
    expect(p.replica.snapshot().outbox, `seed ${seed}, phone ${i}: outbox`).toEqual([]);
    expect(p.replica.snapshot().confirmed, `seed ${seed}, phone ${i}: state`).toEqual(
      room.asSeenBy(devices[i]?.seat ?? ''),
    );
  }
  for (const id of ids)
    expect(
      room.facts.filter((f) => (f.data as { topic?: string }).topic === id && f.type === 'topicProposed'),
      `seed ${seed}: ${id} once`,
    ).toHaveLength(1);
}
