/** The append-only log behind every stream: one small interface with SQLite behind it. */
import { crc32 } from 'node:zlib';
import type { Fact } from '@/domain/deed';
import type { Store } from '../../../db/open';

export type LogRow = { stream: string; fact: Fact };

/** Kept small so that another database is a one-file job; one contract suite runs against every implementation. */
export interface LogStore {
  /**
   * All lines or none, durable when it returns. Throws if a number is already there, or would leave a gap. Command
   * idempotency is the stream's work, which remembers all commands.
   */
  append(lines: readonly LogRow[]): void | Promise<void>;
  /**
   * The stream's facts after `seq`, in order, each as written. Throws at a line whose check fails. A line from before
   * lines had a check cannot be verified, and passes through `unsealed`.
   */
  since(stream: string, seq: number, unsealed?: (fact: Fact) => Fact): Iterable<Fact>;
  /** The only maintenance path: replaces the data of existing lines, all or none. Only erasure calls it. */
  rewrite(stream: string, data: ReadonlyMap<number, unknown>): void;
  /** Replaces the encrypted authors of existing lines, all or none, when a key is exchanged. */
  reseal(stream: string, authors: ReadonlyMap<number, string>): void;
  /** Deletes all lines of a rehearsal. Throws for any other stream, and deletes nothing. */
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

/**
 * Maximum page size. Reading row by row makes start-up slow. The first page is small because some callers want one row.
 */
const PAGE = 1024;

/**
 * A torn page that the disk returns as whole, a flipped bit, a manual change to the file: the check differs in each
 * case.
 */
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
      // A line decided after one that the disk refused: if it were kept, the log could never be folded again.
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
    // The triggers allow a change to a line only while this is set, and only in this transaction.
    client.exec("INSERT OR REPLACE INTO settings (key, value) VALUES ('maintenance', 'open')");
    for (const [seq, of] of data) {
      const row = one.get(stream, seq) as Row;
      row[9] = JSON.stringify(of);
      // A line that had no check before must not get one now.
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
