/** The merge of two topics, with all that is needed to undo it. */

export type Merge = {
  id: string;
  /** The convener of `from` or `into` who offered it; the other one's consent is awaited. */
  by: string;
  from: string;
  into: string;
  state: 'offered' | 'done' | 'declined' | 'undone';
  at: number;
  /** Seats whose interest came along; each fold has only those it may know. */
  added: string[];
  /** Their number, known to every fold. */
  came?: number;
  joined: string | null;
  /** Cells of `from` that became free. */
  freed: string[];
};
