/** Makes one process the writer: it holds the database's advisory lock, for as long as its epoch is the last one. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { confirm } from './lock-lease';
import { coded, LEASE_MS, LONG_STATEMENT_MS, STATEMENT_MS } from './thread-protocol';

/** An installation, one office with its database, is owned as a whole (decision 45). */
export const UNIT = 'installation';
/** Number of the advisory lock; any, but always the same. */
const LOCK = 2_024_002;
/** How often the owner looks whether it still is, in ms. */
const WATCH_MS = 300;
/** How often who stands by tries the lock, in ms. */
const TRY_MS = 150;
/** PostgreSQL ends the owner's session, and frees the lock, after this silence: an owner that is frozen keeps nothing. In ms. */
const SILENCE_MS = 2000;
/** The same for a transaction that its process left open: it holds the row that whoever takes over must change. In ms. */
export const LEFT_OPEN_MS = 2000;

const TAKE = `INSERT INTO ownership (unit, epoch) VALUES ($1, 1)
  ON CONFLICT (unit) DO UPDATE SET epoch = ownership.epoch + 1
  RETURNING epoch::float8 AS epoch, released::float8 AS released`;
const LOOK = 'SELECT epoch::float8 AS epoch FROM ownership WHERE unit = $1';
const RELEASE = 'UPDATE ownership SET released = epoch WHERE unit = $1 AND epoch = $2';
/** Until the database is claimed its tables may have to be migrated, and nobody is answered yet. */
const PREPARING_MS = LONG_STATEMENT_MS + 30_000;
const silence = (ms: number): string => `SET idle_session_timeout = ${ms}`;
/** Seconds: the machine of a process may vanish without a word. They mean nothing on a socket of the same machine. */
const SESSION = `SET tcp_keepalives_idle = 1; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 2;
  ${silence(PREPARING_MS)}`;

/** Failures that waiting does not mend. */
const FINAL: ReadonlySet<string> = new Set(['other_folder', 'newer']);

type Lock = { client: pg.Client; url: string };
const NOT_WRITABLE = coded('no server of these addresses can be written', 'unreachable');

/** Several addresses of one database, separated by commas: its server, and the replicas that may be promoted. */
export const addressesOf = (urls: string): string[] => urls.split(/,(?=postgres(?:ql)?:\/\/)/);

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'cerchi owner',
    connectionTimeoutMillis: STATEMENT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** True if nobody has the lock, and it is this session's now. */
async function tries(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
  return rows[0]?.mine ?? false;
}

/**
 * A connection to the server that can be written: a replica has locks of its own, which are worth nothing. All are asked at
 * once, because a machine that vanished does not even refuse.
 */
async function writable(urls: string): Promise<Lock> {
  let found = false;
  const failed: unknown[] = [];
  const ask = async (url: string): Promise<Lock> => {
    const client = await connected(url);
    try {
      const { rows } = await client.query<{ replica: boolean }>('SELECT pg_is_in_recovery() AS replica');
      if (rows[0]?.replica || found) throw NOT_WRITABLE;
      found = true;
      return { client, url };
    } catch (e) {
      client.end().catch(() => {});
      throw e;
    }
  };
  const asked = addressesOf(urls).map((url) =>
    ask(url).catch((e: unknown) => {
      failed.push(e);
      throw e;
    }),
  );
  try {
    return await Promise.any(asked);
  } catch {
    throw failed.find((e) => e !== NOT_WRITABLE) ?? NOT_WRITABLE;
  }
}

/** A connection of its own, whose end frees the lock, also when this process dies. Null where another has the lock. */
async function locked(urls: string): Promise<Lock | null> {
  const lock = await writable(urls);
  try {
    if (await tries(lock.client)) {
      await lock.client.query(SESSION);
      return lock;
    }
  } catch (e) {
    lock.client.end().catch(() => {});
    throw e;
  }
  await lock.client.end();
  return null;
}

/** A connection as soon as some server can be written. */
async function again(urls: string, stands: (reached: boolean) => void): Promise<Lock> {
  for (;;) {
    stands(false);
    await pause(TRY_MS);
    try {
      return await writable(urls);
    } catch {
      // It is still away.
    }
  }
}

const TAKEN_OVER = 'another process has taken the database over';

export class PostgresOwnership {
  private closed = false;
  private mine = 0;
  private lost: (why: string) => void = () => {};
  private lease: BigInt64Array | null = null;
  /** Before this moment the last owner may still believe that it owns. Monotonic, in ms. */
  private from = 0;

