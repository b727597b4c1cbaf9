/**
 * Merging and splitting, shared by tables, needs, sectors, organisations and codes: records what moved, so that all of
 * it can be undone.
 */
import type { Fact } from '../deed';
import { amend } from './deed';
import {
  pointingAt,
  type Pointing,
  type RegisterName,
  registerOf,
  repointed,
  type Reshaped,
} from './references';
import type { Path, Thing } from './state';

/** One field that a merge or a split changed. */
export type Moved = { register: RegisterName; id: string; field: string; before: unknown; after: unknown };
export type Reshape = {
  seq: number;
  at: number;
  by: string | null;
  kind: 'merge' | 'split';
  what: Reshaped;
  /** The result (merge), or the thing that was divided (split). */
  subject: string;
  /** The origins (merge), or the parts (split). */
  others: string[];
  /** Things created with it, and removed when it is undone. */
  made: string[];
  moved: Moved[];
  reverted: boolean;
};

const fieldsOf = (thing: Thing) => thing as unknown as Record<string, unknown>;

/** Copied by hand: on a device the state is a draft, and `structuredClone` throws on one. */
const ownList = <T>(value: T): T => (Array.isArray(value) ? ([...value] as T) : value);

/** The same fields, with lists of their own. */
export const ownLists = <T extends object>(thing: T): T =>
  Object.fromEntries(Object.entries(thing).map(([field, value]) => [field, ownList(value)])) as T;

/** Changes one field with its history and remembers the earlier value. Does nothing where nothing changes. */
export function move(state: Path, moved: Moved[], to: Omit<Moved, 'before'>, fact: Fact): void {
  const thing = registerOf(state, to.register)[to.id];
  if (!thing) return;
  const before = ownList(fieldsOf(thing)[to.field]);
  if (JSON.stringify(before) === JSON.stringify(to.after)) return;
  moved.push({ ...to, before });
  amend(thing, { [to.field]: to.after } as Partial<Thing>, fact);
}

/** Replaces one id by another wherever it is referred to; `only`: just in these, when not all of it moves. */
export function repoint(
  state: Path,
  moved: Moved[],
  [what, from, to]: [what: Exclude<Reshaped, 'code'>, from: string, to: string],
  fact: Fact,
  only?: readonly { register: RegisterName; id: string }[],
): void {
  const wanted = only && new Set(only.map((o) => `${o.register}/${o.id}`));
  for (const p of pointingAt(state, what, from)) {
    if (wanted && !wanted.has(`${p.register}/${p.id}`)) continue;
    const thing = registerOf(state, p.register)[p.id];
    if (!thing) continue;
    const after = repointed(fieldsOf(thing)[p.field], from, to);
    // A sector cannot be under itself.
    const own = p.register === what && p.id === to && after === to;
    move(state, moved, { register: p.register, id: p.id, field: p.field, after: own ? null : after }, fact);
  }
}

export function remember(
  state: Path,
  shape: Pick<Reshape, 'kind' | 'what' | 'subject' | 'others' | 'made' | 'moved'>,
  fact: Fact,
): void {
  state.reshapes.push({ ...shape, seq: fact.seq, at: fact.at, by: fact.by, reverted: false });
}

/** The last merge into, or split of, this thing that was not undone. */
export const lastReshape = (path: Path, what: Reshaped, subject: string): Reshape | null =>
  path.reshapes.findLast((r) => !r.reverted && r.what === what && r.subject === subject) ?? null;

/** A later merge or split made from the results of this one: it must be undone first. */
export const builtUpon = (path: Path, shape: Reshape): Reshape | null =>
  path.reshapes.find(
    (r) =>
      !r.reverted &&
      r.seq > shape.seq &&
      r.what === shape.what &&
      [r.subject, ...r.others].some((id) => [shape.subject, ...shape.made].includes(id)),
  ) ?? null;

/**
 * Undoes everything. A field that somebody has changed since then keeps their change; things added to the new one in
 * the meantime go to the first of the old ones.
 */
export function undo(state: Path, shape: Reshape, fact: Fact): void {
  for (const m of shape.moved.toReversed()) giveBack(state, m, fact);
  const heir = shape.kind === 'merge' ? shape.others[0] : shape.subject;
  for (const id of shape.made) {
    if (heir) leave(state, shape.what, [id, heir], fact);
    const thing = registerOf(state, shape.what)[id];
    if (thing) amend(thing, { removed: true }, fact);
  }
  shape.reverted = true;
}

/** References to a removed thing go to its heir. */
function leave(state: Path, what: Reshaped, [id, heir]: [string, string], fact: Fact): void {
  if (what !== 'code') repoint(state, [], [what, id, heir], fact);
  const also = { table: ['table', 'predecessors'], code: ['coding', 'codes'] } as const;
  if (what !== 'table' && what !== 'code') return;
  const [register, field] = also[what];
  for (const thing of Object.values(registerOf(state, register))) {
    const list = fieldsOf(thing)[field];
    if (!Array.isArray(list) || !list.includes(id) || thing.removed) continue;
    move(state, [], { register, id: thing.id, field, after: repointed(list, id, heir) }, fact);
  }
}

function giveBack(state: Path, m: Moved, fact: Fact): void {
  const thing = registerOf(state, m.register)[m.id];
  if (!thing) return;
  const now = fieldsOf(thing)[m.field];
  const set = (value: unknown) => amend(thing, { [m.field]: value } as Partial<Thing>, fact);
  if (JSON.stringify(now) === JSON.stringify(m.after)) {
    set(m.before);
    return;
  }
  if (!Array.isArray(now) || !Array.isArray(m.before) || !Array.isArray(m.after)) return;
  // A list that somebody lengthened or shortened meanwhile: only the merge's own change is undone.
  const [before, after] = [m.before as string[], m.after as string[]];
  const came = after.filter((x) => !before.includes(x));
  const went = before.filter((x) => !after.includes(x));
  const kept = (now as string[]).filter((x) => !came.includes(x));
  set([...new Set([...kept, ...went])]);
}

/** The contents of a closed table when it became another: its dossier stays readable. */
export function heldBefore(path: Path, what: Exclude<Reshaped, 'code'>, id: string): Pointing[] {
  const shapes = path.reshapes.filter(
    (r) => !r.reverted && r.what === what && (r.kind === 'merge' ? r.others.includes(id) : r.subject === id),
  );
  const left = shapes.flatMap((r) => r.moved.filter((m) => m.before === id || wasIn(m.before, id)));
  return [
    ...pointingAt(path, what, id),
    ...left.map(({ register, id: of, field }) => ({ register, field, id: of })),
  ];
}
const wasIn = (value: unknown, id: string): boolean => Array.isArray(value) && value.includes(id);
