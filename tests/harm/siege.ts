/** A siege: people write without pause while their server is killed again and again and another opens the same data. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fleet } from './fleet';
import { type Judgement, judge, notHeld } from './judge';
import { atRest, Person, Promises, takeSeat } from './people';
import { comes, dice, rest } from './terms';

export type Siege = {
  blows: number;
  seed: number;
  people?: number;
  /** Environment of the servers, e.g. a shim to be loaded before anything else. */
  env?: (folder: string) => Record<string, string>;
  /** Applied to the data folder after each kill, before the next server opens it. */
  afterBlow?: (folder: string) => void;
  /** Longest time for phones to reconnect after the last kill, in milliseconds. */
  settling?: number;
  said?: (line: string) => void;
};

export async function besiege(siege: Siege): Promise<Judgement> {
  const roll = dice(siege.seed);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cerchi-harm-')));
  const promises = new Promises();
  const fleet = new Fleet(folder, siege.env?.(folder));
  const people: Person[] = [];
  const settling = siege.settling ?? 120_000;
  // Phones resubmit what a server has forgotten, so the log is checked at each kill, before they can.
  const missed = new Set<string>();
  const blow = async () => {
    await fleet.stop('SIGKILL');
    siege.afterBlow?.(folder);
    for (const command of notHeld(folder, promises)) missed.add(command);
  };
  try {
    await fleet.open();
    const begun = Date.now();
    for (let i = 0; i < (siege.people ?? 16); i++) {
      const taken = await takeSeat(fleet.port, `persona ${i}`, promises);
      if (taken)
        people.push(new Person(taken.seat, taken.cookie, fleet.port, promises, dice(siege.seed + i)));
    }
    for (const person of people) person.write();
    for (let done = 0; done < siege.blows; done++) {
      const late = takeSeatSometime(fleet.port, promises, roll(300));
      // At a random moment of their writing, not of their reconnecting.
      const enough = promises.answered.size + roll(80);
      await comes(() => promises.answered.size >= enough, 2000);
      await rest(roll(60));
      await blow();
      await late;
      await fleet.order();
      // Some are killed while they open: then a half-written file would meet another half.
      while (done + 1 < siege.blows && roll(8) === 0) {
        await rest(roll(40));
        await blow();
        done += 1;
        await fleet.order();
      }
      await fleet.listening();
      if ((done + 1) % 25 === 0)
        siege.said?.(
          `${done + 1} of ${siege.blows}, ${promises.answered.size} answered, ${Math.round((Date.now() - begun) / 1000)} s`,
        );
    }
    for (const person of people) person.rest();
    await comes(() => people.every(atRest), settling);
    const last = () => Math.max(...people.map((p) => p.replica.snapshot().confirmed.seq));
    await comes(() => people.every((p) => p.replica.snapshot().confirmed.seq === last()), settling);
    await rest(100);
    await fleet.stop('SIGTERM');
    return judge(folder, promises, people, missed);
  } finally {
    for (const person of people) person.close();
    await fleet.dismiss();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function takeSeatSometime(port: number, promises: Promises, after: number): Promise<void> {
  await rest(after);
  await takeSeat(port, 'in ritardo', promises);
}
