/** A topic on the board, and the number everybody cites it by. */
import type { Origin, Strand } from '../../words';
import type { Hidden } from './hidden';

export type Topic = {
  id: string;
  /** I11: by order of posting, stable for ever; shown as T01. */
  n: number;
  title: string;
  /** Earlier titles, oldest first. */
  titles: { title: string; at: number }[];
  line: string;
  strands: Strand[];
  /** Null: nobody has taken it on yet ("chi la prende?"). */
  convener: string | null;
  coConveners: string[];
  /** People who have offered to co-convene, not yet answered. */
  offers: string[];
  at: number;
  origin: Origin;
  standing: 'open' | 'withdrawn' | 'merged';
  /** Sessions that left the matrix when it was withdrawn: they come back with it if their cell is free. */
  freed?: string[];
  mergedInto: string | null;
  splitFrom: string | null;
  /** Ideas of the path's earlier meetings that inspired it. */
  ideas: string[];
  /** The topic whose report gave rise to it ("apre un nuovo tema"). */
  sparkedBy: string | null;
  announcedAt: number | null;
  hidden: Hidden | null;
  /** Interested seats, with those of topics merged into it, deduplicated where known. */
  interested: number;
  /** Set once the people are forgotten: nobody is added any more, because they might be counted twice. */
  interestedFinal?: true;
};

/** T01…: the number everybody cites. */
export const topicNumber = (n: number): string => `T${String(n).padStart(2, '0')}`;
