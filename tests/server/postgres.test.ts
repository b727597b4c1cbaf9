/** Checks PostgreSQL beyond the contract of every store: who may write, and what an error never says. */
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LogRow } from '@/server/log/log-store';
import { awaitPostgres, openPostgresStore, startStoreThread } from '@/server/database/postgres-store';
import { newFolder } from './house';
import { cutOwner, freshDatabase, query, takeOver, whyNoPostgres } from './postgres-cluster';

const line = (seq: number, cmd = `cmd-${seq}`): LogRow => ({
  stream: 'stream-1',
  fact: {
    seq,
    type: 'topicProposed',
    v: 1,
    at: 1400317200000 + seq,
    by: 'seat-anna',
    origin: 'telefono',
    cmd,
    data: { title: `tema ${seq}` },
  },
});
const open = (url: string) => openPostgresStore(url, join(newFolder(), 'keys'), null);
const numbers = async (url: string) =>
  (await query(url, 'SELECT seq, cmd, epoch::int FROM facts ORDER BY seq')).rows.map((r) => Object.values(r));
const seat = (id: string) => ({
  id,
  stream: 'stream-1',
  label: 'Anna di Carpi',
  recoveryHash: null,
  rev: 1,
  createdAt: 1,
});

describe.skipIf(whyNoPostgres)('[S50] the PostgreSQL database', () => {
  beforeAll(startStoreThread);

  it('refuses UPDATE, DELETE and TRUNCATE of a fact, whoever asks', async () => {
    const url = await freshDatabase();
    const store = open(url);
    await store.log.append([line(1)]);
    for (const text of ["UPDATE facts SET data = '{}'", 'DELETE FROM facts', 'TRUNCATE facts'])
      await expect(query(url, text), text).rejects.toThrow(/append-only/);
    expect([...store.log.since('stream-1', 0)]).toEqual([line(1).fact]);
    store.close();
  });

  it('gives no line that is not as it was written', async () => {
    const url = await freshDatabase();
    const store = open(url);
    await store.log.append([line(1), line(2)]);
    await query(url, `SET cerchi.maintenance = 'open'; UPDATE facts SET at = at + 1 WHERE seq = 2`);
    expect(() => [...store.log.since('stream-1', 0)]).toThrow(/fact 2 is damaged/);
    store.close();
  });

  it('a process that was replaced writes nothing more: not a line, not a seat, not a setting', async () => {
    const url = await freshDatabase();
    const before = open(url);
    await before.log.append([line(1)]);
    expect(() => open(url)).toThrow(expect.objectContaining({ code: 'locked' }));
    const lost = new Promise<string>((done) => before.whenLost(done));
    const after = await takeOver(url, () => open(url));
    const replaced = expect.objectContaining({ code: 'not_owner' });
    await expect(before.log.append([line(2)])).rejects.toEqual(replaced);
    expect(() => before.seats.add(seat('s1'))).toThrow(replaced);
    expect(() => before.settings.set('days', '1')).toThrow(replaced);
    expect(() => before.log.rewrite('stream-1', new Map([[1, {}]]))).toThrow(replaced);
    await after.log.append([line(2, 'cmd-of-the-new')]);
    expect(await numbers(url)).toEqual([
      [1, 'cmd-1', 1],
      [2, 'cmd-of-the-new', 2],
    ]);
    expect([after.seats.of('stream-1'), after.settings.get('days')]).toEqual([[], null]);
    expect(await lost).toMatch(/another process/);
    for (const store of [before, after]) store.close();
  });

  it('whoever takes over waits for a batch under way, and sees it', async () => {
    const url = await freshDatabase();
    const before = open(url);
    let answered = 0;
    const writing = (async () => {
      for (;;) {
        await before.log.append([line(answered + 1)]);
        answered += 1;
      }
    })();
    while (answered < 5) await new Promise((r) => setTimeout(r, 5));
    // A batch is under way while this thread waits here.
    const after = await takeOver(url, () => open(url));
    const seen = [...after.log.since('stream-1', 0)].length;
    await expect(writing).rejects.toEqual(expect.objectContaining({ code: 'not_owner' }));
    expect((await numbers(url)).length).toBe(seen);
    expect(answered).toBe(seen);
    for (const store of [before, after]) store.close();
  });

  it('an owner whose connection broke takes the lock again, if nobody else did', async () => {
    const url = await freshDatabase();
    const store = open(url);
    await store.log.append([line(1)]);
    await cutOwner(url);
    await store.log.append([line(2)]);
    const locks = `SELECT count(*)::int AS n FROM pg_locks JOIN pg_database d ON d.oid = database
      WHERE locktype = 'advisory' AND datname = current_database()`;
    await expect.poll(async () => (await query(url, locks)).rows[0]?.n, { timeout: 30_000 }).toBe(1);
    expect(() => open(url)).toThrow(expect.objectContaining({ code: 'locked' }));
    await store.log.append([line(3)]);
    store.close();
  });

  it('who only reads takes nothing from the owner, and writes nothing', async () => {
    const url = await freshDatabase();
    const owner = open(url);
    await owner.log.append([line(1)]);
    const reader = openPostgresStore(url, join(newFolder(), 'keys'), null, true);
    expect([...reader.log.since('stream-1', 0)]).toEqual([line(1).fact]);
    const refused = expect.objectContaining({ code: 'not_owner' });
    await expect(reader.log.append([line(2)])).rejects.toEqual(refused);
    expect(() => reader.settings.set('days', '1')).toThrow(refused);
    await owner.log.append([line(2)]);
    for (const store of [owner, reader]) store.close();
  });

  it('a state that is written too late brings back nothing of what was withheld meanwhile', async () => {
    const url = await freshDatabase();
    const store = open(url);
    const typed = (seq: number, type: string): LogRow => ({
      ...line(seq),
      fact: { ...line(seq).fact, type },
    });
    const state = (seq: number) => ({
      stream: 'stream-1',
      seq,
      epoch: 0,
      bytes: Buffer.from(`state ${seq}`),
    });
    const stored = () => store.states.get('stream-1')?.seq ?? null;
    const kept = async () =>
      (await query(url, 'SELECT seq, length(bytes)::int AS n FROM stored_states')).rows;
    await store.log.append([line(1), line(2)]);
    // Nobody waits for it any more, and it is not at its end yet.
    const late = new pg.Client({ connectionString: url });
    await late.connect();
    await late.query('BEGIN');
    await late.query("INSERT INTO stored_states VALUES ('stream-1', 2, 0, 'erased words')");
    const withheld = store.log.append([typed(3, 'textHidden'), line(4), typed(5, 'textCleared'), line(6)]);
    const waits =
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    await expect.poll(async () => (await query(url, waits)).rowCount, { timeout: 30_000 }).toBe(1);
    await late.query('COMMIT');
    await withheld;
    expect([stored(), await kept()]).toEqual([null, [{ seq: 5, n: 0 }]]);
    // One that begins only now is late as well.
    store.states.put(state(4));
    expect([stored(), await kept()]).toEqual([null, [{ seq: 5, n: 0 }]]);
    store.states.put(state(6));
    store.states.put(state(5));
    expect(stored()).toBe(6);
    store.log.rewrite('stream-1', new Map([[2, { title: '' }]]));
    store.states.put(state(5));
    expect([stored(), await kept()]).toEqual([null, [{ seq: 6, n: 0 }]]);
    store.states.put(state(6));
    expect(stored()).toBe(6);
    store.dropUnfinished();
    expect(await kept()).toEqual([]);
    await late.end();
    store.close();
  });

  it('an error never quotes what people wrote', async () => {
    const url = await freshDatabase();
    const store = open(url);
    store.seats.add(seat('s1'));
    const said: unknown[] = [];
    try {
      store.seats.add(seat('s1'));
    } catch (e) {
      said.push(e);
    }
    expect(said).toEqual([expect.objectContaining({ code: '23505' })]);
    expect(JSON.stringify(said, Object.getOwnPropertyNames(said[0]))).not.toMatch(/Anna|s1/);
    store.close();
  });

  it('written by a newer version it is refused, and so is a server that is not there', async () => {
    const url = await freshDatabase();
    open(url).close();
    await query(
      url,
      `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)`,
    );
    expect(() => open(url)).toThrow(expect.objectContaining({ code: 'newer' }));
    expect(() => open('postgres://nobody@%2Fnowhere/cerchi')).toThrow(
      expect.objectContaining({ code: 'ENOENT' }),
    );
  });

  it('an older program does not stand by beside a newer one: it would take the database to refuse it', async () => {
    const url = await freshDatabase();
    const owner = open(url);
    await query(
      url,
      `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)`,
    );
    const reached = new Int32Array(new SharedArrayBuffer(4));
    await expect(awaitPostgres(url, null, reached)).rejects.toMatchObject({ code: 'newer' });
    expect(Atomics.load(reached, 0)).toBe(0);
    await owner.log.append([line(1)]);
    owner.close();
  });
});
