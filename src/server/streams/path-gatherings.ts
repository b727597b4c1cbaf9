/** A path and its gatherings: which belong to it, and the notes that planners may look up in them. */
import type { Lookup } from '@/domain/deed';
import type { Gathering } from '@/domain/gathering/state';
import { lookIn } from '@/domain/programming/reference-lookup';
import type { Path } from '@/domain/programming/state';
import type { StreamRow } from './stream-index';

/** The part of the streams used here; they pass themselves in, so that this file does not depend on them. */
type Streams = {
  index: { byId(id: string): StreamRow | null };
  /** All but those set aside because their log could not be folded. */
  all(): StreamRow[];
  gathering(row: StreamRow): { whole(): Gathering };
  path(row: StreamRow): { whole(): Path };
};

/**
 * The gatherings of a path, in the order of their opening: those opened within it, and those its meetings name.
 * Rehearsals are never among them.
 */
export function gatheringRows(streams: Streams, path: StreamRow): StreamRow[] {
  const named = new Set(
    Object.values(streams.path(path).whole().meetings).flatMap((m) => (m.removed ? [] : (m.gathering ?? []))),
  );
  return streams
    .all()
    .filter((r) => r.kind === 'gathering' && !r.rehearsal && (r.path === path.id || named.has(r.id)));
}

export const gatheringsOf = (streams: Streams, path: StreamRow): Gathering[] =>
  gatheringRows(streams, path).map((r) => streams.gathering(r).whole());

/** The paths that a gathering belongs to; a path belongs to itself. */
export function pathsOf(streams: Streams, row: StreamRow): StreamRow[] {
  if (row.kind === 'path') return [row];
  return streams
    .all()
    .filter((p) => p.kind === 'path' && gatheringRows(streams, p).some((g) => g.id === row.id));
}

/** Planners' evidence quotes notes: this finds each note where it was written, on this path only. */
export function lookupAlong(streams: Streams, path: StreamRow): Lookup {
  return (ref) => {
    const row = streams.index.byId(ref.split('/', 1)[0] ?? '');
    if (row?.kind !== 'gathering' || row.rehearsal) return null;
    const ours = row.path === path.id || gatheringRows(streams, path).some((r) => r.id === row.id);
    return ours ? lookIn(streams.gathering(row).whole(), ref) : null;
  };
}
