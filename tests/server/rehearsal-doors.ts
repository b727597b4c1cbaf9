/**
 * The rehearsal's routes and who may use them: one test sends them as each role, another prints them in
 * docs/authority.md.
 */
import type { Role } from '@/domain/words';

type DoorOf = { door: string; what: string; roles: readonly Role[] };

export const REHEARSAL_DOORS: readonly DoorOf[] = [
  {
    door: 'POST /api/rehearsals',
    what: 'open one, by itself or like a gathering',
    roles: ['facilitator', 'planner', 'owner'],
  },
  {
    door: 'GET /api/rehearsal/CODE',
    what: 'see how many simulated people are in',
    roles: ['helper', 'facilitator', 'planner', 'owner'],
  },
  {
    door: 'POST /api/rehearsal/people',
    what: 'let in 20, 60 or 120, and say how fast they live',
    roles: ['facilitator', 'owner'],
  },
  { door: 'POST /api/rehearsal/still', what: 'make them stand still', roles: ['facilitator', 'owner'] },
  {
    door: 'POST /api/rehearsal/throw-away',
    what: 'throw the whole rehearsal away',
    roles: ['facilitator', 'owner'],
  },
];
