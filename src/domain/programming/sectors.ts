/** The sectors that a path listens to, each with its sub-groups. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id, text } from '../shapes';
import { TITLE_MAX } from '../words';
import { allStand } from './deed';
import { adds, revises } from './register';
import type { Path } from './state';

/** S30: an open list; a sub-group says which sector it belongs to. */
export const SectorShape = z.strictObject({ label: text(TITLE_MAX), order: z.int(), parent: z.nullable(Id) });
export type SectorWords = z.infer<typeof SectorShape>;
const sectors = (state: Path) => state.sectors;
const underOne = (state: Path, w: { id: string } & SectorWords) =>
  w.parent === w.id
    ? refuse('unknown_thing', { what: 'sector' })
    : allStand(state.sectors, [w.parent], 'sector');
export const addSector = adds({
  command: 'addSector',
  fact: 'sectorAdded',
  into: sectors,
  words: SectorShape,
  blank: { label: '', order: 0, parent: null },
  check: underOne,
});
export const reviseSector = revises({
  command: 'reviseSector',
  fact: 'sectorRevised',
  into: sectors,
  words: SectorShape,
  check: underOne,
});
