/** Reads test titles: the statements and rules that each test file names. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Paths from the root. */
export const testsIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return testsIn(path);
    return /\.test\.tsx?$/.test(name) ? [relative(root, path)] : [];
  });

/** The ids in square brackets in the titles of a test file, such as `[IE]\d+`. */
export const namedIn = (file: string, id: string): Set<string> =>
  new Set(
    [
      ...read(file).matchAll(
        /\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g,
      ),
    ].flatMap((m) => [...(m[2] ?? '').matchAll(new RegExp(`\\[(${id})\\]`, 'g'))].map((x) => x[1] ?? '')),
  );
