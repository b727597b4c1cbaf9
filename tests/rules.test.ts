/** Holds docs/rules.md to the tests and the code, and the tests to docs/rules.md. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedIn, read, root, testsIn } from './titles';

/** The rules named in the titles of a test file. */
const named = (file: string): Set<string> => namedIn(file, '[IEY]\\d+');

const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '');
const rows = read('docs/rules.md')
  .split('\n')
  .filter((line) => /^\| [IEY]\d/.test(line))
  .map((line) => {
    const [id = '', rule = '', where = '', test = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { id, rule, where: where.split(' · ').map(quoted), tests: quoted(test) };
  });

const upTo = (n: number, name: (i: number) => string): string[] =>
  Array.from({ length: n }, (_, i) => name(i + 1));

describe('docs/rules.md', () => {
  it('has every rule once, in order', () => {
    expect(rows.map((r) => r.id)).toEqual([
      ...upTo(12, (i) => `I${i}`),
      ...upTo(41, (i) => `E${String(i).padStart(2, '0')}`),
      ...upTo(18, (i) => `Y${String(i).padStart(2, '0')}`),
    ]);
  });

  it.each(rows)('$id names tests that prove it', ({ id, tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const file of tests) {
      expect(existsSync(join(root, file)), file).toBe(true);
      expect([...named(file)], file).toContain(id);
    }
  });

  it.each(rows)('$id lives where it says', ({ where }) => {
    for (const [path = '', ...names] of where) {
      const text = read(path);
      for (const name of names) expect(text, `${path} has no ${name}`).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });

  it('knows every rule that a test names', () => {
    const known = new Set(rows.map((r) => r.id));
    const strangers = testsIn(join(root, 'tests')).flatMap((file) =>
      [...named(file)].filter((id) => !known.has(id)).map((id) => `${file}: ${id}`),
    );
    expect(strangers).toEqual([]);
  });
});
