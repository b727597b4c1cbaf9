/**
 * Takes the data folder for the only server: locks out a second one, opens the files, and removes what a crash left
 * half done.
 */
import { holdFolder } from '../../../db/hold';
import { cannotOpen } from '../../../db/open';
import { keepPrivate, makePrivate } from '../files/private-files';
import { readSecret } from '../files/secret';
import { openStore, type SqliteStore } from './sqlite-store';

export type DataFolder = { store: SqliteStore; secret: string; letGo: () => void };

/** On failure, releases the lock and throws CannotOpen. */
export function takeFolder(folder: string, database: string): DataFolder {
  keepPrivate();
  const letGo = holdFolder(folder);
  try {
    makePrivate(folder);
    const store = openStore(database);
    store.dropUnfinished();
    return { store, secret: readSecret(folder), letGo };
  } catch (e) {
    letGo();
    throw cannotOpen(e, folder);
  }
}
