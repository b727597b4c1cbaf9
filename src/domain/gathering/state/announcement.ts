/** What whoever holds the space tells everybody. */

export type Announcement = {
  id: string;
  text: string;
  at: number;
  kind: 'avviso' | 'mattino' | 'sera';
  until: number | null;
  withdrawn: boolean;
};
