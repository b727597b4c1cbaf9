/** A log that would not fold is set aside; a disk that did not answer is forgiven when it does. */
import { expect, it } from 'vitest';
import { type LogStore, sqliteLog } from '@/server/log/log-store';
import { Streams } from '@/server/streams/streams';
import { openStore } from '../../db/open';
import { CODE, opening, owner } from '../harm/terms';

it('what could not be read is looked into again now and then, and comes back by itself', async () => {
  const store = openStore(':memory:');
  const kept = sqliteLog(store);
  let answers = true;
  let asked = 0;
  const log: LogStore = {
    ...kept,
    since(...what) {
      asked += 1;
      // As SQLite tells a read that failed.
      if (!answers)
        throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
      return kept.since(...what);
    },
  };
  let now = 1_400_000_000_000;
  const rooms = new Streams(store, 'of no account here, but long enough to be one', () => now, log);
  const found: string[] = [];
  rooms.foundDamaged = (row) => found.push(row.code);
  const id = 'stream-1';
  const row = rooms.register.file({ id, kind: 'gathering', code: CODE, path: null, demo: false });
  expect(
    await rooms.room(row).submit({ id: 'cmd-open-1', type: 'openGathering', ask: opening(id) }, owner),
  ).toMatchObject({ ok: true });
  rooms.sleep(id);

  answers = false;
  rooms.wakeAll();
  expect([rooms.damaged(), rooms.all(), found]).toEqual([[CODE], [], [CODE]]);
  const before = asked;
  now += 60_000;
  expect([rooms.damaged(), rooms.damaged(), found]).toEqual([[CODE], [CODE], [CODE]]);
  // Once for the minute, however often it is asked after.
  expect(asked - before).toBe(1);

  answers = true;
  now += 60_000;
  expect([rooms.damaged(), rooms.all().map((r) => r.code)]).toEqual([[], [CODE]]);
  expect(rooms.room(row).seq).toBe(1);
});
