/** The last line of JSON lines: it alone says how many came before it, and no other line is taken for it. */
import { expect, it } from 'vitest';
import { closingLine, linesIn } from '@/protocol/closing-line';

it('a closing line says how many lines came before it', () => {
  expect(closingLine(12)).toBe('{"lines":12}');
  for (const n of [0, 1, 5000]) expect(linesIn(JSON.parse(closingLine(n)))).toBe(n);
});

it.each([
  null,
  undefined,
  12,
  'lines',
  '',
  [],
  [12],
  {},
  { seq: 12 },
  { lines: '12' },
  { lines: null },
  { lines: 12, seq: 3 },
  { seq: 3, lines: 12 },
  // A list or a function may have the one key, too.
  Object.assign(() => {}, { lines: 12 }),
])('any other line is none: %o', (line) => {
  expect(linesIn(line)).toBeNull();
});
