/**
 * `npm run faults`: puts each fault of the first attack back, one at a time, and fails if its test does not notice.
 * `npm run faults -- 3.5` takes only those of that number.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FAULTS } from './faults';

process.chdir(resolve(import.meta.dirname, '../..'));
let unnoticed = 0;
const [, , only] = process.argv;
const chosen = FAULTS.filter(({ section }) => !only || section === only);
for (const { section, fault, file, was, back, test, title } of chosen) {
  const sound = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    sound.replace(was, () => back),
  );
  try {
    const titled = title ? ['-t', title] : [];
    // Without the journeys' project: that one builds the pages first.
    const run = spawnSync(
      'npx',
      ['vitest', 'run', '--config', 'vitest.mutants.ts', '--experimental.fsModuleCache', test, ...titled],
      {
        encoding: 'utf8',
        env: { ...process.env, MUTANTS_TESTS: test.split('/')[1] },
      },
    );
    const noticed = run.status !== 0 && /Tests .*\d+ failed/.test(run.stdout.replace(/\p{Cc}\[\d+m/gu, ''));
    if (!noticed) unnoticed += 1;
    console.log(`${noticed ? 'noticed  ' : 'UNNOTICED'} ${section} ${fault}: ${test}`);
  } finally {
    writeFileSync(file, sound);
  }
}
console.log(`${chosen.length - unnoticed} of ${chosen.length} noticed`);
process.exitCode = unnoticed === 0 && chosen.length > 0 ? 0 : 1;
