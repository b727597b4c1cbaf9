/** A seeded random generator: the same seed gives the same sequence. */
export type Random = {
  /** An integer, 0 ≤ x < n. */
  below(n: number): number;
  unit(): number;
  pick<T>(xs: readonly T[]): T;
  shuffled<T>(xs: readonly T[]): T[];
};

export function seededRandom(seed: number): Random {
  let a = seed >>> 0;
  const unit = (): number => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(unit() * n);
  return {
    unit,
    below,
    pick: (xs) => xs[below(xs.length)] as (typeof xs)[number],
    shuffled(xs) {
      const out = [...xs];
      for (let i = out.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [out[i], out[j]] = [out[j] as (typeof out)[number], out[i] as (typeof out)[number]];
      }
      return out;
    },
  };
}
