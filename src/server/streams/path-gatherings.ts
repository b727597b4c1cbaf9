/** A path and its gatherings: which are whose, and what planners may look up in them. */
import type { Lookup } from '@/domain/deed';
import type { Gathering } from '@/domain/gathering/state';
import { lookIn } from '@/domain/programming/look';
import type { Streams, StreamRow } from './streams';

/**
 * The gatherings of a path: those opened within it, and those its meetings name. In the order of their opening.
 * What was only rehearsed is never among them.
 */
export function gatheringRows(rooms: Streams, path: StreamRow): StreamRow[] {
  const named = new Set(
    Object.values(rooms.path(path).whole().meetings).flatMap((m) => (m.removed ? [] : (m.gathering ?? []))),
  );
  return rooms
    .all()
    .filter((r) => r.kind === 'gathering' && !r.rehearsal && (r.path === path.id || named.has(r.id)));
}

export const gatheringsOf = (rooms: Streams, path: StreamRow): Gathering[] =>
  gatheringRows(rooms, path).map((r) => rooms.gathering(r).whole() as Gathering);

/** The paths that a gathering belongs to; a path belongs to itself. */
export function pathsOf(rooms: Streams, row: StreamRow): StreamRow[] {
  if (row.kind === 'path') return [row];
  return rooms.all().filter((p) => p.kind === 'path' && gatheringRows(rooms, p).some((g) => g.id === row.id));
}

/** Planners' evidence keeps the words said: this finds them where they were said, on this path only. */
export function lookupAlong(rooms: Streams, path: StreamRow): Lookup {
  return (ref) => {
    const row = rooms.register.byId(ref.split('/', 1)[0] ?? '');
    if (row?.kind !== 'gathering' || row.rehearsal) return null;
    const ours = row.path === path.id || gatheringRows(rooms, path).some((r) => r.id === row.id);
    return ours ? lookIn(rooms.gathering(row).whole() as Gathering, ref) : null;
  };
}
