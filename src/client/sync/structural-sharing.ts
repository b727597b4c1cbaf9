/** Structural sharing between two states: equal parts stay the same object, so no screen draws them again. */

/**
 * Returns `fresh`, made of the parts of `held` wherever they are equal; `held` itself where everything is. Both are
 * plain JSON and neither is changed.
 */
export function shareStructure<T>(held: unknown, fresh: T): T {
  if (Object.is(held, fresh) || !isBranch(held) || !isBranch(fresh)) return fresh;
  if (Array.isArray(held) !== Array.isArray(fresh)) return fresh;
  const keys = Object.keys(fresh);
  let same = keys.length === Object.keys(held).length;
  const made: Record<string, unknown> = {};
  for (const key of keys) {
    made[key] = shareStructure(held[key], fresh[key]);
    same &&= key in held && Object.is(made[key], held[key]);
  }
  if (same) return held as T;
  return (Array.isArray(fresh) ? Object.values(made) : made) as T;
}

const isBranch = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null;
