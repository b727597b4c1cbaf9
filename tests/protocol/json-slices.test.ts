/** The JSON of a large state in pieces is the JSON of the whole, whatever the state holds. */
import { expect, it } from 'vitest';
import { entriesOf, jsonSlices } from '@/protocol/json-slices';

const many = (n: number, of: (i: number) => unknown): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, of(i)]));

it('pieces of a state are its JSON, and no piece holds more than a few hundred entries', () => {
  const states: object[] = [
    {},
    { seq: 3, empty: {}, list: [1, 2], nothing: null, left: undefined },
    { a: many(1, String), b: many(250, String), c: many(251, (i) => ({ i, text: '«è»\n"' })), d: 'end' },
    {
      what: 'code',
      rows: Array.from({ length: 120 }, (_, i) => (i === 60 ? undefined : { k1: i, text: '«è»\n' })),
    },
    { full: Array.from({ length: 100 }, (_, i) => i), exact: Array.from({ length: 50 }, String) },
    { few: [], rows: Array.from({ length: 51 }, (_, i) => [`k${i}`, null]) },
    { text: 'è'.repeat(600), list: Array.from({ length: 600 }, (_, i) => i), none: null },
    { lost: many(600, () => undefined), half: many(900, (i) => (i < 300 ? undefined : i)) },
  ];
  for (const state of states) {
    const pieces = [...jsonSlices(state)];
    expect(pieces.join('')).toBe(JSON.stringify(state));
    for (const piece of pieces) expect(piece.split('"k').length).toBeLessThanOrEqual(251);
  }
  // A list's rows may be long: fewer of them are in a piece.
  const rows = Array.from({ length: 500 }, (_, i) => `k${i}`);
  for (const piece of jsonSlices({ rows })) expect(piece.split('"k').length).toBeLessThanOrEqual(51);
  expect(entriesOf({ seq: 1, a: many(3, String), list: [1, 2], none: null })).toBe(3);
});
