/** The tests of one room, as Stryker runs them on each mutant: `npm run mutate`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'node',
    include: (process.env.MUTANTS_TESTS ?? '*')
      .split(',')
      .map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`),
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    testTimeout: 60_000,
    // Few seeds of the sync machine's chaos: two thousand for each mutant would take days.
    env: { SEEDS: '60' },
  },
});
