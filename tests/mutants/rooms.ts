/** The rooms that mutants are made in, and the minimum share of them that the tests must kill. */
/**
 * `tests`: the folders of its own tests; other tests only reach it indirectly. `elsewhere`: files of the folder that run only
 * in another process or thread than the tests, each with the reason. No mutant is active there, so theirs are not counted.
 */
export type Room = {
  name: string;
  folder: string;
  tests: readonly string[];
  least: number;
  elsewhere?: Readonly<Record<string, string>>;
};

const THREAD = 'runs in the thread that PostgreSQL is spoken to in, bundled by esbuild';
const BUILD = 'runs in the process of `npm run build`';
const ELSEWHERE: Readonly<Record<string, string>> = {
  'main.ts': 'the program of the server: tests start it as a process',
  'standby.ts': 'runs in a process that waits for another one to end: tests start both',
  'build/build.ts': BUILD,
  'build/build-lock.ts': BUILD,
  'build/code-cache.ts': BUILD,
  'build/release.ts': 'the program of `npm run release`',
  'database/postgres-thread.ts': THREAD,
  'database/postgres-tables.ts': THREAD,
  'database/postgres-log.ts': THREAD,
  'database/postgres-accounts.ts': THREAD,
  'database/postgres-connections.ts': THREAD,
  'database/postgres-lock.ts': THREAD,
  'exports/document-child.ts': 'the program of the child process that writes a document',
  'exports/read-path-file.ts': 'runs in the child process that writes a document',
  'imports/spreadsheet-child.ts': 'the program of the child process that reads a spreadsheet',
};

export const ROOMS: readonly Room[] = [
  { name: 'domain', tests: ['domain'], folder: 'src/domain', least: 85 },
  { name: 'sync', tests: ['client'], folder: 'src/client/sync', least: 85 },
  { name: 'protocol', tests: ['protocol'], folder: 'src/protocol', least: 85 },
  { name: 'server', tests: ['server', 'db'], folder: 'src/server', least: 75, elsewhere: ELSEWHERE },
  { name: 'reports', tests: ['reports'], folder: 'src/reports', least: 75 },
  { name: 'ui', tests: ['ui'], folder: 'src/ui', least: 70 },
];

/** The paths of those files, from the project's root. */
export const elsewhereOf = ({ folder, elsewhere = {} }: Room): string[] =>
  Object.keys(elsewhere).map((file) => `${folder}/${file}`);
