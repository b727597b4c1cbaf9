/**
 * Suggests the size of the matrix for a number of people: practitioners' figures (domain §1.5), to be corrected by
 * hand.
 */

const SHARES: readonly [upTo: number, share: number][] = [
  [50, 0.5],
  [100, 0.3],
  [200, 0.25],
  [599, 0.2],
  [Number.POSITIVE_INFINITY, 0.15],
];

/** A new Open Space, unless its facilitator says otherwise. `start`: hour of the first slot; length and pause in minutes. */
export const USUAL_MATRIX = { people: 60, slots: 3, start: '10:45', minutes: 75, gap: 15 } as const;

/** `people` and `slots` are counts ≥ 1; minutes are the advised length of a session. */
export function sizing(
  people: number,
  slots: number,
): { topics: number; spacesPerSlot: number; gapMinutes: number } {
  const share = SHARES.find(([upTo]) => people <= upTo)?.[1] ?? 0.15;
  const topics = Math.ceil(people * share);
  const spacesPerSlot = Math.ceil(Math.max(people / 10, topics / Math.max(1, slots)));
  return { topics, spacesPerSlot, gapMinutes: people > 200 ? 20 : 15 };
}
