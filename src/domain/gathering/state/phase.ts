/** The stretches of the day, from its preparing to its archive. */

/** What one gathering is at a moment: the log folded. Every screen is drawn from this. */

/** domain §1.8, in order. They guide, they do not lock; only voting and the archive do. */
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
