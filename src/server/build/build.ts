/**
 * `npm run build`: builds the pages and the server, and writes a stamp of the sources they were built from. `--for-start`:
 * where another build was under way, waits for it and builds nothing.
 */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../files/project-root';
import { makeReady } from '../http/static-files';
import { holdBuild, WAITED } from './build-lock';
import { makeCodeCache } from './code-cache';
import { bundleServer, SERVER } from './server-bundle';

/** Next's output is only useful to somebody who repairs the build, so it is shown only when the build fails. */
const buildPages = (): Promise<void> =>
  new Promise((done, failed) => {
    const next = spawn(process.execPath, [join(projectRoot, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [next.stdout, next.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    next.once('error', failed);
    next.once('exit', (code) => (code === 0 ? done() : failed(new Error(output))));
  });

/**
 * After an upgrade, Next's cache can remember packages that were missing before: a failed build is tried once without
 * the cache.
 */
const buildPagesAgain = (): Promise<void> => {
  rmSync(join(projectRoot, '.next'), { recursive: true, force: true });
  return buildPages();
};

const lock = holdBuild();
if (lock.waited && process.argv.includes('--for-start')) process.exit(WAITED);
const begun = new Date();
try {
  await Promise.all([buildPages().catch(buildPagesAgain), bundleServer()]);
  await Promise.all([
    makeReady(join(projectRoot, '.next/static')),
    makeCodeCache(join(projectRoot, 'dist', SERVER)),
  ]);
  writeFileSync(join(projectRoot, 'dist/BUILT'), `${begun.toISOString()}\n`);
  lock.letGo();
} catch (e) {
  console.error(e instanceof Error ? e.message : String(e));
  process.exit(1);
}
