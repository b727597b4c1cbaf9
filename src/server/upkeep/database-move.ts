/** Moves an office between a data folder (SQLite) and a PostgreSQL database, either way, and compares both afterwards. */
import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { CannotOpen } from '../../../db/open';
import { bringPhotos } from '../files/shared-files';
import { FINGERPRINT, readSecret } from '../files/secret';
import { fingerprint } from '../log/fingerprint';
import type { LogRow } from '../log/log-store';
import { BROUGHT, onServer, takeFolder } from '../database/data-folder';
import { isPostgres } from '../database/postgres-store';
import { openStore } from '../database/sqlite-store';
import type { Store } from '../database/store';
import { Streams } from '../streams/streams';
import { stamp } from './backup';
import { verifyAll } from './verify';

const DATABASE = 'cerchi.sqlite';
/** Lines in one transaction. */
const BATCH = 500;
/** Settings about the place, not about the office. */
const OF_THE_PLACE = new Set([FINGERPRINT, BROUGHT, 'clock', 'maintenance']);

export type Moved = { streams: number; facts: number; seats: number; accounts: number };

const settingsOf = (store: Store) =>
  store.settings.startingWith('').filter(({ key }) => !OF_THE_PLACE.has(key));
const sorted = (rows: object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

/** Everything but the logs, as text that is the same wherever it is stored. */
function tablesOf(store: Store): Record<string, string[]> {
  return {
    streams: sorted(store.streams.all()),
    seats: sorted(store.streams.all().flatMap((row) => store.seats.of(row.id))),
    accounts: sorted(store.accounts.all()),
    links: sorted(store.accounts.allLinks()),
    entries: sorted(store.accounts.allEntries()),
    audit: sorted(store.audit.all().map(({ id: _, ...line }) => line)),
    settings: sorted(settingsOf(store)),
  };
}

/** `to` must be empty. Throws where what was written is not what was read. */
export async function copyStore(from: Store, to: Store): Promise<Moved> {
  if (to.streams.all().length > 0 || to.accounts.any())
    throw new Error('there is an office already: a move needs an empty place');
  const moved: Moved = { streams: 0, facts: 0, seats: 0, accounts: 0 };
  for (const row of from.streams.all()) {
    to.streams.add(row);
    for (const { erasedAt, epoch, ...seat } of from.seats.of(row.id)) {
      to.seats.add(seat);
      to.seats.change(row.id, seat.id, { erasedAt, epoch });
      moved.seats += 1;
    }
    let batch: LogRow[] = [];
    for (const fact of from.log.since(row.id, 0)) {
      batch.push({ stream: row.id, fact });
      moved.facts += 1;
      if (batch.length < BATCH) continue;
      await to.log.append(batch);
      batch = [];
    }
    if (batch.length > 0) await to.log.append(batch);
    moved.streams += 1;
  }
  for (const { epoch, revokedAt, ...account } of from.accounts.all()) {
    to.accounts.add(account);
    to.accounts.change(account.id, { epoch, revokedAt });
    moved.accounts += 1;
  }
  for (const { usedAt, ...link } of from.accounts.allLinks()) {
    to.accounts.addLink(link);
    if (usedAt !== null) to.accounts.spendLink(link.hash, usedAt);
  }
  for (const entry of from.accounts.allEntries()) to.accounts.addEntry(entry);
  for (const { id: _, ...line } of from.audit.all()) to.audit.add(line);
  for (const { key, value } of settingsOf(from)) to.settings.set(key, value);
  const wrong = differences(from, to);
  if (wrong.length > 0) throw new Error(`not the same as before: ${wrong.join(', ')}`);
  return moved;
}

/** Names of the tables, and codes of the logs, that are not the same in both. */
function differences(from: Store, to: Store): string[] {
  const [before, after] = [tablesOf(from), tablesOf(to)];
  const tables = Object.keys(before).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const whole = (store: Store, id: string) => fingerprint(store.log, id, Number.POSITIVE_INFINITY);
  const logs = from.streams.all().filter((row) => whole(from, row.id) !== whole(to, row.id));
  return [...tables, ...logs.map((row) => row.code)];
}

/** Throws for a log that does not fold, because the move would be blamed for it. */
function refuseBroken(store: Store, secret: string): void {
  const [first] = verifyAll(new Streams(store, secret)).flatMap((v) => v.wrong);
  if (first) throw new CannotOpen('damaged', first);
}

/**
 * From the folder, or the database whose folder it is, to an address of PostgreSQL or a new folder. Nobody may run on
 * either. The source stays as it was; a SQLite file that was moved gets another name, so that nobody starts on it again.
 */
export async function move(folder: string, database: string, to: string, now: number): Promise<Moved> {
  if (isPostgres(database) === isPostgres(to))
    throw new Error('a move goes from a data folder to PostgreSQL, or back');
  const { store, secret, letGo } = takeFolder(folder, database);
  try {
    refuseBroken(store, secret);
    const moved = isPostgres(to)
      ? await intoDatabase(store, folder, to)
      : await intoFolder(store, folder, secret, to);
    store.close();
    if (isPostgres(to)) renameSync(join(folder, DATABASE), join(folder, `${DATABASE}.moved-${stamp(now)}`));
    return moved;
  } finally {
    letGo();
  }
}

async function intoDatabase(store: Store, folder: string, url: string): Promise<Moved> {
  const there = onServer(folder, url);
  try {
    return await copyStore(store, there);
  } finally {
    there.close();
  }
}

async function intoFolder(store: Store, folder: string, secret: string, to: string): Promise<Moved> {
  for (const name of [DATABASE, 'secret'])
    if (existsSync(join(to, name))) throw new Error(`${to} is a data folder already`);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  bringPhotos(store.files, folder);
  for (const name of ['secret', 'keys', 'photos', 'forgotten.jsonl'])
    if (existsSync(join(folder, name)))
      cpSync(join(folder, name), join(to, name), { recursive: true, preserveTimestamps: true });
  const there = openStore(join(to, DATABASE));
  try {
    const moved = await copyStore(store, there);
    if (readSecret(to) !== secret) throw new Error('the secret is not the same');
    return moved;
  } finally {
    there.close();
  }
}
