/** The rush at a small size. */
import { expect, it } from 'vitest';
import { rush } from './rush';

it('[E15] a hall joins from one address unhindered while guessers there are slowed', async () => {
  const r = await rush({ joins: 200, seconds: 6 });
  expect({ refused: r.refused, honestRefused: r.honestRefused }).toEqual({ refused: 0, honestRefused: 0 });
  // After six guesses each one waits a second; on a quiet machine that comes after a tenth of one.
  expect(r.slowedAfterMs).toBeGreaterThan(0);
  // Six a minute: a rush may last several on a slow disk.
  expect(r.recoveryLooked).toBeLessThanOrEqual(6 * (1 + Math.floor(r.seconds / 60)));
  expect(r.recoveryGuesses).toBeLessThan(6 + 2 * (r.seconds + 1));
  // Five a second are free, then each waits a second.
  expect(r.codeGuesses).toBeLessThan(12 * (r.seconds + 1));
});
