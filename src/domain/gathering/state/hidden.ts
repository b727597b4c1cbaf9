/** The mark that withholding leaves on a text. */

export const HIDING_REASONS = ['dato_personale', 'offensivo', 'fuori_luogo', 'altro'] as const;

/**
 * Withheld from all but staff and author. I10: deleting is hiding; `cleared` is the one exception, and has no text
 * left.
 */
export type Hidden = {
  reason: (typeof HIDING_REASONS)[number];
  note: string;
  at: number;
  flagged: boolean;
  cleared?: true;
};
