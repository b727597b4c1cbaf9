/** The sync machine under a bad network, with more seeds than the fast tests have time for. */
import { expect, it } from 'vitest';
import { failures } from '../client/sync-chaos';

it('[Y14] two thousand seeds end alike on every device, nothing lost, nothing doubled', () => {
  expect(failures(2000).slice(0, 5)).toEqual([]);
});
