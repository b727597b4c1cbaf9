/** Facts as they travel to many: numbered by their position, and without the fields that nearly all of them share. */
import type { Fact } from '@/domain/deed';

export type PackedFact = Omit<Fact, 'seq' | 'v' | 'origin'> & Partial<Pick<Fact, 'v' | 'origin'>>;

const USUAL = { v: 1, origin: 'telefono' } as const;

export function packed({ at, type, by, cmd, data, via, saidAt, v, origin }: Fact): PackedFact {
  const told: PackedFact = { at, type, by, cmd, data };
  if (via !== undefined) told.via = via;
  if (saidAt !== undefined) told.saidAt = saidAt;
  if (v !== USUAL.v) told.v = v;
  if (origin !== USUAL.origin) told.origin = origin;
  return told;
}

/** The facts again; `from` is the number of the first. */
export const unpacked = (from: number, told: readonly PackedFact[]): Fact[] =>
  told.map((fact, i) => ({ ...USUAL, ...fact, seq: from + i }));
