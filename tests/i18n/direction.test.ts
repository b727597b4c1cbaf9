/** A sentence keeps its language's direction, also where it begins with a name written in the other one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Dictionary, type Sentence, speak } from '@/i18n/say';

const folder = join(import.meta.dirname, '../../src/i18n');
const dictionary = (lang: string): Dictionary =>
  Object.assign(
    {},
    ...readdirSync(join(folder, lang)).map(
      (file) => JSON.parse(readFileSync(join(folder, lang, file), 'utf8')) as object,
    ),
  );
/** The first letter that a browser looks at for the direction of a paragraph: it skips what is isolated. */
const firstLetter = (text: string): string =>
  /\p{L}/u.exec(text.replace(/\u2068[^\u2069]*\u2069/g, ''))?.[0] ?? '';
const holes = (sentence: Sentence): string[] =>
  [...JSON.stringify(sentence).matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');

it.each(['ar', 'ur'])('a sentence in %s around names in Latin letters is read from the right', (lang) => {
  const words = dictionary(lang);
  const say = speak(lang, words);
  const filled = Object.entries(words).flatMap(([key, sentence]) => {
    const names = holes(sentence).filter((name) => name !== 'n');
    return names.length > 0
      ? [[key, say.dynamic(key, { n: 3, ...Object.fromEntries(names.map((name) => [name, 'Tiglio'])) })]]
      : [];
  });
  expect(filled.length).toBeGreaterThan(50);
  // A sentence of names alone has no letter of its own.
  const wrong = filled.filter(([, said]) => /[A-Za-z]/.test(firstLetter(said ?? '')));
  expect(wrong).toEqual([]);
});

it('isolates an Arabic name in an Italian sentence, nothing else', () => {
  const say = speak('it', { 'waiting.swap': '{name}: scambiamo posto?' });
  expect(say('waiting.swap', { name: 'أمينة' })).toBe('\u2068أمينة\u2069: scambiamo posto?');
  expect(say('waiting.swap', { name: 'Amina' })).toBe('Amina: scambiamo posto?');
  const arabic = speak('ar', { 'wall.slotEnds': '{slot} تنتهي الساعة {time}' });
  expect(arabic('wall.slotEnds', { slot: 'Turno 2', time: '13:14' })).toBe(
    '\u2068Turno 2\u2069 تنتهي الساعة 13:14',
  );
  expect(arabic('wall.slotEnds', { slot: 'الثاني', time: '13:14' })).toBe('الثاني تنتهي الساعة 13:14');
});
