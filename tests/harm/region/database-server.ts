/** PostgreSQL servers of the harness: started, killed, promoted and copied at will, each in a folder of its own. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { rest } from '../terms';

const DEBIAN = '/usr/lib/postgresql';
const programs = (existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
  .sort((a, b) => Number(b) - Number(a))
  .map((version) => join(DEBIAN, version, 'bin'))
  .find((bin) => existsSync(join(bin, 'initdb')));

/** The reason why this machine has none to start, or null. */
export const noPostgres: string | null = programs
  ? null
  : `PostgreSQL is needed, and ${DEBIAN} has none (Debian: apt-get install postgresql)`;

const root = process.getuid?.() === 0;
/** PostgreSQL refuses to run as root. */
const asUser = (command: string, args: readonly string[]): [string, string[]] =>
  root ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, [...args]];

const file = promisify(execFile);
const run = async (program: string, ...args: string[]): Promise<void> => {
  const [command, given] = asUser(join(programs ?? '', program), args);
  await file(command, given, { cwd: '/' });
};

/** Ends the server when the pipe to its standard input does: also when the harness is killed. */
const KEEPER = `
"$@" >"$0" 2>&1 & server=$!
trap 'kill -QUIT $server 2>/dev/null' EXIT
trap "" PIPE
echo $server
cat >/dev/null`;

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => done(typeof at === 'object' && at ? at.port : 0));
    });
  });

/** A folder that the server's user may use, removed by `removeFolder`. */
function folderOfServer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cerchi-postgres-'));
  if (root) {
    const id = (which: string) => Number(spawnSync('id', [which, 'postgres']).stdout.toString());
    chownSync(folder, id('-u'), id('-g'));
  }
  return folder;
}

export class DatabaseServer {
  private keeper: ChildProcess | null = null;
  private pid = 0;
  private copies = 0;

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  /** `settings`: lines of postgresql.conf. `env`: of its processes. */
  static async make(
    settings: readonly string[] = [],
    env: Record<string, string> = {},
  ): Promise<DatabaseServer> {
    const server = await DatabaseServer.empty(env);
    const options = ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-locale', '--no-sync'];
    await run('initdb', '-D', server.data, ...options);
    server.write('harness.conf', ["listen_addresses = '127.0.0.1'", 'max_connections = 300', ...settings]);
    server.write('synchronous.conf', []);
    server.write('postgresql.conf', ["include 'harness.conf'", "include 'synchronous.conf'"]);
    return server;
  }

  /** Creates no database: this server will follow another one. */
  static async empty(env: Record<string, string> = {}): Promise<DatabaseServer> {
    return new DatabaseServer(folderOfServer(), await freePort(), env);
  }

  get data(): string {
    return join(this.folder, `data-${this.copies}`);
  }

  private write(name: string, lines: readonly string[]): void {
    const file = join(this.data, name);
    writeFileSync(file, lines.map((l) => `${l}\n`).join(''));
    // The server's user reads it, for all of this process's mask.
    chmodSync(file, 0o644);
  }

  url(database = 'postgres', port = this.port): string {
    return `postgres://postgres@127.0.0.1:${port}/${database}`;
  }

  async start(): Promise<void> {
    const [command, args] = asUser('sh', [
      '-c',
      KEEPER,
      join(this.folder, 'said'),
      join(programs ?? '', 'postgres'),
      ...['-D', this.data, '-p', String(this.port), '-k', this.folder],
    ]);
    const keeper = spawn(command, args, {
      cwd: '/',
      env: { ...process.env, ...this.env },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.keeper = keeper;
    this.pid = await new Promise<number>((done, failed) => {
      keeper.stdout.once('data', (said: Buffer) => done(Number(said.toString())));
      keeper.once('error', failed);
    });
    for (const end = Date.now() + 30_000; ; await rest(50)) {
      if (Date.now() > end || !this.alive)
        throw new Error(
          `a PostgreSQL server did not start: ${readFileSync(join(this.folder, 'said'), 'utf8')}`,
        );
      // A replica may not answer queries for a moment, and then this waits.
      if (await this.ask('SELECT 1').then(Boolean, () => false)) return;
    }
  }

  /** The process whose children serve the connections. */
  get process(): number {
    return this.pid;
  }

  get alive(): boolean {
    if (this.pid === 0) return false;
    try {
      process.kill(this.pid, 0);
      return true;
    } catch {
      return false;
    }
  }

  /** All its processes end at once, and write nothing more. */
  async crash(): Promise<void> {
    await this.end('SIGQUIT');
  }

  /** As an operator stops it: transactions under way are undone. */
  async stop(): Promise<void> {
    await this.end('SIGINT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.alive) process.kill(this.pid, signal);
    while (this.alive) await rest(10);
    this.keeper?.stdin?.end();
    this.keeper = null;
  }

  /** One statement on a connection of its own. */
  async ask(text: string, database = 'postgres'): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.url(database), connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** Becomes a streaming replica of `primary`, as a copy of it. */
  async follow(primary: DatabaseServer): Promise<void> {
    rmSync(this.data, { recursive: true, force: true });
    // A new name each time: what is left of the old server's processes can't meet it.
    this.copies += 1;
    const from = `host=127.0.0.1 port=${primary.port} user=postgres application_name=replica`;
    await run('pg_basebackup', '-D', this.data, '-d', from, '-R', '-X', 'stream', '-c', 'fast', '--no-sync');
    this.write('synchronous.conf', []);
    await this.start();
  }

  /** From here on an answer means that a replica has it too; resolves when one keeps up. */
  async waitForReplica(): Promise<void> {
    this.write('synchronous.conf', ["synchronous_standby_names = '*'"]);
    await this.ask('SELECT pg_reload_conf()');
    for (const end = Date.now() + 30_000; ; await rest(20)) {
      const rows = await this.ask("SELECT FROM pg_stat_replication WHERE sync_state = 'sync'");
      if (rows.length > 0) return;
      if (Date.now() > end) throw new Error('no replica keeps up');
    }
  }

  promote(): Promise<void> {
    return run('pg_ctl', 'promote', '-D', this.data, '-w');
  }

  async remove(): Promise<void> {
    await this.crash();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
