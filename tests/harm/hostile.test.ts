/** Hostile input at a small size: `npm run -s harm -- hostile` sends fifty thousand. */
import { expect, it } from 'vitest';
import { besiegeWithJunk } from './hostile';

it('what nobody honest sends is answered with a typed refusal, and changes nothing', async () => {
  const { heapBeforeMb, heapAfterMb, messages, requests, ...told } = await besiegeWithJunk({
    count: 3000,
    seed: 7,
  });
  expect(told).toEqual({ unanswered: 0, untyped: 0, wentThrough: 0, changed: [], polluted: false });
  expect(messages + requests).toBe(3000);
  expect(heapAfterMb).toBeLessThan(heapBeforeMb * 2 + 128);
});
