/** Accounts, their devices and one-time links on PostgreSQL. */
import { and, asc, eq, getTableColumns, isNull, lt, ne } from 'drizzle-orm';
import { accounts, entries, links } from '../../../db/postgres/schema';
import type { PostgresConnections } from './postgres-connections';
import type { AccountStore, Later } from './store';

const { n, ...account } = getTableColumns(accounts);

export function postgresAccounts(connections: PostgresConnections): Later<AccountStore> {
  const { db } = connections;
  const write: PostgresConnections['write'] = (work) => connections.write(work);
  const first = async <T>(rows: Promise<T[]>): Promise<T | null> => (await rows)[0] ?? null;
  return {
    any: async () => (await db.select({ id: accounts.id }).from(accounts).limit(1)).length > 0,
    all: async () => db.select(account).from(accounts).orderBy(asc(n)),
    byId: (id) => first(db.select(account).from(accounts).where(eq(accounts.id, id)).execute()),
    byName: (name) => first(db.select(account).from(accounts).where(eq(accounts.name, name)).execute()),
    add: (row) => write(async (tx) => void (await tx.insert(accounts).values(row))),
    change: (id, to) =>
      write(async (tx) => void (await tx.update(accounts).set(to).where(eq(accounts.id, id)))),

    addLink: (row) => write(async (tx) => void (await tx.insert(links).values(row))),
    allLinks: async () => db.select().from(links),
    link: (hash) => first(db.select().from(links).where(eq(links.hash, hash)).execute()),
    spendLink: (hash, at) =>
      write(async (tx) => {
        const done = await tx
          .update(links)
          .set({ usedAt: at })
          .where(and(eq(links.hash, hash), isNull(links.usedAt)))
          .returning({ hash: links.hash });
        return done.length === 1;
      }),
    spendLinks: (purpose, at) =>
      write(
        async (tx) =>
          void (await tx
            .update(links)
            .set({ usedAt: at })
            .where(and(eq(links.purpose, purpose), isNull(links.usedAt)))),
      ),
    dropLinks: (expiredBefore) =>
      write(async (tx) => void (await tx.delete(links).where(lt(links.expiresAt, expiredBefore)))),

    allEntries: async () => db.select().from(entries),
    entry: (id) => first(db.select().from(entries).where(eq(entries.id, id)).execute()),
    addEntry: (row) => write(async (tx) => void (await tx.insert(entries).values(row))),
    endEntry: (account, id, at) =>
      write(
        async (tx) =>
          void (await tx
            .insert(entries)
            .values({ id, account, device: '', at, endedAt: at })
            .onConflictDoUpdate({
              target: entries.id,
              set: { endedAt: at },
              setWhere: eq(entries.account, account),
            })),
      ),
    endEntries: (account, at, but) =>
      write(
        async (tx) =>
          void (await tx
            .update(entries)
            .set({ endedAt: at })
            .where(and(eq(entries.account, account), isNull(entries.endedAt), ne(entries.id, but)))),
      ),
    openEntries: async (account) =>
      db
        .select()
        .from(entries)
        .where(and(eq(entries.account, account), isNull(entries.endedAt))),
    dropEntries: (before) =>
      write(async (tx) => void (await tx.delete(entries).where(lt(entries.at, before)))),
  };
}
