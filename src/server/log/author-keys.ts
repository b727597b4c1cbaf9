/**
 * The keys that encrypt the authors of unsigned facts: one file each, outside the database and every copy, and
 * destroyed in time.
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder, writeAtomically } from '../files/atomic-write';
import { type FileStore, KEYS, sealFile } from '../files/sealed-files';

/** A person, and the account that acted for them. */
export type Author = { by: string; via?: string };

/**
 * A stored line with an encrypted author has this in `by`: `~epoch.` and a text that only the key of that epoch
 * decrypts.
 */
const MARK = '~';
export const isSealedAuthor = (by: string | null): by is string => by?.startsWith(MARK) ?? false;
export const epochOf = (sealed: string): number => Number.parseInt(sealed.slice(1), 10);

const NONCE = 12;
const TAG = 16;
/** The plaintext has the same length for everybody, because the length of an id would identify people. */
const BLOCK = 32;

const TAGGED = { authTagLength: TAG };

/** Keys as the cipher takes them: to prepare one for each of thousands of lines takes a quarter of a start's decrypting. */
const ready = new WeakMap<Buffer, KeyObject>();
function prepared(key: Buffer): KeyObject {
  const kept = ready.get(key) ?? createSecretKey(key);
  ready.set(key, kept);
  return kept;
}

