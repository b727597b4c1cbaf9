/** One stream alone in a process, on a log of a given length: measures its commands a second. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { nanoid } from 'nanoid';
import pg from 'pg';
import { openPostgresStore, startStoreThread } from '@/server/database/postgres-store';
import { type Asked, bareRoom, bareRoomOn, fill, ground, phone, traffic } from './ground';
import { answer, memory } from './program';

const PEOPLE = 300;
/** Phones with a pending command at any moment. */
const ABREAST = 300;
const folder = process.env.HALL_FOLDER ?? '.';
mkdirSync(folder, { recursive: true });
/** A PostgreSQL database in the place of a file. */
const database = process.env.HALL_DATABASE;

async function openRoom() {
  if (!database) return bareRoom(join(folder, 'room.sqlite'));
  await startStoreThread();
  return bareRoomOn(openPostgresStore(database, join(folder, 'keys'), null));
}
const open = await openRoom();
let i = 0;

const submit = (asked: Asked, by: number) => open.room.submit({ id: nanoid(14), ...asked }, phone(by));

answer({
  memory,
  async ground({ facts }: { facts: number }) {
    await ground(
      (asked, actor) => open.room.submit({ id: nanoid(14), ...asked }, actor),
      'salone-stream',
      PEOPLE,
    );
    i = await fill(open.room, PEOPLE, facts);
    return open.room.seq;
  },
  /** Each phone sends again as soon as it is answered. */
  async commands({ n }: { n: number }) {
    let left = n;
    const began = performance.now();
    const one = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        const { asked, by } = traffic(i++, PEOPLE);
        await submit(asked, by);
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, one));
    return { perSecond: (n * 1000) / (performance.now() - began), seq: open.room.seq };
  },
  /** The same rows, one durable transaction each. */
  single: ({ n }: { n: number }) => (database ? singlePostgres(database, n) : singleSqlite(n)),
});

const rate = (n: number, began: number): Rate => ({ perSecond: (n * 1000) / (performance.now() - began) });
type Rate = { perSecond: number };
const row = (k: number): [string, number, string] => [
  nanoid(14),
  Date.now(),
  JSON.stringify(traffic(k, PEOPLE).asked.ask),
];

function singleSqlite(n: number): Rate {
  const db = new Database(join(folder, 'single.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE IF NOT EXISTS rows (seq INTEGER PRIMARY KEY, cmd TEXT UNIQUE, at INTEGER, data TEXT)',
  );
  const insert = db.prepare('INSERT INTO rows (cmd, at, data) VALUES (?,?,?)');
  const began = performance.now();
  for (let k = 0; k < n; k++) insert.run(...row(k));
  const done = rate(n, began);
  db.close();
  return done;
}

async function singlePostgres(url: string, n: number): Promise<Rate> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'CREATE TABLE IF NOT EXISTS rows (seq BIGSERIAL PRIMARY KEY, cmd TEXT UNIQUE, at FLOAT8, data TEXT)',
  );
  const text = 'INSERT INTO rows (cmd, at, data) VALUES ($1,$2,$3)';
  const began = performance.now();
  for (let k = 0; k < n; k++) await client.query({ name: 'one', text, values: row(k) });
  const done = rate(n, began);
  await client.end();
  return done;
}
