/** Twenty phones propose at once, five of them without a network: each stays on its own topic. */
import { describe, expect, it } from 'vitest';
import { numbered } from '@/app/i/[code]/[[...where]]/_frame/address';
import { phone, seated } from './fake-wire';

describe('proposing together', () => {
  it('each phone follows the topic it proposed, whatever number it foresaw', async () => {
    const seats = Array.from({ length: 20 }, (_, i) => `seat-${String(i).padStart(3, '0')}`);
    const room = seated(...seats);
    const phones = seats.map((seat) => phone(room, seat));
    for (const p of phones) {
      p.wire.connect();
      await p.wire.flush();
    }
    for (const p of phones.slice(15)) p.wire.cut();
    // Nobody has received anything from the others: all predict the number 1.
    const topics = phones.map((p, i) => {
      const topic = `topic-${String(i).padStart(3, '0')}`;
      p.replica.ask('proposeTopic', { topic, title: `tema di ${i}` });
      expect(p.replica.snapshot().view.topics[topic]?.n).toBe(1);
      expect(p.replica.delivery(topic)).toBe('saved');
      return topic;
    });
    for (let round = 0; round < 3; round++)
      for (const p of phones.toReversed()) {
        p.wire.connect();
        await p.wire.flush();
      }
    const numbers = new Set<number>();
    for (const [i, p] of phones.entries()) {
      const { view } = p.replica.snapshot();
      const own = topics[i] ?? '';
      expect(numbered(view, own)).toMatchObject({ id: own, title: `tema di ${i}`, convener: seats[i] });
      expect(p.replica.delivery(own)).toBe('seen');
      const n = view.topics[own]?.n ?? 0;
      numbers.add(n);
      // The number is for reading and for links: it leads to the same topic on every phone.
      for (const other of phones) expect(numbered(other.replica.snapshot().view, `T${n}`)?.id).toBe(own);
    }
    expect([...numbers].sort((a, b) => a - b)).toEqual(seats.map((_, i) => i + 1));
  });
});
