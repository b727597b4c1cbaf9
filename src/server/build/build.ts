/** `npm run build`: the pages and the server, side by side, and the stamp that says of which sources. */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../files/project-root';
import { makeReady } from '../http/static-files';
import { bundleServer } from './server-bundle';

/** What Next prints is for the person who mends the build: it is shown only when the build fails. */
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

/** After an upgrade Next's own cache can remember packages that were missing then: a failed build is tried once without it. */
const buildPagesAgain = (): Promise<void> => {
  rmSync(join(projectRoot, '.next'), { recursive: true, force: true });
  return buildPages();
};

const begun = new Date();
try {
  await Promise.all([buildPages().catch(buildPagesAgain), bundleServer()]);
  await makeReady(join(projectRoot, '.next/static'));
  writeFileSync(join(projectRoot, 'dist/BUILT'), `${begun.toISOString()}\n`);
} catch (e) {
  console.error(e instanceof Error ? e.message : String(e));
  process.exit(1);
}
