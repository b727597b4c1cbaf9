/** A facilitator's message to everybody. */

/** Minutes for which each kind stands: news of the morning or the evening for longer. */
export const ANNOUNCED_MINUTES = { avviso: 15, mattino: 180, sera: 180 } as const;
export type AnnouncementKind = keyof typeof ANNOUNCED_MINUTES;

export type Announcement = {
  id: string;
  text: string;
  at: number;
  kind: AnnouncementKind;
  until: number | null;
  withdrawn: boolean;
};
