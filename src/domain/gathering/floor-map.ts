/**
 * The map of the hall (piantina): one picture of the building or a blank sheet, on which whoever keeps the spaces says
 * where each of them is.
 */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id } from '../shapes';
import { deed } from './deed';
import { hasMap, MAP_SIDE } from './state/floor-map';

const KEEPERS = ['facilitator', 'planner', 'owner'] as const;
const along = () => z.int().check(z.minimum(0), z.maximum(MAP_SIDE));
const spotShape = () => z.nullable(z.strictObject({ x: along(), y: along() }));

/** The picture itself is stored beside the database by its content's hash; see the photos route. */
export const hangMap = deed({
  command: 'hangMap',
  fact: 'mapHung',
  who: KEEPERS,
  commandSchema: () =>
    z.strictObject({
      hash: z.string().check(z.regex(/^[a-f0-9]{64}$/)),
      w: z.int().check(z.minimum(1), z.maximum(4000)),
      h: z.int().check(z.minimum(1), z.maximum(4000)),
    }),
  factSchema: () => z.strictObject({ hash: z.string(), w: z.int(), h: z.int() }),
  decide(state, ask) {
    // E36: no photographs where there are minors; spaces can still be placed on a blank sheet.
    if (state.minors) return refuse('no_map_picture');
    return state.map.picture?.hash === ask.hash ? refuse('nothing_to_change') : ask;
  },
  // The spaces are elsewhere on another picture.
  apply(state, data) {
    state.map = { picture: { ...data }, spots: {} };
  },
});

export const takeMapDown = deed({
  command: 'takeMapDown',
  fact: 'mapTakenDown',
  who: KEEPERS,
  commandSchema: () => z.strictObject({}),
  // `hash`: the picture's, whose file is deleted.
  factSchema: () => z.strictObject({ hash: z.nullable(z.string()) }),
  decide: ({ map }) => (hasMap(map) ? { hash: map.picture?.hash ?? null } : refuse('nothing_to_change')),
  apply(state) {
    state.map = { picture: null, spots: {} };
  },
});

export const markSpace = deed({
  command: 'markSpace',
  fact: 'spaceMarked',
  who: KEEPERS,
  // `at`: null takes the space off the map.
  commandSchema: () => z.strictObject({ space: Id, at: spotShape() }),
  factSchema: () => z.strictObject({ space: Id, at: spotShape() }),
  decide(state, ask) {
    if (!state.spaces.some((s) => s.id === ask.space)) return refuse('unknown_thing', { what: 'space' });
    const now = state.map.spots[ask.space];
    return now?.x === ask.at?.x && now?.y === ask.at?.y ? refuse('nothing_to_change') : ask;
  },
  apply(state, data) {
    if (data.at === null) delete state.map.spots[data.space];
    else state.map.spots[data.space] = data.at;
  },
});
