/** The share of this process's time that repeated work may take: the longer it took, the longer it rests. */

/** It takes at most one part in so many, with a rest of at least `least` and at most `most`, in ms. */
export type WorkShare = { parts: number; least: number; most: number };

/** The rest after work that took so long, in ms. */
export const restAfter = (tookMs: number, { parts, least, most }: WorkShare): number =>
  Math.max(least, Math.min(most, tookMs * parts));
