/** The log on SQLite: one transaction for each batch, and lines that only the maintenance path may change. */
import type { SqliteDatabase } from '../../../db/open';
import {
  changedLine,
  factsIn,
  type LastLine,
  lastLinesIn,
  type LogRow,
  type LogStore,
  type StoredLine,
  storedLine,
  withholds,
} from '../log/log-store';

const COLUMNS = 'seq, type, v, at, "by", via, origin, said_at, cmd, data, seal';

export function sqliteLog({ $client: client }: SqliteDatabase): LogStore {
  const insert = client.prepare(`INSERT INTO facts (stream, ${COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`);
  const select = client
    .prepare(`SELECT ${COLUMNS} FROM facts WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?`)
    .raw();
  const last = client.prepare('SELECT coalesce(max(seq), 0) FROM facts WHERE stream = ?').pluck();
  const lastLines = client.prepare(
    `SELECT * FROM (
      SELECT s.id AS stream, (SELECT max(seq) FROM facts WHERE stream = s.id) AS seq,
        (SELECT at FROM facts WHERE stream = s.id ORDER BY seq DESC LIMIT 1) AS at FROM streams s)
     WHERE seq IS NOT NULL`,
  );
  const dropState = client.prepare('DELETE FROM stored_states WHERE stream = ?');
  const write = client.transaction((lines: readonly LogRow[]) => {
    const reached = new Map<string, number>();
    for (const row of lines) {
      const { stream, fact } = row;
      const before = reached.get(stream) ?? (last.get(stream) as number);
      // A line decided after one that the disk refused: if it were kept, the log could never be folded again.
      if (fact.seq > before + 1) throw new Error(`${stream}: ${fact.seq} does not follow ${before}`);
      reached.set(stream, fact.seq);
      insert.run(stream, ...storedLine(row));
      if (withholds(fact.type)) dropState.run(stream);
    }
  });
  const one = client.prepare(`SELECT ${COLUMNS} FROM facts WHERE stream = ? AND seq = ?`).raw();
  const update = client.prepare('UPDATE facts SET "by" = ?, data = ?, seal = ? WHERE stream = ? AND seq = ?');
  const change = client.transaction(
    (stream: string, lines: Iterable<[seq: number, to: { data?: unknown; by?: string }]>) => {
      // The triggers allow a change to a line only while this is set, and only in this transaction.
      client.exec("INSERT OR REPLACE INTO settings (key, value) VALUES ('maintenance', 'open')");
      for (const [seq, to] of lines) {
        const line = changedLine(stream, one.get(stream, seq) as StoredLine, to);
        update.run(line[4], line[9], line[10], stream, seq);
      }
      client.exec("DELETE FROM settings WHERE key = 'maintenance'");
      dropState.run(stream);
    },
  );
  return {
    append: (lines) => write.immediate(lines),
    rewrite: (stream, data) =>
      change.immediate(
        stream,
        [...data].map(([seq, of]) => [seq, { data: of }]),
      ),
    reseal: (stream, authors) =>
      change.immediate(
        stream,
        [...authors].map(([seq, by]) => [seq, { by }]),
      ),
    lastLines: () => lastLinesIn(lastLines.all() as LastLine[]),
    since: (stream, seq, unsealed) =>
      factsIn((after, limit) => select.all(stream, after, limit) as StoredLine[], stream, seq, unsealed),
  };
}
