/**
 * The interval that holds the share of the whole in 95 of 100 samples, by Wilson's formula: with few mutants or shares
 * near 1 the usual plus-minus would reach beyond 1. Both ends are shares from 0 to 1.
 */
export function wilsonInterval(hits: number, of: number): [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const share = hits / of;
  const middle = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
