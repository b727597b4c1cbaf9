/** One process runs on a PostgreSQL database, from the data folder that has its secret and keys: tried with whole processes. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Gathering } from '@/domain/gathering/state';
import { createApp } from '@/server/compose';
import { startStoreThread } from '@/server/database/postgres-store';
import { bundledProgram } from '../bundled-program';
import type { Order } from '../harm/terms';
import { joinWhenReady, newFolder, openSpace, type TestHouse, testHouse } from '../server/house';
import { freshDatabase, query, whyNoPostgres } from '../server/postgres-cluster';

// Whole processes are slow to start.
vi.setConfig({ testTimeout: 180_000 });
const houses: TestHouse[] = [];
const owners: ChildProcess[] = [];
afterEach(async () => {
  for (const child of owners.splice(0)) child.kill('SIGKILL');
  for (const h of houses.splice(0)) await h.close();
});

async function houseOn(database: string, folder: string): Promise<TestHouse> {
  const house = await testHouse(folder, 0, { database });
  houses.push(house);
  return house;
}

/** The program itself, in a process of its own, until it ends by itself. */
function program(file: string, args: string[], folder: string, database: string) {
  const child = spawn(process.execPath, [bundledProgram(`src/${file}`), ...args], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
      CERCHI_DATA: folder,
      CERCHI_DATABASE: database,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    // It must not stay.
    if (/Cerchi (is open|stands by)/.test(said)) child.kill('SIGKILL');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise<{ code: number | null; said: string }>((done) =>
    child.once('close', (code) => done({ code, said })),
  );
}

/** A server that owns the database, in a process of its own. */
async function ownerOf(database: string, folder: string): Promise<ChildProcess> {
  const child = fork(bundledProgram('tests/harm/server.ts'), { stdio: 'inherit' });
  owners.push(child);
  const told = () => new Promise((done) => child.once('message', done));
  await told();
  const listening = told();
  child.send({ folder, database, port: 0 } satisfies Order);
  await listening;
  return child;
}

const TABLES = [
  'facts',
  'streams',
  'seats',
  'accounts',
  'links',
  'entries',
  'audit',
  'files',
  'settings',
  'ownership',
  'stored_states',
];
/** Every row of every table, as text. */
async function everything(url: string): Promise<string> {
  const tables = await query(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  expect(tables.rows.map((r) => r.tablename).sort()).toEqual([...TABLES].sort());
  const rows = await Promise.all(
    TABLES.map((t) => query(url, `SELECT to_jsonb(t)::text AS row FROM ${t} t ORDER BY 1`)),
  );
  return JSON.stringify(rows.map((r) => r.rows));
}

/** A gathering with an open vote in which one person has voted. */
async function voted(house: TestHouse) {
  const row = await openSpace(house);
  const { seat } = await joinWhenReady(house.url, 'PROVA', 'Anna');
  const who = { id: seat, role: 'participant' as const, seat };
  const office = { id: 'account-01', role: 'owner' as const, seat: null };
  const say = async (by: typeof who | typeof office, type: string, ask: unknown) =>
    expect(await house.streams.gathering(row).submit({ id: nanoid(14), type, ask }, by)).toMatchObject({
      ok: true,
    });
  const session = { session: 'session-01', topic: 'topic-0001', slot: 'slot-0001', space: 'space-000' };
  await say(who, 'proposeTopic', { topic: 'topic-0001', title: 'Chi cura chi cura?' });
  await say(who, 'placeTopic', session);
  await say(office, 'openVoting', { quota: 5 });
  await say(who, 'placeDots', { topic: 'topic-0001', dots: 3 });
  return row;
}
const stateOf = (house: TestHouse, row: Awaited<ReturnType<typeof openSpace>>): Gathering =>
  JSON.parse(JSON.stringify(house.streams.gathering(row).whole()));

describe.skipIf(whyNoPostgres)('[S50] one process on a PostgreSQL database', () => {
  beforeAll(startStoreThread);

  it('from another folder nothing starts and nothing is changed, until secret and keys are brought', async () => {
    const [url, home] = [await freshDatabase(), newFolder()];
    const first = await houseOn(url, home);
    const row = await voted(first);
    const state = stateOf(first, row);
    await houses.pop()?.close();
    const before = await everything(url);

    const [elsewhere, empty] = [newFolder(), newFolder()];
    writeFileSync(join(elsewhere, 'secret'), 'the secret of another installation, long enough');
    const bring = /belongs to another data folder.*secret.*keys/s;
    const refused = { code: 3, said: expect.stringMatching(bring) };
    const started = [
      program('server/main.ts', [], empty, url),
      program('server/main.ts', [], elsewhere, url),
      program('cli/cli.ts', ['verify'], elsewhere, url),
    ];
    expect(await Promise.all(started)).toEqual([refused, refused, refused]);
    const open = (folder: string) => () => createApp({ folder, database: url, warn: () => {} });
    for (const folder of [empty, elsewhere])
      expect(open(folder)).toThrow(expect.objectContaining({ why: 'other_folder' }));
    expect(existsSync(join(empty, 'secret'))).toBe(false);
    expect(await everything(url)).toBe(before);

    copyFileSync(join(home, 'secret'), join(elsewhere, 'secret'));
    cpSync(join(home, 'keys'), join(elsewhere, 'keys'), { recursive: true, preserveTimestamps: true });
    const moved = await houseOn(url, elsewhere);
    expect(stateOf(moved, row)).toEqual(state);
    expect(moved.accounts.trail().map((line) => line.what)).not.toContain('authors_lost');
  });

  it('beside a running process a second one stands by, and one that was killed frees the database', async () => {
    const [url, home] = [await freshDatabase(), newFolder()];
    const owner = await ownerOf(url, home);
    const twin = newFolder();
    copyFileSync(join(home, 'secret'), join(twin, 'secret'));
    const before = await everything(url);
    const { said } = await program('server/main.ts', [], twin, url);
    expect(said).toMatch(/Cerchi stands by on port \d+/);
    expect(said).not.toContain('Cerchi is open.');
    expect(await everything(url)).toBe(before);
    const ended = new Promise((done) => owner.once('exit', done));
    owner.kill('SIGKILL');
    await ended;
    const open = () => {
      try {
        return createApp({ folder: home, database: url, warn: () => {} });
      } catch (e) {
        expect(e).toMatchObject({ why: 'locked' });
        return null;
      }
    };
    // PostgreSQL notices a moment later.
    let next = open();
    while (!next) next = await new Promise((r) => setTimeout(() => r(open()), 20));
    expect(next.streams.all().map((r) => r.code)).toEqual(['PROVA']);
    await next.close();
  });
});
