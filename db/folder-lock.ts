/**
 * Locks a data folder for one server: two would each fold a log that the other writes. The operating system releases
 * the lock when the process dies.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CannotOpen, cannotOpen } from './open';

/** Takes the lock, or throws CannotOpen `locked`; returns the function that releases it. */
export function holdFolder(folder: string): () => void {
  const file = join(folder, 'in-use');
  try {
    mkdirSync(folder, { recursive: true });
    const lock = new Database(file, { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return () => void lock.close();
  } catch (e) {
    const why = cannotOpen(e, file);
    throw why.why === 'locked' ? new CannotOpen('locked', `another process holds ${folder}`) : why;
  }
}
