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
  /** Those that can be loaded. */
  readable(rows: readonly StreamRow[]): StreamRow[];
  gathering(row: StreamRow): { whole(): Gathering };
  path(row: StreamRow): { whole(): Path };
};

/** Says of each gathering if it belongs to a path: opened within it, or named by one of its meetings. A rehearsal never does. */
function belongsTo(streams: Streams, path: StreamRow): (row: StreamRow) => boolean {
  let named: Set<string> | null = null;
  const isNamed = (id: string): boolean => {
    named ??= new Set(
      Object.values(streams.path(path).whole().meetings).flatMap((m) =>
        m.removed ? [] : (m.gathering ?? []),
      ),
    );
    return named.has(id);
  };
  return (r) => r.kind === 'gathering' && !r.rehearsal && (r.path === path.id || isNamed(r.id));
}

/** The gatherings of a path that can be loaded, in the order of their opening. */
export const gatheringRows = (streams: Streams, path: StreamRow): StreamRow[] =>
  streams.readable(streams.all().filter(belongsTo(streams, path)));

export const gatheringsOf = (streams: Streams, path: StreamRow): Gathering[] =>
  gatheringRows(streams, path).map((r) => streams.gathering(r).whole());

/** The paths that a gathering belongs to; a path belongs to itself. */
export function pathsOf(streams: Streams, row: StreamRow): StreamRow[] {
  if (row.kind === 'path') return [row];
  const paths = streams.all().filter((p) => p.kind === 'path');
  return streams.readable(paths).filter((p) => belongsTo(streams, p)(row));
}

/** Planners' evidence quotes notes: this finds each note where it was written, on this path only. */
export function lookupAlong(streams: Streams, path: StreamRow): Lookup {
  return (ref) => {
    const row = streams.index.byId(ref.split('/', 1)[0] ?? '');
    if (!row || !belongsTo(streams, path)(row)) return null;
    return lookIn(streams.gathering(row).whole(), ref);
  };
}
