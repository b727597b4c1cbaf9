/** The data folder's secret: it seals cookies and recovery codes, and only the process's user can read it. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './atomic-write';

/** Makes the secret at the first start. Throws when the folder cannot be read or written. */
export function readSecret(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // Without it every phone would lose its seat, so it must survive a power cut.
    writeAtomically(file, randomBytes(48).toString('base64url'), 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}
