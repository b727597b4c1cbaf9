/** The faults of the first attack can still be put back where the list says, and docs/security.md names each with its test. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { FAULTS } from './mutants/faults';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const rows = read('docs/security.md')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, section, fault, test]) => `${section} ${fault} ${test}`);

it.each(FAULTS)('$fault: $test', ({ section, fault, file, was, back, test, title }) => {
  expect(read(file).split(was)).toHaveLength(2);
  expect(read(file).replace(was, () => back)).not.toBe(read(file));
  expect(existsSync(join(root, test))).toBe(true);
  if (title) expect(read(test)).toContain(title);
  expect(rows).toContain(`${section} ${fault} \`${test}\``);
});
