/** `npm start`: builds the pages when there is no build or it is older than the sources, then opens the house. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeReady } from './http/static-files';

const newest = (path: string): number => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const built = statSync('.next/BUILD_ID', { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = Math.max(...['src', 'public', 'package.json', 'next.config.ts'].map(newest));
if (sources > built) {
  console.log('Preparing the pages (a minute or two; only the first time, or after a change)…');
  const build = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    encoding: 'utf8',
  });
  // What it says is for who mends it, not for who starts it.
  if (build.status !== 0) {
    console.error(build.stdout, build.stderr);
    process.exit(build.status ?? 1);
  }
}
await makeReady('.next/static');
Object.assign(process.env, { NODE_ENV: 'production' });
await import('./main');
