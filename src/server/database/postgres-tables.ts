/** All that a store is asked for, as PostgreSQL answers it: the same calls, each with a promise. */
import { and, asc, eq, getTableColumns, isNotNull, like, lt, lte, ne, sql } from 'drizzle-orm';
import { audit, facts, files, seats, settings, storedStates, streams } from '../../../db/postgres/schema';
import { postgresAccounts } from './postgres-accounts';
import { postgresLog } from './postgres-log';
import { PostgresConnections } from './postgres-connections';
import type { FileStore } from '../files/sealed-files';
import type { AuditStore, Later, SeatStore, SettingStore, StateStore, Store, StreamStore } from './store';

const { n, ...stream } = getTableColumns(streams);

function postgresStreams(connections: PostgresConnections): Later<StreamStore> {
  const one = async (where: ReturnType<typeof eq>) =>
    (await connections.db.select(stream).from(streams).where(where))[0] ?? null;
  return {
    all: async () => connections.db.select(stream).from(streams).orderBy(asc(n)),
    byId: (id) => one(eq(streams.id, id)),
    byCode: (code) => one(eq(streams.code, code)),
    add: (row) => connections.write(async (tx) => void (await tx.insert(streams).values(row))),
    remove: (id) =>
      connections.write(async (tx) => {
        await tx.delete(storedStates).where(eq(storedStates.stream, id));
        await tx.delete(streams).where(eq(streams.id, id));
      }),
  };
}

const postgresStates = (connections: PostgresConnections): Later<StateStore> => ({
  // An empty one only keeps those of lower numbers away (postgres-log.ts).
  get: async (stream) => {
    const here = and(eq(storedStates.stream, stream), ne(storedStates.bytes, Buffer.alloc(0)));
    return (await connections.db.select().from(storedStates).where(here))[0] ?? null;
  },
  put: (row) =>
    connections.write(
      async (tx) =>
        void (await tx
          .insert(storedStates)
          .values(row)
          .onConflictDoUpdate({
            target: storedStates.stream,
            set: row,
            setWhere: lte(storedStates.seq, row.seq),
          })),
    ),
  remove: (stream) =>
    connections.write(
      async (tx) => void (await tx.delete(storedStates).where(eq(storedStates.stream, stream))),
    ),
});

function postgresSeats(connections: PostgresConnections): Later<SeatStore> {
  const { db } = connections;
  const one = (of: string, id: string) => and(eq(seats.id, id), eq(seats.stream, of));
  return {
    of: async (of) => db.select().from(seats).where(eq(seats.stream, of)),
    add: (row) => connections.write(async (tx) => void (await tx.insert(seats).values(row))),
    remove: (of, id) => connections.write(async (tx) => void (await tx.delete(seats).where(one(of, id)))),
    change: (of, id, to) =>
      connections.write(async (tx) => void (await tx.update(seats).set(to).where(one(of, id)))),
    emptyAll: (of, erasedAt, rev) =>
      connections.write(
        async (tx) =>
          void (await tx
            .update(seats)
            .set({ label: null, recoveryHash: null, erasedAt, rev })
            .where(and(eq(seats.stream, of), isNotNull(seats.label)))),
      ),
    byRecovery: async (of, recoveryHash) =>
      (
        await db
          .select()
          .from(seats)
          .where(and(eq(seats.stream, of), eq(seats.recoveryHash, recoveryHash)))
      )[0] ?? null,
  };
}

const postgresAudit = (connections: PostgresConnections): Later<AuditStore> => ({
  add: (line) => connections.write(async (tx) => void (await tx.insert(audit).values(line))),
  all: async () => connections.db.select().from(audit).orderBy(asc(audit.id)),
  drop: (what, before) =>
    connections.write(
      async (tx) => void (await tx.delete(audit).where(and(eq(audit.what, what), lt(audit.at, before)))),
    ),
});

