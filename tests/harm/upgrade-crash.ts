/**
 * A process of its own that upgrades a data folder, and dies at the step it is told: `node upgrade-crash.ts DATABASE
 * STEP` upgrades the database alone; with a third argument, `FILE`, it opens the folder as the server does, and dies at
 * the step of that file, the database or a copy.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AuthorKeys } from '@/server/log/author-keys';
import { upgradeAuthors } from '@/server/log/author-upgrade';
import { openStore } from '@/server/database/sqlite-store';
import { Streams } from '@/server/streams/streams';
import { upgradeCopies } from '@/server/upkeep/copy-upgrade';

/** Each word is a moment: the n-th author about to be encrypted, a statement about to run, or just run. */
export const STEPS = [
  'seal 1',
  'seal 2',
  'seal 200',
  'before COMMIT',
  'after COMMIT',
  'before VACUUM',
  'after VACUUM',
  'before swept',
] as const;

/** Everything is upgraded and the folder still open. */
export const FINISHED = 'finished';

const die = (): void => void process.kill(process.pid, 'SIGKILL');

/** Dies at a step of the upgrade of this file. */
function dieAt(step: string, file: string): void {
  const { exec, pragma, prepare } = Database.prototype;
  const { seal } = AuthorKeys.prototype;
  let sealed = Number.NaN;
  AuthorKeys.prototype.seal = function (...of) {
    sealed += 1;
    if (step === `seal ${sealed}`) die();
    return seal.apply(this, of);
  };
  Database.prototype.exec = function (sql) {
    if (this.name !== file) return exec.call(this, sql);
    if (sql.includes("'maintenance', 'open'")) sealed = 0;
    if (sql === 'VACUUM' && step === 'before VACUUM') die();
    const done = exec.call(this, sql);
    if (sql === 'VACUUM' && step === 'after VACUUM') die();
    // The last statement before the transaction ends.
    if (sql.startsWith('DELETE FROM settings')) {
      sealed = Number.NaN;
      if (step === 'before COMMIT') die();
    }
    return done;
  };
  Database.prototype.pragma = function (what, options) {
    if (this.name === file && what === 'temp_store = MEMORY' && step === 'after COMMIT') die();
    return pragma.call(this, what, options) as unknown;
  };
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql) as Database.Statement<unknown[]>;
    if (this.name !== file || !sql.startsWith('INSERT OR REPLACE INTO settings')) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...of: unknown[]) => {
      if (of[1] === 'swept' && step === 'before swept') die();
      return run(...of);
    };
    return statement;
  } as typeof prepare;
}

/** A careless build, to show that the harness notices one: no key is synced before the lines it encrypts. */
function leaveKeysUnsynced(folder: string): void {
  const inMemory = new AuthorKeys(null);
  const { seal, add } = AuthorKeys.prototype;
  AuthorKeys.prototype.seal = (...of) => seal.apply(inMemory, of);
  inMemory.add = (stream, epoch) => {
    const key = add.call(inMemory, stream, epoch);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${stream}.${epoch}.${randomUUID()}`), key);
    return key;
  };
}

const [, , database = '', step = '', file = ''] = process.argv;
if (database !== '') {
  const folder = dirname(database);
  if (process.env.HARM_CARELESS === 'keys') leaveKeysUnsynced(join(folder, 'keys'));
  dieAt(step, file === '' ? database : file);
  if (file === '') {
    const client = new Database(database);
    upgradeAuthors(client, new AuthorKeys(join(folder, 'keys')), Date.now());
    client.close();
  } else {
    const { keys } = new Streams(openStore(database), 'of no account here, but long enough to be one');
    upgradeCopies(folder, join(folder, 'copies'), keys, Date.now(), (what, e) => console.error(what, e));
    if (step === FINISHED) die();
  }
}
