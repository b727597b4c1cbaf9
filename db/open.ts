/** Opens the data folder: one SQLite file, durable at every commit, migrated, and never newer than the program. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import * as schema from './schema';

export type Store = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

/** Why a data folder could not be opened, in words a technician can act upon. */
export class CannotOpen extends Error {
  constructor(
    readonly why: 'newer' | 'locked' | 'read_only' | 'damaged' | 'missing',
    message: string,
  ) {
    super(message);
  }
}

const reasonOf = (e: unknown): CannotOpen => {
  const code = (e as { code?: string }).code ?? '';
  const message = e instanceof Error ? e.message : String(e);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new CannotOpen('locked', message);
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'EACCES' ||
    code === 'EROFS' ||
    code === 'SQLITE_CANTOPEN'
  )
    return new CannotOpen('read_only', message);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new CannotOpen('damaged', message);
  throw e;
};

/**
 * `synchronous=FULL` is set at every open: a reopened WAL file otherwise reads NORMAL and a power cut loses answers.
 * Throws CannotOpen.
 */
export function openStore(file: string, options: { mustExist?: boolean } = {}): Store {
  if (options.mustExist && file !== ':memory:' && !existsSync(file))
    throw new CannotOpen('missing', `${file} is not there`);
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const client = new Database(file, { timeout: 2000 });
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
    client.pragma('secure_delete = ON');
    refuseNewer(client);
    const db = drizzle(client, { schema });
    migrate(db, { migrationsFolder });
    return db as Store;
  } catch (e) {
    if (e instanceof CannotOpen) throw e;
    throw reasonOf(e);
  }
}

function refuseNewer(client: Database.Database): void {
  const known = readMigrationFiles({ migrationsFolder });
  const newest = known.at(-1)?.folderMillis ?? 0;
  const table = client.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!table) return;
  const row = client.prepare('SELECT max(created_at) AS at FROM __drizzle_migrations').get() as {
    at: number | null;
  };
  if ((row.at ?? 0) > newest)
    throw new CannotOpen('newer', 'this data folder was written by a newer version of Cerchi');
}
