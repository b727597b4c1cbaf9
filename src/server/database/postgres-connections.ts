/** The connections to a PostgreSQL server: pools, time limits, migrations, and the epoch that a process must hold to write. */
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { ownership } from '../../../db/postgres/schema';
import { projectRoot } from '../files/project-root';
import { FINGERPRINT } from '../files/secret';
import { addressesOf, LEFT_OPEN_MS, PostgresOwnership, UNIT } from './postgres-lock';
import { coded, LONG_STATEMENT_MS, STATEMENT_MS } from './thread-protocol';

const migrationsFolder = join(projectRoot, 'db/postgres/migrations');

const INT8 = 20;

export type Database = Pick<NodePgDatabase, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;

/** `lost` hears once that the database is another's; `lease` says how long this process may believe that it is its own. */
export type Taking = { lost: (why: string) => void; lease: BigInt64Array };

/** How much longer we wait than the server does: a server that vanished says nothing, and the system finds out in a quarter of an hour. */
const SILENCE_MS = 1000;

/** `most`: time limit of a statement, in ms. */
function poolOn(url: string, most = STATEMENT_MS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'cerchi',
    max: 4,
    connectionTimeoutMillis: STATEMENT_MS,
    statement_timeout: most,
    query_timeout: most + SILENCE_MS,
    idle_in_transaction_session_timeout: LEFT_OPEN_MS,
    // Whole numbers of this program fit in a JavaScript number.
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 && format !== 'binary' ? Number : (pg.types.getTypeParser(oid, format) as never),
    } as pg.CustomTypesConfig,
  });
  // An idle connection that breaks is replaced at the next ask.
  pool.on('error', () => {});
  return pool;
}

export const notOwner = (): Error => coded('another process has taken this database over', 'not_owner');

export class PostgresConnections {
  readonly db: NodePgDatabase;

  private constructor(
    readonly pool: pg.Pool,
    /** For what reads or rewrites whole tables. */
    readonly long: pg.Pool,
    /** Null for one who only reads. */
    private readonly ownership: PostgresOwnership | null,
  ) {
    this.db = drizzle(pool);
  }

  /** The epoch under which this process writes; 0 for one who only reads, and is nobody's. */
  get epoch(): number {
    return this.ownership?.epoch ?? 0;
  }

  /**
   * `taking`: migrates, takes the database, and hears when it is another's; `waited` is the lock, where somebody waited for
   * it. Null: only reads, beside the process that has it.
   */
  static async open(
    urls: string,
    fingerprint: string | null,
    taking: Taking | null,
    waited: PostgresOwnership | null = null,
  ): Promise<PostgresConnections> {
    let pool: pg.Pool | null = null;
    let long: pg.Pool | null = null;
    let ownership = waited;
    try {
      // Before the lock too: an owner whose connection broke for a moment finds it free.
      if (!ownership) {
        const [first = urls] = addressesOf(urls);
        pool = poolOn(first);
        await refuseOtherFolder(pool, fingerprint);
        if (taking === null) return new PostgresConnections(pool, poolOn(first, LONG_STATEMENT_MS), null);
        ownership = await PostgresOwnership.take(urls);
        if (!ownership) throw coded('another process runs on this database', 'locked');
        await pool.end();
      }
      // On the server that has the lock.
      pool = poolOn(ownership.url);
      long = poolOn(ownership.url, LONG_STATEMENT_MS);
      await refuseOtherFolder(pool, fingerprint);
      await upgrade(long);
      await ownership.claim(taking?.lost ?? (() => {}), taking?.lease ?? null);
      return new PostgresConnections(pool, long, ownership);
    } catch (e) {
      await pool?.end();
      await long?.end();
      await ownership?.close();
      throw e;
    }
  }

  /** One transaction, only while this process owns the database; whoever takes it over waits for its end. */
  write<T>(work: (tx: Database) => Promise<T>): Promise<T> {
    return this.transaction(this.pool, work);
  }

  /** The same for what reads or rewrites whole tables. */
  writeLong<T>(work: (tx: Database) => Promise<T>): Promise<T> {
    return this.transaction(this.long, work);
  }

  private async transaction<T>(pool: pg.Pool, work: (tx: Database) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let failed = true;
    try {
      const done = await drizzle(client).transaction(async (tx) => {
        const mine = await tx
          .select({ epoch: ownership.epoch })
          .from(ownership)
          .where(and(eq(ownership.unit, UNIT), eq(ownership.epoch, this.epoch)))
          .for('share');
        if (mine.length === 0) throw notOwner();
        return work(tx);
      });
      failed = false;
      return done;
    } finally {
      // A connection whose answer never came must not be given to the next.
      client.release(failed);
    }
  }

  /** Finishes writes in progress before it gives the database away. */
  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.long.end()]);
    await this.ownership?.close();
  }
}

/** Without that folder's secret and keys phones lose their seats, and open votes are void. */
export async function refuseOtherFolder(
  pool: Pick<pg.Client, 'query'>,
  fingerprint: string | null,
): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('settings') IS NOT NULL AS there",
  );
  if (!rows[0]?.there) return;
  const kept = await pool.query<{ value: string }>('SELECT value FROM settings WHERE key = $1', [
    FINGERPRINT,
  ]);
  const [first] = kept.rows;
  if (first && first.value !== fingerprint)
    throw coded('the fingerprint of the secret is another one', 'other_folder');
}

/** An older program would write what the newer one no longer reads. */
export async function refuseNewer(client: Pick<pg.Client, 'query'>): Promise<void> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS there",
  );
  if (!tables[0]?.there) return;
  const { rows } = await client.query<{ at: number | null }>(
    'SELECT max(created_at) AS at FROM drizzle.__drizzle_migrations',
  );
  const newest = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
  if ((rows[0]?.at ?? 0) > newest)
    throw coded('the database was written by a newer version of Cerchi', 'newer');
}

async function upgrade(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await refuseNewer(client);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    client.release(true);
  }
}
