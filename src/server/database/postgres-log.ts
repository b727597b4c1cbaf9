/** The log on PostgreSQL: one statement for each batch, which writes all lines or none and only for the owner. */
import { and, eq, max, sql } from 'drizzle-orm';
import { facts, ownership, storedStates } from '../../../db/postgres/schema';
import { changedLine, type LastLine, type StoredLine, withholds } from '../log/log-store';
import { UNIT } from './postgres-lock';
import { notOwner, type PostgresConnections } from './postgres-connections';

export type LineChange = [seq: number, to: { data?: unknown; by?: string }];

const COLUMNS = 'seq, type, v, at, "by", via, origin, said_at, cmd, data, seal';

/**
 * The primary key refuses a number that is there. A number whose predecessor is not there is refused here, and so is a
 * batch of a process that another has replaced: whoever takes over changes the row that is locked. In place of a stored state
 * that holds what is withheld now, an empty one with that number: a state of a lower number may still be written, by a
 * transaction for which nobody waits any more, and is refused by it.
 */
const APPEND = `
  WITH mine AS (SELECT epoch FROM ownership WHERE unit = $1 AND epoch = $2 FOR SHARE),
  gaps AS (
    SELECT FROM unnest($3::text[], $4::int[]) AS b(stream, before)
    WHERE before > 0 AND NOT EXISTS (SELECT FROM facts f WHERE f.stream = b.stream AND f.seq = b.before)),
  withheld AS (
    INSERT INTO stored_states (stream, seq, epoch, bytes)
    SELECT w.stream, max(w.seq), 0, ''::bytea FROM unnest($17::text[], $18::int[]) AS w(stream, seq), mine
    WHERE NOT EXISTS (SELECT FROM gaps) GROUP BY w.stream
    ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, epoch = excluded.epoch, bytes = excluded.bytes)
  INSERT INTO facts (stream, ${COLUMNS}, epoch)
  SELECT l.*, mine.epoch
  FROM unnest($5::text[], $6::int[], $7::text[], $8::int[], $9::float8[], $10::text[], $11::text[], $12::text[],
    $13::float8[], $14::text[], $15::text[], $16::bigint[]) AS l, mine
  WHERE NOT EXISTS (SELECT FROM gaps)`;

const SELECT = `SELECT ${COLUMNS} FROM facts WHERE stream = $1 AND seq > $2 ORDER BY seq LIMIT $3`;

const lineOf = (f: typeof facts.$inferSelect): StoredLine => [
  f.seq,
  f.type,
  f.v,
  f.at,
  f.by,
  f.via,
  f.origin as StoredLine[6],
  f.saidAt,
  f.cmd,
  f.data,
  f.seal,
];

export function postgresLog(connections: PostgresConnections) {
  const { pool, db } = connections;

  async function append(streams: string[], lines: StoredLine[]): Promise<void> {
    const first = new Map<string, number>();
    const reached = new Map<string, number>();
    for (const [i, [seq]] of lines.entries()) {
      const stream = streams[i] ?? '';
      const before = reached.get(stream);
      if (before !== undefined && seq !== before + 1)
        throw new Error(`${stream}: ${seq} does not follow ${before}`);
      if (before === undefined) first.set(stream, seq - 1);
      reached.set(stream, seq);
    }
    const columns = Array.from({ length: 11 }, (_, c) => lines.map((line) => line[c]));
    const withholding = lines.flatMap(([seq, type], i) =>
      withholds(type) ? [{ stream: streams[i] ?? '', seq }] : [],
    );
    const { rowCount } = await pool.query({
      name: 'append',
      text: APPEND,
      values: [
        UNIT,
        connections.epoch,
        [...first.keys()],
        [...first.values()],
        streams,
        ...columns,
        withholding.map(({ stream }) => stream),
        withholding.map(({ seq }) => seq),
      ],
    });
    if (rowCount === lines.length) return;
    const owner = await db
      .select({ epoch: ownership.epoch })
      .from(ownership)
      .where(and(eq(ownership.unit, UNIT), eq(ownership.epoch, connections.epoch)));
    throw owner.length === 0 ? notOwner() : new Error('a line of this batch does not follow the last one');
  }

  async function page(stream: string, after: number, limit: number): Promise<StoredLine[]> {
    const { rows } = await pool.query<StoredLine>({
      name: 'page',
      text: SELECT,
      values: [stream, after, limit],
      rowMode: 'array',
    });
    return rows;
  }

  /** All lines or none. */
  function change(stream: string, changes: readonly LineChange[]): Promise<void> {
    return connections.writeLong(async (tx) => {
      // The trigger allows a change to a line only while this is set, and only in this transaction.
      await tx.execute(sql`SET LOCAL cerchi.maintenance = 'open'`);
      for (const [seq, to] of changes) {
        const here = and(eq(facts.stream, stream), eq(facts.seq, seq));
        const [row] = await tx.select().from(facts).where(here);
        if (!row) throw new Error(`${stream}: there is no fact ${seq}`);
        const [, , , , by, , , , , data, seal] = changedLine(stream, lineOf(row), to);
        await tx
          .update(facts)
          .set({ by: by ?? row.by, data, seal })
          .where(here);
      }
      const [last] = await tx
        .select({ seq: max(facts.seq) })
        .from(facts)
        .where(eq(facts.stream, stream));
      const none = { stream, seq: last?.seq ?? 0, epoch: 0, bytes: Buffer.alloc(0) };
      await tx
        .insert(storedStates)
        .values(none)
        .onConflictDoUpdate({ target: storedStates.stream, set: none });
    });
  }

  async function lastLines(): Promise<LastLine[]> {
    const { rows } = await pool.query<LastLine>(
      `SELECT f.stream, f.seq, f.at FROM streams s
       CROSS JOIN LATERAL (SELECT stream, seq, at FROM facts WHERE stream = s.id ORDER BY seq DESC LIMIT 1) f`,
    );
    return rows;
  }

  return { append, page, change, lastLines };
}
