/** Slow readers at a small size: `npm run -s harm -- slow` sends a thousand for two minutes. */
import { expect, it } from 'vitest';
import { besiegeBySlow } from './slow';

it('lines that ask and do not read cost no memory to speak of, and nobody else is cut or loses a word', async () => {
  const r = await besiegeBySlow({ lines: 150, seconds: 15, stateKb: 600, everyMs: 250 });
  expect({ lost: r.lost, honestCut: r.honestCut }).toEqual({ lost: 0, honestCut: 0 });
  expect(r.hellos).toBeGreaterThan(1000);
  // Or nothing was tried: lines that are never welcomed have nothing to leave unread.
  expect(r.welcomed).toBeGreaterThan(20);
  expect(r.stateKb).toBeGreaterThan(500);
  expect(r.memoryTimes).toBeLessThan(1.5);
});
