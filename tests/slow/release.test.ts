/** A release holds all that the built server opens and imports: it is tried as it is staged, without the sources. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isShipped, releaseFiles } from '@/server/build/release-files';
import { bundleServer } from '@/server/build/server-bundle';
import { projectRoot } from '@/server/files/project-root';

const MINUTES = 60_000;
/** Packages that libraries try and do without; and esbuild, asked for only by a server that runs from its sources. */
const OPTIONAL = new Set(['pg-native', 'supports-color', 'bufferutil', 'utf-8-validate', 'esbuild']);
let folder: string;
let imports: string[];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'cerchi-release-')));
  for (const path of releaseFiles().filter((p) => p !== 'dist'))
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const { outputs } = await bundleServer(join(folder, 'dist'));
  imports = Object.values(outputs).flatMap((output) =>
    output.imports.filter((i) => i.external).map((i) => i.path),
  );
}, 2 * MINUTES);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('carries every package that the bundle leaves outside', () => {
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const needed = imports
    .filter((path) => !path.startsWith('node:') && !builtinModules.includes(path.split('/')[0] ?? ''))
    .map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path)
    .filter((name) => !OPTIONAL.has(name));
  expect(needed).toEqual(expect.arrayContaining(['next', 'better-sqlite3']));
  expect(needed.filter((name) => !(name in dependencies) || !isShipped(name))).toEqual([]);
});

it(
  'writes the demonstration’s documents with nothing but what it carries',
  () => {
    expect(existsSync(join(folder, 'src/cli/cli.ts'))).toBe(false);
    const cerchi = (...args: string[]) =>
      execFileSync(process.execPath, [join(folder, 'dist/cli.js'), ...args], {
        cwd: folder,
        env: { ...process.env, CERCHI_DATA: join(folder, 'data') },
        encoding: 'utf8',
      });
    cerchi('demo');
    for (const [form, begins] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const file = join(folder, `book.${form}`);
      cerchi('export', 'path', '--file', `programma-attuativo.${form}`, '--out', file);
      expect(readFileSync(file, 'latin1').slice(0, begins.length)).toBe(begins);
    }
    expect(cerchi('verify')).toMatch(/^ok /m);
  },
  3 * MINUTES,
);
