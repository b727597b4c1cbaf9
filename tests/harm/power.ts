/** Power cuts: the server is killed, and its data folder replaced by what a disk without power would still hold. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judgement } from './judge';
import { buildShim } from './shim';
import { besiege } from './siege';

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
  const shim = buildShim('unsynced', workshop);
  try {
    return await besiege({
      blows: options.cuts,
      seed: options.seed,
      ...(options.people ? { people: options.people } : {}),
      // Phones whose seat is lost never come back.
      ...(options.careless ? { settling: 5_000 } : {}),
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
