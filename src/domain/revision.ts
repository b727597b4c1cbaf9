/** Revisions: a text is replaced only by an author who had that very text on screen. */

/**
 * The author's view when revising: a fingerprint of each value they replace, by the command's field names. It is made
 * of the values and not of a counter, because two phones without a network would both predict the same next number.
 */
export type Base = Record<string, number>;

/** A 53-bit hash of a text (cyrb53); `seed` continues an earlier hash. */
export function hash53(text: string, seed = 0): number {
  let low = 0xdeadbeef ^ (seed >>> 0);
  let high = 0x41c6ce57 ^ Math.floor(seed / 2 ** 32);
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    low = Math.imul(low ^ letter, 2654435761);
    high = Math.imul(high ^ letter, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

const fingerprint = (value: unknown): number => hash53(JSON.stringify(value ?? null));

/** The base of a revision of these values. */
export const baseOf = (values: object): Base =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, fingerprint(value)]));

/**
 * The first field that somebody else changed after `base` was read, or null. A field where both wrote the same does not
 * count. A field that the author did not change does: their copy of it would undo the other's change.
 */
export function overtakenField(base: Base, now: object, ask: object): string | null {
  const asked = ask as Record<string, unknown>;
  for (const [field, value] of Object.entries(now)) {
    const read = Object.hasOwn(base, field) ? base[field] : undefined;
    const stands = fingerprint(value);
    if (read !== undefined && stands !== read && stands !== fingerprint(asked[field])) return field;
  }
  return null;
}

/** True if the author of this revision changed this field at all. */
export const changedField = (base: Base, ask: object, field: string): boolean =>
  base[field] !== fingerprint((ask as Record<string, unknown>)[field]);

/** True if the author of `later` had `earlier`'s own text in view: then their last text stands for both. */
export const follows = (later: { base?: Base; ask: unknown }, earlier: { ask: unknown }): boolean =>
  later.base !== undefined &&
  Object.entries(later.base).every(
    ([field, read]) =>
      field === 'rev' || read === fingerprint((earlier.ask as Record<string, unknown>)[field]),
  );

/** Two texts of one field, one after the other, when the person asks to keep both; null where they are no texts. */
export function bothTexts(theirs: unknown, mine: unknown, oneLine: boolean): unknown {
  if (typeof theirs === 'string' && typeof mine === 'string')
    return [theirs, mine].filter((text) => text !== '').join(oneLine ? ' / ' : '\n');
  const texts = (x: unknown): x is string[] => Array.isArray(x) && x.every((one) => typeof one === 'string');
  return texts(theirs) && texts(mine) ? [...new Set([...theirs, ...mine])] : null;
}
