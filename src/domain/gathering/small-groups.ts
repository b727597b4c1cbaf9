/** Small groups (E25): publishes how many came from each sector without identifying a member of a small one. */
import { SECTORS } from '../words';
import { visitorsOf } from './queries';
import type { Gathering } from './state';
import { PHASES } from './state/phase';
import type { Session } from './state/session';

/** Groups smaller than this are not published. */
export const FEWEST = 3;
/** The groups that are not published one by one are published as one number. */
export const TOGETHER = 'altri_insieme';
/** Everybody is in one of these; the last is for people who have not said. */
export const GROUPS: readonly string[] = [...SECTORS, 'non_indicato'];

export type Counts = Record<string, number>;

/**
 * The counts that may be published beside their total: groups of three or more one by one, all others together. Where
 * subtraction would reveal a small group, the smallest published ones join the others. Groups of equal size are treated
 * alike, so that knowing this rule helps nobody: whatever is hidden could be any of the hidden groups.
 */
export function tellable(counts: Counts, groups: readonly string[] = GROUPS): Counts {
  const of = (group: string): number => counts[group] ?? 0;
  const sum = (some: readonly string[]): number => some.reduce((n, group) => n + of(group), 0);
  let told = groups.filter((g) => of(g) >= FEWEST);
  let others = groups.filter((g) => of(g) < FEWEST);
  if (sum(others) === 0) return pick(told, of);
  const givenAway = (): boolean =>
    sum(others) < FEWEST || others.length < 2 || others.every((g) => of(g) === FEWEST - 1);
  while (told.length > 0 && givenAway()) {
    const least = Math.min(...told.map(of));
    others = [...others, ...told.filter((g) => of(g) === least)];
    told = told.filter((g) => of(g) > least);
  }
  // One group of exactly three beside all the others reveals too much about them.
  if (told.length === 0 || (told.length === 1 && sum(told) === FEWEST)) return {};
  return { ...pick(told, of), [TOGETHER]: sum(others) };
}

const pick = (groups: readonly string[], of: (group: string) => number): Counts =>
  Object.fromEntries(groups.map((g) => [g, of(g)]));

/** Number of these people in each sector. Needs the whole state. */
export function bySector(state: Gathering, seats: readonly string[]): Counts {
  const counts: Counts = {};
  for (const id of seats) {
    const sector = state.seats[id]?.sector ?? 'non_indicato';
    counts[sector] = (counts[sector] ?? 0) + 1;
  }
  return counts;
}

/**
 * Only once the day is over: while people arrive, comparing the counts before and after an arrival reveals the person's
 * sector.
 */
export const dayIsOver = (state: Gathering): boolean =>
  PHASES.indexOf(state.phase) >= PHASES.indexOf('completing');

/** As anyone may read it. Needs the whole state. */
export const toldBySector = (state: Gathering, seats: readonly string[]): Counts =>
  dayIsOver(state) ? tellable(bySector(state, seats)) : {};

/**
 * Number of people of each sector in a circle. The office is told no more than anyone: nobody may know who was where.
 */
export const sessionSectors = (state: Gathering, session: Session): Counts =>
  session.sectors ?? toldBySector(state, visitorsOf(state, session.id));
