/** Binds deeds to the path's state, and defines what many of them share: rights, and the history of changes. */
import { deedOf, type Fact } from '../deed';
import { type Refusal, refuse } from '../refusal';
import type { Path, Thing } from './state';

export const deed = deedOf<Path>();

/** Planners and owners. Facilitators read a path and change nothing of it. */
export const PLANNERS = ['planner', 'owner'] as const;

/** A new thing's history, from the fact that created it. */
export const begun = (id: string, fact: Fact): Thing => ({
  id,
  at: fact.at,
  by: fact.by,
  removed: false,
  history: [],
});

/** Changes fields of a thing, keeping the earlier values. */
export function amend<T extends Thing>(thing: T, patch: Partial<T>, fact: Fact): void {
  for (const [field, value] of Object.entries(patch)) {
    const key = field as keyof T;
    if (thing[key] === value) continue;
    const plain = typeof value !== 'object' && typeof thing[key] !== 'object';
    if (!plain && JSON.stringify(thing[key]) === JSON.stringify(value)) continue;
    thing.history.push({ seq: fact.seq, at: fact.at, by: fact.by, field, before: thing[key] });
    thing[key] = value as T[keyof T];
  }
}

/**
 * The time to record for words that return to their value before the last change: an undone change gets no new date.
 * `when` is the field that holds it; `otherwise` the time for new words.
 */
export function momentOf<T extends Thing>(
  thing: T,
  words: Partial<T>,
  when: keyof T,
  otherwise: number | null,
) {
  const seq = thing.history.findLast((c) => c.field === when)?.seq;
  const before = new Map(thing.history.flatMap((c) => (c.seq === seq ? [[c.field, c.before] as const] : [])));
  const was = (field: keyof T) => (before.has(String(field)) ? before.get(String(field)) : thing[field]);
  const same = Object.entries(words).every(([field, value]) => was(field as keyof T) === value);
  return seq !== undefined && same ? (was(when) as number | null) : otherwise;
}

/** The thing if it exists and was not removed. */
export const standing = <T extends Thing>(things: Record<string, T>, id: string): T | null => {
  const thing = Object.hasOwn(things, id) ? things[id] : undefined;
  return thing && !thing.removed ? thing : null;
};

/** Every id must name something that exists. */
export function allStand<T extends Thing>(
  things: Record<string, T>,
  ids: readonly (string | null)[],
  what: string,
): Refusal | null {
  const lost = ids.find((id) => id !== null && !standing(things, id));
  return lost === undefined ? null : refuse('unknown_thing', { what, id: lost });
}

export const standingOnes = <T extends Thing>(things: Record<string, T>): T[] =>
  Object.values(things).filter((t) => !t.removed);

/** The thing with this id, and never a property inherited from Object. */
export const filed = <T>(things: Record<string, T>, id: string): T | undefined =>
  Object.hasOwn(things, id) ? things[id] : undefined;

/** A thing's own words, with its id and without its history. */
export function bare<T extends Thing>(thing: T): Omit<T, 'at' | 'by' | 'removed' | 'history'> {
  const { at: _, by: __, removed: ___, history: ____, ...words } = thing;
  return words;
}
