/** Dots on topics: their rules, and what may be known of them at each moment. */

/** Dots of each person, where the desk chooses no other number, and the most that it may choose. */
export const DOTS_EACH = 5;
export const DOTS_EACH_MAX = 10;

export type PaperBatch = { id: string; voters: number; dots: Record<string, number>; at: number };

export type Voting = {
  state: 'none' | 'open' | 'closed';
  /** Dots per person, and whether several may go on one topic. */
  quota: number;
  cumulative: boolean;
  round: number;
  /** Number of people who have voted: all that is public before closing (I7). */
  voters: number;
  paper: PaperBatch[];
  /** Totals by topic, filled at closing only. */
  totals: Record<string, { phone: number; paper: number }>;
  log: { at: number; what: 'opened' | 'closed' | 'reopened' | 'voided'; reason: string }[];
};

/** Number of people who have voted, by phone and on paper: the same on walls, desks and phones. */
export const votersOf = (voting: Pick<Voting, 'voters' | 'paper'>): number =>
  voting.voters + voting.paper.reduce((n, batch) => n + batch.voters, 0);
