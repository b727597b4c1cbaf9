/**
 * The operators' command line: npm run -s cerchi -- <verb>. Exit codes: 0 done, 1 something is wrong, 2 usage, 3 cannot
 * open.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '@/server/config';
import { inWords } from '@/server/files/open-errors';
import { keepPrivate } from '@/server/files/private-files';
import { isPostgres, startStoreThread } from '@/server/database/postgres-store';
import { CannotOpen } from '../../db/open';
import { audit, key, retention } from './accounts';
import { backup, move, restore, verify } from './backup';
import { demo } from './demo';
import { exportVerb } from './export';
import { HELP, Usage, usage, type Verb } from './usage';

const help: Verb = () => {
  console.log(HELP);
  return 0;
};

const VERBS: Record<string, Verb> = {
  help,
  export: exportVerb,
  verify,
  demo,
  backup,
  restore,
  move,
  audit,
  key,
  retention,
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
