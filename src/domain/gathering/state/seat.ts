/** Who has taken a seat, as far as anybody may know, and what only she and staff may. */
import type { Origin, Sector } from '../../words';

/** A seat of which no more than the sector is known. */
export const SECTOR_ALONE = { subgroup: null, municipality: null, newVoice: false } as const;

/** A seat without its label: labels live in the seats table and travel apart (decision 2). */
export type Seat = {
  id: string;
  n: number;
  sector: Sector | null;
  subgroup: string | null;
  municipality: string | null;
  newVoice: boolean;
  origin: Origin;
  at: number;
  erased: boolean;
};

/** What only this seat and staff may know. Server holds all of them, a phone its own. */
export type Private = {
  /** The call for help that is theirs and still open. */
  help?: string;
  interests: Record<string, true>;
  /** Session id, `'roaming'`, or null when she has not said. */
  circle: string | null;
  /** Session ids she has been in, in order; for counts only. */
  visited: string[];
  dots: Record<string, number>;
  notes: Record<string, true>;
  /** Has said her closing word. */
  word: boolean;
  /** Texts they flagged, with the time of it, and how many of those were shown again; left out for none. */
  flags?: Record<string, number>;
  unfounded?: number;
};

export const blankPrivate = (): Private => ({
  interests: {},
  circle: null,
  visited: [],
  dots: {},
  notes: {},
  word: false,
});

/** The private slice of a seat, made on first touch. */
export function privateOf(state: { private: Record<string, Private> }, seat: string): Private {
  let mine = state.private[seat];
  if (!mine) {
    mine = blankPrivate();
    state.private[seat] = mine;
  }
  return mine;
}
