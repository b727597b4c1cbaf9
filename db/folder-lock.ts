/**
 * Locks a data folder for one server, since two would each fold a log that the other writes; and a build for one process.
 * The operating system releases the lock when the process dies.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CannotOpen, cannotOpen } from './open';

/** Takes the lock, or throws CannotOpen `locked`; returns the function that releases it. */
export function holdFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (e) {
    throw cannotOpen(e, folder);
  }
  return holdFile(join(folder, 'in-use'), folder);
}

/**
 * The same for a file that is only a lock, made where it is not there. `what`: what is held, for the error. Waits for the lock
 * at most `waitMs`, and blocks this thread meanwhile.
 */
export function holdFile(file: string, what: string, waitMs = 0): () => void {
  let lock: Database.Database | null = null;
  try {
    lock = new Database(file, { timeout: waitMs });
    lock.pragma('journal_mode = MEMORY');
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return () => void held.close();
  } catch (e) {
    lock?.close();
    const why = cannotOpen(e, file);
    throw why.why === 'locked' ? new CannotOpen('locked', `another process holds ${what}`) : why;
  }
}
