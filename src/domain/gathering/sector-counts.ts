/** Sectors (E25) are counted for the office alone: nothing public tells or counts them, and circles are not counted by sector (decision 43). */
import type { Gathering } from './state';

export type Counts = Record<string, number>;

/** Number of people of each sector, for the office. Needs the whole state. */
export function bySector(state: Gathering): Counts {
  const counts: Counts = {};
  for (const { sector } of Object.values(state.seats)) {
    const group = sector ?? 'non_indicato';
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}
