/** PostgreSQL beside single rows, and beside SQLite; what a load balancer costs; many offices on one machine. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readSecret } from '@/server/files/secret';
import { DatabaseServer, freePort } from '../../harm/region/database-server';
import type { Fired } from '../crowd';
import type { Group, Run } from '../figure';
import type { OfficesFired } from '../offices-crowd';
import { type Program, start, withFolder } from '../program';
import { startHaproxy } from '../stress/haproxy';

type Rate = { perSecond: number };

/** A server that syncs what it is asked to, as an operator's does. */
async function withServer<T>(use: (server: DatabaseServer, folder: string) => Promise<T>): Promise<T> {
  const server = await DatabaseServer.make();
  try {
    await server.start();
    return await withFolder((folder) => use(server, folder));
  } finally {
    await server.remove();
  }
}

export const durablePostgres: Group = {
  rows: [
    {
      key: 'postgres_vs_single',
      what: 'commands a second through decide, commit and apply, on PostgreSQL',
      against: 'single-row transactions on the same PostgreSQL server',
      target: { at: 'least', value: 8 },
    },
    {
      key: 'postgres_vs_sqlite',
      what: 'the same',
      against: 'the same stream on SQLite',
      target: null,
    },
  ],
  run: (quick) =>
    withServer(async (server, folder) => {
      await server.ask('CREATE DATABASE room');
      const own = (name: string) => {
        mkdirSync(join(folder, name));
        return { HALL_FOLDER: join(folder, name) };
      };
      const postgres = await start('room.ts', { ...own('p'), HALL_DATABASE: server.url('room') });
      const sqlite = await start('room.ts', own('s'));
      const n = quick ? 4000 : 12_000;
      for (const room of [postgres, sqlite]) {
        await room.ask('ground', { facts: 500 });
        await room.ask<Rate>('commands', { n: 2000 });
      }
      const single = await postgres.ask<Rate>('single', { n: quick ? 1000 : 4000 });
      const ours = await postgres.ask<Rate>('commands', { n });
      const beside = await sqlite.ask<Rate>('commands', { n });
      await Promise.all([postgres.stop(), sqlite.stop()]);
      const run = (baseline: Rate): Run => ({
        ratio: ours.perSecond / baseline.perSecond,
        ours: ours.perSecond,
        baseline: baseline.perSecond,
        unit: '/s',
      });
      return { postgres_vs_single: run(single), postgres_vs_sqlite: run(beside) };
    }),
};

const PHONES = 200;

export const balanced: Group = {
  rows: [
    {
      key: 'handing_over',
      what: 'p99 until a command is answered, 200 phones behind HAProxy',
      against: 'the same phones straight to the process',
      target: { at: 'most', value: 1.3 },
    },
  ],
  run: (quick) =>
    withServer(async (server, folder) => {
      await server.ask('CREATE DATABASE office');
      const port = await freePort();
      const env = { HALL_FOLDER: folder, HALL_PACE: '100000', HALL_DATABASE: server.url('office') };
      const program = await start('ours.ts', { ...env, HALL_PORT: String(port) });
      const cookies = await program.ask<string[]>('ground', { people: PHONES });
      const where = await program.ask<{ url: string }>('listen', { port });
      // The second process of the pair is not there: it would answer nobody.
      const balancer = await startHaproxy(folder, [port, await freePort()]);
      const crowds = [await start('crowd.ts'), await start('crowd.ts')] as const;
      const [direct, behind] = crowds;
      const connect = (crowd: Program, url: string) =>
        crowd.ask('connect', { where: { ...where, url }, phones: PHONES, cookies, abreast: 20 });
      try {
        const p99 = { direct: [] as number[], behind: [] as number[] };
        // Connected in turns, so that the hall has the same size, and often, so that the machine's moods affect both.
        for (let i = 0; i < (quick ? 2 : 4); i++)
          for (const [name, crowd, url] of [
            ['direct', direct, where.url],
            ['behind', behind, balancer.url],
          ] as const) {
            await connect(crowd, url);
            await crowd.ask('fire', { rate: 50, seconds: 1 });
            const fired = await crowd.ask<Fired>('fire', { rate: 100, seconds: quick ? 4 : 6 });
            if (fired.refused + fired.unheard > 0) throw new Error(`${name}: ${JSON.stringify(fired)}`);
            p99[name].push(fired.answer.p99);
            await crowd.ask('leave');
            await new Promise((r) => setTimeout(r, 500));
          }
        // The best run of each: one in which somebody else had the processor says nothing.
        const best = (xs: number[]) => Math.min(...xs);
        return {
          handing_over: {
            ratio: best(p99.behind) / best(p99.direct),
            ours: best(p99.behind),
            baseline: best(p99.direct),
            unit: 'ms',
          },
        };
      } finally {
        balancer.stop();
        await Promise.all([...crowds, program].map((p) => p.stop('SIGKILL')));
      }
    }),
};

