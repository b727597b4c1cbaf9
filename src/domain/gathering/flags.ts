/**
 * Flagging: anyone can withhold at once a text that names somebody. It is rate limited, so that one person, or one
 * with many seats, cannot withhold a whole hall's words.
 */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { deed, PEOPLE } from './deed';
import { backOf, holder, type HideTarget, refusalFor, TargetShape, TargetKind, withhold } from './moderation';
import type { Gathering } from './state';
import { flagKey, unfounded } from './state/flags';
import type { Hidden } from './state/hidden';
import { privateOf } from './state/seat';

/** Maximum number of flags in this time, and two fewer for each that was restored: after three wrong ones, none. */
const MOST = 5;
const WITHIN_MS = 10 * 60_000;
const LESS = 2;
/**
 * Maximum number of texts withheld by flags in that time in the whole gathering: seats cost nothing, and one hand may take
 * many. The office may withhold beyond it, and each text it shows again makes room.
 */
const MOST_IN_ALL = 20;

/** Texts still withheld by a flag of the last minutes; a report's row that went with its note is not counted again. */
function flaggedLately(state: Gathering, at: number): number {
  const { notes, topics, ideas, actions, reports, words } = state;
  const rows = Object.values(reports).flatMap((r) => Object.values(r.items).filter((item) => !item.note));
  return [notes, topics, ideas, actions, reports, words, rows]
    .flatMap((things): { hidden: Hidden | null }[] => Object.values(things))
    .filter(({ hidden: h }) => h?.flagged && !h.cleared && at - h.at < WITHIN_MS).length;
}

/** The refusal for a person who may not flag any more for now, or null. */
function spent(state: Gathering, by: string, at: number): Refusal | null {
  const mine = state.private[by];
  const recent = Object.values(mine?.flags ?? {}).filter((then) => at - then < WITHIN_MS).length;
  const left = MOST - LESS * (mine?.unfounded ?? 0) - recent;
  if (left <= 0) return refuse('flags_spent', { n: recent });
  const inAll = flaggedLately(state, at);
  return inAll < MOST_IN_ALL ? null : refuse('flags_spent', { n: inAll });
}

/** E23: anyone may flag; the text is withheld at once. The text itself is never repeated in the fact. */
export const flagText = deed({
  command: 'flagText',
  fact: 'textFlagged',
  who: [...PEOPLE, 'facilitator', 'planner', 'owner'],
  commandSchema: () => z.strictObject(TargetShape),
  factSchema: () => z.strictObject({ ...TargetShape, blank: z.optional(z.boolean()) }),
  decide(state, ask, { author, actor, at }) {
    const person = actor.role === 'participant' || actor.role === 'helper';
    return refusalFor(state, ask, 'shown') ?? (person ? spent(state, author, at) : null) ?? ask;
  },
  apply(state, data, fact) {
    withhold(
      state,
      data,
      { reason: 'dato_personale', note: '', at: fact.at, flagged: true },
      data.blank === true,
    );
    if (fact.by === null) return;
    const mine = privateOf(state, fact.by);
    mine.flags = { ...mine.flags, [flagKey(data)]: fact.at };
  },
  // Nobody needs to know who flagged.
  visibleTo: (_state, data) => ({ by: null, data: { ...data, blank: true }, staff: { by: null } }),
});

const isFlagged = (state: Gathering, thing: HideTarget): boolean => {
  const hidden = holder(state, thing)?.bears.hidden;
  return hidden?.flagged === true && !hidden.cleared;
};

/**
 * A wrong flag: all texts that the same person withheld are restored together, and their flags count for less. Nobody
 * learns who it was.
 */
export const restoreFlagged = deed({
  command: 'restoreFlagged',
  fact: 'flagsUndone',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: () => z.strictObject(TargetShape),
  factSchema: () =>
    z.strictObject({
      things: z.array(z.strictObject({ ...TargetShape, back: z.optional(z.array(z.string())) })),
    }),
  decide(state, ask) {
    const missing = refusalFor(state, ask, 'hidden');
    if (missing) return missing;
    if (!isFlagged(state, ask)) return refuse('nothing_to_change');
    const key = flagKey(ask);
    const hand = Object.values(state.private).find((mine) => mine.flags?.[key] !== undefined);
    const things = Object.keys(hand?.flags ?? { [key]: 0 }).map((named) => {
      const [what = '', id = ''] = named.split(' ');
      return { what: TargetKind.parse(what), id };
    });
    return { things: things.filter((thing) => isFlagged(state, thing)) };
  },
  apply(state, data) {
    for (const { back, ...named } of data.things) {
      const thing = holder(state, named);
      if (!thing) continue;
      unfounded(state, named);
      thing.bears.hidden = null;
      back?.forEach((text, i) => {
        thing.texts[i]?.set(text);
      });
    }
  },
  visibleTo: (state, data, fact) => ({
    data: { things: data.things.map((thing) => ({ ...thing, back: backOf(state, thing, fact.at) })) },
  }),
});