/** The nonce, the text, and the tag that only this key and `about` agree with. */
function encrypted(key: Buffer, about: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** A key's file name is `stream.epoch.random-letters`. */
const NAME = /^(.+)\.(\d+)\.[\w-]+$/;

export class AuthorKeys {
  /** By stream and epoch: the last key encrypts, any of them decrypts. */
  private readonly known = new Map<string, Buffer[]>();

  /** `folder` null: the keys live in memory only. `shared`: where other processes find them, and the secret that seals them. */
  constructor(
    private readonly folder: string | null,
    private readonly shared: { files: FileStore; secret: string } | null = null,
  ) {}

  /**
   * Encrypts an author for one line. Makes the epoch's first key, durable before this returns. Throws the disk's error.
   */
  seal(stream: string, epoch: number, seq: number, author: Author): string {
    const key = this.of(stream, epoch).at(-1) ?? this.add(stream, epoch);
    const plain = Buffer.from(author.via === undefined ? author.by : `${author.by} ${author.via}`);
    const padded = Buffer.alloc(Math.ceil(plain.length / BLOCK) * BLOCK, ' ');
    plain.copy(padded);
    return `${MARK}${epoch}.${encrypted(key, `${stream} ${seq}`, padded).toString('base64url')}`;
  }

  /** Encrypts more than an author, by the same key; null where this epoch has none. `about` must be given again to decrypt it. */
  sealBytes(stream: string, epoch: number, about: string, plain: Uint8Array): Buffer | null {
    const key = this.of(stream, epoch).at(-1);
    return key ? encrypted(key, `${stream} ${about}`, plain) : null;
  }

  /** Null where no key of this epoch decrypts it. */
  openBytes(stream: string, epoch: number, about: string, sealed: Uint8Array): Buffer | null {
    return this.decrypted(stream, epoch, about, sealed);
  }

  /** The author, or null where no key decrypts it. */
  open(stream: string, seq: number, sealed: string): Author | null {
    const bytes = Buffer.from(sealed.slice(sealed.indexOf('.') + 1), 'base64url');
    const plain = this.decrypted(stream, epochOf(sealed), `${seq}`, bytes);
    if (!plain) return null;
    const [by = '', via] = plain.toString().trimEnd().split(' ');
    return via === undefined ? { by } : { by, via };
  }

  private decrypted(stream: string, epoch: number, about: string, bytes: Uint8Array): Buffer | null {
    const end = bytes.length - TAG;
    if (end <= NONCE) return null;
    for (const key of this.of(stream, epoch)) {
      const decipher = createDecipheriv('aes-256-gcm', prepared(key), bytes.subarray(0, NONCE), TAGGED);
      decipher.setAAD(Buffer.from(`${stream} ${about}`));
      decipher.setAuthTag(bytes.subarray(end));
      try {
        const plain = decipher.update(bytes.subarray(NONCE, end));
        // It throws where the tag is not that of this key and of what it is about.
        decipher.final();
        return plain;
      } catch {
        // Another key of this epoch may decrypt it.
      }
    }
    return null;
  }

  has(stream: string, epoch: number): boolean {
    return this.of(stream, epoch).length > 0;
  }

  /** True if this epoch has one key, and no other key of the stream is left that should have been destroyed. */
  hasOnly(stream: string, epoch: number): boolean {
    if (this.of(stream, epoch).length !== 1) return false;
    if (this.folder !== null) return this.filesOf(stream).length === 1;
    return [...this.known].every(
      ([name, keys]) => keys.length === 0 || name === `${stream} ${epoch}` || !name.startsWith(`${stream} `),
    );
  }

  /** One more key of this epoch, which encrypts from now on; earlier ones still decrypt their own lines. */
  add(stream: string, epoch: number): Buffer {
    const keys = this.of(stream, epoch);
    const key = randomBytes(32);
    if (this.folder !== null) {
      if (!existsSync(this.folder)) {
        mkdirSync(this.folder, { recursive: true, mode: 0o700 });
        chmodSync(this.folder, 0o700);
        syncFolder(dirname(this.folder));
      }
      const name = `${stream}.${epoch}.${randomBytes(6).toString('base64url')}`;
      if (this.shared) {
        const { files, secret } = this.shared;
        files.put(`${KEYS}${name}`, sealFile(secret, `${KEYS}${name}`, key), Date.now());
      }
      writeAtomically(join(this.folder, name), key, 0o600);
    }
    keys.push(key);
    return key;
  }

  /**
   * Destroys all keys of a stream that `which` picks: their lines can never be decrypted again. Returns how many there
   * were.
   */
  destroy(stream: string, which: (epoch: number, last: boolean) => boolean = () => true): number {
    let gone = 0;
    for (const [file, epoch, key] of this.filesOf(stream)) {
      const last = this.of(stream, epoch).at(-1)?.equals(key) ?? false;
      if (!which(epoch, last)) continue;
      this.shared?.files.remove(`${KEYS}${basename(file)}`);
      overwrite(file);
      gone += 1;
    }
    for (const [name, keys] of this.known) {
      const [of = '', epoch = ''] = name.split(' ');
      if (of !== stream) continue;
      const kept = keys.filter((_, i) => !which(Number(epoch), i === keys.length - 1));
      if (this.folder === null) gone += keys.length - kept.length;
      this.known.set(name, kept);
    }
    if (gone > 0 && this.folder !== null) syncFolder(this.folder);
    return gone;
  }

  /** Every stream that has a key, with the time of its newest, epoch milliseconds. */
  streams(): Map<string, number> {
    const found = new Map<string, number>();
    for (const name of this.names()) {
      const stream = NAME.exec(name)?.[1] ?? '';
      const at = statSync(join(this.folder ?? '', name)).mtimeMs;
      found.set(stream, Math.max(found.get(stream) ?? 0, at));
    }
    return found;
  }

  private names(): string[] {
    if (this.folder === null || !existsSync(this.folder)) return [];
    return readdirSync(this.folder).filter((name) => NAME.test(name) && !name.endsWith('.part'));
  }

  private filesOf(stream: string): [file: string, epoch: number, key: Buffer][] {
    return this.names().flatMap((name) => {
      const [, of, epoch] = NAME.exec(name) ?? [];
      const file = join(this.folder ?? '', name);
      return of === stream ? [[file, Number(epoch), readFileSync(file)] as const] : [];
    }) as [string, number, Buffer][];
  }

  /** Read once; the oldest first. */
  private of(stream: string, epoch: number): Buffer[] {
    const name = `${stream} ${epoch}`;
    let keys = this.known.get(name);
    if (!keys) {
      keys = this.filesOf(stream)
        .filter(([, of]) => of === epoch)
        .sort(([a], [b]) => statSync(a).mtimeMs - statSync(b).mtimeMs)
        .map(([, , key]) => key);
      this.known.set(name, keys);
    }
    return keys;
  }
}

/** Its bytes are overwritten before the file is removed, as far as the disk allows. */
export function overwrite(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    writeSync(fd, randomBytes(statSync(file).size));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  rmSync(file);
}
