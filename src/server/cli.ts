/**
 * The operators' command line: npm run -s cerchi -- <verb>. Exit codes: 0 done, 1 something is wrong, 2 usage, 3 cannot
 * open.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotOpen } from '../../db/open';
import { backUp, restore, verifyBackup, verifyFolder } from './upkeep/backup';
import { move } from './upkeep/move';
import { inWords } from './files/cannot-open';
import { readConfig } from './config';
import { onServer, takeFolder } from './store/data-folder';
import { isPostgres, startStoreThread } from './store/postgres-store';
import { keepPrivate } from './files/private-files';
import { gatheringData, pathData, pathPackage } from './documents/export-data';
import { pathFile, pathFileNames } from './documents/path-files';
import { readSecret } from './files/secret';
import { openStore } from './store/sqlite-store';
import { languageFor } from '@/i18n/read';
import { Erasure } from './upkeep/erasure';
import { officeDetails } from './identity/office-details';
import { Accounts, KEY_HOURS } from './identity/accounts';
import { retain } from './upkeep/retention';
import { TrustedClock } from './upkeep/trusted-clock';
import { Streams, type StreamRow } from './streams/streams';
import { type Verdict, verifyAll } from './upkeep/verify';

const HELP = `cerchi — for those who run it

  export CODE --format json [--out FILE] [--public]   everything of a gathering
  export path [CODE] --format json [--out FILE]       everything of a path, gatherings and programming
  export path [CODE] --format package [--out FILE]    the same as a data package: CSV tables, SQLite, JSON, in a zip
  export path [CODE] --file NAME.FORM [--lang en]     one document or table, such as programma-attuativo.pdf
  export path [CODE] --file all --out FOLDER          every document in every form, and every table
  verify [FILE]                                       folds every log, or those of a backup, and says whether they hold
  demo                                                brings the demonstration gathering and path
  backup FILE                                         a whole copy in one file, also while the server runs
  restore FILE                                        puts a backup in place of the data folder (stop the server first)
  move TO                                             moves everything to postgres://…, or from there to a new folder, and compares
  audit [N]                                           the last lines of the trail: who entered, hid, exported, erased
  key NAME                                            a one-time link for who has forgotten the passphrase of that account
  retention [--today DATE]                            takes away now the identifiers kept long enough (stop the server)
  help                                                this text

The data folder is CERCHI_DATA (default: data).
Exit codes: 0 done · 1 something is wrong · 2 usage · 3 the data folder cannot be opened`;

/** Thrown once the usage is printed: exit 2. */
class Usage extends Error {}

const usage = (why: string): never => {
  console.error(`${why}\n\n${HELP}`);
  throw new Usage();
};

/** Beside a running server; `writing` a database on a server must be free. */
function open(writing = false): Streams {
  const { database, folder } = readConfig();
  const store = isPostgres(database)
    ? onServer(folder, database, !writing)
    : openStore(database, { mustExist: true });
  return new Streams(store, readSecret(folder));
}

function onlyOfFolders(): number {
  console.error(
    'The data are on a database server, which has copies of its own: pg_dump, or a base backup with its archive. Copy secret, photos/ and forgotten.jsonl of the data folder beside them.',
  );
  return 1;
}

const out = (file: string | undefined, text: string): void =>
  file ? writeFileSync(file, text) : void process.stdout.write(text);

