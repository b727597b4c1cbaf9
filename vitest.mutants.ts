/** The tests of one room, as Stryker runs them on each mutant: `npm run mutate`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folders = (process.env.MUTANTS_TESTS ?? '*').split(',');
/** What a passphrase really costs is a matter of the slow tests only. */
const quick: Record<string, string> = folders.includes('slow')
  ? {}
  : { '@node-rs/argon2': fileURLToPath(new URL('./tests/server/quick-argon2.ts', import.meta.url)) };

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)), ...quick },
  },
  test: {
    environment: 'node',
    include: folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`),
    // As in the fast project: loading every module again for each test file takes longer than the tests.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    testTimeout: 60_000,
    // Few seeds of the sync machine's chaos: two thousand for each mutant would take days.
    env: { SEEDS: '60' },
  },
});
