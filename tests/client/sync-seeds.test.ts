/** Whatever the network does, in the end every device holds the stream's state, each command once. */
import { describe, expect, it } from 'vitest';
import { chaos, failures } from './sync-chaos';

/** The slow project runs two thousand. More by hand: `SEEDS=100000 npx vitest run --project fast tests/client/sync-seeds.test.ts`. */
const SEEDS = Number(process.env.SEEDS ?? 200);

describe('the sync machine under a bad network', () => {
  it('[Y14] hundreds of seeds end alike on every device, nothing lost, nothing doubled', () => {
    expect(failures(SEEDS).slice(0, 5)).toEqual([]);
  });

  it('[Y15] never changes what it is given', () => {
    for (let seed = 1; seed <= 50; seed++) expect(() => chaos(seed, true), `seed ${seed}`).not.toThrow();
  });
});
