/** The tests of one room, as Stryker runs them on each mutant: `npm run mutate`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folders = (process.env.MUTANTS_TESTS ?? '*').split(',');
/** What a passphrase really costs is a matter of the slow tests only. */
const quick = folders.includes('slow')
  ? []
  : [{ find: '@node-rs/argon2', replacement: at('./tests/server/quick-argon2.ts') }];

export default defineConfig({
  resolve: {
    alias: [
      // Each test makes the schemas that it uses, and so counts as one that reaches them.
      { find: /^\.\/lazy-value$/, replacement: at('./tests/mutants/value-per-test.ts') },
      { find: '@', replacement: at('./src') },
      ...quick,
    ],
  },
  test: {
    environment: 'node',
    include: folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`),
    setupFiles: ['tests/real-clock.setup.ts'],
    // As in the fast project: loading every module again for each test file takes longer than the tests.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Few seeds of the sync machine's chaos: two thousand for each mutant would take days.
    env: { SEEDS: '60' },
  },
});
