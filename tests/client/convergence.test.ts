/** Phones on a network that drops, loses and reloads all end with what the stream holds. */
import { describe, it } from 'vitest';
import { converges } from './converging-phones';

describe('convergence', () => {
  // The slow project tries many more (tests/slow/convergence.test.ts).
  it('[E17][E18][E19] sixty seeds end alike on every phone, nothing lost, nothing doubled', async () => {
    for (let seed = 1; seed <= 60; seed++) await converges(seed);
  }, 300_000);
});