const OFFICES = 38;
const PEOPLE = 60;
/** Notes a second in each office: everybody one in half a minute. */
const RATE = 2;

/** Processor time of these processes and their children so far, in ms. */
function ranMs(pids: readonly number[]): number {
  const all = readdirSync('/proc').filter((d) => /^\d+$/.test(d));
  let ticks = 0;
  for (const pid of all) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
      if (pids.includes(Number(pid)) || pids.includes(parent ?? 0)) ticks += (user ?? 0) + (system ?? 0);
    } catch {
      // It has just ended.
    }
  }
  return ticks * 10;
}
const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Each office has a database, a user, a secret and a process of its own, and all have a gathering of the same code. */
async function openOffice(server: DatabaseServer, folder: string, office: number) {
  const name = `office_${office}`;
  await server.ask(`CREATE ROLE ${name} LOGIN`);
  await server.ask(`CREATE DATABASE ${name} OWNER ${name}`);
  await server.ask(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`);
  const own = join(folder, name);
  mkdirSync(own);
  readSecret(own);
  const database = server.url(name).replace('postgres@', `${name}@`);
  const program = await start('ours.ts', { HALL_FOLDER: own, HALL_PACE: '100000', HALL_DATABASE: database });
  const cookies = await program.ask<string[]>('ground', { people: PEOPLE });
  const { url } = await program.ask<{ url: string }>('listen');
  return { office, name, database, program, cookies, url };
}
type Office = Awaited<ReturnType<typeof openOffice>>;

/** Facts in an office's database that name another office, and users that could open another's database. */
async function crossings(server: DatabaseServer, offices: readonly Office[]): Promise<number> {
  let found = 0;
  for (const [i, { office, name }] of offices.entries()) {
    const rows = await server.ask(
      `SELECT count(*)::int AS n FROM facts WHERE data ~ 'ufficio-[0-9]+-fine' AND data !~ 'ufficio-${office}-fine'`,
      name,
    );
    found += Number(rows[0]?.n);
    const next = offices[(i + 1) % offices.length];
    if (!next || next.name === name) continue;
    const client = new pg.Client({
      connectionString: server.url(next.name).replace('postgres@', `${name}@`),
    });
    await client.connect().then(
      () => {
        found += 1;
        return client.end();
      },
      () => {},
    );
  }
  return found;
}

export const offices: Group = {
  rows: [
    {
      key: 'offices_apart',
      what: `facts that reached another office, of ${OFFICES} offices with ${PEOPLE} phones each, one database and one process an office`,
      against: 'none',
      target: { at: 'most', value: 0 },
    },
    {
      key: 'offices_growth',
      what: `processor time of one office's hall, with ${OFFICES} offices`,
      against: 'the same with a quarter of them',
      target: { at: 'most', value: 1.2 },
    },
  ],
  run: (quick) =>
    withServer(async (server, folder) => {
      const steps = quick ? [2, 4] : [Math.round(OFFICES / 4), Math.round(OFFICES / 2), OFFICES];
      const crowd = await start('offices-crowd.ts');
      const all: Office[] = [];
      const more: Record<string, number> = {};
      const each: number[] = [];
      let foreign = 0;
      try {
        for (const step of steps) {
          while (all.length < step) {
            const office = await openOffice(server, folder, all.length + 1);
            all.push(office);
            await crowd.ask('add', { office: office.office, url: office.url, cookies: office.cookies });
          }
          await crowd.ask('fire', { rate: RATE, seconds: 3 });
          const pids = all.map((o) => o.program.pid);
          const before = { ours: ranMs(pids), postgres: ranMs([server.process]) };
          const seconds = 15;
          const fired = await crowd.ask<OfficesFired>('fire', { rate: RATE, seconds });
          const ours = ranMs(pids) - before.ours;
          const postgres = ranMs([server.process]) - before.postgres;
          foreign += fired.foreign;
          if (fired.answered !== fired.sent || fired.own !== fired.sent * PEOPLE)
            throw new Error(`${step} offices: ${JSON.stringify(fired)}`);
          each.push(ours / step);
          more[`${step}_p99_ms`] = fired.p99;
          more[`${step}_processors`] = (ours + postgres) / (seconds * 1000);
          more[`${step}_postgres_processors`] = postgres / (seconds * 1000);
          more[`${step}_resident_MB_each`] = pids.reduce((sum, pid) => sum + residentMb(pid), 0) / step;
          more[`${step}_heard`] = fired.own;
        }
        const crossed = foreign + (await crossings(server, all));
        const growth = (each.at(-1) ?? 0) / (each[0] ?? 1);
        return {
          offices_apart: { ratio: crossed, ours: crossed, baseline: 0, unit: '', more },
          offices_growth: { ratio: growth, ours: each.at(-1) ?? 0, baseline: each[0] ?? 0, unit: 'ms' },
        };
      } finally {
        await Promise.all([crowd, ...all.map((o) => o.program)].map((p) => p.stop('SIGKILL')));
      }
    }),
};
