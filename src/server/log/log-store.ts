/** The append-only log behind every stream: one small interface, and the form in which any database stores a line. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Fact } from '@/domain/deed';
import { jsonSlices } from '@/protocol/json-slices';

/** `line`: what is stored of the fact, where it was made before the batch is written. */
export type LogRow = { stream: string; fact: Fact; line?: StoredLine };

/** Facts after which a stored state of their stream is deleted, because it holds what was just withheld, erased or forgotten. */
const WITHHOLDS = /(?:Flagged|Hidden|Cleared|Erased|Forgotten)$/;
export const withholds = (type: string): boolean => WITHHOLDS.test(type);

/** Kept small; one contract suite runs against every implementation. */
export interface LogStore {
  /**
   * All lines or none, durable when it returns; with them, the stored states go that hold what a line withholds. Throws if a number is already there, or would leave a gap. Command
   * idempotency is the stream's work, which remembers all commands.
   */
  append(lines: readonly LogRow[]): void | Promise<void>;
  /**
   * The stream's facts after `seq`, in order, each as written. Throws at a line whose check fails. A line from before
   * lines had a check cannot be verified, and passes through `unsealed`.
   */
  since(stream: string, seq: number, unsealed?: (fact: Fact) => Fact): Iterable<Fact>;
  /** The only maintenance path: replaces the data of existing lines, all or none, and deletes the stored state. Only erasure calls it. */
  rewrite(stream: string, data: ReadonlyMap<number, unknown>): void;
  /** Replaces the encrypted authors of existing lines, all or none, when a key is exchanged, and deletes the stored state. */
  reseal(stream: string, authors: ReadonlyMap<number, string>): void;
  /** By stream: the number and the time (epoch ms) of its last line, found without reading the others. Empty streams are left out. */
  lastLines(): Map<string, { seq: number; at: number }>;
}

/** A line's columns in the order in which they are sealed. */
export type Columns = [
  seq: number,
  type: string,
  v: number,
  at: number,
  by: Fact['by'],
  via: string | null,
  origin: Fact['origin'],
  saidAt: number | null,
  cmd: string,
  data: string,
];
/** `seal` is null in a line from before lines were sealed. */
export type StoredLine = [...Columns, seal: number | null];

/**
 * Maximum page size. Reading row by row makes start-up slow. The first page is small because some callers want one row.
 */
const PAGE = 1024;

/**
 * A torn page that the disk returns as whole, a flipped bit, a manual change to the file: the check differs in each
 * case.
 */
export function sealOf(
  stream: string,
  [seq, type, v, at, by, via, origin, saidAt, cmd, data]: Columns | StoredLine,
): number {
  return crc32(`${stream} ${seq} ${type} ${v} ${at} ${by} ${via} ${origin} ${saidAt} ${cmd} ${data}`);
}

const columnsOf = (fact: Fact, data: string): Columns => {
  const { seq, type, v, at, by, via = null, origin, saidAt = null, cmd } = fact;
  return [seq, type, v, at, by, via, origin, saidAt, cmd, data];
};

/** A fact as the line that is stored. */
export function storedLine({ stream, fact, line }: LogRow): StoredLine {
  if (line) return line;
  const columns = columnsOf(fact, JSON.stringify(fact.data));
  return [...columns, sealOf(stream, columns)];
}

/** Milliseconds of making JSON after which other work of the server is let through. */
const SLICE = 10;

/** The JSON of data with thousands of things, made in several turns of the server; `made` hears each piece. */
export async function jsonInTurns(data: object, made: (piece: string) => void = () => {}): Promise<string> {
  const pieces: string[] = [];
  await nextTurn();
  let began = performance.now();
  for (const piece of jsonSlices(data)) {
    pieces.push(piece);
    made(piece);
    if (performance.now() - began < SLICE) continue;
    await nextTurn();
    began = performance.now();
  }
  const json = pieces.join('');
  // Whatever is done with all of it has a turn of its own.
  await nextTurn();
  return json;
}

/** The same line of a fact with thousands of things, made in several turns of the server. */
export async function storedLineInTurns(stream: string, fact: Fact): Promise<StoredLine> {
  let seal = sealOf(stream, columnsOf(fact, ''));
  const json = await jsonInTurns(fact.data as object, (piece) => {
    seal = crc32(piece, seal);
  });
  return [...columnsOf(fact, json), seal];
}

/** The same line with other data or another author. A line that had no check before must not get one now. */
export function changedLine(
  stream: string,
  line: StoredLine,
  to: { data?: unknown; by?: string },
): StoredLine {
  const changed: StoredLine = [...line];
  if (to.by !== undefined) changed[4] = to.by;
  if ('data' in to) changed[9] = JSON.stringify(to.data);
  changed[10] = line[10] === null ? null : sealOf(stream, changed);
  return changed;
}

/** A row of `lastLines`. */
export type LastLine = { stream: string; seq: number; at: number };

export const lastLinesIn = (rows: readonly LastLine[]): Map<string, { seq: number; at: number }> =>
  new Map(rows.map(({ stream, seq, at }) => [stream, { seq, at }]));

function factOf([seq, type, v, at, by, via, origin, saidAt, cmd, data]: StoredLine): Fact {
  const fact: Fact = { seq, type, v, at, by, origin, cmd, data: JSON.parse(data) as unknown };
  if (via !== null) fact.via = via;
  if (saidAt !== null) fact.saidAt = saidAt;
  return fact;
}

/** Facts from pages of lines, as `LogStore.since` promises them. `page` reads up to `limit` lines after a number, in order. */
export function* factsIn(
  page: (after: number, limit: number) => StoredLine[],
  stream: string,
  seq: number,
  unsealed: (fact: Fact) => Fact = (fact) => fact,
): Generator<Fact> {
  let after = seq;
  for (let limit = 8; ; limit = Math.min(limit * 8, PAGE)) {
    const lines = page(after, limit);
    for (const line of lines) {
      const seal = line[10];
      if (seal !== null && seal !== sealOf(stream, line))
        throw new Error(`${stream}: fact ${line[0]} is damaged, it is not as it was written`);
      yield seal === null ? unsealed(factOf(line)) : factOf(line);
    }
    if (lines.length < limit) return;
    after = lines.at(-1)?.[0] ?? after;
  }
}
