/** The two sides of the matrix: when, and where. */

export type Slot = { id: string; day: string; label: string; start: string; end: string; released: boolean };

export type Space = {
  id: string;
  name: string;
  kind: 'room' | 'informal';
  stepFree: boolean;
  note: string;
  /** People it holds, as a hint; left out where nobody said it. */
  capacity?: number | undefined;
  released: boolean;
};
