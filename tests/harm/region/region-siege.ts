/** The owner of an office's database is killed, frozen, or cut off from it, or the database fails over, again and again. */
import type { Judgement } from '../judge';
import type { Member, Pair } from '../pair';
import { comes, dice, rest } from '../terms';
import { Cable } from './cable';
import { DatabaseServer } from './database-server';
import { RegionHall } from './region-hall';

export const BLOWS = ['crash', 'freeze', 'split', 'failover'] as const;
export type Blow = (typeof BLOWS)[number];
/**
 * Builds that must be found out. `unwatched` never learns that another took over; beside that, `unfenced` has a database
 * without epochs and without the log's key.
 */
export type CarelessRegion = 'unwatched' | 'unfenced';

export type RegionSiege = {
  blow: Blow;
  times: number;
  seed: number;
  people?: number;
  careless?: CarelessRegion;
  said?: (line: string) => void;
};
export type RegionJudgement = Judgement & {
  /** Answers of a replaced owner. */
  past: number;
  /** Milliseconds from each blow until somebody was answered again. */
  againMs: number[];
};

/** Longest time until another process answers, on a machine that does other things too. */
const TAKES_OVER = 90_000;
/** A replaced owner ends within this time after it can see that it was. */
const ENDS = 20_000;
const SETTLING = 60_000;

const UNFENCED = `
  CREATE FUNCTION never_rises() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.epoch := OLD.epoch; RETURN NEW; END';
  CREATE TRIGGER never_rises BEFORE UPDATE ON ownership FOR EACH ROW EXECUTE FUNCTION never_rises();
  ALTER TABLE facts DROP CONSTRAINT facts_stream_seq_pk`;

export async function besiegeRegion(siege: RegionSiege): Promise<RegionJudgement> {
  const { blow, careless } = siege;
  const roll = dice(siege.seed);
  const againMs: number[] = [];
  let primary = await DatabaseServer.make(['fsync = off']);
  let replica: DatabaseServer | null = null;
  const cables = new Map<string, Cable>();
  const cableOf = (member: Member) => [...cables].find(([url]) => member.database === url)?.[1];
  const direct = () => primary.url('office');
  const given = async (): Promise<string> => {
    if (replica) return [primary, replica].map((s) => s.url('office')).join(',');
    const cable = await new Cable(() => ({ port: primary.port, host: '127.0.0.1' })).open();
    const url = primary.url('office', cable.port);
    cables.set(url, cable);
    return url;
  };
  const hall = new RegionHall({ direct, given }, careless ? { HARM_CARELESS: 'unwatched' } : {});
  const { promises, pair, wrong } = hall;

  const strike = async (owner: Member): Promise<void> => {
    if (blow === 'crash') await owner.stop('SIGKILL');
    else if (blow === 'freeze') owner.child.kill('SIGSTOP');
    else if (blow === 'split') cableOf(owner)?.[roll(3) === 0 ? 'cut' : 'silence']();
    else if (replica) {
      await primary.crash();
      await replica.promote();
      [primary, replica] = [replica, primary];
    }
  };
  const undo = async (owner: Member): Promise<void> => {
    if (blow === 'freeze') owner.child.kill('SIGCONT');
    if (blow === 'split') cableOf(owner)?.heal();
    if (blow === 'failover' && replica) {
      await replica.follow(primary);
      await primary.waitForReplica();
    }
  };

  const round = async (): Promise<void> => {
    const owner = await pair.ready();
    const enough = promises.answered.size + roll(60);
    await comes(() => promises.answered.size >= enough, 3000);
    await rest(roll(60));
    const from = performance.now();
    await strike(owner);
    await hall.lookForMissing();
    const third = hall.start();
    third.catch(() => {});
    // It may be the one that has just been started.
    const next = await other(pair, owner, TAKES_OVER);
    if (!next) throw new Error(`nobody took the database over: ${JSON.stringify(await hall.seen())}`);
    const before = promises.answered.size;
    // Some stay where they are, and hear what the old owner says when it wakes.
    hall.balancer.break(owner, () => roll(2) === 0);
    if (!(await comes(() => promises.answered.size > before, TAKES_OVER)))
      wrong.push('nobody was answered again');
    againMs.push(Math.round(performance.now() - from));
    let ended = false;
    const probe = hall.probe(owner, next, () => ended);
    await comes(() => promises.answered.size > before + 20, 1000);
    await undo(owner);
    if (careless) await rest(1500);
    else if (!(await comes(() => !owner.alive, ENDS))) wrong.push('a replaced owner did not end');
    else if (blow !== 'crash' && owner.code !== 5) wrong.push(`a replaced owner ended with ${owner.code}`);
    ended = true;
    await owner.stop('SIGKILL');
    await probe;
    await third;
  };

  try {
    await primary.start();
    await primary.ask('CREATE DATABASE office');
    if (blow === 'failover') {
      replica = await DatabaseServer.empty();
      await replica.follow(primary);
      await primary.waitForReplica();
    }
    await hall.open(siege.people ?? 12, siege.seed);
    if (careless === 'unfenced') await primary.ask(UNFENCED, 'office');
    hall.write();
    const begun = Date.now();
    for (let done = 1; done <= siege.times; done++) {
      await round();
      if (done % 10 === 0)
        siege.said?.(
          `${blow}: ${done} of ${siege.times}, ${promises.answered.size} answered, ${Math.round((Date.now() - begun) / 1000)} s`,
        );
    }
    hall.rest();
    if (!(await hall.settles(careless ? 3000 : SETTLING)) && !careless)
      wrong.push('not everybody was heard again');
    return { ...(await hall.judge()), past: hall.past, againMs };
  } finally {
    await hall.close();
    for (const cable of cables.values()) cable.close();
    await replica?.remove();
    await primary.remove();
  }
}

/** Another process that answers people, or null when there was none in time. */
async function other(pair: Pair, than: Member, withinMs: number): Promise<Member | null> {
  for (const end = Date.now() + withinMs; Date.now() < end; await rest(15))
    for (const member of pair.members)
      if (member !== than && member.owns && member.alive && (await member.isReady())) return member;
  return null;
}
