/** Questions about the phases so far: the day is over, somebody arrived late. */
import type { Gathering } from './state';
import { PHASES } from './state/phase';

/** Once the day is over no circle is under way, even if nobody ended it. */
export const dayIsOver = (state: Gathering): boolean =>
  PHASES.indexOf(state.phase) >= PHASES.indexOf('completing');

/** E13: joined after the opening, and has not seen the introduction. */
export const arrivedLate = (state: Gathering, seat: string): boolean => {
  const at = state.seats[seat]?.at ?? Number.NEGATIVE_INFINITY;
  const opening = PHASES.indexOf('opening');
  return state.phases.some((p) => p.at <= at && PHASES.indexOf(p.phase) > opening);
};
