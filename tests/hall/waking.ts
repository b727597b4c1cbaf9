/** A fresh process that opens an existing log once: raw, or as a stream that answers. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { nanoid } from 'nanoid';
import { bareRoom, note, phone } from './ground';
import { answer } from './program';

const file = join(process.env.HALL_FOLDER ?? '.', 'room.sqlite');

answer({
  raw() {
    const began = performance.now();

    const db = new Database(file);
    const rows = db.prepare('SELECT * FROM facts WHERE stream = ? ORDER BY seq').all('salone-stream');
    return { ms: performance.now() - began, rows: rows.length };
  },
  async wake() {
    const began = performance.now();

    const { room } = bareRoom(file);
    const open = performance.now() - began;
    const text = room.snapshot('public').text;
    const welcome = performance.now() - began;
    const first = await room.submit({ id: nanoid(14), ...note(0) }, phone(0));
    if (!first.ok || text.length === 0) throw new Error(JSON.stringify(first));
    return { ms: performance.now() - began, open, welcome };
  },
});
