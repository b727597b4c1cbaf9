/** `npm run faults`: puts each fault of the first attack back, one at a time, and fails if its test does not notice. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FAULTS } from './faults';

process.chdir(resolve(import.meta.dirname, '../..'));
let unnoticed = 0;
for (const { fault, file, was, back, test, title } of FAULTS) {
  const sound = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    sound.replace(was, () => back),
  );
  try {
    const only = title ? ['-t', title] : [];
    const run = spawnSync('npx', ['vitest', 'run', '--project', 'fast', test, ...only], { encoding: 'utf8' });
    const noticed = run.status !== 0 && /Tests .*\d+ failed/.test(run.stdout.replace(/\p{Cc}\[\d+m/gu, ''));
    if (!noticed) unnoticed += 1;
    console.log(`${noticed ? 'noticed  ' : 'UNNOTICED'} ${fault}: ${test}`);
  } finally {
    writeFileSync(file, sound);
  }
}
console.log(`${FAULTS.length - unnoticed} of ${FAULTS.length} noticed`);
process.exitCode = unnoticed === 0 ? 0 : 1;