/** The path with this code, or the only one there is; or the reason why neither is found. */
function thePath(streams: Streams, code: string | undefined): StreamRow | string {
  const paths = streams.all().filter((r) => r.kind === 'path');
  const row = code === undefined ? paths[0] : streams.index.find(code);
  if (row?.kind !== 'path')
    return code ? `There is no path with the code ${code}.` : 'There is no path here.';
  if (code === undefined && paths.length > 1)
    return `There are several paths: say which. ${paths.map((p) => p.code).join(', ')}`;
  return row;
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

const deskOf = (streams: Streams) => {
  const { folder, publicUrl } = readConfig();
  return { streams, folder, publicUrl, office: () => officeDetails(streams.store) };
};

async function oneFile(streams: Streams, row: StreamRow, lang: string, what: string, to: string | undefined) {
  const made = await pathFile(deskOf(streams), row, what, languageFor(lang, 'it'));
  if (!made) {
    console.error(`There is no ${what}. There are: ${pathFileNames(streams, row).join(' ')}`);
    return 1;
  }
  writeFileSync(to ?? made.name, made.body);
  console.error(`Written to ${to ?? made.name}.`);
  return 0;
}

/** Named as they are asked for, because a title's own file name may be the same for two tables. */
async function everyFile(streams: Streams, row: StreamRow, lang: string, folder: string | undefined) {
  if (!folder) return usage('Where to? Give --out FOLDER.');
  mkdirSync(folder, { recursive: true });
  const names = pathFileNames(streams, row);
  for (const what of names) {
    const made = await pathFile(deskOf(streams), row, what, languageFor(lang, 'it'));
    if (made) writeFileSync(join(folder, what), made.body);
  }
  console.error(`${names.length} files written to ${folder}.`);
  return 0;
}

const VERBS: Record<
  string,
  (args: string[], options: Record<string, string | boolean | undefined>) => number | Promise<number>
> = {
  help: () => {
    console.log(HELP);
    return 0;
  },

  audit([last = '200']) {
    const streams = open();
    const accounts = new Accounts(streams.store, streams.clock);
    const names = new Map(accounts.list().map((a) => [a.id, a.name]));
    for (const line of accounts.trail().slice(-Number(last)))
      console.log(
        [new Date(line.at).toISOString(), names.get(line.who) ?? line.who, line.what, line.about].join('\t'),
      );
    return 0;
  },

  key([name]) {
    if (!name) return usage('Whose? Give the name of the account.');
    const { publicUrl, port } = readConfig();
    const streams = open(true);
    const accounts = new Accounts(streams.store, streams.clock);
    const here = accounts.list().filter((a) => a.revokedAt === null);
    const about = here.find((a) => a.name.toLowerCase() === name.trim().toLowerCase());
    if (!about) {
      console.error(`There is no account called ${name}. There are: ${here.map((a) => a.name).join(', ')}`);
      return 1;
    }
    const link = accounts.resetKey(about, 'operator');
    console.log(`For ${about.name}, once, within ${KEY_HOURS} hours:`);
    console.log(`${publicUrl ?? `http://localhost:${port}`}${link}`);
    return 0;
  },

  retention(_, options) {
    const { folder, database } = readConfig();
    const { store, secret } = takeFolder(folder, database);
    const streams = new Streams(store, secret);
    const trusted = new TrustedClock(folder, store, streams.clock);
    const leap = trusted.leap();
    if (leap && !trusted.confirm(String(options.today))) {
      console.error(
        `The clock of this machine says ${leap.today}, ${Math.abs(leap.days)} days ${leap.days > 0 ? 'after' : 'before'} the time the server last lived. If that is today's date: retention --today ${leap.today}`,
      );
      return 1;
    }
    const accounts = new Accounts(store, streams.clock, () => trusted.now());
    const done = retain(streams, accounts, folder, undefined, undefined, trusted.now());
    if (done.length > 0) new Erasure(store, streams, folder).sweep();
    for (const { code, people } of done) console.log(`${code}: ${people} labels taken away`);
    if (done.length === 0) console.log('Nothing is old enough.');
    return 0;
  },

  async export(args, options) {
    const [code, which] = args;
    if (!code) return usage('Which gathering? Give its code, or: export path');
    const file = options.out as string | undefined;
    const streams = open();
    const asked = code === 'path' ? thePath(streams, which) : streams.index.find(code);
    if (typeof asked === 'string') {
      console.error(asked);
      return 1;
    }
    if (!asked) {
      console.error(`There is no gathering with the code ${code}.`);
      return 1;
    }
    if (typeof options.file === 'string') {
      if (asked.kind !== 'path') return usage('--file is for a path: export path [CODE] --file NAME.FORM');
      const lang = typeof options.lang === 'string' ? options.lang : 'it';
      return options.file === 'all'
        ? everyFile(streams, asked, lang, file)
        : oneFile(streams, asked, lang, options.file, file);
    }
    if (asked.kind === 'path' && options.format === 'package') {
      const { name, bytes } = pathPackage(
        streams,
        asked,
        officeDetails(streams.store),
        readConfig().publicUrl,
      );
      writeFileSync(file ?? name, bytes);
      console.error(`Written to ${file ?? name}.`);
      return 0;
    }
    if (options.format !== 'json')
      return usage(
        asked.kind === 'path'
          ? 'Give --format json, --format package or --file NAME.FORM.'
          : 'Give --format json.',
      );
    const data =
      asked.kind === 'path'
        ? pathData(streams, asked)
        : gatheringData(streams, asked, options.public === true);
    out(file, `${JSON.stringify(data, null, 2)}\n`);
    return 0;
  },

  verify([file]) {
    const { database, folder } = readConfig();
    if (!file && isPostgres(database)) return sayVerdicts(verifyAll(open()));
    return sayVerdicts(file ? verifyBackup(file) : verifyFolder(folder));
  },

  async demo() {
    const { bringDemo } = await import('../../db/demo/bring');
    const { folder, database } = readConfig();
    const { store, secret } = takeFolder(folder, database);
    const streams = new Streams(store, secret);
    console.log(
      (await bringDemo(streams))
        ? 'The demonstration is there: gathering DEMO, path PATTO.'
        : 'The demonstration was already there: gathering DEMO, path PATTO.',
    );
    await streams.commits.settle();
    return 0;
  },

  backup([file]) {
    if (!file) return usage('Where to? Give a file.');
    if (isPostgres(readConfig().database)) return onlyOfFolders();
    backUp(readConfig().folder, file);
    console.log(`Copied to ${file}.`);
    return 0;
  },

  async move([to]) {
    if (!to) return usage('Where to? Give an address of PostgreSQL, or a new folder.');
    const { folder, database } = readConfig();
    await startStoreThread();
    const { streams, facts, seats, accounts } = await move(folder, database, to, Date.now());
    console.log(
      `Moved ${streams} gatherings and paths, ${facts} facts, ${seats} seats and ${accounts} accounts, and compared: all is the same.`,
    );
    console.log(
      isPostgres(to)
        ? 'From now on start with CERCHI_DATABASE. The old file has another name in the data folder.'
        : `From now on start with CERCHI_DATA=${to} and without CERCHI_DATABASE. Drop the database when you are sure.`,
    );
    return 0;
  },

  restore([file]) {
    if (!file) return usage('Which backup? Give its file.');
    if (isPostgres(readConfig().database)) return onlyOfFolders();
    const { verdicts, aside } = restore(readConfig().folder, file, Date.now());
    const wrong = sayVerdicts(verdicts);
    console.log(`Restored from ${file}.${aside ? ` What was here before is in ${aside}.` : ''}`);
    return wrong;
  },
};

async function main(): Promise<number> {
  // Exports and copies are as private as the data folder.
  keepPrivate();
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      public: { type: 'boolean' },
      file: { type: 'string' },
      lang: { type: 'string' },
      today: { type: 'string' },
    },
  });
  const [verb = 'help', ...rest] = positionals;
  if (verb !== 'help' && isPostgres(readConfig().database)) await startStoreThread();
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  return run ? run(rest, values) : usage(`"${verb}" is not something cerchi does.`);
}

// A reader that closes its end of the pipe (`| head`) is no error: the command finishes without it.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (e: NodeJS.ErrnoException) => {
    if (e.code !== 'EPIPE') throw e;
  });

function exitCodeOf(e: unknown): number {
  if (e instanceof Usage) return 2;
  console.error(e instanceof CannotOpen ? inWords(e) : e instanceof Error ? e.message : String(e));
  return e instanceof CannotOpen ? 3 : 1;
}

/** Ends once everything printed has reached the pipe: `process.exit` alone cuts what is longer than its buffer. */
async function end(code: number): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((done) => stream.write('', () => done()));
  process.exit(code);
}

main().catch(exitCodeOf).then(end);
