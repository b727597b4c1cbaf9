/** The phases of the day, from preparation to archive. */

/** domain §1.8, in order. They guide and do not lock; only voting and the archive do. */
export const PHASES = [
  'draft',
  'check_in',
  'opening',
  'proposing',
  'market',
  'sessions',
  'news',
  'reading',
  'voting',
  'actions',
  'closing',
  'completing',
  'concluded',
  'archived',
] as const;
export type Phase = (typeof PHASES)[number];
