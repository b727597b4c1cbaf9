/** The sync machine under a bad network, with more seeds than the fast tests have time for. */
import { expect, it } from 'vitest';
import { chaos, failures } from '../client/sync-chaos';

it('[Y14] two thousand seeds end alike on every device, nothing lost, nothing doubled', () => {
  expect(failures(2000).slice(0, 5)).toEqual([]);
});

it('[Y15] never changes what it is given, whatever the network does', () => {
  for (let seed = 1; seed <= 500; seed++) expect(() => chaos(seed, true), `seed ${seed}`).not.toThrow();
});
