/** All that a store is asked for, as PostgreSQL answers it: the same calls, each with a promise. */
import { and, asc, eq, getTableColumns, isNotNull, like, lt, sql } from 'drizzle-orm';
import { audit, facts, files, seats, settings, streams } from '../../../db/postgres/schema';
import { postgresAccounts } from './postgres-accounts';
import { postgresLog } from './postgres-log';
import { PostgresSession } from './postgres-session';
import type { FileStore } from '../files/sealed-files';
import type { AuditStore, Later, SeatStore, SettingStore, Store, StreamStore } from './store';

const { n, ...stream } = getTableColumns(streams);

function postgresStreams(session: PostgresSession): Later<StreamStore> {
  const one = async (where: ReturnType<typeof eq>) =>
    (await session.db.select(stream).from(streams).where(where))[0] ?? null;
  return {
    all: async () => session.db.select(stream).from(streams).orderBy(asc(n)),
    byId: (id) => one(eq(streams.id, id)),
    byCode: (code) => one(eq(streams.code, code)),
    add: (row) => session.write(async (tx) => void (await tx.insert(streams).values(row))),
    remove: (id) => session.write(async (tx) => void (await tx.delete(streams).where(eq(streams.id, id)))),
  };
}

function postgresSeats(session: PostgresSession): Later<SeatStore> {
  const { db } = session;
  const one = (of: string, id: string) => and(eq(seats.id, id), eq(seats.stream, of));
  return {
    of: async (of) => db.select().from(seats).where(eq(seats.stream, of)),
    add: (row) => session.write(async (tx) => void (await tx.insert(seats).values(row))),
    remove: (of, id) => session.write(async (tx) => void (await tx.delete(seats).where(one(of, id)))),
    change: (of, id, to) =>
      session.write(async (tx) => void (await tx.update(seats).set(to).where(one(of, id)))),
    emptyAll: (of, erasedAt, rev) =>
      session.write(
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

const postgresAudit = (session: PostgresSession): Later<AuditStore> => ({
  add: (line) => session.write(async (tx) => void (await tx.insert(audit).values(line))),
  all: async () => session.db.select().from(audit).orderBy(asc(audit.id)),
  drop: (what, before) =>
    session.write(
      async (tx) => void (await tx.delete(audit).where(and(eq(audit.what, what), lt(audit.at, before)))),
    ),
});

const postgresSettings = (session: PostgresSession): Later<SettingStore> => ({
  get: async (key) =>
    (await session.db.select().from(settings).where(eq(settings.key, key)))[0]?.value ?? null,
  set: (key, value) =>
    session.write(
      async (tx) =>
        void (await tx
          .insert(settings)
          .values({ key, value })
          .onConflictDoUpdate({ target: settings.key, set: { value } })),
    ),
  add: (key, value) => session.write(async (tx) => void (await tx.insert(settings).values({ key, value }))),
  startingWith: async (prefix) =>
    session.db
      .select()
      .from(settings)
      .where(like(settings.key, `${prefix}%`)),
  remove: (key) => session.write(async (tx) => void (await tx.delete(settings).where(eq(settings.key, key)))),
});

const postgresFiles = (session: PostgresSession): Later<FileStore> => ({
  names: async (prefix) =>
    session.db
      .select({ name: files.name, at: files.at })
      .from(files)
      .where(like(files.name, `${prefix}%`))
      .orderBy(asc(files.at), asc(files.name)),
  get: async (name) =>
    (await session.db.select({ bytes: files.bytes }).from(files).where(eq(files.name, name)))[0]?.bytes ??
    null,
  put: (name, bytes, at) =>
    session.write(
      async (tx) => void (await tx.insert(files).values({ name, bytes, at }).onConflictDoNothing()),
    ),
  remove: (name) => session.write(async (tx) => void (await tx.delete(files).where(eq(files.name, name)))),
});

type Whole = Later<Pick<Store, 'throwAway' | 'dropUnfinished' | 'scrub' | 'lastWritten' | 'close'>> & {
  /** Frees the room of what was deleted without stopping anybody. */
  tidy(): Promise<void>;
};

const vacuum = (session: PostgresSession, statement: string) => session.long.query(statement);

const postgresWhole = (session: PostgresSession): Whole => ({
  throwAway: (of) =>
    session.writeLong(async (tx) => {
      // In this order: the log's trigger asks the register whether it is a rehearsal.
      await tx.delete(facts).where(eq(facts.stream, of));
      await tx.delete(seats).where(eq(seats.stream, of));
      await tx.delete(streams).where(eq(streams.id, of));
    }),
  dropUnfinished: () =>
    session.writeLong(async (tx) => {
      // As text: a letter that JSON allows and PostgreSQL does not must not keep the server from starting.
      await tx.execute(sql`DELETE FROM seats WHERE NOT EXISTS (
        SELECT FROM facts WHERE facts.stream = seats.stream AND type = 'seatTaken'
          AND position('"seat":' || to_json(seats.id)::text IN data) > 0)`);
      await tx.execute(
        sql`DELETE FROM streams WHERE NOT EXISTS (SELECT FROM facts WHERE facts.stream = streams.id)`,
      );
    }),
  tidy: async () => void (await vacuum(session, 'VACUUM facts, seats, streams')),
  async scrub() {
    await vacuum(session, 'VACUUM FULL facts, seats, streams');
    // Photographs are too much to be written again; keys are sealed.
    await vacuum(session, 'VACUUM files');
  },
  async lastWritten() {
    const { rows } = await session.pool.query<{ at: number }>(`SELECT greatest(0, (SELECT max(at) FROM facts),
      (SELECT max(created_at) FROM streams), (SELECT max(at) FROM audit)) AS at`);
    return rows[0]?.at ?? 0;
  },
  close: () => session.close(),
});

/** As `PostgresSession.open`. */
export async function openPostgres(...of: Parameters<typeof PostgresSession.open>) {
  const session = await PostgresSession.open(...of);
  return {
    log: postgresLog(session),
    streams: postgresStreams(session),
    seats: postgresSeats(session),
    accounts: postgresAccounts(session),
    audit: postgresAudit(session),
    settings: postgresSettings(session),
    files: postgresFiles(session),
    whole: postgresWhole(session),
  };
}
export type PostgresTables = Awaited<ReturnType<typeof openPostgres>>;
