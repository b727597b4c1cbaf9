/** A topic in its cell of the matrix, the circle that gathers there, and two of them changing places. */

export type Session = {
  id: string;
  topic: string;
  slot: string;
  space: string;
  state: 'planned' | 'running' | 'ended' | 'cancelled';
  /** 1, or 2… for a continuation in a later slot. */
  part: number;
  at: number;
  startedAt: number | null;
  endedAt: number | null;
  movedFrom: { slot: string; space: string; at: number }[];
  noteTaker: string | null;
  /** How many are in this circle now (I12: how many, never who). */
  present: number;
  /** How many distinct seats have ever been in it. */
  attended: number;
  /** Who was in it is forgotten: nobody is counted in `attended` any more, for it might be twice. */
  attendedFinal?: true;
  /** How many of them were of each sector, small groups together (E25); kept when who they were is forgotten. */
  sectors?: Record<string, number>;
};

export type Swap = { id: string; mine: string; theirs: string; at: number };
