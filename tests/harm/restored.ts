/**
 * An older copy is restored while people go on: everything their phones still hold returns, once, also from people who
 * joined since.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, restore } from '@/server/upkeep/backup';
import { Fleet } from './fleet';
import { type Judgement, judge } from './judge';
import { atRest, Person, Promises, takeSeat } from './people';
import { comes, dice, rest } from './terms';

/** Number of writes before and after each copy. */
const WRITTEN = 120;
/** A machine that many share was seen to take a minute. In ms. */
const SETTLING = 180_000;

/**
 * `times`: a copy is made under load, more is written and some more people join; the server stops, the copy is
 * restored, another server opens it. Meanwhile a third of the phones sleep with the page closed. Afterwards every
 * answered command must be there once, every seat too, and every phone must hold the log's state.
 */
export async function putBackOlder(o: { times: number; seed: number; people?: number }): Promise<Judgement> {
  const roll = dice(o.seed);
  const workshop = realpathSync(mkdtempSync(join(tmpdir(), 'cerchi-copies-')));
  const folder = join(workshop, 'data');
  const promises = new Promises();
  promises.renumbered = true;
  const fleet = new Fleet(folder, {}, 1);
  const people: Person[] = [];
  const wrong: string[] = [];
  const join_ = async (label: string) => {
    const taken = await takeSeat(fleet.port, label, promises);
    if (!taken) return;
    const person = new Person(taken.seat, taken.cookie, fleet.port, promises, dice(o.seed + people.length));
    people.push(person);
    // A phone that never joined does not know its seat.
    await comes(() => person.replica.snapshot().link === 'live', SETTLING);
  };
  const written = async (more: number) => {
    const enough = promises.answered.size + more;
    await comes(() => promises.answered.size >= enough, 20_000);
  };
  try {
    await fleet.open();
    for (let i = 0; i < (o.people ?? 10); i++) await join_(`persona ${i}`);
    for (let time = 0; time < o.times; time++) {
      for (const person of people) person.write();
      await written(WRITTEN);
      const copy = join(workshop, `copy-${time}.sqlite`);
      backUp(folder, copy);
      await written(WRITTEN + roll(WRITTEN));
      await join_(`dopo la copia ${time}`);
      people.at(-1)?.write();
      await written(20);
      for (const person of people) person.rest();
      const asleep = people.filter(() => roll(3) === 0);
      for (const person of asleep) person.replica.close();
      await fleet.stop(roll(2) === 0 ? 'SIGKILL' : 'SIGTERM');
      restore(folder, copy, Date.UTC(2014, 4, 17, 8, 0, time));
      await fleet.open();
      await rest(roll(1500));
      for (const person of asleep) person.wakeUp();
      if (!(await comes(() => people.every(atRest), SETTLING)))
        wrong.push(`${time}: not everybody was heard again`);
    }
    const last = () => Math.max(...people.map((p) => p.replica.snapshot().confirmed.seq));
    await comes(() => people.every((p) => p.replica.snapshot().confirmed.seq === last()), SETTLING);
    await rest(200);
    await fleet.stop('SIGTERM');
    const judgement = judge(folder, promises, people);
    return { ...judgement, wrong: [...wrong, ...judgement.wrong] };
  } finally {
    for (const person of people) person.close();
    if (fleet.alive) await fleet.stop('SIGKILL');
    await fleet.dismiss();
    rmSync(workshop, { recursive: true, force: true });
  }
}
