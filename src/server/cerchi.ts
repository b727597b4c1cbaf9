/** The command line for those who run it: npm run -s cerchi -- <verb>. Exit: 0 done, 1 something is wrong, 2 usage, 3 cannot open. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gatheringJson } from '@/reports/gathering-json';
import { CannotOpen, openStore } from '../../db/open';
import { readConfig } from './config';
import { readSecret } from './doors/identity';
import { Rooms } from './rooms';
import { verifyAll } from './verify';

const HELP = `cerchi — for those who run it

  export CODE --format json [--out FILE] [--public]   everything of a gathering
  verify                                              folds every log and says whether it holds
  demo                                                brings the demonstration gathering and path
  backup FILE                                         a whole copy, also while the server runs
  help                                                this text

The data folder is CERCHI_DATA (default: data).
Exit codes: 0 done · 1 something is wrong · 2 usage · 3 the data folder cannot be opened`;

const usage = (why: string): never => {
  console.error(`${why}\n\n${HELP}`);
  process.exit(2);
};

function open(mustExist: boolean): Rooms {
  const config = readConfig();
  return new Rooms(openStore(config.database, { mustExist }), readSecret(config.folder));
}

const out = (file: string | undefined, text: string): void =>
  file ? writeFileSync(file, text) : void process.stdout.write(text);

const VERBS: Record<
  string,
  (args: string[], options: Record<string, string | boolean | undefined>) => number | Promise<number>
> = {
  help: () => {
    console.log(HELP);
    return 0;
  },

  export(args, options) {
    const [code] = args;
    if (!code) return usage('Which gathering? Give its code.');
    if (options.format !== 'json') return usage('Only --format json is known here.');
    const rooms = open(true);
    const row = rooms.find(code);
    if (row?.kind !== 'gathering') {
      console.error(`There is no gathering with the code ${code}.`);
      return 1;
    }
    const { labels } = rooms.seating.labelled(row.id, 'all');
    const whole = rooms.gathering(row).whole();
    out(
      options.out as string | undefined,
      `${JSON.stringify(gatheringJson(whole, { labels, publicly: options.public === true, exportedAt: Date.now() }), null, 2)}\n`,
    );
    return 0;
  },

  verify() {
    let broken = 0;
    for (const v of verifyAll(open(true))) {
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
  },

  async demo() {
    const { bringDemo } = await import('../../db/demo/bring');
    const rooms = open(false);
    console.log(
      (await bringDemo(rooms))
        ? 'The demonstration is there: gathering DEMO, path PATTO.'
        : 'The demonstration was already there: gathering DEMO, path PATTO.',
    );
    await rooms.commits.settle();
    return 0;
  },

  async backup(args) {
    const [file] = args;
    if (!file) return usage('Where to? Give a file.');
    await open(true).store.$client.backup(file);
    console.log(`Copied to ${file}.`);
    return 0;
  },
};

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { format: { type: 'string' }, out: { type: 'string' }, public: { type: 'boolean' } },
  });
  const [verb = 'help', ...rest] = positionals;
  const run = VERBS[verb];
  return run ? run(rest, values) : usage(`"${verb}" is not something cerchi does.`);
}

main().then(
  (code) => process.exit(code),
  (e: unknown) => {
    console.error(e instanceof Error ? e.message : String(e));
    process.exit(e instanceof CannotOpen ? 3 : 1);
  },
);
