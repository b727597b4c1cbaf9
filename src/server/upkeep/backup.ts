/** A backup is one SQLite file: the database at one moment, and the folder's other files as tables beside it. */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { holdFolder } from '../../../db/folder-lock';
import { CannotOpen, cannotOpen, refuseNewer } from '../../../db/open';
import { readSecret } from '../files/secret';
import { syncFolder, writeAtomically } from '../files/atomic-write';
import { openStore } from '../database/sqlite-store';
import { Streams } from '../streams/streams';
import { type Verdict, verifyAll } from './verify';

const DATABASE = 'cerchi.sqlite';
const PHOTOS = 'photos';
/** Never in a backup: its holder must not be able to tell the authors of unsigned facts (decision 23). */
const KEYS = 'keys';
/** Only names that the program itself writes: a name cannot lead out of the folder. */
const CARRIED = /^(secret|photos\/[a-f0-9]{64}\.webp)$/;

const sync = (file: string): void => {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

const carriedIn = (folder: string): string[] => [
  'secret',
  ...(existsSync(join(folder, PHOTOS)) ? readdirSync(join(folder, PHOTOS)) : [])
    .map((name) => `${PHOTOS}/${name}`)
    .filter((name) => CARRIED.test(name)),
];

/**
 * Copies everything to `file`, whole or not at all, also while a server writes: the database is read as of one moment,
 * and writers do not wait. A photograph removed meanwhile stays out. Throws CannotOpen.
 */
export function backUp(folder: string, file: string): void {
  const part = `${file}.part`;
  const database = join(folder, DATABASE);
  refuseMissing(database);
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(part, { force: true });
    const source = new Database(database, { readonly: true, timeout: 10_000 });
    try {
      refuseNewer(source, database);
      source.prepare('VACUUM INTO ?').run(part);
    } finally {
      source.close();
    }
    chmodSync(part, 0o600);
    const copy = new Database(part);
    try {
      copy.pragma('journal_mode = DELETE');
      dropStates(copy);
      copy.exec('CREATE TABLE carried (name TEXT PRIMARY KEY, bytes BLOB NOT NULL)');
      const carry = copy.prepare('INSERT INTO carried VALUES (?, ?)');
      copy.transaction(() => {
        for (const name of carriedIn(folder))
          if (existsSync(join(folder, name))) carry.run(name, readFileSync(join(folder, name)));
      })();
      refuseDamaged(copy, part);
    } finally {
      copy.close();
    }
    sync(part);
    renameSync(part, file);
    syncFolder(dirname(file));
  } catch (e) {
    rmSync(part, { force: true });
    throw cannotOpen(e, file);
  }
}

/** Never in a backup either: their key is not there, and what is erased later would stay in them. */
function dropStates(copy: Database.Database): void {
  if (!copy.prepare("SELECT 1 FROM sqlite_master WHERE name = 'stored_states'").get()) return;
  copy.pragma('secure_delete = ON');
  if (copy.prepare('DELETE FROM stored_states').run().changes > 0) copy.exec('VACUUM');
}

function refuseDamaged(db: Database.Database, file: string): void {
  const said = db.pragma('integrity_check(1)', { simple: true });
  if (said !== 'ok') throw new CannotOpen('damaged', `${file}: ${String(said)}`);
}

function refuseMissing(file: string): void {
  if (!existsSync(file)) throw new CannotOpen('missing', `${file} is not there`);
}

/** Unpacks a backup as a data folder. The backup itself is only read. Throws CannotOpen. */
function layOut(file: string, folder: string): void {
  refuseMissing(file);
  try {
    mkdirSync(join(folder, PHOTOS), { recursive: true });
    const database = join(folder, DATABASE);
    copyFileSync(file, database);
    const copy = new Database(database);
    try {
      refuseDamaged(copy, file);
      refuseNewer(copy, file);
      if (!copy.prepare("SELECT 1 FROM sqlite_master WHERE name = 'carried'").get())
        throw new CannotOpen('damaged', `${file} is not a backup made by Cerchi`);
      for (const row of copy.prepare('SELECT name, bytes FROM carried').iterate()) {
        const { name, bytes } = row as { name: string; bytes: Buffer };
        if (CARRIED.test(name)) writeAtomically(join(folder, name), bytes, name === 'secret' ? 0o600 : 0o666);
      }
      copy.exec('DROP TABLE carried');
      copy.exec('VACUUM');
    } finally {
      copy.close();
    }
    sync(database);
    syncFolder(folder);
  } catch (e) {
    throw cannotOpen(e, file);
  }
}

/** Every log of a data folder, folded and checked. */
export function verifyFolder(folder: string): Verdict[] {
  const store = openStore(join(folder, DATABASE), { mustExist: true });
  try {
    return verifyAll(new Streams(store, readSecret(folder)));
  } finally {
    store.$client.close();
  }
}

/** Checks a backup without touching anything: the file, and every log in it. */
export function verifyBackup(file: string): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'cerchi-verify-'));
  try {
    layOut(file, folder);
    return verifyFolder(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type Restored = { verdicts: Verdict[]; aside: string | null };

/**
 * Replaces a data folder by a backup, which is unpacked and verified beside it first; the old folder's files are moved
 * aside, never deleted. Throws CannotOpen, and then nothing has changed.
 */
export function restore(folder: string, file: string, now: number): Restored {
  refuseMissing(file);
  const letGo = holdFolder(folder);
  const beside = join(folder, 'restoring');
  try {
    rmSync(beside, { recursive: true, force: true });
    layOut(file, beside);
    const verdicts = verifyFolder(beside);
    const broken = verdicts.flatMap((v) => v.wrong);
    if (broken.length > 0) throw new CannotOpen('damaged', `${file}: ${broken[0]}`);
    const aside = setAside(folder, now);
    for (const name of readdirSync(beside)) {
      if (name.startsWith(`${DATABASE}-`)) continue;
      if (name === KEYS) {
        // Author keys for an older copy, beside the present ones, which may decrypt others.
        mkdirSync(join(folder, KEYS), { recursive: true, mode: 0o700 });
        for (const key of readdirSync(join(beside, KEYS)))
          renameSync(join(beside, KEYS, key), join(folder, KEYS, key));
        continue;
      }
      renameSync(join(beside, name), join(folder, name));
    }
    rmSync(beside, { recursive: true, force: true });
    syncFolder(folder);
    return { verdicts, aside };
  } finally {
    rmSync(beside, { recursive: true, force: true });
    letGo();
  }
}

/** The old files go into a folder of their own; a WAL file left beside another database would ruin it. */
function setAside(folder: string, now: number): string | null {
  const present = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, 'secret', PHOTOS].filter((name) =>
    existsSync(join(folder, name)),
  );
  if (present.length === 0) return null;
  const aside = join(folder, `before-restore-${stamp(now)}`);
  mkdirSync(aside, { recursive: true });
  for (const name of present) renameSync(join(folder, name), join(aside, basename(name)));
  return aside;
}

/** A moment as a file name: 2026-11-24T10-47-03. */
export const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(':', '-');
