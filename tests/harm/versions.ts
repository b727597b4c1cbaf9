/**
 * Data folders of each version of the program, kept small: today's program must fold them to the same state for ever.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fingerprint } from '@/server/log/fingerprint';
import { Streams } from '@/server/streams/streams';
import { verifyAll } from '@/server/upkeep/verify';
import { openStore } from '@/server/database/sqlite-store';

const shelf = fileURLToPath(new URL('./versions', import.meta.url));

/** The compared parts: the log to the letter, and everything folded from it. */
export type Folded = Record<string, { fingerprint: string; facts: number; wrong: string[]; state: unknown }>;

export function fold(database: string): Folded {
  const store = openStore(database, { mustExist: true });
  const streams = new Streams(store, 'of no account here, but long enough to be one');
  const wrong = new Map(verifyAll(streams).map((v) => [v.code, v.wrong]));
  const folded = Object.fromEntries(
    streams.all().map((row) => {
      const stream = streams.stream(row);
      const state = JSON.parse(JSON.stringify(stream.whole())) as unknown;
      const print = fingerprint(streams.log, row.id, stream.seq);
      return [row.code, { fingerprint: print, facts: stream.seq, wrong: wrong.get(row.code) ?? [], state }];
    }),
  );
  store.$client.close();
  return folded;
}

/** Stores the demonstration as today's program writes it: once for each released version. */
export async function keepVersion(name: string): Promise<void> {
  const { bringDemo } = await import('../../db/demo/bring');
  const folder = mkdtempSync(join(tmpdir(), 'cerchi-version-'));
  const database = join(folder, 'cerchi.sqlite');
  const store = openStore(database);
  const streams = new Streams(store, 'of no account here, but long enough to be one');
  await bringDemo(streams);
  await streams.commits.settle();
  const small = join(folder, 'small.sqlite');
  store.$client.prepare('VACUUM INTO ?').run(small);
  store.$client.close();
  mkdirSync(shelf, { recursive: true });
  writeFileSync(join(shelf, `${name}.sqlite.gz`), gzipSync(readFileSync(small), { level: 9 }));
  writeFileSync(join(shelf, `${name}.json.gz`), gzipSync(JSON.stringify(fold(small)), { level: 9 }));
  const keys = readdirSync(join(folder, 'keys')).map((file) => [
    file,
    readFileSync(join(folder, 'keys', file), 'base64'),
  ]);
  writeFileSync(keysOf(name), `${JSON.stringify(Object.fromEntries(keys), null, 2)}\n`);
  rmSync(folder, { recursive: true });
}

/** The keys that tell who did secret acts: a version that wrote such acts with their authors has none. */
const keysOf = (name: string): string => join(shelf, `${name}.keys.json`);
export const hasKeys = (name: string): boolean => existsSync(keysOf(name));

export const versions = (): string[] =>
  readdirSync(shelf).flatMap((file) => /^(.+)\.sqlite\.gz$/.exec(file)?.[1] ?? []);

/** Unpacks a stored version where it can be opened, and returns what was folded from it then. */
export function layOutVersion(name: string, folder: string): { database: string; before: Folded } {
  const database = join(folder, 'cerchi.sqlite');
  writeFileSync(database, gunzipSync(readFileSync(join(shelf, `${name}.sqlite.gz`))));
  if (hasKeys(name)) {
    mkdirSync(join(folder, 'keys'));
    const keys = JSON.parse(readFileSync(keysOf(name), 'utf8')) as Record<string, string>;
    for (const [file, key] of Object.entries(keys))
      writeFileSync(join(folder, 'keys', file), Buffer.from(key, 'base64'), { mode: 0o600 });
  }
  const before = gunzipSync(readFileSync(join(shelf, `${name}.json.gz`))).toString('utf8');
  return { database, before: JSON.parse(before) as Folded };
}
