/** A fresh process on the data folder of a year: reads one gathering's rows raw, or starts the server and answers in it. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { nanoid } from 'nanoid';
import { createApp } from '@/server/compose';
import { note, phone } from './ground';
import { answer } from './program';

const folder = process.env.HALL_FOLDER ?? '.';
const file = join(folder, 'cerchi.sqlite');

answer({
  raw({ stream }: { stream: string }) {
    const began = performance.now();
    const db = new Database(file);
    const rows = db.prepare('SELECT * FROM facts WHERE stream = ? ORDER BY seq').all(stream);
    return { ms: performance.now() - began, rows: rows.length };
  },
  async wake({ stream }: { stream: string }) {
    const began = performance.now();
    const house = createApp({ folder, database: file });
    const open = performance.now() - began;
    const row = house.streams.index.byId(stream);
    if (row?.kind !== 'gathering') throw new Error(`no gathering ${stream}`);
    const room = house.streams.gathering(row);
    const text = room.snapshot('public').text;
    const welcome = performance.now() - began;
    const first = await room.submit({ id: nanoid(14), ...note(0) }, phone(0));
    if (!first.ok || text.length === 0) throw new Error(JSON.stringify(first));
    const ms = performance.now() - began;
    await house.close();
    return { ms, open, welcome };
  },
});
