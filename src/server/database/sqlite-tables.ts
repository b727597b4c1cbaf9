/** The register, the stored states, the seats, the trail and the settings on SQLite. */
import { and, asc, eq, isNotNull, like, lt } from 'drizzle-orm';
import type { SqliteDatabase } from '../../../db/open';
import { audit, seats, settings, storedStates, streams } from '../../../db/schema';
import type { AuditStore, SeatStore, SettingStore, StateStore, StreamStore } from './store';

export const sqliteStreams = (db: SqliteDatabase): StreamStore => ({
  all: () => db.select().from(streams).all(),
  byId: (id) => db.select().from(streams).where(eq(streams.id, id)).get() ?? null,
  byCode: (code) => db.select().from(streams).where(eq(streams.code, code)).get() ?? null,
  add: (row) => void db.insert(streams).values(row).run(),
  remove: (id) =>
    void db.transaction((tx) => {
      tx.delete(storedStates).where(eq(storedStates.stream, id)).run();
      tx.delete(streams).where(eq(streams.id, id)).run();
    }),
});

export const sqliteStates = (db: SqliteDatabase): StateStore => ({
  get: (stream) => db.select().from(storedStates).where(eq(storedStates.stream, stream)).get() ?? null,
  put: ({ bytes, ...row }) => {
    const values = { ...row, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    db.insert(storedStates)
      .values(values)
      .onConflictDoUpdate({ target: storedStates.stream, set: values })
      .run();
  },
  remove: (stream) => void db.delete(storedStates).where(eq(storedStates.stream, stream)).run(),
});

export function sqliteSeats(db: SqliteDatabase): SeatStore {
  const one = (stream: string, id: string) => and(eq(seats.id, id), eq(seats.stream, stream));
  return {
    of: (stream) => db.select().from(seats).where(eq(seats.stream, stream)).all(),
    add: (row) => void db.insert(seats).values(row).run(),
    remove: (stream, id) => void db.delete(seats).where(one(stream, id)).run(),
    change: (stream, id, to) => void db.update(seats).set(to).where(one(stream, id)).run(),
    emptyAll: (stream, erasedAt, rev) =>
      void db
        .update(seats)
        .set({ label: null, recoveryHash: null, erasedAt, rev })
        .where(and(eq(seats.stream, stream), isNotNull(seats.label)))
        .run(),
    byRecovery: (stream, recoveryHash) =>
      db
        .select()
        .from(seats)
        .where(and(eq(seats.stream, stream), eq(seats.recoveryHash, recoveryHash)))
        .get() ?? null,
  };
}

export const sqliteAudit = (db: SqliteDatabase): AuditStore => ({
  add: (line) => void db.insert(audit).values(line).run(),
  all: () => db.select().from(audit).orderBy(asc(audit.id)).all(),
  drop: (what, before) =>
    void db
      .delete(audit)
      .where(and(eq(audit.what, what), lt(audit.at, before)))
      .run(),
});

export const sqliteSettings = (db: SqliteDatabase): SettingStore => ({
  get: (key) => db.select().from(settings).where(eq(settings.key, key)).get()?.value ?? null,
  set: (key, value) =>
    void db
      .insert(settings)
      .values({ key, value })
      .onConflictDoUpdate({ target: settings.key, set: { value } })
      .run(),
  add: (key, value) => void db.insert(settings).values({ key, value }).run(),
  startingWith: (prefix) =>
    db
      .select()
      .from(settings)
      .where(like(settings.key, `${prefix}%`))
      .all(),
  remove: (key) => void db.delete(settings).where(eq(settings.key, key)).run(),
});
