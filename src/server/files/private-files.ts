/** Makes the server's files readable by its own user only: folders 0700, files 0600, whatever its umask at start. */
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * From now on, files made by this process are private to its user. Does nothing where there are no modes, or in a
 * worker thread.
 */
export function keepPrivate(): void {
  try {
    process.umask(0o077);
  } catch {
    // A worker cannot change the umask of its process.
  }
}

/**
 * Tightens files that an earlier version, or a looser umask, left readable by others. Entries we may not change stay as
 * they are.
 */
export function makePrivate(folder: string): void {
  if (process.platform === 'win32' || !existsSync(folder)) return;
  const change = (path: string, mode: number) => {
    try {
      chmodSync(path, mode);
    } catch {
      // Another user's file, or a disk without modes.
    }
  };
  change(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makePrivate(path);
    else if (entry.isFile()) change(path, 0o600);
  }
}
