/** A PostgreSQL server for tests: the one that `CERCHI_TEST_POSTGRES` names, or a private one that ends with this process. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';
const programs = (existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
  .sort((a, b) => Number(b) - Number(a))
  .map((version) => join(DEBIAN, version, 'bin'))
  .find((bin) => existsSync(join(bin, 'initdb')));
const given = process.env.CERCHI_TEST_POSTGRES;

/** The reason why there is no server to test with; null where there is one. */
export const whyNoPostgres: string | null =
  given || programs
    ? null
    : `PostgreSQL was not tested: no server is named by CERCHI_TEST_POSTGRES, and ${DEBIAN} has none to start (apt-get install postgresql)`;

/**
 * It lives in a folder of its own, speaks through a socket in it, and ends when the pipe to its standard input does: also
 * when this process is killed.
 */
const SCRIPT = `
set -eu
folder=$(mktemp -d)
end() { kill -INT "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder"; }
"$1/initdb" -D "$folder/data" -A trust -U postgres -E UTF8 --no-locale --no-sync >/dev/null
"$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c max_connections=200 >/dev/null 2>"$folder/said" &
server=$!
trap end EXIT
# A reader that is gone must not skip that.
trap "" PIPE
until "$1/pg_isready" -q -h "$folder"; do kill -0 "$server" || { cat "$folder/said" >&2; exit 1; }; sleep 0.05; done
echo "$folder"
cat >/dev/null`;

let server: Promise<string> | null = null;

function start(): Promise<string> {
  if (given) return Promise.resolve(given);
  const script = ['sh', '-c', SCRIPT, 'sh', programs ?? ''];
  // PostgreSQL refuses to run as root.
  const [command = '', ...rest] =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...script] : script;
  const child = spawn(command, rest, { cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] });
  return new Promise((done, failed) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stdout.once('data', (chunk: Buffer) => {
      // It must not keep this process alive; it ends with it.
      child.unref();
      for (const stream of [child.stdin, child.stdout, child.stderr])
        (stream as unknown as { unref(): void }).unref();
      done(`postgres://postgres@${encodeURIComponent(chunk.toString().trim())}/postgres`);
    });
    child.once('exit', (code) => failed(new Error(`PostgreSQL did not start (${code}): ${said}`)));
    child.once('error', failed);
  });
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of an empty database. */
export async function freshDatabase(): Promise<string> {
  server ??= start();
  const url = await server;
  const name = `cerchi_${nanoid(10)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '_')}`;
  await onServer(url, (client) => client.query(`CREATE DATABASE ${name}`));
  return url.replace(/\/[^/]*$/, `/${name}`);
}

/** One statement, past all code of ours. */
export const query = (url: string, text: string, values: unknown[] = []) =>
  onServer(url, (client) => client.query<Record<string, unknown>>(text, values));

/** The owner's connection breaks, as when its machine is cut off. It takes the lock again within a second or so. */
export const cutOwner = (url: string) =>
  query(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'cerchi owner' AND datname = current_database()`,
  );

/** Opens what another process owns, by being quicker than it when its connection breaks. */
export async function takeOver<T>(url: string, open: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    await cutOwner(url);
    try {
      return await open();
    } catch (e) {
      const { code, why } = e as { code?: string; why?: string };
      if ((code ?? why) !== 'locked' || tries === 50) throw e;
    }
  }
}
