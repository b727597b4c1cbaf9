/** The verbs `verify`, `backup`, `restore` and `move`: whole copies of everything. */
import { readConfig } from '@/server/config';
import { isPostgres, startStoreThread } from '@/server/database/postgres-store';
import { backUp, restore as restoreBackup, verifyBackup, verifyFolder } from '@/server/upkeep/backup';
import { move as moveData } from '@/server/upkeep/database-move';
import { type Verdict, verifyAll } from '@/server/upkeep/verify';
import { openStreams } from './open-streams';
import { usage, type Verb } from './usage';

function onlyOfFolders(): number {
  console.error(
    'The data are on a database server, which has copies of its own: pg_dump, or a base backup with its archive. Copy secret, photos/ and forgotten.jsonl of the data folder beside them.',
  );
  return 1;
}

function sayVerdicts(verdicts: Verdict[]): number {
  let broken = 0;
  for (const v of verdicts) {
    const totals = Object.entries(v.totals)
      .map(([k, n]) => `${n} ${k}`)
      .join(', ');
    console.log(
      `${v.wrong.length === 0 ? 'ok   ' : 'WRONG'} ${v.code} (${v.kind}): ${v.facts} facts${totals ? ` — ${totals}` : ''}`,
    );
    for (const w of v.wrong) console.log(`      ${w}`);
    broken += v.wrong.length;
  }
  return broken === 0 ? 0 : 1;
}

export const verify: Verb = ([file]) => {
  const { database, folder } = readConfig();
  if (!file && isPostgres(database)) return sayVerdicts(verifyAll(openStreams()));
  return sayVerdicts(file ? verifyBackup(file) : verifyFolder(folder));
};

export const backup: Verb = ([file]) => {
  if (!file) return usage('Where to? Give a file.');
  if (isPostgres(readConfig().database)) return onlyOfFolders();
  backUp(readConfig().folder, file);
  console.log(`Copied to ${file}.`);
  return 0;
};

export const move: Verb = async ([to]) => {
  if (!to) return usage('Where to? Give an address of PostgreSQL, or a new folder.');
  const { folder, database } = readConfig();
  await startStoreThread();
  const { streams, facts, seats, accounts } = await moveData(folder, database, to, Date.now());
  console.log(
    `Moved ${streams} gatherings and paths, ${facts} facts, ${seats} seats and ${accounts} accounts, and compared: all is the same.`,
  );
  console.log(
    isPostgres(to)
      ? 'From now on start with CERCHI_DATABASE. The old file has another name in the data folder.'
      : `From now on start with CERCHI_DATA=${to} and without CERCHI_DATABASE. Drop the database when you are sure.`,
  );
  return 0;
};

export const restore: Verb = ([file]) => {
  if (!file) return usage('Which backup? Give its file.');
  if (isPostgres(readConfig().database)) return onlyOfFolders();
  const { verdicts, aside } = restoreBackup(readConfig().folder, file, Date.now());
  const wrong = sayVerdicts(verdicts);
  console.log(`Restored from ${file}.${aside ? ` What was here before is in ${aside}.` : ''}`);
  return wrong;
};
