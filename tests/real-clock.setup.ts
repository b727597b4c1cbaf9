/**
 * The files of a worker share its clock. A test that leaves a false one makes others wait for ever, so its own file is the
 * one that fails.
 */
import { afterAll, expect } from 'vitest';

const CLOCK = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'Date',
  'performance',
] as const;
type Clock = Record<(typeof CLOCK)[number] | 'now', unknown>;

const clock = (): Clock =>
  Object.fromEntries([...CLOCK.map((name) => [name, globalThis[name]]), ['now', performance.now]]) as Clock;

/** As it was before the first file of this worker. */
const kept = globalThis as typeof globalThis & { realClock?: Clock };
kept.realClock ??= clock();

afterAll(() => {
  const now = clock();
  const left = Object.entries(kept.realClock ?? {}).filter(
    ([name, real]) => now[name as keyof Clock] !== real,
  );
  expect(
    left.map(([name]) => name),
    'left false for the next test file',
  ).toEqual([]);
});
