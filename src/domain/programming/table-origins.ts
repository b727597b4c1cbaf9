/** A work table's past: its form before this year, and how it changed. From its own history, never from a label. */
import type { Path, WorkTable } from './state';

export const BECAME = ['invariato', 'rinominato', 'nuovo', 'fuso', 'diviso', 'chiuso'] as const;

export function whatBecame(t: WorkTable): (typeof BECAME)[number] {
  if (t.closed) return 'chiuso';
  if (t.cameBy === 'merge') return 'fuso';
  if (t.cameBy === 'split') return 'diviso';
  if (!t.existing) return 'nuovo';
  return t.names.length > 0 || t.objects.length > 0 ? 'rinominato' : 'invariato';
}

export type Origin = { id: string; name: string; object: string };
/** Its own first name and object, or those of the tables it comes from; empty for a new table. */
export function originsOf(path: Path, t: WorkTable): Origin[] {
  if (t.predecessors.length > 0)
    return t.predecessors.flatMap((id) => {
      const from = path.tables[id];
      return from ? [{ id, name: from.name, object: from.object }] : [];
    });
  if (!t.existing) return [];
  return [{ id: t.id, name: t.names[0]?.words ?? t.name, object: t.objects[0]?.words ?? t.object }];
}
