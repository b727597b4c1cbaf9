/** Accounts, their devices and one-time links on SQLite. */
import { and, eq, isNull, lt, ne } from 'drizzle-orm';
import type { SqliteDatabase } from '../../../db/open';
import { accounts, entries, links } from '../../../db/schema';
import type { AccountStore } from './store';

export const sqliteAccounts = (db: SqliteDatabase): AccountStore => ({
  any: () => db.select({ id: accounts.id }).from(accounts).limit(1).get() !== undefined,
  all: () => db.select().from(accounts).all(),
  byId: (id) => db.select().from(accounts).where(eq(accounts.id, id)).get() ?? null,
  byName: (name) => db.select().from(accounts).where(eq(accounts.name, name)).get() ?? null,
  add: (row) => void db.insert(accounts).values(row).run(),
  change: (id, to) => void db.update(accounts).set(to).where(eq(accounts.id, id)).run(),

  addLink: (row) => void db.insert(links).values(row).run(),
  allLinks: () => db.select().from(links).all(),
  link: (hash) => db.select().from(links).where(eq(links.hash, hash)).get() ?? null,
  spendLink: (hash, at) =>
    db
      .update(links)
      .set({ usedAt: at })
      .where(and(eq(links.hash, hash), isNull(links.usedAt)))
      .run().changes === 1,
  spendLinks: (purpose, at) =>
    void db
      .update(links)
      .set({ usedAt: at })
      .where(and(eq(links.purpose, purpose), isNull(links.usedAt)))
      .run(),
  dropLinks: (expiredBefore) => void db.delete(links).where(lt(links.expiresAt, expiredBefore)).run(),

  allEntries: () => db.select().from(entries).all(),
  entry: (id) => db.select().from(entries).where(eq(entries.id, id)).get() ?? null,
  addEntry: (row) => void db.insert(entries).values(row).run(),
  endEntry: (account, id, at) =>
    void db
      .insert(entries)
      .values({ id, account, device: '', at, endedAt: at })
      .onConflictDoUpdate({
        target: entries.id,
        set: { endedAt: at },
        setWhere: eq(entries.account, account),
      })
      .run(),
  endEntries: (account, at, but) =>
    void db
      .update(entries)
      .set({ endedAt: at })
      .where(and(eq(entries.account, account), isNull(entries.endedAt), ne(entries.id, but)))
      .run(),
  openEntries: (account) =>
    db
      .select()
      .from(entries)
      .where(and(eq(entries.account, account), isNull(entries.endedAt)))
      .all(),
  dropEntries: (before) => void db.delete(entries).where(lt(entries.at, before)).run(),
});
