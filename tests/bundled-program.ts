/**
 * Bundles a TypeScript program for tests that start it in processes of its own: through tsx each start reads and
 * translates hundreds of files, which takes most of its processor time.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { EXTERNAL, REQUIRE } from '@/server/build/server-bundle';
import { projectRoot } from '@/server/files/project-root';

/** Inside the project, so that the bundles find its packages. */
const CACHE = join(projectRoot, 'node_modules/.cache/cerchi-programs');
const made = new Map<string, string>();

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Vitest kills its workers, which then remove nothing: the next process does it for them. */
function removeLeftovers(): void {
  for (const name of readdirSync(CACHE))
    if (!isAlive(Number(/^(\d+)-/.exec(name)?.[1] ?? Number.NaN)))
      rmSync(join(CACHE, name), { recursive: true, force: true });
}

/** The bundle's path: made at the first call, and removed after the end of this process. `source` is inside the project. */
export function bundledProgram(source: string): string {
  const ready = made.get(source);
  if (ready) return ready;
  mkdirSync(CACHE, { recursive: true });
  removeLeftovers();
  const folder = mkdtempSync(join(CACHE, `${process.pid}-`));
  buildSync({
    absWorkingDir: projectRoot,
    entryPoints: [source],
    outdir: folder,
    bundle: true,
    splitting: true,
    external: EXTERNAL,
    banner: { js: REQUIRE },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });
  const program = join(folder, basename(source).replace(/\.ts$/, '.js'));
  made.set(source, program);
  return program;
}