const postgresSettings = (connections: PostgresConnections): Later<SettingStore> => ({
  get: async (key) =>
    (await connections.db.select().from(settings).where(eq(settings.key, key)))[0]?.value ?? null,
  set: (key, value) =>
    connections.write(
      async (tx) =>
        void (await tx
          .insert(settings)
          .values({ key, value })
          .onConflictDoUpdate({ target: settings.key, set: { value } })),
    ),
  add: (key, value) =>
    connections.write(async (tx) => void (await tx.insert(settings).values({ key, value }))),
  startingWith: async (prefix) =>
    connections.db
      .select()
      .from(settings)
      .where(like(settings.key, `${prefix}%`)),
  remove: (key) =>
    connections.write(async (tx) => void (await tx.delete(settings).where(eq(settings.key, key)))),
});

const postgresFiles = (connections: PostgresConnections): Later<FileStore> => ({
  names: async (prefix) =>
    connections.db
      .select({ name: files.name, at: files.at })
      .from(files)
      .where(like(files.name, `${prefix}%`))
      .orderBy(asc(files.at), asc(files.name)),
  get: async (name) =>
    (await connections.db.select({ bytes: files.bytes }).from(files).where(eq(files.name, name)))[0]?.bytes ??
    null,
  put: (name, bytes, at) =>
    connections.write(
      async (tx) => void (await tx.insert(files).values({ name, bytes, at }).onConflictDoNothing()),
    ),
  remove: (name) =>
    connections.write(async (tx) => void (await tx.delete(files).where(eq(files.name, name)))),
});

type Whole = Later<Pick<Store, 'throwAway' | 'dropUnfinished' | 'scrub' | 'lastWritten' | 'close'>> & {
  /** Frees the room of what was deleted without stopping anybody. */
  tidy(): Promise<void>;
};

const vacuum = (connections: PostgresConnections, statement: string) => connections.long.query(statement);

const postgresWhole = (connections: PostgresConnections): Whole => ({
  throwAway: (of) =>
    connections.writeLong(async (tx) => {
      // In this order: the log's trigger asks the register whether it is a rehearsal.
      await tx.delete(facts).where(eq(facts.stream, of));
      await tx.delete(storedStates).where(eq(storedStates.stream, of));
      await tx.delete(seats).where(eq(seats.stream, of));
      await tx.delete(streams).where(eq(streams.id, of));
    }),
  dropUnfinished: () =>
    connections.writeLong(async (tx) => {
      // As text: a letter that JSON allows and PostgreSQL does not must not keep the server from starting.
      await tx.execute(sql`DELETE FROM seats WHERE NOT EXISTS (
        SELECT FROM facts WHERE facts.stream = seats.stream AND type = 'seatTaken'
          AND position('"seat":' || to_json(seats.id)::text IN data) > 0)`);
      await tx.execute(
        sql`DELETE FROM streams WHERE NOT EXISTS (SELECT FROM facts WHERE facts.stream = streams.id)`,
      );
      // Of a rehearsal that was thrown away while its state was being written.
      await tx.execute(sql`DELETE FROM stored_states WHERE stream NOT IN (SELECT id FROM streams)`);
    }),
  tidy: async () => void (await vacuum(connections, 'VACUUM facts, seats, stored_states, streams')),
  async scrub() {
    await vacuum(connections, 'VACUUM FULL facts, seats, stored_states, streams');
    // Photographs are too much to be written again; keys are sealed.
    await vacuum(connections, 'VACUUM files');
  },
  async lastWritten() {
    const { rows } = await connections.pool.query<{
      at: number;
    }>(`SELECT greatest(0, (SELECT max(at) FROM facts),
      (SELECT max(created_at) FROM streams), (SELECT max(at) FROM audit)) AS at`);
    return rows[0]?.at ?? 0;
  },
  close: () => connections.close(),
});

/** As `PostgresConnections.open`. */
export async function openPostgres(...of: Parameters<typeof PostgresConnections.open>) {
  const connections = await PostgresConnections.open(...of);
  return {
    log: postgresLog(connections),
    streams: postgresStreams(connections),
    states: postgresStates(connections),
    seats: postgresSeats(connections),
    accounts: postgresAccounts(connections),
    audit: postgresAudit(connections),
    settings: postgresSettings(connections),
    files: postgresFiles(connections),
    whole: postgresWhole(connections),
  };
}
export type PostgresTables = Awaited<ReturnType<typeof openPostgres>>;
