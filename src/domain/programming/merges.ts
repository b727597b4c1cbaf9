/** Merges needs, sectors and organisations that are the same, or splits one into two; one tap undoes it. */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, TITLE_MAX } from '../words';
import { begun, deed, PLANNERS, standing } from './deed';
import { pointingAt, REGISTER_NAMES, registerOf, RESHAPED } from './references';
import { ownLists, builtUpon, lastReshape, type Moved, move, remember, repoint, undo } from './merge-split';
import type { Path, Thing } from './state';

/** Tables and codes have deeds of their own, because they keep names, reasons and quotations besides. */
export const MERGED = ['need', 'sector', 'organization'] as const;
type What = (typeof MERGED)[number];
const nameField: Record<What, 'title' | 'label' | 'name'> = {
  need: 'title',
  sector: 'label',
  organization: 'name',
};
const there = (state: Path, what: What, id: string): Thing | null => standing(registerOf(state, what), id);

const merging = () =>
  z.strictObject({
    what: z.enum(MERGED),
    into: Id,
    from: z.array(Id).check(z.minLength(1), z.maxLength(20)),
    rationale: textOrEmpty(LINE_MAX),
  });
/** The words of `into` stay; those of the others are kept aside, and come back when it is undone. */
export const mergeThings = deed({
  command: 'mergeThings',
  fact: 'thingsMerged',
  who: PLANNERS,
  commandSchema: merging,
  factSchema: merging,
  decide(state, ask) {
    const lost = [ask.into, ...ask.from].find((id) => !there(state, ask.what, id));
    if (lost !== undefined) return refuse('unknown_thing', { what: ask.what, id: lost });
    if (new Set(ask.from).size < ask.from.length) return refuse('id_already_used');
    return ask.from.includes(ask.into) ? refuse('circular_merge') : ask;
  },
  apply(state, { what, into, from }, fact) {
    const moved: Moved[] = [];
    for (const id of from) {
      repoint(state, moved, [what, id, into], fact);
      move(state, moved, { register: what, id, field: 'removed', after: true }, fact);
    }
    remember(state, { kind: 'merge', what, subject: into, others: from, made: [], moved }, fact);
  },
});

/** Things that go to a part, each by its register and id. */
export const Takes = z
  .array(z.strictObject({ register: z.enum(REGISTER_NAMES), id: Id }))
  .check(z.maxLength(5000));
const splitting = () =>
  z.strictObject({
    what: z.enum(MERGED),
    id: Id,
    parts: z
      .array(z.strictObject({ id: Id, name: text(TITLE_MAX), takes: Takes }))
      .check(z.minLength(1), z.maxLength(20)),
  });
/** The things listed for a part go to it, with a copy of the words; the rest stays where it was. */
export const splitThing = deed({
  command: 'splitThing',
  fact: 'thingSplit',
  who: PLANNERS,
  commandSchema: splitting,
  factSchema: splitting,
  decide(state, ask): Refusal | z.infer<ReturnType<typeof splitting>> {
    if (!there(state, ask.what, ask.id)) return refuse('unknown_thing', { what: ask.what });
    const ids = ask.parts.map((p) => p.id);
    if (new Set(ids).size < ids.length || ids.some((id) => registerOf(state, ask.what)[id]))
      return refuse('id_already_used');
    const pointing = new Set(pointingAt(state, ask.what, ask.id).map((p) => `${p.register}/${p.id}`));
    const lost = ask.parts.flatMap((p) => p.takes).find((t) => !pointing.has(`${t.register}/${t.id}`));
    return lost ? refuse('unknown_thing', { what: lost.register, id: lost.id }) : ask;
  },
  apply(state, { what, id, parts }, fact) {
    const whole = registerOf(state, what)[id];
    const moved: Moved[] = [];
    for (const part of parts) {
      const copy = { ...ownLists(whole ?? {}), ...begun(part.id, fact), [nameField[what]]: part.name };
      registerOf(state, what)[part.id] = copy as Thing;
      repoint(state, moved, [what, id, part.id], fact, part.takes);
    }
    const made = parts.map((p) => p.id);
    remember(state, { kind: 'split', what, subject: id, others: made, made, moved }, fact);
  },
});

const undoing = () => z.strictObject({ what: z.enum(RESHAPED), id: Id });
/** Undoes the last merge into this thing, or its last split: moved, closed and changed things come back. */
export const undoReshape = deed({
  command: 'undoReshape',
  fact: 'reshapeUndone',
  who: PLANNERS,
  commandSchema: undoing,
  factSchema: undoing,
  decide(state, ask) {
    const shape = lastReshape(state, ask.what, ask.id);
    if (!shape) return refuse('nothing_to_change');
    return builtUpon(state, shape) ? refuse('undo_in_order') : ask;
  },
  apply(state, data, fact) {
    const shape = lastReshape(state, data.what, data.id);
    if (shape) undo(state, shape, fact);
  },
});
