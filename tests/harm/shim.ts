/** Shims that stand between the server and its disk: written in C beside this file, built when they are needed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const compiler = process.env.CC ?? 'cc';

/** The reason why no shim can be used on this machine, or null when one can. */
export function noShim(): string | null {
  if (process.platform !== 'linux')
    return 'Disks and power are simulated with LD_PRELOAD, which only Linux has. Run this on Linux.';
  if (spawnSync(compiler, ['--version']).status !== 0)
    return `A C compiler is needed and "${compiler}" is not there. Install one (Debian: apt-get install gcc libc6-dev), or name it with CC.`;
  return null;
}

/** Builds `name`.c into the folder; returns the path to preload. */
export function buildShim(name: 'unsynced' | 'bad-disk', folder: string): string {
  const source = fileURLToPath(new URL(`./${name}.c`, import.meta.url));
  const shim = join(folder, `${name}.so`);
  const flags = ['-shared', '-fPIC', '-O2', '-o', shim, source, '-ldl', '-lpthread'];
  const made = spawnSync(compiler, flags, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`the shim could not be built:\n${made.stderr}`);
  return shim;
}
