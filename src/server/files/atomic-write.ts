/** Writes a file so that a power cut leaves it whole or not there at all. */
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A rename is safe only once its folder is; where folders can't be synced (Windows) the system sees to it. */
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
