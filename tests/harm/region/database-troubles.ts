/** PostgreSQL in trouble while people write: slow, full, read-only, silent, gone. Nothing is answered that did not stay. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judgement } from '../judge';
import { buildShim } from '../shim';
import { CODE, comes, rest } from '../terms';
import { Cable } from './cable';
import { DatabaseServer } from './database-server';
import { RegionHall } from './region-hall';

export const DATABASE_TROUBLES = ['slow', 'full', 'read-only', 'silent', 'gone'] as const;
export type DatabaseTrouble = (typeof DATABASE_TROUBLES)[number];

/** Delay of each answer of a slow database, in ms. */
const SLOW = 500;
const RECOVERY = 60_000;

export type TroubleFigures = {
  /** Commands answered while it lasted. */
  answered: number;
  /** Requests for a page's data that were answered 200 while it lasted, of all that were sent. */
  read: string;
  /** Milliseconds from its end until somebody was answered, and until everybody was. */
  firstMs: number;
  allMs: number;
};

/** A disk of PostgreSQL's that can be filled. Its tables are; its log of writes goes on, or the server would end (`gone`). */
function obedientDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'cerchi-disk-'));
  // The server's user preloads it.
  chmodSync(folder, 0o755);
  const mode = join(folder, 'mode');
  writeFileSync(mode, 'o');
  const shim = buildShim('bad-disk', folder);
  for (const made of [shim, mode]) chmodSync(made, 0o755);
  return {
    env: { LD_PRELOAD: shim, DISK_FOLDER: 'base', DISK_MODE: mode },
    full: (so: boolean) => writeFileSync(mode, so ? 'f' : 'o', { flag: 'r+' }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** `lastMs`: how long each trouble lasts. */
export async function troubleDatabase(o: {
  seed: number;
  lastMs: number;
  people?: number;
  troubles?: readonly DatabaseTrouble[];
}): Promise<Judgement & { figures: Record<string, TroubleFigures> }> {
  const disk = obedientDisk();
  const server = await DatabaseServer.make(['fsync = off'], disk.env);
  const cables: Cable[] = [];
  const given = async () => {
    const cable = await new Cable(() => ({ port: server.port, host: '127.0.0.1' })).open();
    cables.push(cable);
    return server.url('office', cable.port);
  };
  const hall = new RegionHall({ direct: () => server.url('office'), given });
  const { promises, people, wrong } = hall;
  const figures: Record<string, TroubleFigures> = {};
  const setting = async (name: string, to: string) => {
    await server.ask(`ALTER SYSTEM SET ${name} = ${to}`);
    await server.ask('SELECT pg_reload_conf()');
  };
  const TURNS: Record<DatabaseTrouble, [begin: () => unknown, end: () => unknown]> = {
    slow: [
      () => {
        for (const cable of cables) cable.delay = SLOW;
      },
      () => {
        for (const cable of cables) cable.delay = 0;
      },
    ],
    full: [() => disk.full(true), () => disk.full(false)],
    'read-only': [
      () => setting('default_transaction_read_only', 'on'),
      () => setting('default_transaction_read_only', 'off'),
    ],
    silent: [
      () => {
        for (const cable of cables) cable.silence();
      },
      () => {
        for (const cable of cables) cable.heal();
      },
    ],
    gone: [() => server.crash(), () => server.start()],
  };

  const live = async (trouble: DatabaseTrouble): Promise<void> => {
    const [begin, end] = TURNS[trouble];
    hall.write();
    await rest(500);
    const told = promises.toldToWait;
    await begin();
    const before = promises.answered.size;
    let asked = 0;
    let read = 0;
    const until = Date.now() + o.lastMs;
    while (Date.now() < until) {
      const answers = await Promise.all(hall.pair.members.map((m) => m.asks(`/api/mine/${CODE}`)));
      asked += 1;
      if (answers.some((a) => a && a.status !== 503)) read += 1;
      await rest(100);
    }
    const answered = promises.answered.size - before;
    await end();
    const healed = performance.now();
    const since = promises.answered.size;
    const waited = promises.toldToWait > told || people.some((p) => p.replica.snapshot().link !== 'live');
    if (trouble === 'slow' ? answered === 0 : !waited)
      wrong.push(`${trouble}: ${answered} answered, and nobody was told to wait`);
    const ms = () => Math.round(performance.now() - healed);
    if (!(await comes(() => promises.answered.size > since, RECOVERY)))
      wrong.push(`${trouble}: nobody was answered again`);
    const firstMs = ms();
    await hall.lookForMissing();
    hall.rest();
    if (!(await hall.settles(RECOVERY))) wrong.push(`${trouble}: not everybody was heard again`);
    figures[trouble] = { answered, read: `${read} of ${asked}`, firstMs, allMs: ms() };
    // An owner that lost the database ended, and its service starts it again.
    while (hall.pair.members.filter((m) => m.alive).length < 2) await hall.start();
    await hall.pair.ready();
  };

  try {
    await server.start();
    await server.ask('CREATE DATABASE office');
    await hall.open(o.people ?? 12, o.seed);
    for (const trouble of o.troubles ?? DATABASE_TROUBLES) await live(trouble);
    return { ...(await hall.judge()), figures };
  } finally {
    await hall.close();
    for (const cable of cables) cable.close();
    await server.remove();
    disk.remove();
  }
}
