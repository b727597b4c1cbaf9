/**
 * A process of its own that upgrades a data folder, and dies at the step it is told: `node upgrade-crash.ts DATABASE
 * STEP`.
 */
import Database from 'better-sqlite3';
import { AuthorKeys } from '@/server/log/author-keys';
import { upgradeAuthors } from '@/server/log/author-upgrade';
import { dirname, join } from 'node:path';

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

const [, , file = '', step = ''] = process.argv;
const die = (): void => void process.kill(process.pid, 'SIGKILL');
if (file !== '') {
  const client = new Database(file);
  const keys = new AuthorKeys(join(dirname(file), 'keys'));
  let sealed = 0;
  const seal = keys.seal.bind(keys);
  keys.seal = (...of) => {
    sealed += 1;
    if (step === `seal ${sealed}`) die();
    return seal(...of);
  };
  const exec = client.exec.bind(client);
  client.exec = (sql) => {
    if (sql === 'VACUUM' && step === 'before VACUUM') die();
    const done = exec(sql);
    if (sql === 'VACUUM' && step === 'after VACUUM') die();
    // The last statement before the transaction ends.
    if (sql.startsWith('DELETE FROM settings') && step === 'before COMMIT') die();
    return done;
  };
  const pragma = client.pragma.bind(client);
  client.pragma = (what, options) => {
    if (what === 'secure_delete = ON' && step === 'after COMMIT') die();
    return pragma(what, options);
  };
  const prepare = client.prepare.bind(client);
  client.prepare = ((sql: string) => {
    const statement = prepare(sql);
    if (!sql.startsWith('INSERT OR REPLACE INTO settings')) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...of: unknown[]) => {
      if (of[1] === 'swept' && step === 'before swept') die();
      return run(...of);
    };
    return statement;
  }) as typeof client.prepare;
  process.stdout.write(String(upgradeAuthors(client, keys, Date.now())));
  client.close();
}
