/** Keeps CONTRIBUTING.md true: its example is applied to a copy of the sources, type-checked and run. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const blocks = [...guide.matchAll(/^```(ts|tsx|diff) (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', path = '', text = '']) => ({ kind, path, text }),
);

/** The lines of a diff before and after. */
function change(file: string, diff: string): string {
  const lines = diff.split('\n').slice(0, -1);
  const side = (sign: '+' | '-') =>
    lines
      .filter((l) => l.startsWith(' ') || l.startsWith(sign))
      .map((l) => l.slice(1))
      .join('\n');
  const before = readFileSync(file, 'utf8');
  const parts = before.split(`${side('-')}\n`);
  expect(parts, `${file} has these lines once:\n${side('-')}`).toHaveLength(2);
  return parts.join(`${side('+')}\n`);
}

let copy = '';
const run = (...command: string[]) => {
  const [program = '', ...args] = command;
  const done = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status: done.status, said: done.stdout + done.stderr };
};

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'cerchi-example-'));
  for (const part of [
    'src',
    'db',
    'docs',
    'tests',
    'README.md',
    'tsconfig.json',
    'vitest.config.ts',
    'package.json',
  ])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { kind, path, text } of blocks) {
    const file = join(copy, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, kind === 'diff' ? change(file, text) : text);
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the worked example of CONTRIBUTING.md', () => {
  it('is one deed file, its test, its control, and lines where they belong', () => {
    expect(blocks.filter((b) => b.kind !== 'diff').map((b) => b.path)).toEqual([
      'src/domain/gathering/chairs.ts',
      'tests/domain/chairs.test.ts',
      'src/app/i/[code]/[[...where]]/_circle/chairs.tsx',
    ]);
  });

  it('has the right types', () => {
    const { status, said } = run('typescript-7/bin/tsc', '--noEmit');
    expect(said).toBe('');
    expect(status).toBe(0);
  });

  it('runs, says who may do it, and the house still holds', () => {
    const vitest = ['vitest/vitest.mjs', 'run', '--project', 'fast'];
    const walked = run(...vitest, 'tests/domain/authority.test.ts', '--update');
    expect(walked.status, walked.said).toBe(0);
    expect(readFileSync(join(copy, 'docs/authority.md'), 'utf8')).toMatch(
      /^\| askForChairs +\| ask for chairs in a circle +\| own +\| — +\| —/m,
    );
    const tests = ['domain/chairs', 'domain/authority', 'domain/refusals', 'i18n', 'architecture'].map(
      (t) => `tests/${t}`,
    );
    const { status, said } = run(...vitest, ...tests);
    expect(said).toContain('chairs.test.ts');
    expect(status, said).toBe(0);
  });
});
