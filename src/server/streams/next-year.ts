/** Opens the path of the following year, once: a second click finds the one that is there. */
import type { Actor } from '@/domain/deed';
import { yearAfter } from '@/domain/programming/next-year';
import { saidAlong } from '@/domain/programming/source-text';
import { type Refusal, refuse } from '@/domain/refusal';
import { createPath } from './create-stream';
import { gatheringsOf } from './path-gatherings';
import type { Streams, StreamRow } from './streams';

type Opened = StreamRow | { already: string } | Refusal;
/** Openings in progress, by the path they come from: two clicks share one answer. */
const underWay = new WeakMap<Streams, Map<string, Promise<Opened>>>();

/** The path that was opened from this one and still exists, or null. */
export function successorOf(streams: Streams, before: StreamRow): StreamRow | null {
  const comesFrom = (row: StreamRow): boolean => {
    const path = streams.path(row).whole();
    return path.inherited?.path === before.id && path.discarded === null;
  };
  const paths = streams.all().filter((row) => row.kind === 'path');
  return streams.readable(paths).find(comesFrom) ?? null;
}

/** `words` replace the texts of the year before. */
export function openYearAfter(
  streams: Streams,
  before: StreamRow,
  words: object,
  actor: Actor,
): Promise<Opened> {
  const waiting = underWay.get(streams) ?? new Map<string, Promise<Opened>>();
  underWay.set(streams, waiting);
  const first = waiting.get(before.id);
  if (first) return first.then((row) => ('code' in row ? { already: row.code } : row));
  const opening = begin(streams, before, words, actor).finally(() => waiting.delete(before.id));
  waiting.set(before.id, opening);
  return opening;
}

async function begin(streams: Streams, before: StreamRow, words: object, actor: Actor): Promise<Opened> {
  const there = successorOf(streams, before);
  if (there) return { already: there.code };
  const path = streams.path(before).whole();
  const left = yearAfter(path, saidAlong(path, gatheringsOf(streams, before)));
  return left ? createPath(streams, { ...left, ...words }, actor) : refuse('unknown_code');
}
