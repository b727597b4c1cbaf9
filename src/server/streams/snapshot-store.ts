/**
 * Compresses one snapshot of a stream for everybody who joins late, and keeps it for a moment under a secret key. A page may
 * name one that is made only when a device asks for it.
 */
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

type Made = Pick<StoredSnapshot, 'seq' | 'rev' | 'key'>;
/** A key that was named before there was a snapshot; `making` since a device has asked for it. */
type NamedSnapshot = Pick<StoredSnapshot, 'key' | 'of' | 'at'> & {
  make: (key: string) => Promise<Made>;
  making: Promise<void> | null;
};

export class SnapshotStore {
  /** By key, oldest first. */
  private readonly kept = new Map<string, StoredSnapshot>();
  /** By key, oldest first: named, and not yet made. */
  private readonly ahead = new Map<string, NamedSnapshot>();
  /** By stream and audience. */
  private readonly latest = new Map<string, StoredSnapshot>();
  /** By stream: how often its older snapshots were dropped. */
  private readonly drops = new Map<string, number>();

  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** The snapshot that `recent` would give without making one. */
  reusable(stream: string, audience: Audience): Made | null {
    const last = this.latest.get(`${stream}:${audience}`);
    return last && this.clock() - last.at < REUSE_MS ? last : null;
  }

  /** The snapshot with this key, if it is of this stream and audience and can still be fetched. */
  named(key: string, stream: string, audience: Audience): Made | null {
    const kept = this.kept.get(key);
    return kept?.of === `${stream}:${audience}` ? kept : null;
  }

  /** The number and key of a recent snapshot; `make` is called only when there is none, and that one has this key. */
  recent(
    stream: string,
    audience: Audience,
    make: () => Pick<StoredSnapshot, 'seq' | 'rev' | 'text'>,
    key = nanoid(24),
  ): Made {
    const now = this.clock();
    const name = `${stream}:${audience}`;
    const last = this.reusable(stream, audience);
    if (last) return last;
    const made: StoredSnapshot = { ...make(), key, of: name, at: now, bodies: {} };
    this.latest.set(name, made);
    this.keep(made);
    return made;
  }

  private keep(made: StoredSnapshot): void {
    this.kept.set(made.key, made);
    dropOld(this.kept, this.clock());
  }

  /**
   * The key of a recent snapshot, or of one that `make` gives, as `recent` does, once a device asks for it: in a hall that
   * loads its pages again nearly all hold a state, and it is never made.
   */
  keyAhead(stream: string, audience: Audience, make: (key: string) => Promise<Made>): string {
    const last = this.reusable(stream, audience);
    if (last) return last.key;
    const now = this.clock();
    const of = `${stream}:${audience}`;
    for (const named of this.ahead.values())
      if (named.of === of && now - named.at < REUSE_MS) return named.key;
    const named: NamedSnapshot = { key: nanoid(24), of, at: now, make, making: null };
    this.ahead.set(named.key, named);
    dropOld(this.ahead, now);
    return named.key;
  }

  /** Resolves when a snapshot that was only named is there, or can't be made; at once for any other key. */
  async made(key: string): Promise<void> {
    const named = this.ahead.get(key);
    if (!named || this.clock() - named.at > KEEP_MS) return;
    named.making ??= this.make(named)
      .catch(() => {})
      .finally(() => {
        named.making = null;
      });
    await named.making;
  }

  private async make(named: NamedSnapshot): Promise<void> {
    const { key } = await named.make(named.key);
    const made = this.kept.get(key);
    // Something may have been withheld meanwhile.
    if (!this.ahead.delete(named.key) || !made || key === named.key) return;
    this.keep({ ...made, key: named.key, at: this.clock() });
  }

  /** Something was withheld or erased: no older snapshot of this stream may be served. */
  forget(stream: string): void {
    this.drops.set(stream, this.forgotten(stream) + 1);
    for (const name of this.latest.keys()) if (name.startsWith(`${stream}:`)) this.latest.delete(name);
    for (const map of [this.kept, this.ahead])
      for (const [key, { of }] of map) if (of.startsWith(`${stream}:`)) map.delete(key);
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

/** `map`: oldest first. */
function dropOld(map: Map<string, { at: number }>, now: number): void {
  for (const [key, { at }] of map)
    if (map.size > KEEP_MOST || now - at > KEEP_MS) map.delete(key);
    else break;
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
