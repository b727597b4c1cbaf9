/**
 * `npm run mutate`: puts small faults into the code, one at a time, and counts those that no fast test notices.
 * `-- domain ui`: only those rooms. `-- --since main`: only the files changed since the branch left it. `-- --files
 * src/domain/words.ts`: only those. `-- domain --sample 150 --seed 7`: so many mutants of each room, drawn by chance.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { elsewhereOf, ROOMS, type Room } from './rooms';
import { liesIn } from './sample';
import { wilsonInterval } from './wilson-interval';

const root = resolve(import.meta.dirname, '../..');
process.chdir(root);
const args = process.argv.slice(2);

/** The values of an option, up to the next one. */
function after(option: string): string[] | null {
  const at = args.indexOf(option);
  if (at < 0) return null;
  const rest = args.slice(at + 1);
  const end = rest.findIndex((a) => a.startsWith('--'));
  return end < 0 ? rest : rest.slice(0, end);
}

const since = after('--since')?.[0];
const only =
  after('--files') ??
  (since === undefined
    ? null
    : execFileSync('git', ['diff', '--name-only', '--diff-filter=d', '--merge-base', since], {
        encoding: 'utf8',
      })
        .split('\n')
        .filter((file) => file !== '' && existsSync(file)));
const sample = after('--sample')?.[0];
if (sample !== undefined && !(Number(sample) > 0)) throw new Error('--sample takes a number of mutants');
const seed = after('--seed')?.[0] ?? '1';
if (sample !== undefined) Object.assign(process.env, { MUTANTS_SAMPLE: sample, MUTANTS_SEED: seed });
const named = args.filter((a) => ROOMS.some((r) => r.name === a));

const filesOf = ({ folder }: Room): readonly string[] =>
  only === null
    ? [`${folder}/**/*.{ts,tsx}`]
    : only.filter((file) => file.startsWith(`${folder}/`) && /\.tsx?$/.test(file));

/** `of`: the mutants tried; `all`: those of the whole room but the `elsewhere` ones, which no test can notice. */
type Found = {
  killed: number;
  timedOut: number;
  of: number;
  all: number;
  elsewhere: number;
  score: number;
  survivors: string[];
};

/** One room: Stryker runs the tests that reach each mutant, in two processes. */
async function mutate(room: Room, files: readonly string[]): Promise<Found> {
  process.env.MUTANTS_TESTS = room.tests.join(',');
  process.env.MUTANTS_ELSEWHERE = elsewhereOf(room).join(',');
  const results = await new Stryker({
    testRunner: 'vitest',
    plugins: [
      '@stryker-mutator/vitest-runner',
      resolve(root, 'tests/mutants/class-names.js'),
      resolve(root, 'tests/mutants/sample.js'),
    ],
    ignorers: ['class-names'],
    checkers: sample === undefined ? [] : ['sample'],
    // Of a whole room every test is related; asking that again for each mutant takes time.
    vitest: { configFile: 'vitest.mutants.ts', related: only !== null },
    mutate: [...files],
    coverageAnalysis: 'perTest',
    // Code that runs once when a file is loaded (schemas, lists of words) would need all tests for each mutant.
    ignoreStatic: true,
    concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 2),
    // In ms. Where others use the machine too, a mutant that is only slow must not count as killed.
    timeoutMS: Number(process.env.MUTANTS_PATIENCE ?? 20) * 1000,
    dryRunTimeoutMinutes: 30,
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
    jsonReporter: { fileName: `coverage/mutants-${room.name}.json` },
    tempDirName: 'coverage/.mutants',
    ignorePatterns: ['/data', '/dist', '/.next', '/pictures', '/coverage', '/.git'],
    allowConsoleColors: false,
    logLevel: 'warn',
    // biome-ignore lint/suspicious/noExplicitAny: Stryker's own options are declared looser than they are read
  } as any).runMutationTest();
  const counts = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];
  const made = results.filter((r) => r.status === 'CompileError' || counts.includes(r.status));
  const here = made.filter((r) => !liesIn(r, elsewhereOf(room)));
  const counted = here.filter((r) => counts.includes(r.status));
  const timedOut = counted.filter((r) => r.status === 'Timeout').length;
  const killed = counted.filter((r) => r.status === 'Killed').length + timedOut;
  const survivors = counted
    .filter((r) => r.status === 'Survived' || r.status === 'NoCoverage')
    .map(
      (r) =>
        `${relative(root, r.fileName)}:${r.location.start.line} ${r.mutatorName} → ${r.replacement.slice(0, 60)}`,
    );
  const score = counted.length === 0 ? 100 : (killed / counted.length) * 100;
  const elsewhere = made.length - here.length;
  return { killed, timedOut, of: counted.length, all: here.length, elsewhere, score, survivors };
}

let below = false;
let mutated = 0;
for (const room of ROOMS) {
  if (named.length > 0 && !named.includes(room.name)) continue;
  const files = filesOf(room);
  if (files.length === 0) continue;
  mutated += 1;
  const begun = Date.now();
  const { killed, timedOut, of, all, elsewhere, score, survivors } = await mutate(room, files);
  console.log(survivors.join('\n'));
  const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
  const [low, high] = wilsonInterval(killed, of).map((share) => (share * 100).toFixed(1));
  const drawn = sample === undefined ? '' : ` drawn from ${all} (seed ${seed})`;
  const interval = sample === undefined ? '' : ` (95 % interval ${low}–${high} %)`;
  console.log(
    `${room.name}: ${killed} of ${of} mutants${drawn} killed, ${timedOut} of them by taking too long, ${score.toFixed(1)} %${interval} (least ${room.least} %), ${minutes} minutes`,
  );
  if (elsewhere > 0) {
    console.log(`${elsewhere} mutants of files that run elsewhere are not counted:`);
    for (const [file, reason] of Object.entries(room.elsewhere ?? {}))
      console.log(`  ${room.folder}/${file}: ${reason}`);
  }
  if (score < room.least) below = true;
}
if (mutated === 0) console.log('No file of these rooms was changed: nothing to mutate.');
process.exitCode = below ? 1 : 0;
