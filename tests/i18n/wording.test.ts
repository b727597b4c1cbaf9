/** One thing has one name: the abandoned words of docs/wording.md are on no screen, in no export and in no guide. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const rows = readFileSync(join(root, 'docs/wording.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| thing') && !/^\| -/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const abandoned = (column: number): string[] =>
  rows.flatMap((row) => (row[column] ?? '').split('; ')).filter((word) => word !== '');

const sentences = (lang: string): [string, string][] =>
  readdirSync(join(root, 'src/i18n', lang)).flatMap((file) =>
    Object.entries(
      JSON.parse(readFileSync(join(root, 'src/i18n', lang, file), 'utf8')) as Record<string, unknown>,
    ).map(([key, said]): [string, string] => [key, JSON.stringify(said).toLowerCase()]),
  );

/** Lines of the guides, by file and number. */
const guides = (lang: string): [string, string][] =>
  readdirSync(join(root, 'docs/guide', lang))
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      readFileSync(join(root, 'docs/guide', lang, file), 'utf8')
        .split('\n')
        .map((line, i): [string, string] => [
          `${file}:${i + 1}`,
          line.replace(/src="[^"]*"/, '').toLowerCase(),
        ]),
    );

/** Lines of what exports and documents say in Italian, by file and number. */
const exported = (): [string, string][] =>
  readdirSync(join(root, 'src/reports'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      readFileSync(join(root, 'src/reports', file), 'utf8')
        .split('\n')
        .map((line, i): [string, string] => [`${file}:${i + 1}`, line.toLowerCase()]),
    );

it('no export says an abandoned word in Italian', () => {
  const lines = exported();
  expect(lines.length).toBeGreaterThan(2000);
  const wrong = abandoned(4).flatMap((word) =>
    lines.filter(([, text]) => text.includes(word.toLowerCase())).map(([key]) => `${key}: ${word}`),
  );
  expect(wrong).toEqual([]);
});

it.each([
  ['it', 4],
  ['en', 5],
] as const)('no sentence or guide in %s says an abandoned word', (lang, column) => {
  const words = abandoned(column);
  expect(words.length).toBeGreaterThan(4);
  const said = sentences(lang);
  expect(said.length).toBeGreaterThan(1000);
  const guided = guides(lang);
  expect(guided.length).toBeGreaterThan(200);
  const wrong = words.flatMap((word) =>
    [...said, ...guided]
      .filter(([, text]) => text.includes(word.toLowerCase()))
      .map(([key]) => `${key}: ${word}`),
  );
  expect(wrong).toEqual([]);
});

/** The number four in each language: a gathering may also use the fifth principle. */
const FOUR: Record<string, string> = {
  ar: 'أربع',
  en: 'four',
  es: 'cuatro',
  fr: 'quatre',
  it: 'quattro',
  ro: 'patru',
  uk: 'чотири',
  ur: 'چار',
  zh: '四',
};

it.each(Object.entries(FOUR))(
  'no title in %s counts the principles: a gathering may have five',
  (lang, four) => {
    const titles = sentences(lang).filter(
      ([key]) => key === 'wall.principles' || key === 'method.principles',
    );
    expect(titles).toHaveLength(2);
    expect(titles.filter(([, said]) => said.includes(four))).toEqual([]);
  },
);
