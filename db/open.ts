/** Opens the data folder: one SQLite file, durable at every commit, migrated, and never newer than the program. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { projectRoot } from '../src/server/files/project-root';
import * as schema from './schema';

export type SqliteDatabase = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

const migrationsFolder = join(projectRoot, 'db/migrations');

/** The reasons why a data folder could not be opened, in words that tell a technician what to do. */
export class CannotOpen extends Error {
  constructor(
    readonly why:
      | 'newer'
      | 'locked'
      | 'read_only'
      | 'full'
      | 'failing'
      | 'damaged'
      | 'missing'
      | 'other_folder'
      | 'refused'
      | 'unreachable',
    message: string,
  ) {
    super(message);
  }
}

const REASONS: [CannotOpen['why'], RegExp][] = [
  ['locked', /^SQLITE_(BUSY|LOCKED)/],
  ['read_only', /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/],
  // On a full disk SQLite cannot create its shared-memory file.
  ['full', /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/],
  ['damaged', /^SQLITE_(CORRUPT|NOTADB)/],
  ['failing', /^(SQLITE_IOERR|EIO)/],
];

/** SQLite does not say why a file cannot be opened; the operating system does. */
function askSystem(file: string): string | undefined {
  try {
    closeSync(openSync(file, 'a'));
    return undefined;
  } catch (e) {
    return (e as { code?: string }).code;
  }
}

/** Turns an error of the disk into one of our reasons; anything else is thrown again. */
export function cannotOpen(e: unknown, file: string): CannotOpen {
  if (e instanceof CannotOpen) return e;
  // Drizzle wraps SQLite's error.
  const said = (e as { cause?: unknown }).cause ?? e;
  let code = (said as { code?: string }).code ?? '';
  if (code.startsWith('SQLITE_CANTOPEN')) code = askSystem(file) ?? code;
  const reason = REASONS.find(([, shape]) => shape.test(code))?.[0];
  if (!reason) throw e;
  return new CannotOpen(reason, `${file}: ${said instanceof Error ? said.message : String(said)}`);
}

/**
 * Sets `synchronous=FULL` at every open: a reopened WAL file otherwise reads NORMAL and a power cut loses answers.
 * Throws CannotOpen.
 */
export function openDatabase(file: string, options: { mustExist?: boolean } = {}): SqliteDatabase {
  if (options.mustExist && file !== ':memory:' && !existsSync(file))
    throw new CannotOpen('missing', `${file} is not there`);
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const whole = closedWhole(file);
    const client = new Database(file, { timeout: 2000 });
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
    client.pragma('secure_delete = ON');
    refuseNewer(client, file);
    if (!whole) refuseDamaged(client, file);
    rmSync(markOf(file), { force: true });
    copyBeforeUpgrade(client, file);
    const db = drizzle(client, { schema });
    migrate(db, { migrationsFolder });
    return db as SqliteDatabase;
  } catch (e) {
    throw cannotOpen(e, file);
  }
}

/** For reading a file that another process has open. Throws CannotOpen. */
export function readDatabase(file: string): SqliteDatabase {
  try {
    const client = new Database(file, { readonly: true, fileMustExist: true, timeout: 2000 });
    return drizzle(client, { schema }) as SqliteDatabase;
  } catch (e) {
    throw cannotOpen(e, file);
  }
}

/** Beside a file that was closed with nothing left to write back: what the file was like then. */
const markOf = (file: string): string => `${file}-closed`;

function likenessOf(file: string): string {
  const { ino, size, mtimeMs } = statSync(file);
  return `${ino} ${size} ${mtimeMs}`;
}

/** Says that the file is whole. To be called when all is written back and it is closed. */
export function markClosed(file: string): void {
  try {
    writeFileSync(markOf(file), likenessOf(file));
  } catch {
    // Its pages are checked at the next start.
  }
}

/** True if nothing was left to write back, and it is the same file as it was then: not a copy, which may be torn. */
function closedWhole(file: string): boolean {
  try {
    const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
    return !log?.size && readFileSync(markOf(file), 'utf8') === likenessOf(file);
  } catch {
    return false;
  }
}

/** A torn page is reported at the start, not found later in the middle of somebody's text. */
function refuseDamaged(client: Database.Database, file: string): void {
  const said = client.pragma('quick_check(1)', { simple: true });
  if (said !== 'ok') throw new CannotOpen('damaged', `${file}: ${String(said)}`);
}

const newest = (): number => readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;

/** The time of the last migration applied to this file; null for a new file. */
function reached(client: Database.Database): number | null {
  const table = client.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!table) return null;
  return client.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() as number | null;
}

/** The older version's file is kept beside it, so that one can go back to that version. */
function copyBeforeUpgrade(client: Database.Database, file: string): void {
  const at = reached(client);
  if (at === null || at >= newest() || file === ':memory:') return;
  // Another version would not use them.
  if (client.prepare("SELECT 1 FROM sqlite_master WHERE name = 'stored_states'").get())
    client.exec('DELETE FROM stored_states');
  const copy = `${file}.before-upgrade-${at}`;
  if (!existsSync(copy)) client.prepare('VACUUM INTO ?').run(copy);
}

/** Also for a copy that is checked before it is put in place. */
export function refuseNewer(client: Database.Database, file: string): void {
  if ((reached(client) ?? 0) > newest())
    throw new CannotOpen('newer', `${file} was written by a newer version of Cerchi`);
}
