/** A seat: the part anybody may know, and the part for its owner and staff only. */
import type { Origin, Sector } from '../../words';

/** A seat of which only the sector is known. */
export const SECTOR_ALONE = { subgroup: null, municipality: null, newVoice: false } as const;

/** A seat without its label: labels are in the seats table and travel separately (decision 2). */
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

/** Private data for this seat and staff only. The server holds all of them, a phone its own. */
export type Private = {
  /** Their open call for help. */
  help?: string;
  interests: Record<string, true>;
  /** Session id, `'roaming'`, or null when they have not said. */
  circle: string | null;
  /** Ids of the sessions they have been in, in order; for counts only. */
  visited: string[];
  dots: Record<string, number>;
  notes: Record<string, true>;
  /** Has said their closing word. */
  word: boolean;
  /** They are in the index of the book; left out where they are not. */
  signs?: true;
  /** Texts they flagged, with the time, and how many of those were restored; left out for none. */
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

/** The private slice of a seat, made on first use. */
export function privateOf(state: { private: Record<string, Private> }, seat: string): Private {
  let mine = state.private[seat];
  if (!mine) {
    mine = blankPrivate();
    state.private[seat] = mine;
  }
  return mine;
}
