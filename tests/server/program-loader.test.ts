/** The loader of the built server: its code cache, a damaged one, modules loaded on demand, and stack traces. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '@/server/files/project-root';

const loader = pathToFileURL(join(projectRoot, 'src/server/program-loader.mjs')).href;
let folder: string;
let program: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cerchi-loader-'));
  program = join(folder, 'program.cjs');
  const source = join(folder, 'greeting.ts');
  writeFileSync(
    source,
    `type Named = { name: string };

export function greet({ name }: Named): never {
  throw new Error(\`hello \${name}\`);
}
import('node:os').then(({ EOL }) => {
  try {
    greet({ name: 'hall' });
  } catch (e) {
    process.stdout.write((e as Error).stack + EOL);
  }
});
`,
  );
  await build({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false },
    sourcemap: 'linked',
    sourcesContent: false,
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program, and writes its code cache where `keep` is true. Returns what it printed and whether V8 refused the cache. */
function run(keep = false): { printed: string; rejected: boolean | undefined } {
  const text = `
    import { writeFileSync } from 'node:fs';
    import { runProgram, writeCodeCache } from '${loader}';
    const script = runProgram(${JSON.stringify(program)});
    process.once('exit', () => {
      if (${keep}) writeCodeCache(${JSON.stringify(program)}, script.createCachedData());
      writeFileSync(${JSON.stringify(join(folder, 'rejected'))}, String(script.cachedDataRejected));
    });`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  const said = readFileSync(join(folder, 'rejected'), 'utf8');
  return { printed: child.stdout, rejected: said === 'undefined' ? undefined : said === 'true' };
}

it('runs a program without a code cache, then with the one that was made of it', () => {
  expect(run(true)).toMatchObject({ printed: expect.stringContaining('hello hall'), rejected: undefined });
  expect(existsSync(`${program}.cache`)).toBe(true);
  expect(run()).toMatchObject({ printed: expect.stringContaining('hello hall'), rejected: false });
});

it('gives V8 no code cache with one bit changed, none of another text, and none that was cut', () => {
  run(true);
  const whole = readFileSync(`${program}.cache`);
  for (const at of [0, 40, Math.floor(whole.length / 2), whole.length - 1]) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(`${program}.cache`, damaged);
    expect(run(), `byte ${at}`).toMatchObject({
      printed: expect.stringContaining('hello hall'),
      rejected: undefined,
    });
  }
  writeFileSync(`${program}.cache`, whole.subarray(0, 20));
  expect(run()).toMatchObject({ printed: expect.stringContaining('hello hall'), rejected: undefined });
  writeFileSync(`${program}.cache`, whole);
  writeFileSync(program, readFileSync(program, 'utf8').replace('hello ', 'salve '));
  expect(run()).toMatchObject({ printed: expect.stringContaining('salve hall'), rejected: undefined });
});

it('names the source’s own file and line in a stack trace, and the bundle’s where the map is not there', () => {
  expect(run().printed).toMatch(/^Error: hello hall\n {4}at greet \([^\n]*greeting\.ts:4:9\)\n/);
  rmSync(`${program}.map`);
  expect(run().printed).toMatch(/\n {4}at greet \([^\n]*program\.cjs:\d+:\d+\)\n/);
});
