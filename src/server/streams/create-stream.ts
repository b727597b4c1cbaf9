/**
 * Creates a stream: filed under a fresh code, with its first fact on the log. If the fact is refused, nothing remains.
 */
import { nanoid } from 'nanoid';
import type { Actor } from '@/domain/deed';
import { type Refusal, refuse } from '@/domain/refusal';
import type { Streams, StreamRow } from './streams';

/** `path`: the id of the path it is opened within. */
export type NewGathering = { path: string | null; rehearsal: boolean };

export function createGathering(
  streams: Streams,
  { path, rehearsal }: NewGathering,
  ask: object,
  actor: Actor,
): Promise<StreamRow | Refusal> {
  const row = { ...fresh(streams), kind: 'gathering', path, demo: false, rehearsal } as const;
  // The request's own values for a rehearsal are kept, so that nonsense is refused and not silently corrected.
  return begin(streams, row, 'openGathering', { rehearsal, ...ask, gathering: row.id, path }, actor);
}

export function createPath(streams: Streams, ask: object, actor: Actor): Promise<StreamRow | Refusal> {
  const row = { ...fresh(streams), kind: 'path', path: null, demo: false } as const;
  return begin(streams, row, 'openPath', { ...ask, path: row.id }, actor);
}

const fresh = (streams: Streams) => ({ id: nanoid(14), code: streams.index.freshCode() });

async function begin(
  streams: Streams,
  asked: Parameters<Streams['index']['file']>[0],
  type: string,
  ask: object,
  actor: Actor,
): Promise<StreamRow | Refusal> {
  const row = streams.index.file(asked);
  const first = { id: nanoid(14), type, ask: { ...ask, code: row.code } };
  const answer = await streams.stream(row).submit(first, actor);
  if (answer.ok) return row;
  streams.drop(row);
  return refuse(answer.refused, answer.detail);
}
