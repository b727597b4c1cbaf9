/** Phones on a bad network, with more seeds than the fast tests have time for. */
import { it } from 'vitest';
import { converges } from '../client/converging-phones';

it('[E17][E18][E19] six hundred seeds end alike on every phone, nothing lost, nothing doubled', async () => {
  for (let seed = 1; seed <= 600; seed++) await converges(seed);
});
