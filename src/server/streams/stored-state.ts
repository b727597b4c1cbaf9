/**
 * The folded state of a stream, kept encrypted beside the log: a start folds only the facts after it. What does not fit the log
 * or the program is ignored, and the log is folded as if it were not there (decision 54).
 */
import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRawSync } from 'node:zlib';
import type { Fact, StreamState } from '@/domain/deed';
import type { StateStore } from '../database/store';
import type { AuthorKeys } from '../log/author-keys';
import type { Audience } from './audience-view';

const deflate = promisify(deflateRaw);

/**
 * The table of stored states, and the keys that encrypt them. `program`: names the one that folds, since another may fold the same
 * log to another state.
 */
export type StateKeeping = { store: StateStore; keys: AuthorKeys; program: string };

/** The small part, which says what the others are. */
type Head = {
  seq: number;
  /** Of the fact with that number: another log has another one. */
  cmd: string;
  at: number;
  latestAt: number;
  unsigned: { epoch: number; facts: number; unopened: number };
  audiences: Audience[];
  /** Bytes of each piece that follows. */
  sizes: number[];
};

/** Everything that a stream holds in memory after it has folded its log up to `seq`. */
export type FoldedStream<S extends StreamState> = Pick<
  Head,
  'seq' | 'cmd' | 'at' | 'latestAt' | 'unsigned'
> & {
  state: S;
  folds: Partial<Record<Audience, S>>;
  /** By number: the history hash. */
  chains: number[];
  /** By number: the author and id of the command of each fact; its id alone where nobody can tell the author. */
  asked: string[];
};

/** A state whose JSON is longer than this, in characters, is not stored: to read it would take one turn too long. */
export const LONGEST = 6_000_000;

const HEAD_SIZE = 4;

/** The length of what is encrypted is a multiple of this, since its exact length would tell a little of what is in it. */
const BLOCK = 64 * 1024;

/** Deflated and encrypted; null where the stream has no key. `texts`: JSON of the state, then of each audience's. */
export async function sealState<S extends StreamState>(
  { keys, program }: StateKeeping,
  stream: string,
  epoch: number,
  head: Omit<Head, 'sizes'>,
  texts: readonly string[],
  { chains, asked }: Pick<FoldedStream<S>, 'chains' | 'asked'>,
): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  for (const text of [...texts, JSON.stringify(chains), JSON.stringify(asked)])
    pieces.push(await deflate(text, { level: constants.Z_BEST_SPEED }));
  const first = Buffer.from(JSON.stringify({ ...head, sizes: pieces.map((p) => p.length) } satisfies Head));
  const size = Buffer.alloc(HEAD_SIZE);
  size.writeUInt32LE(first.length);
  const plain = Buffer.concat([size, first, ...pieces]);
  const padded = Buffer.concat([plain], Math.ceil(plain.length / BLOCK) * BLOCK);
  return keys.sealBytes(stream, epoch, about(head.seq, program), padded);
}

/** Reads a stored state piece by piece, so that other work is let through; null where there is none that can be used. */
export function* readState<S extends StreamState>(
  { store, keys, program }: StateKeeping,
  stream: string,
): Generator<undefined, FoldedStream<S> | null> {
  try {
    const row = store.get(stream);
    const plain = row && keys.openBytes(stream, row.epoch, about(row.seq, program), row.bytes);
    if (!plain) return null;
    let at = HEAD_SIZE + plain.readUInt32LE();
    const { sizes, audiences, ...head } = JSON.parse(plain.toString('utf8', HEAD_SIZE, at)) as Head;
    const next = function* (): Generator<undefined, unknown> {
      yield;
      const end = at + (sizes.shift() ?? 0);
      const text = inflateRawSync(plain.subarray(at, end)).toString();
      at = end;
      yield;
      return JSON.parse(text);
    };
    const state = (yield* next()) as S;
    const folds: Partial<Record<Audience, S>> = {};
    for (const audience of audiences) folds[audience] = (yield* next()) as S;
    const chains = (yield* next()) as number[];
    const asked = (yield* next()) as string[];
    yield;
    return { ...head, state, folds, chains, asked };
  } catch {
    // Whatever is wrong with it, the log has everything.
    return null;
  }
}

/** True if the log's fact with that number is the one after which the state was stored. */
export const follows = (
  { seq, cmd, at }: Pick<Head, 'seq' | 'cmd' | 'at'>,
  fact: Fact | undefined,
): boolean => fact?.seq === seq && fact.cmd === cmd && fact.at === at;

const about = (seq: number, program: string): string => `state ${seq} ${program}`;
