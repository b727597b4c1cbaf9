/**
 * No refusal reaches a person as a bare code: each has a sentence in every language, and every language has the same
 * keys.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REFUSALS } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { sayIn } from '@/i18n/languages';

const folder = join(import.meta.dirname, '../../src/i18n');
const words = (lang: string, room: string) =>
  JSON.parse(readFileSync(join(folder, lang, room), 'utf8')) as Record<string, unknown>;

describe.each(['it', 'en'])('in %s', (lang) => {
  test.each(REFUSALS)('the refusal %s has a human sentence', (code) => {
    const sentence = words(lang, 'refusals.json')[`refusal.${code}`];
    expect(sentence).toEqual(expect.any(String));
    expect(String(sentence).length).toBeGreaterThan(10);
  });
});

test.each(readdirSync(join(folder, 'it')))(
  '%s says the same keys and placeholders in both languages',
  (room) => {
    const [it, en] = [words('it', room), words('en', room)];
    expect(Object.keys(en).sort()).toEqual(Object.keys(it).sort());
    const holes = (s: unknown) => [...new Set(JSON.stringify(s).match(/\{\w+\}/g) ?? [])].sort();
    for (const key of Object.keys(it)) expect([key, holes(en[key])]).toEqual([key, holes(it[key])]);
  },
);

test('[E02] the loser of a race reads who took the cell, by the number everybody cites', () => {
  const said = sayRefusal(sayIn('it'), { refused: 'cell_taken', detail: { topic: 7, free: [] } });
  expect(said).toContain('T07');
});

test('a placeholder that nothing fills is never shown to a person', () => {
  expect(sayRefusal(sayIn('it'), { refused: 'cell_taken' })).not.toContain('{');
});
