/**
 * Takes the data folder for the only server: locks out a second one, opens the files, and removes what a crash left
 * half done.
 */
import type Database from 'better-sqlite3';
import { holdFolder } from '../../../db/hold';
import { cannotOpen, openStore, type Store } from '../../../db/open';
import { keepPrivate, makePrivate } from './private-files';
import { readSecret } from './secret';

export type DataFolder = { store: Store; secret: string; letGo: () => void };

/** On failure, releases the lock and throws CannotOpen. */
export function takeFolder(folder: string, database: string): DataFolder {
  keepPrivate();
  const letGo = holdFolder(folder);
  try {
    makePrivate(folder);
    const store = openStore(database);
    sweep(store.$client);
    return { store, secret: readSecret(folder), letGo };
  } catch (e) {
    letGo();
    throw cannotOpen(e, folder);
  }
}

/**
 * A stream is filed, and a seat's label written, a moment before its fact. If the server stopped in between, nobody was
 * answered, and the remainder belongs to nothing.
 */
function sweep(client: Database.Database): void {
  client.exec(`
    DELETE FROM seats WHERE id NOT IN (
      SELECT json_extract(data, '$.seat') FROM facts WHERE type = 'seatTaken' AND json_extract(data, '$.seat') IS NOT NULL);
    DELETE FROM streams WHERE id NOT IN (SELECT DISTINCT stream FROM facts);`);
}
