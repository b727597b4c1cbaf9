/** Group commit: few syncs for many commands, and no unnecessary waiting. */
import { expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { GroupCommit } from '@/server/log/group-commit';
import { type LogRow, type LogStore, storedLine } from '@/server/log/log-store';

const writer = { tell: (fact: Fact) => fact.seq, lose: () => -1 };
const fact = (seq: number) => ({ seq, cmd: `cmd-${seq}` }) as Fact;

function ledger(gapMs: number) {
  const batches: number[] = [];
  const log = {
    append: (lines: readonly unknown[]) => void batches.push(lines.length),
  } as unknown as LogStore;
  const commits = new GroupCommit(log, gapMs);
  const add = (from: number, n: number) =>
    Array.from({ length: n }, (_, i) => commits.add('stream-1', fact(from + i), writer));
  return { batches, add, commits };
}

it('what is asked at once goes down at once; what follows soon waits for the gap, and goes together', async () => {
  const { batches, add } = ledger(60);
  await Promise.all(add(1, 10));
  const soon = add(11, 3);
  await new Promise((r) => setTimeout(r, 5));
  await Promise.all([...soon, ...add(14, 4)]);
  expect(batches).toEqual([10, 7]);
});

it('as many as are worth a sync of their own wait for no gap, and leave no late sync behind', async () => {
  const { batches, add } = ledger(60_000);
  await Promise.all(add(1, 2));
  await Promise.all(add(3, 100));
  const few = add(103, 5);
  await new Promise((r) => setTimeout(r, 20));
  expect(batches).toEqual([2, 100]);
  await Promise.all([...few, ...add(108, 60)]);
  expect(batches).toEqual([2, 100, 65]);
});

it('says whether facts are written or were a moment ago', async () => {
  const { add, commits } = ledger(0);
  expect(commits.wroteWithin(60_000)).toBe(false);
  const [one] = add(1, 1);
  expect(commits.wroteWithin(0)).toBe(true);
  await one;
  // Told once it is on disk; the batch ends afterwards.
  await commits.settle();
  expect(commits.wroteWithin(60_000)).toBe(true);
  await new Promise((r) => setTimeout(r, 20));
  expect(commits.wroteWithin(5)).toBe(false);
});

it('[S50] what the disk refused is answered so; a fault in telling it is not the disk’s, and spoils no other answer', async () => {
  let full = false;
  const log = {
    append: () => {
      if (full) throw new Error('full');
    },
  } as unknown as LogStore;
  const commits = new GroupCommit(log, 0);
  const faulty = {
    ...writer,
    tell: () => {
      throw new Error('a bug of ours');
    },
  };
  const answers = await Promise.allSettled([
    commits.add('stream-1', fact(1), writer),
    commits.add('stream-1', fact(2), faulty),
    commits.add('stream-1', fact(3), writer),
  ]);
  expect(answers.map((a) => (a.status === 'fulfilled' ? a.value : 'fault'))).toEqual([1, 'fault', 3]);
  expect(commits.failing).toBe(false);
  full = true;
  expect(await commits.add('stream-1', fact(4), writer)).toBe(-1);
  expect(commits.failing).toBe(true);
});

it('[S50] after a refused batch it asks for a rest, so that nobody is welcomed into the same refusal; a kept batch ends it', async () => {
  let full = true;
  const log = {
    append: () => {
      if (full) throw new Error('full');
    },
  } as unknown as LogStore;
  const commits = new GroupCommit(log, 0);
  expect(commits.wait()).toBeNull();
  await commits.add('stream-1', fact(1), writer);
  expect(commits.wait()).toBeGreaterThan(0);
  full = false;
  await commits.add('stream-1', fact(1), writer);
  expect(commits.wait()).toBeNull();
});

it('a fact that takes long to tell lets other work through before the next one is told', async () => {
  const commits = new GroupCommit({ append: () => {} } as unknown as LogStore, 0);
  const seen: string[] = [];
  const slow = {
    ...writer,
    tell: (told: Fact) => {
      const until = performance.now() + 20;
      while (performance.now() < until);
      seen.push(`told ${told.seq}`);
      if (told.seq === 1) setImmediate(() => seen.push('other work'));
    },
  };
  await Promise.all([1, 2].map((seq) => commits.add('stream-1', fact(seq), slow)));
  expect(seen).toEqual(['told 1', 'other work', 'told 2']);
});

it('a large fact is prepared before it is told, only when it is on disk, and told also if that fails', async () => {
  let full = false;
  const append = () => {
    if (full) throw new Error('full');
  };
  const commits = new GroupCommit({ append } as unknown as LogStore, 0);
  const seen: string[] = [];
  const large = {
    prepare: async ({ seq }: Fact) => {
      seen.push(`preparing ${seq}`);
      await new Promise((r) => setTimeout(r, 5));
      seen.push(`prepared ${seq}`);
      if (seq === 2) throw new Error('a bug of ours');
    },
    tell: ({ seq }: Fact) => void seen.push(`told ${seq}`),
    lose: () => void seen.push('lost'),
  };
  await Promise.all([1, 2].map((seq) => commits.add('stream-1', fact(seq), large)));
  full = true;
  await commits.add('stream-1', fact(3), large);
  const told = [1, 2].flatMap((n) => [`preparing ${n}`, `prepared ${n}`, `told ${n}`]);
  expect(seen).toEqual([...told, 'lost']);
});

it('the line of a large fact is made in several turns before its batch is written, any other at once', async () => {
  const rows = Array.from({ length: 400 }, (_, i) => ({ id: i, text: 'a'.repeat(20_000) }));
  const large = { ...fact(1), data: { rows } };
  const written: (readonly LogRow[])[] = [];
  const append = (lines: readonly LogRow[]) => void written.push(lines);
  const commits = new GroupCommit({ append } as unknown as LogStore, 0);
  let others = 0;
  const other = () => {
    if (written.length > 0) return;
    others += 1;
    setImmediate(other);
  };
  const answers = [
    commits.add('stream-1', large, { ...writer, isLarge: ({ seq }: Fact) => seq === 1 }),
    commits.add('stream-1', fact(2), writer),
  ];
  setImmediate(other);
  expect(await Promise.all(answers)).toEqual([1, 2]);
  expect(written.flat().map((row) => row.line !== undefined)).toEqual([true, false]);
  expect(written[0]?.[0]?.line).toEqual(storedLine({ stream: 'stream-1', fact: large }));
  // Eight megabytes take longer than the share of one turn.
  expect(others).toBeGreaterThan(2);
});
