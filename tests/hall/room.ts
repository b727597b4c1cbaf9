/** One stream alone in a process, on a log of a given length: measures its commands a second. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { nanoid } from 'nanoid';
import { type Asked, bareRoom, fill, ground, phone, traffic } from './ground';
import { answer, memory } from './program';

const PEOPLE = 300;
/** Phones with a pending command at any moment. */
const ABREAST = 300;
const folder = process.env.HALL_FOLDER ?? '.';
mkdirSync(folder, { recursive: true });
const file = join(folder, 'room.sqlite');

const open = bareRoom(file);
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
  single({ n }: { n: number }) {
    const db = new Database(join(folder, 'single.sqlite'));
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec(
      'CREATE TABLE IF NOT EXISTS rows (seq INTEGER PRIMARY KEY, cmd TEXT UNIQUE, at INTEGER, data TEXT)',
    );
    const insert = db.prepare('INSERT INTO rows (cmd, at, data) VALUES (?,?,?)');
    const began = performance.now();
    for (let k = 0; k < n; k++)
      insert.run(nanoid(14), Date.now(), JSON.stringify(traffic(k, PEOPLE).asked.ask));
    const perSecond = (n * 1000) / (performance.now() - began);
    db.close();
    return { perSecond };
  },
});
