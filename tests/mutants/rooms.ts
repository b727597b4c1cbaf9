/** The rooms that mutants are made in, and the minimum share of them that the tests must kill. */
/** `tests`: the folders of its own tests; other tests only reach it indirectly. */
export type Room = { name: string; folder: string; tests: readonly string[]; least: number };

export const ROOMS: readonly Room[] = [
  { name: 'domain', tests: ['domain'], folder: 'src/domain', least: 85 },
  { name: 'sync', tests: ['client'], folder: 'src/client/sync', least: 85 },
  { name: 'protocol', tests: ['protocol'], folder: 'src/protocol', least: 85 },
  { name: 'server', tests: ['server', 'db'], folder: 'src/server', least: 75 },
  { name: 'reports', tests: ['reports'], folder: 'src/reports', least: 75 },
  { name: 'ui', tests: ['ui'], folder: 'src/ui', least: 70 },
];
