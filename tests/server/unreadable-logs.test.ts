/** A log that cannot be folded is set aside; after a disk error the log is tried again. */
import { expect, it } from 'vitest';
import type { LogStore } from '@/server/log/log-store';
import { Streams } from '@/server/streams/streams';
import { openStore } from '@/server/database/sqlite-store';
import { CODE, opening, owner } from '../harm/terms';

it('what could not be read is looked into again now and then, and comes back by itself', async () => {
  const store = openStore(':memory:');
  const kept = store.log;
  let answers = true;
  let asked = 0;
  const log: LogStore = {
    ...kept,
    since(...what) {
      asked += 1;
      // SQLite's message for a failed read.
      if (!answers)
        throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
      return kept.since(...what);
    },
  };
  let now = 1_400_000_000_000;
  const streams = new Streams(store, 'of no account here, but long enough to be one', () => now, log);
  const found: string[] = [];
  streams.foundDamaged = (row) => found.push(row.code);
  const id = 'stream-1';
  const row = streams.index.file({ id, kind: 'gathering', code: CODE, path: null, demo: false });
  expect(
    await streams.stream(row).submit({ id: 'cmd-open-1', type: 'openGathering', ask: opening(id) }, owner),
  ).toMatchObject({ ok: true });
  streams.sleep(id);

  answers = false;
  expect(streams.readable(streams.all())).toEqual([]);
  expect([streams.damaged(), streams.all(), found]).toEqual([[CODE], [], [CODE]]);
  const before = asked;
  now += 60_000;
  expect([streams.damaged(), streams.damaged(), found]).toEqual([[CODE], [CODE], [CODE]]);
  // Once a minute, however often it is asked for.
  expect(asked - before).toBe(1);

  answers = true;
  now += 60_000;
  expect([streams.damaged(), streams.all().map((r) => r.code)]).toEqual([[], [CODE]]);
  expect(streams.stream(row).seq).toBe(1);
});
