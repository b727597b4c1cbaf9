/** `npm start`: builds when there is no build or it is older than the sources, then runs the built server. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program-loader.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @param {string} path
 * @returns {number} the latest change in a file or folder, in epoch milliseconds; 0 when there is none
 */
function changedAt(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

const SOURCES = ['src', 'db', 'public', 'package.json', 'next.config.ts', 'postcss.config.mjs'];
/** Exit code of a build that waited for another process's: `WAITED` in build/build-lock.ts. */
const WAITED = 75;
// A release carries no sources of the pages, so they cannot have changed.
const hasSources = existsSync(join(root, 'src/app'));
const isOutdated = () => {
  const built = statSync(join(root, 'dist/BUILT'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Math.max(...SOURCES.map((name) => changedAt(join(root, name)))) > built;
};
let status = WAITED;
while (hasSources && status === WAITED && isOutdated()) {
  console.log('Preparing the pages (a minute or two; only the first time, or after a change)…');
  const build = spawnSync(process.execPath, ['--import', 'tsx', 'src/server/build/build.ts', '--for-start'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  status = build.status ?? 1;
  if (status !== 0 && status !== WAITED) process.exit(status);
}
process.env.NODE_ENV = 'production';
runProgram(join(root, 'dist/main.cjs'));
