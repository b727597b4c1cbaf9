/**
 * Takes the data folder for the only server: locks out a second one, opens the files, and removes what a crash left
 * half done.
 */
import { holdFolder } from '../../../db/folder-lock';
import { join } from 'node:path';
import { CannotOpen, cannotOpen } from '../../../db/open';
import { keepPrivate, makePrivate } from '../files/private-files';
import { bringFiles } from '../files/shared-files';
import { overwrite } from '../log/author-keys';
import { FINGERPRINT, fingerprintOf, readSecret } from '../files/secret';
import { isPostgres, openPostgresStore, startStoreThread } from './postgres-store';
import { openStore, readSqliteStore } from './sqlite-store';
import type { Store } from './store';
import { StoreError } from './store-thread';

export type DataFolder = { store: Store; secret: string; letGo: () => void };

/** On failure, releases the lock and throws CannotOpen. `held`: releases a folder that is held already. */
export function takeFolder(folder: string, database: string, held?: () => void): DataFolder {
  keepPrivate();
  const letGo = held ?? holdFolder(folder);
  try {
    makePrivate(folder);
    const store = isPostgres(database) ? onServer(folder, database) : openStore(database);
    store.dropUnfinished();
    return { store, secret: readSecret(folder), letGo };
  } catch (e) {
    letGo();
    throw cannotOpen(e, folder);
  }
}

/** The setting of a database that has the files of its first folder. */
export const BROUGHT = 'files.brought';

/** Reasons that the thread gives itself. */
const OWN = ['locked', 'newer', 'other_folder'] as const;
/** PostgreSQL's codes for a user, a password or a database that it does not accept. */
const REFUSED = /^(28|3D|42501)/;

/**
 * The store on a database server, with what is kept outside it in the folder. A database belongs to the folder that took
 * it first; with any other nothing is changed. Throws CannotOpen, which never names the address.
 */
export function onServer(folder: string, database: string, reading = false): Store {
  try {
    const keys = join(folder, 'keys');
    const store = openPostgresStore(database, keys, fingerprintOf(folder), reading);
    if (reading) return store;
    readSecret(folder);
    if (store.settings.get(FINGERPRINT) === null)
      store.settings.add(FINGERPRINT, fingerprintOf(folder) ?? '');
    const { files, settings } = store;
    if (files) bringFiles(files, folder, { first: settings.get(BROUGHT) === null, remove: overwrite });
    if (settings.get(BROUGHT) === null) settings.add(BROUGHT, '1');
    return store;
  } catch (e) {
    throw storeFailure(e);
  }
}

/** Turns an error of the store's thread into one of our reasons. */
export function storeFailure(e: unknown): unknown {
  if (!(e instanceof StoreError)) return e;
  const said = OWN.find((why) => why === e.code);
  return new CannotOpen(said ?? (REFUSED.test(e.code) ? 'refused' : 'unreachable'), e.message);
}

/** The database of a running server, for another process. `address`: the store's. Throws CannotOpen. */
export async function readStore(folder: string, address: string): Promise<Store> {
  if (!isPostgres(address)) return readSqliteStore(address);
  await startStoreThread();
  return onServer(folder, address, true);
}
