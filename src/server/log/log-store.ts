/** The append-only log: the store's side of every room, one small interface with SQLite behind it. */
import { crc32 } from 'node:zlib';
import type { Fact } from '@/domain/deed';
import type { Store } from '../../../db/open';

export type LogRow = { stream: string; fact: Fact };

/** Kept small so that another database is a one-file job; one contract suite runs against every implementation. */
export interface LogStore {
  /**
   * All lines or none, durable when it returns. Throws if a number is already there, or would leave a gap. That a command
   * counts once is for the room to see to, which remembers them all.
   */
  append(lines: readonly LogRow[]): void | Promise<void>;
  /**
   * The stream's facts after `seq`, in order, each as it was written: throws at a line that is not. A line from before lines
   * were sealed can't be vouched for, and passes through `unsealed`.
   */
  since(stream: string, seq: number, unsealed?: (fact: Fact) => Fact): Iterable<Fact>;
  /** The one maintenance path: other data in lines already there, all or none. Only the custodian calls it. */
  rewrite(stream: string, data: ReadonlyMap<number, unknown>): void;
  /** Other sealed authors in lines already there, all or none: when a key is changed for another. */
  reseal(stream: string, authors: ReadonlyMap<number, string>): void;
  /** A rehearsal thrown away: all its lines go. Throws for any other stream, and nothing goes. */
  throwAway(stream: string): void;
}

const COLUMNS = 'seq, type, v, at, "by", via, origin, said_at, cmd, data';
type Columns = [
  seq: number,
  type: string,
  v: number,
  at: number,
  by: Fact['by'],
  via: string | null,
  origin: Fact['origin'],
  saidAt: number | null,
  cmd: string,
  data: string,
];
type Row = [...Columns, seal: number | null];

/** Read so many at a time at the most, for a crossing into the database for each row makes waking slow; few at first, for some want one. */
const PAGE = 1024;

/** A torn page the disk gives back as whole, a byte that turned, a hand in the file: all differ here. */
export function sealOf(
  stream: string,
  [seq, type, v, at, by, via, origin, saidAt, cmd, data]: Columns | Row,
): number {
  return crc32(`${stream} ${seq} ${type} ${v} ${at} ${by} ${via} ${origin} ${saidAt} ${cmd} ${data}`);
}

function factOf([seq, type, v, at, by, via, origin, saidAt, cmd, data]: Columns | Row): Fact {
  const fact: Fact = { seq, type, v, at, by, origin, cmd, data: JSON.parse(data) as unknown };
  if (via !== null) fact.via = via;
  if (saidAt !== null) fact.saidAt = saidAt;
  return fact;
}

export function sqliteLog(store: Store): LogStore {
  const client = store.$client;
  const insert = client.prepare(
    'INSERT INTO facts (stream, seq, type, v, at, "by", via, origin, said_at, cmd, data, seal) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)',
  );
  const select = client
    .prepare(`SELECT ${COLUMNS}, seal FROM facts WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?`)
    .raw();
  const last = client.prepare('SELECT coalesce(max(seq), 0) FROM facts WHERE stream = ?').pluck();
  const write = client.transaction((lines: readonly LogRow[]) => {
    const reached = new Map<string, number>();
    for (const { stream, fact: f } of lines) {
      const before = reached.get(stream) ?? (last.get(stream) as number);
      // A line decided after one that was refused by the disk: were it kept, the log would never fold again.
      if (f.seq > before + 1) throw new Error(`${stream}: ${f.seq} does not follow ${before}`);
      reached.set(stream, f.seq);
      const { seq, type, v, at, by, via = null, origin, saidAt = null, cmd, data } = f;
      const columns: Columns = [seq, type, v, at, by, via, origin, saidAt, cmd, JSON.stringify(data)];
      insert.run(stream, ...columns, sealOf(stream, columns));
    }
  });
  const one = client.prepare(`SELECT ${COLUMNS}, seal FROM facts WHERE stream = ? AND seq = ?`).raw();
  const update = client.prepare('UPDATE facts SET data = ?, seal = ? WHERE stream = ? AND seq = ?');
  const rewrite = client.transaction((stream: string, data: ReadonlyMap<number, unknown>) => {
    // The triggers let a line change only while this is so, and only in this transaction.
    client.exec("INSERT OR REPLACE INTO settings (key, value) VALUES ('maintenance', 'open')");
    for (const [seq, of] of data) {
      const row = one.get(stream, seq) as Row;
      row[9] = JSON.stringify(of);
      // One that could not be vouched for can't be now.
      update.run(row[9], row[10] === null ? null : sealOf(stream, row), stream, seq);
    }
    client.exec("DELETE FROM settings WHERE key = 'maintenance'");
  });
  const updateAuthor = client.prepare('UPDATE facts SET "by" = ?, seal = ? WHERE stream = ? AND seq = ?');
  const reseal = client.transaction((stream: string, authors: ReadonlyMap<number, string>) => {
    client.exec("INSERT OR REPLACE INTO settings (key, value) VALUES ('maintenance', 'open')");
    for (const [seq, by] of authors) {
      const row = one.get(stream, seq) as Row;
      row[4] = by;
      updateAuthor.run(by, row[10] === null ? null : sealOf(stream, row), stream, seq);
    }
    client.exec("DELETE FROM settings WHERE key = 'maintenance'");
  });
  const remove = client.prepare('DELETE FROM facts WHERE stream = ?');
  return {
    throwAway: (stream) => void remove.run(stream),
    append: (lines) => write.immediate(lines),
    rewrite: (stream, data) => rewrite.immediate(stream, data),
    reseal: (stream, authors) => reseal.immediate(stream, authors),
    *since(stream, seq, unsealed = (fact) => fact) {
      let after = seq;
      for (let page = 8; ; page = Math.min(page * 8, PAGE)) {
        const rows = select.all(stream, after, page) as Row[];
        for (const row of rows) {
          const seal = row[10];
          if (seal !== null && seal !== sealOf(stream, row))
            throw new Error(`${stream}: fact ${row[0]} is damaged, it is not as it was written`);
          yield seal === null ? unsealed(factOf(row)) : factOf(row);
        }
        if (rows.length < page) return;
        after = rows.at(-1)?.[0] ?? after;
      }
    },
  };
}
