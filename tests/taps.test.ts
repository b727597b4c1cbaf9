import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TAPS } from './journeys/taps';

/** The rows of the table whose head begins with these words: what is done, and the number of taps. */
function tapsIn(guide: string, head: string): (readonly [string, number])[] {
  const text = readFileSync(new URL(`../docs/guide/${guide}`, import.meta.url), 'utf8');
  const from = text.indexOf(`| ${head}`);
  expect(from, guide).toBeGreaterThan(-1);
  const table = text.slice(from).split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([, deed = '', taps = '']) => [deed, Number(taps)] as const);
}

it.each([
  [
    'it/facilitatore.md',
    'Dal tuo telefono',
    ['chi parla dopo', 'gong', 'timer di cinque minuti', 'avviso', 'momento seguente'],
  ],
  [
    'en/facilitator.md',
    'From your phone',
    ['next speaker', 'gong', 'five-minute timer', 'announcement', 'next moment'],
  ],
])('%s says as many taps as the walls’ journey counts', (guide, head, deeds) => {
  expect(tapsIn(guide, head)).toEqual(Object.values(TAPS).map((n, i) => [deeds[i], n]));
});
