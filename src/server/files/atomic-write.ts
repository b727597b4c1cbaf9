/** Writes a file so that after a power cut it is either whole or not there. */
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A rename is durable only once its folder is synced; where folders cannot be synced (Windows) the system does it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

export function writeAtomically(file: string, bytes: string | Uint8Array, mode = 0o666): void {
  writeFileSync(`${file}.part`, bytes, { mode, flush: true });
  renameSync(`${file}.part`, file);
  syncFolder(dirname(file));
}
