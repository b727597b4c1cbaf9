/** Compares docs/programming.md with the tests, both ways: every statement of the founding document. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedIn, read, root, testsIn } from './titles';

/** The statements named in the titles of a test file. */
const named = (file: string): Set<string> => namedIn(file, 'S\\d+');

const rows = read('docs/programming.md')
  .split('\n')
  .filter((line) => /^\| S\d/.test(line))
  .map((line) => {
    const [id = '', said = '', where = '', tests = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { id, said, where, tests: [...tests.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '') };
  });

describe('docs/programming.md', () => {
  it('has every statement once, in order, with what was said and where it is', () => {
    expect(rows.map((r) => r.id)).toEqual(
      Array.from({ length: 51 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`),
    );
    expect(rows.filter((r) => r.said === '' || r.where === '')).toEqual([]);
  });

  it.each(rows)('$id names tests that prove it', ({ id, tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const file of tests) {
      expect(existsSync(join(root, file)), file).toBe(true);
      expect([...named(file)], file).toContain(id);
    }
  });

  it('knows every statement that a test names', () => {
    const known = new Set(rows.map((r) => r.id));
    const strangers = testsIn(join(root, 'tests')).flatMap((file) =>
      [...named(file)].filter((id) => !known.has(id)).map((id) => `${file}: ${id}`),
    );
    expect(strangers).toEqual([]);
  });
});
