/** Every promise of the informativa, the screens and these pages is in docs/privacy.md in their words, each beside a test. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const words = (lang: string): Record<string, unknown> =>
  Object.assign(
    {},
    ...readdirSync(join(root, 'src/i18n', lang)).map(
      (file) => JSON.parse(read(`src/i18n/${lang}/${file}`)) as object,
    ),
  ) as Record<string, unknown>;

const rows = read('docs/privacy.md')
  .split('\n')
  .filter((line) => /^\|.*`tests\//.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map(([, , key = '', says = '', test = '']) => ({ key, says, test }));

it('there are promises, and each is kept somewhere', () => {
  expect(rows.length).toBeGreaterThan(40);
});

/** A page's own text: its tables repeat words of others. */
const told = (page: string): string =>
  read(page)
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .join(' ')
    .replaceAll('*', '');

it.each(rows)('$key says “$says”, in every language something, and $test holds it', ({ key, says, test }) => {
  const isPage = key.endsWith('.md');
  expect(isPage ? told(key) : words('en')[key]).toContain(says);
  if (!isPage) expect(String(words('it')[key] ?? '').length).toBeGreaterThan(20);
  expect(existsSync(join(root, test)), test).toBe(true);
});
