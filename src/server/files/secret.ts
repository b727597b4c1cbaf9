/** The data folder's secret: it seals cookies and recovery codes, and only the process's user can read it. */
import { createHmac, randomBytes } from 'node:crypto';
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

/** The setting in which a database on a server keeps the fingerprint of its folder's secret. */
export const FINGERPRINT = 'secret.fingerprint';

/** Tells one secret from another and gives neither away; null for a folder that has none yet. */
export function fingerprintOf(folder: string): string | null {
  if (!existsSync(join(folder, 'secret'))) return null;
  return createHmac('sha256', readSecret(folder)).update(FINGERPRINT).digest('base64url');
}
