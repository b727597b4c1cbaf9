/** Compresses one snapshot of a stream for everybody who joins late, and keeps it for a moment under a secret key. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { nanoid } from 'nanoid';
import type { Audience } from './audience-view';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A snapshot this recent is used again, with the facts since. In milliseconds. */
const REUSE_MS = 2000;
/** A device on a slow link may fetch a snapshot that was named this long ago. In milliseconds. */
const KEEP_MS = 60_000;
/**
 * Limit for all streams together: beyond it the oldest are dropped, and devices that ask for one get the state over the
 * socket.
 */
const KEEP_MOST = 40;

export type Encoding = 'br' | 'gzip' | 'identity';
type StoredSnapshot = {
  key: string;
  /** Its stream and audience. */
  of: string;
  seq: number;
  /** The revision of people's labels in it. */
  rev: number;
  at: number;
  text: string;
  bodies: Partial<Record<Encoding, Promise<Buffer>>>;
};

export class SnapshotStore {
  /** By key, oldest first. */
  private readonly kept = new Map<string, StoredSnapshot>();
  /** By stream and audience. */
  private readonly latest = new Map<string, StoredSnapshot>();
  /** By stream: how often its older snapshots were dropped. */
  private readonly drops = new Map<string, number>();

  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** The snapshot that `recent` would give without making one. */
  reusable(stream: string, audience: Audience): Pick<StoredSnapshot, 'seq' | 'rev' | 'key'> | null {
    const last = this.latest.get(`${stream}:${audience}`);
    return last && this.clock() - last.at < REUSE_MS ? last : null;
  }

  /** The snapshot with this key, if it is of this stream and audience and can still be fetched. */
  named(key: string, stream: string, audience: Audience): Pick<StoredSnapshot, 'seq' | 'rev' | 'key'> | null {
    const kept = this.kept.get(key);
    return kept?.of === `${stream}:${audience}` ? kept : null;
  }

  /** The number and key of a recent snapshot; `make` is called only when there is none. */
  recent(
    stream: string,
    audience: Audience,
    make: () => Pick<StoredSnapshot, 'seq' | 'rev' | 'text'>,
  ): Pick<StoredSnapshot, 'seq' | 'rev' | 'key'> {
    const now = this.clock();
    const name = `${stream}:${audience}`;
    const last = this.reusable(stream, audience);
    if (last) return last;
    const made: StoredSnapshot = { ...make(), key: nanoid(24), of: name, at: now, bodies: {} };
    this.latest.set(name, made);
    this.kept.set(made.key, made);
    for (const [key, old] of this.kept)
      if (this.kept.size > KEEP_MOST || now - old.at > KEEP_MS) this.kept.delete(key);
      else break;
    return made;
  }

  /** Something was withheld or erased: no older snapshot of this stream may be served. */
  forget(stream: string): void {
    this.drops.set(stream, this.forgotten(stream) + 1);
    for (const name of this.latest.keys()) if (name.startsWith(`${stream}:`)) this.latest.delete(name);
    for (const [key, { of }] of this.kept) if (of.startsWith(`${stream}:`)) this.kept.delete(key);
  }

  /** Number that changes at every call of `forget` for this stream. */
  forgotten(stream: string): number {
    return this.drops.get(stream) ?? 0;
  }

  /** The bytes, compressed once off this thread for all who ask; null when it is no longer kept. */
  body(key: string, encoding: Encoding): Promise<Buffer> | null {
    const kept = this.kept.get(key);
    if (!kept) return null;
    const made = kept.bodies[encoding] ?? compress(kept.text, encoding);
    kept.bodies[encoding] = made;
    return made;
  }
}

async function compress(text: string, encoding: Encoding): Promise<Buffer> {
  const raw = Buffer.from(text);
  if (encoding === 'identity') return raw;
  if (encoding === 'gzip') return zip(raw, { level: 6 });
  return brotli(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  });
}
