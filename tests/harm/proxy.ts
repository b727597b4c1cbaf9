/** Real phones on real sockets through a bad network to a real server: afterwards everyone holds the same, and nothing is lost. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadNetwork } from './bad-network';
import { Fleet } from './fleet';
import { type Judgement, judge } from './judge';
import { atRest, Person, Promises, takeSeat } from './people';
import { comes, dice, rest } from './terms';

/**
 * How long the network is bad each time, and the time limit for recovery: a swallowed attempt takes 20 s to be given
 * up.
 */
const BAD = 4000;
const SETTLING = 180_000;
/** The server's heartbeat here, so that a half-open connection is noticed in seconds. */
const BEAT = 1200;

export type Passage = Judgement & { settledMs: number[]; troubles: Record<string, number> };

export async function passThrough(o: {
  seeds: number;
  seed: number;
  people?: number;
  said?: (line: string) => void;
}): Promise<Passage> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cerchi-harm-')));
  const promises = new Promises();
  const fleet = new Fleet(folder, {}, 0, { beat: BEAT });
  const people: Person[] = [];
  const wrong: string[] = [];
  const settledMs: number[] = [];
  let roll = dice(o.seed);
  const network = new BadNetwork(
    () => fleet.port,
    (sides) => roll(sides),
  );
  try {
    await fleet.open();
    const port = await network.open();
    for (let i = 0; i < (o.people ?? 10); i++) {
      const taken = await takeSeat(port, `persona ${i}`, promises);
      if (taken) people.push(new Person(taken.seat, taken.cookie, port, promises, dice(o.seed + i)));
    }
    await comes(() => people.every(atRest), SETTLING);
    for (let seed = o.seed; seed < o.seed + o.seeds; seed++) {
      roll = dice(seed);
      for (const person of people) person.write();
      for (const end = Date.now() + BAD; Date.now() < end; ) {
        network.trouble();
        await rest(roll(120));
      }
      network.heal();
      const from = Date.now();
      await rest(300);
      for (const person of people) person.rest();
      const last = () => Math.max(...people.map((p) => p.replica.snapshot().confirmed.seq));
      const alike = () => people.every((p) => atRest(p) && p.replica.snapshot().confirmed.seq === last());
      if (!(await comes(alike, SETTLING))) wrong.push(`seed ${seed}: not everybody came to rest`);
      settledMs.push(Date.now() - from);
      if ((seed - o.seed + 1) % 10 === 0)
        o.said?.(`${seed - o.seed + 1} of ${o.seeds}, ${promises.answered.size} answered`);
    }
    await rest(200);
    await fleet.stop('SIGTERM');
    const judgement = judge(folder, promises, people);
    return { ...judgement, wrong: [...wrong, ...judgement.wrong], settledMs, troubles: network.done };
  } finally {
    for (const person of people) person.close();
    network.close();
    if (fleet.alive) await fleet.stop('SIGKILL');
    await fleet.dismiss();
    rmSync(folder, { recursive: true, force: true });
  }
}
