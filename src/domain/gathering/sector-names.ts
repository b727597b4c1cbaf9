/** The sectors people of a gathering say they come from: the founding document's, its own, or none. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { textOrEmpty } from '../shapes';
import { LABEL_MAX, SECTORS, type Sector } from '../words';
import { deed } from './deed';
import type { Gathering } from './state';

const namesShape = () =>
  z.strictObject({
    sectors: z
      .array(z.strictObject({ id: z.enum(SECTORS), name: textOrEmpty(LABEL_MAX) }))
      .check(z.maxLength(SECTORS.length)),
  });

export const nameSectors = deed({
  command: 'nameSectors',
  fact: 'sectorsNamed',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: namesShape,
  factSchema: namesShape,
  decide(state, ask) {
    const ids = new Set(ask.sectors.map((s) => s.id));
    if (ids.size !== ask.sectors.length) return refuse('id_already_used');
    // Refused as soon as anybody came in, whatever their sector: otherwise the answer would tell if that sector has people (E25).
    const fewer = state.sectors.some((s) => !ids.has(s.id));
    if (fewer && state.people > 0) return refuse('people_came_in');
    const same = JSON.stringify(ask.sectors) === JSON.stringify(state.sectors);
    return same ? refuse('nothing_to_change') : ask;
  },
  replaces: ({ sectors }) => ({ sectors }),
  apply(state, data) {
    state.sectors = data.sectors;
  },
});

type WithSectors = Pick<Gathering, 'sectors'>;

/** The sector, where this gathering has it; null for one it has not. */
export const knownSector = (state: WithSectors, sector: Sector | null): Sector | null =>
  state.sectors.some((s) => s.id === sector) ? sector : null;

/** The sector, where it means what the founding document means: a gathering's own are not counted with other gatherings'. */
export const foundingSector = (state: WithSectors, sector: Sector | null): Sector | null =>
  state.sectors.some((s) => s.id === sector && s.name === '') ? sector : null;

/** Counts by sector, with those of a gathering's own names among who has not said. */
export function foundingCounts(
  state: WithSectors,
  counts: Readonly<Record<string, number>>,
): Record<string, number> {
  const own = new Set<string>(state.sectors.filter((s) => s.name !== '').map((s) => s.id));
  const out: Record<string, number> = {};
  for (const [sector, n] of Object.entries(counts)) {
    const as = own.has(sector) ? 'non_indicato' : sector;
    out[as] = (out[as] ?? 0) + n;
  }
  return out;
}
