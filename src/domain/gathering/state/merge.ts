/** Two topics becoming one, with all that is needed to part them again. */

export type Merge = {
  id: string;
  /** Convener of `from` or `into` who asked; the other one's consent is awaited. */
  by: string;
  from: string;
  into: string;
  state: 'offered' | 'done' | 'declined' | 'undone';
  at: number;
  /** Seats whose interest came along; each fold knows only those it may. */
  added: string[];
  /** How many they are, known to every fold. */
  came?: number;
  joined: string | null;
  /** Cells of `from` that became free. */
  freed: string[];
};
