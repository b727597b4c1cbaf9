/** Which process may write: the one that holds the database's lock, for as long as its epoch is the last one. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { coded, STATEMENT_MS } from './thread-protocol';

/** Until paths are owned one by one, one process owns the whole installation. */
export const UNIT = 'installation';
/** Number of the advisory lock; any, but always the same. */
const LOCK = 2_024_002;
/** How often the owner looks whether it still is, in ms. */
const WATCH_MS = 1000;

const TAKE = `INSERT INTO ownership (unit, epoch) VALUES ($1, 1)
  ON CONFLICT (unit) DO UPDATE SET epoch = ownership.epoch + 1 RETURNING epoch::float8 AS epoch`;
const LOOK = 'SELECT epoch::float8 AS epoch FROM ownership WHERE unit = $1';

/** A connection of its own, whose end frees the lock, also when this process dies. Null where another has the lock. */
async function locked(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'cerchi owner',
    connectionTimeoutMillis: STATEMENT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
  });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
  if (rows[0]?.mine) return client;
  await client.end();
  return null;
}

export class PostgresOwnership {
  private closed = false;

  private constructor(
    private readonly url: string,
    private client: pg.Client,
    /** Rises each time a process takes the database. */
    readonly epoch: number,
    private readonly lost: (why: string) => void,
  ) {
    void this.watch();
  }

  /** Throws `locked` while another process has the lock. `upgrade` runs under it. `lost` hears once that it is another's. */
  static async take(
    url: string,
    upgrade: () => Promise<void>,
    lost: (why: string) => void,
  ): Promise<PostgresOwnership> {
    const client = await locked(url);
    if (!client) throw coded('another process runs on this database', 'locked');
    try {
      await upgrade();
      const { rows } = await client.query<{ epoch: number }>(TAKE, [UNIT]);
      return new PostgresOwnership(url, client, rows[0]?.epoch ?? 0, lost);
    } catch (e) {
      await client.end();
      throw e;
    }
  }

  private async watch(): Promise<void> {
    while (!this.closed) {
      // Not kept alive by this: the thread ends with its process.
      await pause(WATCH_MS, undefined, { ref: false });
      if (this.closed) return;
      const why = await this.look().catch(() => this.again());
      if (why === null || this.closed) continue;
      this.closed = true;
      this.lost(why);
    }
  }

  private async look(): Promise<string | null> {
    const { rows } = await this.client.query<{ epoch: number }>(LOOK, [UNIT]);
    return rows[0]?.epoch === this.epoch ? null : 'another process has taken the database over';
  }

  /** The connection is gone, and the lock with it. Takes it again, unless another was quicker; while the server is away, later. */
  private async again(): Promise<string | null> {
    this.client.end().catch(() => {});
    try {
      const client = await locked(this.url);
      if (!client) return 'another process has taken the database over';
      this.client = client;
      return await this.look();
    } catch {
      return null;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client.end().catch(() => {});
  }
}