  private constructor(
    private readonly urls: string,
    private lock: Lock,
  ) {}

  /** Takes the lock if it is free; null while another process has it. `claim` must follow. */
  static async take(urls: string): Promise<PostgresOwnership | null> {
    const lock = await locked(urls);
    return lock && new PostgresOwnership(urls, lock);
  }

  /**
   * Waits for the lock, however long another process holds it or the server is away. `check` sees each new connection: that
   * the database is of another folder, or of a newer version, ends the waiting. So does a first connection that fails. `stands` hears whether the
   * server answers.
   */
  static async await(
    urls: string,
    check: (client: pg.Client) => Promise<void>,
    stands: (reached: boolean) => void,
  ): Promise<PostgresOwnership> {
    let lock = await writable(urls);
    for (;;) {
      try {
        await check(lock.client);
        while (!(await tries(lock.client))) {
          stands(true);
          await pause(TRY_MS);
        }
        await lock.client.query(SESSION);
        return new PostgresOwnership(urls, lock);
      } catch (e) {
        lock.client.end().catch(() => {});
        if (FINAL.has((e as { code?: string }).code ?? '')) throw e;
        lock = await again(urls, stands);
      }
    }
  }

  /** The server that has the lock. */
  get url(): string {
    return this.lock.url;
  }

  /** Rises each time a process takes the database; 0 until it is claimed. */
  get epoch(): number {
    return this.mine;
  }

  /**
   * Raises the epoch: from here on nobody else can write. `lost` hears once that the database is another's. The lease is
   * good at once where the last owner released the database, and else when that one's has certainly ended.
   */
  async claim(lost: (why: string) => void, lease: BigInt64Array | null): Promise<void> {
    await this.lock.client.query(silence(SILENCE_MS));
    const sent = now();
    const { rows } = await this.lock.client.query<{ epoch: number; released: number | null }>(TAKE, [UNIT]);
    const [taken] = rows;
    if (!taken) throw coded(TAKEN_OVER, 'locked');
    const free = taken.epoch === 1 || taken.released === taken.epoch - 1;
    this.lost = lost;
    this.lease = lease;
    this.from = free ? 0 : now() + LEASE_MS;
    this.mine = taken.epoch;
    this.believe(sent);
    void this.watch();
  }

  /** `sent`: when we asked, and were told that we own. */
  private believe(sent: number): void {
    if (this.lease && sent >= this.from) confirm(this.lease, now() - sent);
  }

  private async watch(): Promise<void> {
    while (!this.closed) {
      // Not kept alive by this: the thread ends with its process.
      await pause(WATCH_MS, undefined, { ref: false });
      if (this.closed) return;
      const why = await this.look().catch(() => this.again());
      if (why === null || this.closed) continue;
      this.closed = true;
      this.lock.client.end().catch(() => {});
      this.lost(why);
    }
  }

  private async look(): Promise<string | null> {
    const sent = now();
    const { rows } = await this.lock.client.query<{ epoch: number }>(LOOK, [UNIT]);
    if (rows[0]?.epoch !== this.mine) return TAKEN_OVER;
    this.believe(sent);
    return null;
  }

  /**
   * The connection is gone, and the lock with it. Takes it again, unless another was quicker; while the server is away,
   * later. A server that was promoted is for a new start: our connections lead to the old one.
   */
  private async again(): Promise<string | null> {
    this.lock.client.end().catch(() => {});
    try {
      const lock = await locked(this.urls);
      if (!lock) return TAKEN_OVER;
      const { url } = this.lock;
      this.lock = lock;
      if (lock.url !== url) return 'the database is on another server now';
      if (this.closed) void lock.client.end();
      await lock.client.query(silence(SILENCE_MS));
      return await this.look();
    } catch {
      return null;
    }
  }

  /** Releases the database, so that the next owner need not wait. */
  async close(): Promise<void> {
    const { client } = this.lock;
    if (!this.closed)
      try {
        if (this.mine > 0) await client.query(RELEASE, [UNIT, this.mine]);
        // Not left to the end of the session, which PostgreSQL notices a moment later.
        await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
      } catch {
        // The lock ends with the connection.
      }
    this.closed = true;
    await client.end().catch(() => {});
  }
}

/** Monotonic, in ms, also while the process is frozen. */
const now = (): number => performance.now();
