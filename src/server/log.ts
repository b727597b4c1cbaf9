/** The append-only log: the store's side of every room, one small interface with SQLite behind it. */
import type { Fact } from '@/domain/deed';
import type { Store } from '../../db/open';

export type Line = { stream: string; fact: Fact };

/** Kept small so that another database is a one-file job; one contract suite runs against every implementation. */
export interface LogStore {
  /**
   * All lines or none, durable when it returns. Throws if a number is already there, or would leave a gap. That a command
   * counts once is for the room to see to, which remembers them all.
   */
  append(lines: readonly Line[]): void | Promise<void>;
  /** The stream's facts after `seq`, in order, as stored. */
  since(stream: string, seq: number): Iterable<Fact>;
  /** The one maintenance path: other data in lines already there, all or none. Only the custodian calls it. */
  rewrite(stream: string, data: ReadonlyMap<number, unknown>): void;
  /** A rehearsal thrown away: all its lines go. Throws for any other stream, and nothing goes. */
  throwAway(stream: string): void;
}

const COLUMNS = 'seq, type, v, at, "by", via, origin, said_at, cmd, data';
type Row = [
  seq: number,
  type: string,
  v: number,
  at: number,
  by: string,
  via: string | null,
  origin: Fact['origin'],
  saidAt: number | null,
  cmd: string,
  data: string,
];

/** Read so many at a time at the most, for a crossing into the database for each row makes waking slow; few at first, for some want one. */
const PAGE = 1024;

function factOf([seq, type, v, at, by, via, origin, saidAt, cmd, data]: Row): Fact {
  const fact: Fact = { seq, type, v, at, by, origin, cmd, data: JSON.parse(data) as unknown };
  if (via !== null) fact.via = via;
  if (saidAt !== null) fact.saidAt = saidAt;
  return fact;
}

export function sqliteLog(store: Store): LogStore {
  const client = store.$client;
  const insert = client.prepare(
    'INSERT INTO facts (stream, seq, type, v, at, "by", via, origin, said_at, cmd, data) VALUES (?,?,?,?,?,?,?,?,?,?,?)',
  );
  const select = client
    .prepare(`SELECT ${COLUMNS} FROM facts WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?`)
    .raw();
  const last = client.prepare('SELECT coalesce(max(seq), 0) FROM facts WHERE stream = ?').pluck();
  const write = client.transaction((lines: readonly Line[]) => {
    const reached = new Map<string, number>();
    for (const { stream, fact: f } of lines) {
      const before = reached.get(stream) ?? (last.get(stream) as number);
      // A line decided after one that was refused by the disk: were it kept, the log would never fold again.
      if (f.seq > before + 1) throw new Error(`${stream}: ${f.seq} does not follow ${before}`);
      reached.set(stream, f.seq);
      const { seq, type, v, at, by, via = null, origin, saidAt = null, cmd, data } = f;
      insert.run(stream, seq, type, v, at, by, via, origin, saidAt, cmd, JSON.stringify(data));
    }
  });
  const update = client.prepare('UPDATE facts SET data = ? WHERE stream = ? AND seq = ?');
  const rewrite = client.transaction((stream: string, data: ReadonlyMap<number, unknown>) => {
    // The triggers let a line change only while this is so, and only in this transaction.
    client.exec("INSERT OR REPLACE INTO settings (key, value) VALUES ('maintenance', 'open')");
    for (const [seq, of] of data) update.run(JSON.stringify(of), stream, seq);
    client.exec("DELETE FROM settings WHERE key = 'maintenance'");
  });
  const remove = client.prepare('DELETE FROM facts WHERE stream = ?');
  return {
    throwAway: (stream) => void remove.run(stream),
    append: (lines) => write.immediate(lines),
    rewrite: (stream, data) => rewrite.immediate(stream, data),
    *since(stream, seq) {
      let after = seq;
      for (let page = 8; ; page = Math.min(page * 8, PAGE)) {
        const rows = select.all(stream, after, page) as Row[];
        for (const row of rows) yield factOf(row);
        if (rows.length < page) return;
        after = rows.at(-1)?.[0] ?? after;
      }
    },
  };
}
