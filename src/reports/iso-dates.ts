/** Formats times and sums as data: ISO 8601 and euro with a point. Formats for people are elsewhere. */
export const iso = (at: number): string => new Date(at).toISOString();
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
export const euro = (cents: number): number => cents / 100;
