import { expect, it } from 'vitest';
import type { Catalogue } from '@/domain/catalogue';
import type { Actor, Fact, StreamState } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Answer } from '@/protocol/wire';
import type { Ledger } from '@/server/log/group-commit';
import type { LogStore } from '@/server/log/log-store';
import { Stream } from '@/server/streams/stream';
import { opening, owner } from '../harm/terms';

const anna: Actor = { id: 'seat-anna', role: 'participant', seat: 'seat-anna' };

/** A stream whose disk answers when the test says so. */
function room() {
  const facts: Fact[] = [];
  const disk: { keep(): void; fail(): void }[] = [];
  const commits: Ledger = {
    add: (_, fact, writer) =>
      new Promise((say) => {
        disk.push({ keep: () => say(writer.tell(fact)), fail: () => say(writer.lose(new Error('full'))) });
        facts.push(fact);
      }),
    settle: async () => {},
  };
  const log = { since: () => [] } as unknown as LogStore;
  const listener = { hears: () => false, told: () => {}, lost: () => {} };
  const made = new Stream(
    'stream-1',
    gathering as unknown as Catalogue<StreamState>,
    log,
    commits,
    listener,
    Date.now,
  );
  const ask = (id: string, type: string, what: unknown, actor = anna) =>
    made.submit({ id, type, ask: what }, actor);
  const done = async (answer: Promise<Answer>) => {
    disk.shift()?.keep();
    expect(await answer).toMatchObject({ ok: true });
  };
  return { ask, done, disk };
}

async function withTopic() {
  const it = room();
  await it.done(it.ask('cmd-open-1', 'openGathering', opening('stream-1', 'PROVA'), owner));
  await it.done(it.ask('cmd-seat-1', 'takeSeat', { seat: 'seat-anna', sector: null }));
  await it.done(it.ask('cmd-topic-1', 'proposeTopic', { topic: 'topic-01', title: 'Chi cura chi cura?' }));
  return it;
}

it('[E19] nobody is told no for what the disk may yet refuse', async () => {
  const { ask, disk } = await withTopic();
  const first = ask('cmd-interest-1', 'markInterest', { topic: 'topic-01', on: true });
  let told: Answer | null = null;
  const second = ask('cmd-interest-2', 'markInterest', { topic: 'topic-01', on: true }).then((a) => {
    told = a;
    return a;
  });
  await new Promise((r) => setTimeout(r, 5));
  expect(told).toBeNull();
  disk.shift()?.fail();
  expect(await first).toMatchObject({ ok: false, refused: 'busy' });
  expect(await second).toMatchObject({ ok: false, refused: 'busy' });
});

it('[E19] what the disk has kept is answered first, and then the refusal that rests on it', async () => {
  const { ask, done } = await withTopic();
  const first = ask('cmd-interest-1', 'markInterest', { topic: 'topic-01', on: true });
  const second = ask('cmd-interest-2', 'markInterest', { topic: 'topic-01', on: true });
  expect(ask('cmd-interest-2', 'markInterest', { topic: 'topic-01', on: true })).toBe(second);
  await done(first);
  expect(await second).toMatchObject({ ok: false, refused: 'nothing_to_change' });
});
