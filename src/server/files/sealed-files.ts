/** Files that a database keeps for whoever takes it over, and the seal over keys among them. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Names are those in the folder, such as `photos/….webp`; of the journal each line is one, named by its hash. */
export interface FileStore {
  /** With the time at which they were put, in epoch ms; the oldest first. */
  names(prefix: string): { name: string; at: number }[];
  get(name: string): Uint8Array | null;
  /** Puts it, or leaves the one that is there. */
  put(name: string, bytes: Uint8Array, at: number): void;
  remove(name: string): void;
}

export const KEYS = 'keys/';

const NONCE = 12;
const TAG = 16;
const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'cerchi keys', 32));

/** Whoever has the database, or a copy of it, and not the secret, can't use these bytes. */
export function sealFile(secret: string, name: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  cipher.setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when it was sealed by another secret, or under another name. */
export function openFile(secret: string, name: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
}
