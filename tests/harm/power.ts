/** Power cuts: the server is shot, and its data folder replaced by what a disk without power would still hold. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Judgement } from './judge';
import { besiege } from './siege';

const source = fileURLToPath(new URL('./unsynced.c', import.meta.url));
const compiler = process.env.CC ?? 'cc';

/** Why power cannot be cut on this machine, or null when it can. */
export function noPower(): string | null {
  if (process.platform !== 'linux')
    return 'Power cuts are simulated with LD_PRELOAD, which only Linux has. Run this on Linux.';
  if (spawnSync(compiler, ['--version']).status !== 0)
    return `Power cuts need a C compiler and "${compiler}" is not there. Install one (Debian: apt-get install gcc libc6-dev), or name it with CC.`;
  return null;
}

function build(folder: string): string {
  const shim = join(folder, 'unsynced.so');
  const flags = ['-shared', '-fPIC', '-O2', '-o', shim, source, '-ldl', '-lpthread'];
  const made = spawnSync(compiler, flags, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`the shim could not be built:\n${made.stderr}`);
  return shim;
}

/** A build that would lose words: `normal` syncs now and then, `early` answers before it commits. */
export type Careless = 'normal' | 'early';

export async function cutPower(options: {
  cuts: number;
  seed: number;
  people?: number;
  careless?: Careless;
  said?: (line: string) => void;
}): Promise<Judgement> {
  const workshop = mkdtempSync(join(tmpdir(), 'cerchi-power-'));
  const disk = join(workshop, 'disk');
  mkdirSync(disk);
  const shim = build(workshop);
  try {
    return await besiege({
      blows: options.cuts,
      seed: options.seed,
      ...(options.people ? { people: options.people } : {}),
      ...(options.said ? { said: options.said } : {}),
      env: (folder) => ({
        LD_PRELOAD: shim,
        CUT_FROM: folder,
        CUT_TO: disk,
        ...(options.careless ? { HARM_CARELESS: options.careless } : {}),
      }),
      afterBlow(folder) {
        rmSync(folder, { recursive: true, force: true });
        cpSync(disk, folder, { recursive: true });
      },
    });
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
