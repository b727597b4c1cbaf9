/** Disk faults while people write: full, read-only, slow, gone. Nothing is answered before it is durable. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fleet } from './fleet';
import { type Judgement, judge } from './judge';
import { atRest, Person, Promises, takeSeat } from './people';
import { buildShim } from './shim';
import { comes, dice, rest } from './terms';

export const TROUBLES = ['full', 'read-only', 'slow', 'gone'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** A folder for the server whose disk obeys `turn`. */
export function obedientDisk() {
  const workshop = realpathSync(mkdtempSync(join(tmpdir(), 'cerchi-disk-')));
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cerchi-harm-')));
  const mode = join(workshop, 'mode');
  const turn = (to: Trouble | 'ok') => writeFileSync(mode, to[0]!, { flag: 'r+' });
  writeFileSync(mode, 'o');
  const env = { LD_PRELOAD: buildShim('bad-disk', workshop), DISK_FOLDER: folder, DISK_MODE: mode };
  const remove = () => {
    for (const made of [workshop, folder]) rmSync(made, { recursive: true, force: true });
  };
  return { folder, env, turn, remove };
}

const healthy = async (port: number): Promise<boolean> => {
  const health = (await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()) as { ok: boolean };
  return health.ok;
};

/** Duration of each fault, and the time limit for recovery. */
const LASTING = 1500;
const RECOVERY = 180_000;

export async function troubleDisk(seed: number, people = 6): Promise<Judgement & { recovered: Trouble[] }> {
  const disk = obedientDisk();
  const promises = new Promises();
  const fleet = new Fleet(disk.folder, disk.env, 0);
  const hall: Person[] = [];
  const recovered: Trouble[] = [];
  const wrong: string[] = [];
  try {
    await fleet.open();
    for (let i = 0; i < people; i++) {
      const taken = await takeSeat(fleet.port, `persona ${i}`, promises);
      if (taken) hall.push(new Person(taken.seat, taken.cookie, fleet.port, promises, dice(seed + i)));
    }
    for (const trouble of TROUBLES) {
      for (const person of hall) person.write();
      await rest(500);
      disk.turn(trouble);
      const told = promises.toldToWait;
      await rest(LASTING);
      const late = await takeSeat(fleet.port, 'in mezzo al guaio', promises);
      if (trouble !== 'slow') {
        if (promises.toldToWait === told) wrong.push(`${trouble}: nobody was told to wait`);
        if (await healthy(fleet.port)) wrong.push(`${trouble}: /healthz says all is well`);
        if (late) wrong.push(`${trouble}: a seat was given that is not on the disk`);
      }
      disk.turn('ok');
      for (const person of hall) person.rest();
      if (await comes(() => hall.every(atRest), RECOVERY)) recovered.push(trouble);
      else wrong.push(`${trouble}: not everybody was heard again`);
      if (!(await healthy(fleet.port))) wrong.push(`${trouble}: /healthz does not say that it is over`);
    }
    await rest(300);
    if (!fleet.alive) wrong.push('the server is gone');
    else await fleet.stop('SIGTERM');
    const judgement = judge(disk.folder, promises, hall);
    return { ...judgement, wrong: [...wrong, ...judgement.wrong], recovered };
  } finally {
    for (const person of hall) person.close();
    if (fleet.alive) await fleet.stop('SIGKILL');
    await fleet.dismiss();
    disk.remove();
  }
}
