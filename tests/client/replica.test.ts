import { describe, expect, it } from 'vitest';
import { type StorageAdapter, memoryStorage } from '@/client/storage/device-storage';
import type { Fact } from '@/domain/deed';
import { packed } from '@/protocol/packed-facts';
import { type FakeRoom, FakeWire, phone, seated } from './fake-wire';

const live = async (p: ReturnType<typeof phone>) => {
  p.wire.connect();
  await p.wire.flush();
};

/** Anna writes without a link, and somebody else takes the device. */
async function leavesUnsent(room: FakeRoom, keep: StorageAdapter): Promise<void> {
  const anna = phone(room, 'seat-anna', keep);
  await live(anna);
  anna.wire.cut();
  anna.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'di Anna' });
}

describe('the replica on a fake wire', () => {
  it('draws at once, sends, is answered, and lets go when the room has told everyone', async () => {
    const room = seated('seat-anna');
    const anna = phone(room, 'seat-anna');
    await live(anna);
    anna.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'subito' });
    expect(anna.replica.snapshot().view.topicOrder).toEqual(['topic-0001']);
    expect(anna.replica.snapshot().confirmed.topicOrder).toEqual([]);
    expect(anna.replica.delivery('topic-0001')).toBe('saved');
    await anna.wire.flush(1); // it reaches the server
    await anna.wire.flush();
    expect(anna.replica.delivery('topic-0001')).toBe('seen');
    expect(anna.replica.snapshot().outbox).toEqual([]);
  });

  it('[E18] a lost answer changes nothing: the same command goes again and happens once', async () => {
    const room = seated('seat-anna');
    const anna = phone(room, 'seat-anna');
    await live(anna);
    anna.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'una volta' });
    await anna.wire.flush(1);
    anna.wire.cut();
    expect(room.facts.filter((f) => f.type === 'topicProposed')).toHaveLength(1);
    await live(anna);
    expect(room.facts.filter((f) => f.type === 'topicProposed')).toHaveLength(1);
    expect(anna.replica.snapshot().outbox).toEqual([]);
    expect(anna.replica.snapshot().confirmed).toEqual(room.asSeenBy('seat-anna'));
  });

  it('[I9] the outbox outlives the page: reloaded, it still arrives', async () => {
    const room = seated('seat-anna');
    const keep = memoryStorage();
    const before = phone(room, 'seat-anna', keep);
    await live(before);
    before.wire.cut();
    before.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'scritto senza rete' });
    const after = phone(room, 'seat-anna', keep);
    expect(after.replica.snapshot().view.topicOrder).toEqual(['topic-0001']);
    await live(after);
    expect(room.state.topicOrder).toEqual(['topic-0001']);
    expect(after.replica.snapshot().outbox).toEqual([]);
  });

  it('[E16] another person on the same phone does not send what the first one left', async () => {
    const room = seated('seat-anna', 'seat-bruno');
    const keep = memoryStorage();
    await leavesUnsent(room, keep);
    const bruno = phone(room, 'seat-bruno', keep);
    await live(bruno);
    await bruno.wire.flush();
    expect(room.facts.some((f) => f.type === 'topicProposed')).toBe(false);
    const back = phone(room, 'seat-anna', keep);
    await live(back);
    await back.wire.flush();
    expect(room.facts.find((f) => f.type === 'topicProposed')?.by).toBe('seat-anna');
  });

  it('[E16] nor where her page is begun anew, after the room was put back from an older copy', async () => {
    const room = seated('seat-anna', 'seat-bruno');
    const keep = memoryStorage();
    await leavesUnsent(room, keep);
    room.restored(2);
    room.sit('seat-bruno', 'sit-again');
    const bruno = phone(room, 'seat-bruno', keep);
    await live(bruno);
    await bruno.wire.flush();
    expect(room.facts.some((f) => f.type === 'topicProposed')).toBe(false);
    expect(bruno.replica.snapshot().outbox).toEqual([]);
  });

  it('[E16] nor who signs in after somebody at the office’s computer', async () => {
    const room = seated();
    const keep = memoryStorage();
    const first = { id: 'account-1', role: 'owner' as const, seat: null };
    const before = phone(room, first, keep);
    await live(before);
    before.wire.cut();
    before.replica.ask('ringGong', {});
    const after = phone(room, { ...first, id: 'account-2' }, keep);
    await live(after);
    await after.wire.flush();
    expect(room.facts.map((f) => f.type)).not.toContain('gongRung');
    const back = phone(room, first, keep);
    await live(back);
    await back.wire.flush();
    expect(room.facts.find((f) => f.type === 'gongRung')?.by).toBe('account-1');
  });

  it('[I9] what was asked on a page that never reached the room arrives from the next', async () => {
    const room = seated('seat-anna');
    const keep = memoryStorage();
    const initial = room.drawnFor({ id: 'seat-anna', role: 'participant', seat: 'seat-anna' });
    const before = phone(room, 'seat-anna', keep, { initial });
    before.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'toccato presto' });
    const after = phone(room, 'seat-anna', keep, { initial });
    expect(after.replica.snapshot().view.topicOrder).toEqual(['topic-0001']);
    await live(after);
    await after.wire.flush();
    expect(room.state.topicOrder).toEqual(['topic-0001']);
  });

  it('[E02] a refusal takes it off the screen and says why', async () => {
    const room = seated('seat-anna', 'seat-bruno');
    const [anna, bruno] = [phone(room, 'seat-anna'), phone(room, 'seat-bruno')];
    await live(anna);
    await live(bruno);
    anna.replica.ask('proposeTopic', { topic: 'topic-anna', title: 'a' });
    bruno.replica.ask('proposeTopic', { topic: 'topic-bruno', title: 'b' });
    await anna.wire.flush();
    await bruno.wire.flush();
    const cell = { slot: 'slot-001', space: 'room-001' };
    anna.replica.ask('placeTopic', { session: 'session-anna', topic: 'topic-anna', ...cell });
    bruno.replica.ask('placeTopic', { session: 'session-bruno', topic: 'topic-bruno', ...cell });
    expect(bruno.replica.snapshot().view.sessions['session-bruno']).toBeDefined();
    await anna.wire.flush();
    await bruno.wire.flush();
    expect(bruno.replica.snapshot().view.sessions['session-bruno']).toBeUndefined();
    const [told] = bruno.replica.snapshot().told;
    expect(told?.refusal).toMatchObject({
      refused: 'cell_taken',
      detail: { topic: 1, free: [{ slot: 'slot-001', space: 'room-002' }] },
    });
  });

  it('a gap in the frames is caught up; an old frame is let go', async () => {
    const room = seated('seat-anna', 'seat-bruno');
    const anna = phone(room, 'seat-anna');
    await live(anna);
    const seq = anna.replica.snapshot().confirmed.seq;
    const told = packed(room.facts[0] as Fact);
    anna.wire.events?.frame({ stream: 's', from: seq + 5, facts: [told] });
    await anna.wire.flush();
    anna.wire.events?.frame({ stream: 's', from: 1, facts: [told] });
    expect(anna.replica.snapshot().confirmed).toEqual(room.asSeenBy('seat-anna'));
  });

  it('messages that come together keep their order: welcome, answer, then the frame that tells of both', async () => {
    const room = seated('seat-anna', 'seat-bruno');
    const anna = phone(room, 'seat-anna');
    anna.wire.connect();
    await anna.wire.flush(1);
    const bruno = phone(room, 'seat-bruno');
    await live(bruno);
    bruno.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'subito dopo' });
    await bruno.wire.flush();
    await anna.wire.burst();
    expect(anna.replica.snapshot().confirmed).toEqual(room.asSeenBy('seat-anna'));
    anna.replica.ask('moveTo', { to: 'roaming' });
    await anna.wire.burst();
    expect(anna.replica.snapshot().confirmed).toEqual(room.asSeenBy('seat-anna'));
    expect(anna.replica.snapshot().ready).toBe(true);
    expect(anna.wire.idle).toBe(true);
  });

  it('[I12] what only I may know reaches me in full, also over two devices', async () => {
    const room = seated('seat-anna', 'seat-bruno');
    const [anna, bruno] = [phone(room, 'seat-anna'), phone(room, 'seat-bruno')];
    await live(anna);
    await live(bruno);
    anna.replica.ask('moveTo', { to: 'roaming' });
    await anna.wire.flush();
    await bruno.wire.flush();
    expect(anna.replica.snapshot().confirmed.private['seat-anna']?.circle).toBe('roaming');
    expect(bruno.replica.snapshot().confirmed.roaming).toBe(1);
    expect(bruno.replica.snapshot().confirmed.private['seat-anna']).toBeUndefined();
  });

  it('a device without a seat is told so, and nothing is kept', () => {
    const room = seated();
    const wire = new FakeWire(room, { id: '', role: 'participant', seat: null });
    expect(wire.idle).toBe(true);
    const guest = phone(room, '');
    expect(guest.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'x' })).toEqual({
      refused: 'no_seat',
    });
    expect(guest.replica.snapshot().outbox).toEqual([]);
  });
});
