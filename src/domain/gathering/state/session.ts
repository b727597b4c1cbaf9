/** A session: a topic in its cell of the matrix, with its circle; and an offer to swap two cells. */

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
  /** Number of people in this circle now (I12: how many, never who). */
  present: number;
  /** Number of distinct seats that have ever been in it. */
  attended: number;
  /** The people in it are forgotten: nobody is counted in `attended` any more, because it might be twice. */
  attendedFinal?: true;
};

export type Swap = { id: string; mine: string; theirs: string; at: number };
