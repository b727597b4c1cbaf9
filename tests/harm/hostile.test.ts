/** Hostile input at a small size: `npm run -s harm -- hostile` sends fifty thousand. */
import { expect, it } from 'vitest';
import { besiegeWithJunk } from './hostile';

it('what nobody honest sends is answered with a typed refusal, and changes nothing', async () => {
  const { heapBeforeMb, heapAfterMb, messages, requests, packets, refusals, ...told } = await besiegeWithJunk(
    {
      count: 4000,
      seed: 7,
    },
  );
  expect(told).toEqual({ unanswered: 0, cut: 0, untyped: 0, wentThrough: 0, changed: [], polluted: false });
  expect(messages + requests + packets).toBe(4000);
  expect(Object.keys(refusals)).toEqual(expect.arrayContaining(['malformed', 'unknown_code', 'no_seat']));
  expect(heapAfterMb).toBeLessThan(heapBeforeMb + 32);
});
