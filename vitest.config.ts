/**
 * Four projects. `fast` runs in seconds and starts no process and no thread (`tests/no-process.setup.ts` refuses them).
 * `processes` runs in the same way what needs one (a writer of documents, a reader of sheets, PostgreSQL, the command line),
 * and what has whole books written. `slow` starts the whole server, waits on real clocks or tries every order. `journeys`
 * opens a real browser. `npm run check` runs the first, `npm test` all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification, type Vite } from 'vitest/node';

// V8's optimizing compiler took a fifth of the processor time of the fast tests, mostly for functions that soon run no more. Their
// threads call a function nine times as often as by default before they compile it. Processes that a test starts do not.
setFlagsFromString('--interrupt-budget=600000');

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const resolve = { alias: { '@': at('./src') } };
/** A passphrase costs next to nothing in the tests' own process. Servers that they start use the true argon2. */
const quickHashes = { alias: { ...resolve.alias, '@node-rs/argon2': at('./tests/server/quick-argon2.ts') } };

/** A translated source holds the paths of its imports: it is good while no file is added, renamed or removed. */
const names = ['src', 'tests', 'db']
  .map((folder) => readdirSync(at(folder), { recursive: true }).join())
  .join();
const plugins: Vite.Plugin[] = [
  {
    name: 'file-names-in-cache-keys',
    configureVitest: ({ experimental_defineCacheKeyGenerator: add }) => add(() => names),
  },
];

const inServer = (name: string) => `server/${name}`;
/** They lie beside the other tests of their room, for whose faults (`npm run mutate`) they answer too. */
const PROCESSES = [
  ...['documents', 'map-in-book', 'meeting-books', 'proceedings', 'scripts'].map((name) => `reports/${name}`),
  ...['books', 'database-move', 'documents', 'forgotten-passphrase', 'hall-authority', 'imports'].map(
    inServer,
  ),
  ...['low-priority', 'postgres', 'program-loader', 'region', 'two-worlds-documents'].map(inServer),
].map((name) => `tests/${name}.test.ts`);
/** `fast` tries it with SQLite alone. */
const BOTH_DATABASES = 'tests/server/store-contract.test.ts';

const needsDocument = ({ moduleId }: TestSpecification): boolean =>
  readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment happy-dom');

/** In the order they run. The first two share their workers' time, and so do the others: `groupOrder`. */
const PROJECTS = ['processes', 'fast', 'slow', 'journeys'];

/** From the longest down: each takes half a minute and more on a busy machine. */
const LONGEST = [
  'slow/two-worlds',
  'slow/standby',
  'harm/harm',
  'journeys/every-page',
  'journeys/walls',
  'journeys/every-page-torture',
  'journeys/browsers',
  'journeys/full-day',
  'harm/upgrade-power',
  'harm/inherited-names',
  'journeys/libreoffice',
  'journeys/two-worlds-pages',
  'journeys/calls',
  'journeys/keyboard-facilitator',
  'harm/slow-crowd',
  'harm/start',
  'journeys/rehearsal',
  'journeys/keyboard-participant',
  'journeys/early-tap',
  'journeys/own-names',
  'journeys/planners-week',
  'journeys/office',
  'journeys/planning',
  'journeys/reading',
];
const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return at < 0 ? LONGEST.length : at;
};

/**
 * The longest files come first: one that begins late runs alone at the end. A fresh clone has no times of an earlier run, and
 * there Vitest begins with the largest files, which are not the longest.
 * Files that need a document come after all the others. A worker takes the next file only if it needs the same environment: in a
 * mixed order there was a new worker for nearly every file, which loads all modules again. It leaves a project for good too, so
 * the projects come one after the other.
 */
class FileOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = ({ project }: TestSpecification) => PROJECTS.indexOf(project.name);
    const sorted = (await super.sort(files)).sort((a, b) => turn(a) - turn(b) || rank(a) - rank(b));
    const [document, none] = [sorted.filter(needsDocument), sorted.filter((f) => !needsDocument(f))];
    return [...none, ...document];
  }
}

/** Of `fast` and `processes`. */
const shared: NonNullable<TestProjectInlineConfiguration['test']> = {
  environment: 'node',
  globalSetup: ['tests/memory-folder.setup.ts'],
  // Files share the modules they load: loading them again for each file took half the time of this project. So
  // a test that changes something global restores it.
  pool: 'threads',
  isolate: false,
  // One more than there are cores: a test that waits for a frame or an answer leaves its core to another.
  maxWorkers: availableParallelism() + 1,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve,
  test: {
    sequence: { sequencer: FileOrder },
    // Translated sources are kept for the next run. To translate them all again takes a tenth of a run.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'node_modules/.cache/vitest' },
    projects: [
      {
        plugins,
        resolve: quickHashes,
        test: {
          ...shared,
          name: 'fast',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/slow/**', 'tests/journeys/**', 'tests/harm/**', ...PROCESSES],
          setupFiles: ['tests/real-clock.setup.ts', 'tests/no-process.setup.ts'],
          env: { DATABASES: 'SQLite' },
        },
      },
      {
        plugins,
        resolve: quickHashes,
        test: {
          ...shared,
          name: 'processes',
          include: [...PROCESSES, BOTH_DATABASES],
          setupFiles: ['tests/real-clock.setup.ts'],
        },
      },
      {
        plugins,
        resolve,
        test: {
          name: 'slow',
          environment: 'node',
          include: ['tests/slow/**/*.test.ts'],
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins,
        resolve: quickHashes,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts', 'tests/harm/**/*.test.ts'],
          // Generous, because a machine may be ten times slower than yesterday; waits end as soon as they can.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 60_000 } },
          globalSetup: ['tests/journeys/build.setup.ts'],
          // Four at a time, after the fast ones: much of a journey is waiting, for a page or for people who take their
          // time.
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
