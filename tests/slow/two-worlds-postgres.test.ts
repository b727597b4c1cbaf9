/**
 * Two worlds that differ only in the author of something secret leave the same PostgreSQL database: every row, in the same
 * places and by the same order of transactions, and every sequence.
 */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isSealedAuthor } from '@/server/log/author-keys';
import { startStoreThread } from '@/server/database/postgres-store';
import { person } from '../domain/given';
import { owner } from '../harm/terms';
import { type TestHouse, testHouse, until } from '../server/house';
import { freshDatabase, query, whyNoPostgres } from '../server/postgres-cluster';
import { ANNA, BRUNO, CARLA, type Command, peopled, SECRETS, submitter } from '../server/two-worlds';

vi.setConfig({ testTimeout: 240_000 });
const houses: TestHouse[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) {
    await house.close();
    house.remove();
  }
});

/** Each kind of secret thing, once. */
const ALL = [
  ...['a ballot, changed', 'movements to and fro', 'an interest'],
  ...['an anonymous note, withdrawn and brought back', 'a closing word', 'a flag'],
];

type Row = Record<string, unknown>;

/** Replaces random values, which differ in any two worlds, by their length or by a sign. */
function plain(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (key === 'by' && isSealedAuthor(value as string)) return [key, `sealed ${(value as string).length}`];
      if (Buffer.isBuffer(value)) return [key, `${value.length} bytes`];
      // The server's own commands have random ids.
      if (key === 'cmd' && !String(value).startsWith('gathering-')) return [key, '*'];
      if (row.key === 'secret.fingerprint' && key === 'value') return [key, '*'];
      if (row.bytes && key === 'name') return [key, String(value).replace(/[^.]*$/, '*')];
      return [key, key === 'seal' || key === 'recovery_hash' || (row.bytes && key === 'at') ? '*' : value];
    }),
  );
}

/** Every row of every table with its place and the rank of its transaction; every sequence. */
async function inDatabase(url: string): Promise<Map<string, string>> {
  const held = new Map<string, string>();
  const tables = await query(
    url,
    "SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY relname",
  );
  const rows: [string, Row[]][] = [];
  for (const { relname } of tables.rows)
    rows.push([
      String(relname),
      (await query(url, `SELECT ctid::text, xmin::text, t.* FROM "${String(relname)}" t ORDER BY ctid`)).rows,
    ]);
  const written = rows.flatMap(([, of]) => of.map((r) => Number(r.xmin)));
  const ranks = [...new Set(written)].sort((a, b) => a - b);
  for (const [table, of] of rows)
    held.set(
      table,
      JSON.stringify(
        of.map((r) => plain({ ...r, xmin: ranks.indexOf(Number(r.xmin)) })),
        null,
        1,
      ),
    );
  const counters = await query(
    url,
    'SELECT sequencename, last_value FROM pg_sequences ORDER BY sequencename',
  );
  held.set('sequences', JSON.stringify(counters.rows));
  return held;
}

type End = 'goes on' | 'concluded' | 'one is erased';

async function world(secrets: readonly Command[], who: string, end: End): Promise<Map<string, string>> {
  let now = Date.UTC(2026, 4, 17, 8, 0);
  const url = await freshDatabase();
  const house = await testHouse(undefined, 0, { clock: () => now, monotonic: () => now, database: url });
  houses.push(house);
  const submit = submitter(
    () => house,
    () => {
      now += 1000;
    },
  );
  await peopled(house, submit);
  for (const [type, ask] of secrets) await submit(person(who), type, ask);
  await submit(person(CARLA), 'reviseTopic', {
    topic: 'topic-0003',
    title: 'detto meglio',
    line: '',
    strands: [],
  });
  const [row] = house.streams.all();
  if (!row) throw new Error('no gathering');
  if (end === 'one is erased')
    expect(await house.erasure.erase(row, ANNA, owner)).toMatchObject({ ok: true });
  if (end === 'concluded') {
    await submit(owner, 'closeVoting', {});
    for (const phase of ['completing', 'concluded']) await submit(owner, 'changePhase', { phase });
    await until('the authors are forgotten', () => house.streams.stream(row).authors === 'none');
  }
  await house.streams.commits.settle();
  return inDatabase(url);
}

describe.skipIf(whyNoPostgres)('[I7][I12][S50] two worlds on PostgreSQL', () => {
  beforeAll(startStoreThread);

  it.each<[string, End]>([
    ['while the gathering goes on', 'goes on'],
    ['after it was concluded', 'concluded'],
    ['after one of the two was erased', 'one is erased'],
  ])('that differ in who did each secret thing are one database, %s', async (_, end) => {
    const secrets = ALL.flatMap((name) => SECRETS[name] ?? []);
    const [one, other] = [await world(secrets, ANNA, end), await world(secrets, BRUNO, end)];
    expect([...one.keys()]).toEqual([...other.keys()]);
    for (const [table, text] of one) expect(other.get(table), table).toBe(text);
    expect(one.get('facts')).toContain('detto meglio');
    expect(one.get('facts')).toMatch(end === 'concluded' ? /authorsForgotten/ : /"by": "sealed \d+"/);
    for (const seat of [ANNA, BRUNO]) expect(one.get('facts')).toContain(seat);
  });
});
