/** A facilitator's message to everybody. */

export type Announcement = {
  id: string;
  text: string;
  at: number;
  kind: 'avviso' | 'mattino' | 'sera';
  until: number | null;
  withdrawn: boolean;
};
