/** The store in one SQLite file. */
import { dirname, join, resolve } from 'node:path';
import { markClosed, openDatabase, readDatabase, type SqliteDatabase } from '../../../db/open';
import { upgradeAuthors } from '../log/author-upgrade';
import { sqliteAccounts } from './sqlite-accounts';
import { sqliteLog } from './sqlite-log';
import { sqliteAudit, sqliteSeats, sqliteSettings, sqliteStates, sqliteStreams } from './sqlite-tables';
import type { Store } from './store';

/** `$client` is for tests and for operations that only files have: copies, and the upgrade of old ones. */
export type SqliteStore = Store & { readonly $client: SqliteDatabase['$client'] };

/**
 * A stream is filed, and a seat's label written, a moment before its fact. If the server stopped in between, nobody was
 * answered, and the remainder belongs to nothing.
 */
const UNFINISHED = `
  DELETE FROM seats WHERE id NOT IN (
    SELECT json_extract(data, '$.seat') FROM facts WHERE type = 'seatTaken' AND json_extract(data, '$.seat') IS NOT NULL);
  DELETE FROM streams WHERE NOT EXISTS (SELECT 1 FROM facts WHERE stream = streams.id);`;

/** Throws CannotOpen. */
export function openStore(file: string, options: { mustExist?: boolean } = {}): SqliteStore {
  return storeIn(openDatabase(file, options));
}

/**
 * Beside a running server: every write throws, and nothing is upgraded or checked. Each query reads by itself, so that no
 * lock outlives it. Throws CannotOpen.
 */
export function readSqliteStore(file: string): Store {
  const db = readDatabase(file);
  return { ...storeIn(db), upgradeAuthors: () => 0, close: () => void db.$client.close() };
}

function storeIn(db: SqliteDatabase): SqliteStore {
  const client = db.$client;
  const checkpoint = () => void client.pragma('wal_checkpoint(TRUNCATE)');
  const newest = (table: string, column: string) =>
    client.prepare(`SELECT coalesce(max(${column}), 0) FROM ${table}`).pluck().get() as number;
  const changes = client.prepare('SELECT total_changes()').pluck();
  const dropFacts = client.prepare('DELETE FROM facts WHERE stream = ?');
  const dropState = client.prepare('DELETE FROM stored_states WHERE stream = ?');
  const dropSeats = client.prepare('DELETE FROM seats WHERE stream = ?');
  const dropStream = client.prepare('DELETE FROM streams WHERE id = ?');
  const throwAway = client.transaction((stream: string) => {
    // In this order: the log's trigger asks the register whether it is a rehearsal.
    dropFacts.run(stream);
    dropState.run(stream);
    dropSeats.run(stream);
    dropStream.run(stream);
  });
  const { name, memory } = client;
  const file = memory || name === '' || name === ':memory:' ? null : name;
  return {
    $client: client,
    log: sqliteLog(db),
    streams: sqliteStreams(db),
    states: sqliteStates(db),
    seats: sqliteSeats(db),
    accounts: sqliteAccounts(db),
    audit: sqliteAudit(db),
    settings: sqliteSettings(db),
    files: null,
    keyFolder: file && join(dirname(file), 'keys'),
    address: file && resolve(file),
    throwAway(stream) {
      throwAway.immediate(stream);
      // The WAL beside the database must hold nothing of it either.
      checkpoint();
    },
    dropUnfinished: () => void client.exec(UNFINISHED),
    scrub() {
      client.pragma('temp_store = MEMORY');
      checkpoint();
      client.exec('VACUUM');
      checkpoint();
    },
    changes: () => changes.get() as number,
    lastWritten: () =>
      Math.max(newest('facts', 'at'), newest('streams', 'created_at'), newest('audit', 'at')),
    upgradeAuthors: (keys, now) => upgradeAuthors(client, keys, now),
    // The data folder is held for as long as the process lives.
    owned: () => true,
    whenLost: () => {},
    close() {
      checkpoint();
      client.close();
      if (file) markClosed(file);
    },
  };
}
