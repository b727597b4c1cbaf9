/** People who write to an office of a region: two processes on one PostgreSQL database, behind a load balancer. */
import pg from 'pg';
import { startStoreThread } from '@/server/database/postgres-store';
import { takeFolder } from '@/server/database/data-folder';
import { Streams } from '@/server/streams/streams';
import { type Judgement, judgeLog } from '../judge';
import { type Member, Pair } from '../pair';
import { atRest, Person, Promises, takeSeat } from '../people';
import { CODE, comes, dice, rest } from '../terms';
import { Balancer } from './balancer';

/** The database's own address, and the one that a process is given: behind a cable of its own, or several servers. */
export type Addresses = { direct: () => string; given: () => Promise<string> };

export class RegionHall {
  readonly promises = new Promises();
  readonly people: Person[] = [];
  readonly missed = new Set<string>();
  readonly wrong: string[] = [];
  /** Answers of a process after another one had taken over. */
  past = 0;
  readonly pair: Pair;
  readonly balancer: Balancer;

  constructor(
    private readonly addresses: Addresses,
    env: Record<string, string> = {},
  ) {
    this.pair = new Pair('', {}, env);
    this.balancer = new Balancer(this.pair.members);
  }

  start = async (): Promise<Member> => this.pair.start(0, await this.addresses.given());

  async open(count: number, seed: number): Promise<void> {
    await this.start();
    await this.start();
    await this.balancer.open();
    await this.pair.ready();
    await rest(100);
    for (let i = 0; i < count; i++) {
      const taken = await takeSeat(this.balancer.port, `persona ${i}`, this.promises);
      if (taken)
        this.people.push(
          new Person(taken.seat, taken.cookie, this.balancer.port, this.promises, dice(seed + i)),
        );
    }
    if (this.people.length < count) this.wrong.push('not everybody was given a seat');
  }

  /** Answered commands that the database lacks now. Reads it directly, without any code of the server. */
  async lookForMissing(): Promise<void> {
    const answered = [...this.promises.answered.keys()];
    const client = new pg.Client({ connectionString: this.addresses.direct() });
    client.on('error', () => {});
    await client.connect();
    try {
      const { rows } = await client.query<{ cmd: string }>('SELECT cmd FROM facts');
      const held = new Set(rows.map((r) => r.cmd));
      for (const command of answered) if (!held.has(command)) this.missed.add(command);
    } finally {
      await client.end();
    }
  }

  /** Asks `old` until it ends, and counts what it answers while `next` is ready. */
  async probe(old: Member, next: Member, until: () => boolean): Promise<void> {
    while (old.alive && !until()) {
      const another = next.owns && (await next.isReady());
      const told = another ? await old.asks(`/api/mine/${CODE}`) : null;
      if (told && told.status !== 503) this.past += 1;
      await rest(25);
    }
  }

  /** The processes and the database's sessions, for a message that something is wrong. */
  async seen(): Promise<unknown> {
    const members = this.pair.members
      .slice(-4)
      .map(({ alive, owns, code, port }) => ({ alive, owns, code, port }));
    const client = new pg.Client({ connectionString: this.addresses.direct() });
    await client.connect();
    const { rows } = await client.query(
      "SELECT application_name, state, wait_event, query FROM pg_stat_activity WHERE backend_type = 'client backend'",
    );
    await client.end();
    return { members, sessions: rows };
  }

  write(): void {
    for (const person of this.people) person.write();
  }

  rest(): void {
    for (const person of this.people) person.rest();
  }

  /** False where not everybody was answered, and holds the same, in time. */
  async settles(withinMs: number): Promise<boolean> {
    const seq = (p: Person) => p.replica.snapshot().confirmed.seq;
    const last = () => Math.max(...this.people.map(seq));
    return comes(() => this.people.every((p) => atRest(p) && seq(p) === last()), withinMs);
  }

  /** Stops every process and reads the log as whoever takes the database over. */
  async judge(): Promise<Judgement> {
    await rest(100);
    for (const member of this.pair.members) await member.stop('SIGTERM');
    await startStoreThread();
    const { store, secret, letGo } = takeFolder(this.pair.newFolder(), this.addresses.direct());
    const judgement = judgeLog(new Streams(store, secret), this.promises, this.people, this.missed);
    store.close();
    letGo();
    judgement.wrong.push(...(await this.epochsInOrder()));
    return { ...judgement, wrong: [...this.wrong, ...judgement.wrong] };
  }

  /** Lines of an older owner after those of a newer one. */
  private async epochsInOrder(): Promise<string[]> {
    const client = new pg.Client({ connectionString: this.addresses.direct() });
    await client.connect();
    const { rows } = await client.query<{ seq: number }>(
      `SELECT seq FROM (SELECT seq, epoch < lag(epoch) OVER (PARTITION BY stream ORDER BY seq) AS older FROM facts) AS f
       WHERE older`,
    );
    await client.end();
    return rows.map((r) => `line ${r.seq} was written by an owner that had been replaced`);
  }

  async close(): Promise<void> {
    for (const person of this.people) person.close();
    this.balancer.close();
    await this.pair.close();
  }
}
