/** The sample of mutants that `npm run mutate -- --sample` tries: by chance, the same again, and said with its interval. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { filesIn, importsAmong, root, src } from './graph';
import { elsewhereOf, ROOMS } from './mutants/rooms';
import { draw, strykerPlugins } from './mutants/sample';
import { wilsonInterval } from './mutants/wilson-interval';

const mutants = (n: number, first = 0) =>
  Array.from({ length: n }, (_, i) => ({
    id: String(i),
    fileName: `/folder/src/file-${(first + i) % 7}.ts`,
    location: { start: { line: first + i, column: 1 }, end: { line: first + i, column: 9 } },
    mutatorName: 'ConditionalExpression',
    replacement: 'true',
  }));

describe('a sample of mutants', () => {
  it('has the asked number, and is the same for the same seed in any order and folder', () => {
    const all = mutants(500);
    const drawn = draw(all, 50, 'one', '/folder');
    expect(new Set(drawn).size).toBe(50);
    expect(draw([...all].reverse(), 50, 'one', '/folder')).toEqual(drawn);
    const elsewhere = all.map((m) => ({ ...m, fileName: m.fileName.replace('/folder', '/other') }));
    expect(draw(elsewhere, 50, 'one', '/other')).toEqual(drawn);
    expect(draw(all, 50, 'two', '/folder')).not.toEqual(drawn);
    expect(draw(all, 900, 'one', '/folder')).toHaveLength(500);
  });

  it('draws every mutant as often as any other, over many seeds', () => {
    const all = mutants(40);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++)
      for (const id of draw(all, 10, String(seed), '/folder')) times.set(id, (times.get(id) ?? 0) + 1);
    // 500 each is expected; six standard deviations around it.
    expect([...times.values()].filter((n) => n < 380 || n > 620)).toEqual([]);
    expect(times.size).toBe(40);
  });

  it('tells apart mutants that differ in place, kind or replacement only', () => {
    const [one] = mutants(1);
    const twins = [
      one,
      { ...one, id: '1', replacement: 'false' },
      { ...one, id: '2', mutatorName: 'BooleanLiteral' },
      { ...one, id: '3', location: { start: { line: 0, column: 1 }, end: { line: 0, column: 10 } } },
    ] as ReturnType<typeof mutants>;
    const firsts = Array.from({ length: 200 }, (_, seed) => draw(twins, 1, String(seed), '/folder')[0]);
    expect(new Set(firsts)).toEqual(new Set(['0', '1', '2', '3']));
  });
});

describe('files whose mutants are not counted, because they run elsewhere', () => {
  const listed = ROOMS.flatMap(elsewhereOf);

  it('are there, each with its reason', () => {
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    for (const { elsewhere = {} } of ROOMS)
      for (const [file, reason] of Object.entries(elsewhere)) expect(reason, file).toMatch(/\w+ \w+/);
  });

  it('are loaded by no test: a file that runs in both places is counted', () => {
    const edges = importsAmong([...filesIn(src), ...filesIn(join(root, 'tests'))]).filter((e) => !e.typeOnly);
    const next = new Map<string, string[]>();
    for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
    const reached = new Set(edges.map((e) => e.from).filter((file) => /\.test\.tsx?$/.test(file)));
    for (const file of reached) for (const to of next.get(file) ?? []) reached.add(to);
    const loaded = [...reached].map((file) => relative(root, join(src, file)));
    // One that is loaded in the tests' process beside the others of its folder.
    expect(loaded).toContain('src/server/database/postgres-store.ts');
    expect(listed.filter((file) => loaded.includes(file))).toEqual([]);
  });

  it('are never drawn into a sample', async () => {
    const files = 'src/file-1.ts,src/file-3.ts';
    vi.stubEnv('MUTANTS_ELSEWHERE', files).stubEnv('MUTANTS_SAMPLE', '20').stubEnv('MUTANTS_SEED', 'one');
    const all = mutants(70);
    const here = all.filter((m) => !/file-[13]\.ts$/.test(m.fileName));
    const groups = await strykerPlugins[0].value.group(all);
    expect(groups.slice(0, -1)).toEqual(draw(here, 20, 'one').map((id) => [id]));
    expect(groups.flat().sort()).toEqual(all.map((m) => m.id).sort());
  });
});

it('the interval of a share is Wilson’s', () => {
  const rounded = (hits: number, of: number) => wilsonInterval(hits, of).map((x) => Number(x.toFixed(4)));
  // Newcombe, “Two-sided confidence intervals for the single proportion”, 1998, table I, method 3.
  expect(rounded(81, 263)).toEqual([0.2553, 0.3662]);
  expect(rounded(15, 148)).toEqual([0.0624, 0.1605]);
  expect(rounded(0, 20)).toEqual([0, 0.1611]);
  expect(rounded(1, 29)).toEqual([0.0061, 0.1718]);
  expect(rounded(20, 20)).toEqual([0.8389, 1]);
  expect(wilsonInterval(0, 0)).toEqual([0, 1]);
});
