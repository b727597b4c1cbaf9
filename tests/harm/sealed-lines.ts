/** Reads a data folder's lines with their authors, and looks for the authors that an upgrade must have encrypted. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import { AuthorKeys, isSealedAuthor } from '@/server/log/author-keys';
import { openStore } from '@/server/database/sqlite-store';

type Row = Record<string, unknown>;
export const dump = (file: string): { facts: Row[]; seats: string[]; text: string } => {
  // Not read-only: after a power cut an interrupted transaction is rolled back first.
  const db = new Database(file, { fileMustExist: true });
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const all = tables.map((t) => db.prepare(`SELECT * FROM "${t}"`).all() as Row[]);
  const facts = db.prepare('SELECT * FROM facts ORDER BY stream, seq').all() as Row[];
  const seats = db.prepare('SELECT id FROM seats').pluck().all() as string[];
  db.close();
  return { facts, seats, text: JSON.stringify(all) };
};
const times = (text: string, word: string): number => text.split(word).length - 1;

/** Every gathering's lines with their authors, as decrypted by a key. */
export function opened(database: string): Map<string, Fact[]> {
  const store = openStore(database);
  const keys = new AuthorKeys(join(database, '..', 'keys'));
  const log = store.log;
  const ids = store.$client.prepare('SELECT id FROM streams').pluck().all() as string[];
  const found = new Map(
    ids.map((id) => [
      id,
      [...log.since(id, 0)].map((f) =>
        isSealedAuthor(f.by) ? { ...f, ...(keys.open(id, f.seq, f.by) ?? { by: null }) } : f,
      ),
    ]),
  );
  store.$client.close();
  return found;
}

/** The older lines, to the letter; of an unsigned fact the channel is no longer stored. */
export function told(database: string): Map<string, Fact[]> {
  const store = openStore(database);
  const log = store.log;
  const rows = store.$client.prepare('SELECT id, kind FROM streams').all() as { id: string; kind: string }[];
  const found = new Map(
    rows.map(({ id, kind }) => {
      const state = gathering.empty();
      const lines = [...log.since(id, 0)].map((f) => {
        if (kind !== 'gathering') return f;
        const fact = gathering.read(structuredClone(f));
        gathering.apply(state, fact);
        return gathering.isUnsigned(state, fact) ? { ...f, origin: 'telefono' as const } : f;
      });
      return [id, lines] as const;
    }),
  );
  store.$client.close();
  return found;
}

export const sealedIn = (facts: Row[]): Row[] => facts.filter((f) => isSealedAuthor(f.by as string));
/** No line leads to a seat, and no byte of the old lines is left in the file or beside it. Returns the encrypted lines. */
export function tellsNothing(file: string): number {
  const bytes = readFileSync(file).toString('latin1');
  const beside = [`${file}-wal`, `${file}-journal`]
    .filter((name) => existsSync(name))
    .map((name) => readFileSync(name).toString('latin1'))
    .join();
  const { facts, seats, text } = dump(file);
  const sealed = sealedIn(facts);
  const lines = JSON.stringify(sealed);
  for (const seat of seats) {
    // Its own table's index has each once more.
    expect(times(bytes, seat), `${file} ${seat}`).toBe(times(text, seat) + 1);
    expect(times(beside, seat), `beside ${file} ${seat}`).toBe(0);
    expect(times(lines, seat), `an encrypted line of ${file} ${seat}`).toBe(0);
  }
  return sealed.length;
}
