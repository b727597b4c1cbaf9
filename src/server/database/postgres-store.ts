/** The store on PostgreSQL: a thread speaks to the server, and every call but `log.append` waits for it. */
import { factsIn, lastLinesIn, type LogStore, type StoredLine, storedLine } from '../log/log-store';
import type { FileStore } from '../files/sealed-files';
import type { PostgresTables } from './postgres-tables';
import type {
  AccountStore,
  AuditStore,
  SeatStore,
  SettingStore,
  StateStore,
  Store,
  StreamStore,
} from './store';
import { holds, newLease } from './lock-lease';
import { StoreThread } from './store-thread';

type Log = PostgresTables['log'];
type Whole = PostgresTables['whole'];
type Waited<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => R : never;
};

/** One for the process: a thread takes longer to start than all that it is asked. */
let thread: StoreThread | null = null;
let starting: Promise<StoreThread> | null = null;

/** To be awaited before a store is opened. */
export async function startStoreThread(): Promise<void> {
  starting ??= StoreThread.start();
  thread = await starting;
}

/** True if a database is named by an address of PostgreSQL, and not by a file. */
export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//.test(database);

/**
 * Resolves when this process has the lock of the database, which is to be opened at once. `reached` holds 1 while the server
 * answers. Rejects with StoreError: `other_folder`, or why the first connection failed.
 */
export async function awaitPostgres(
  url: string,
  fingerprint: string | null,
  reached: Int32Array,
): Promise<void> {
  if (!thread) throw new Error('the thread of the store was not started');
  await thread.later(0, 'thread', 'standBy', [url, fingerprint, reached]);
}

/**
 * Opens the database of this address and takes it. `keyFolder`: where the keys of sealed authors are, outside the database.
 * `fingerprint`: of the secret beside them. `reading`: does not take it, and every write throws. Throws StoreError; its code is
 * `locked` while another process has the database, and `other_folder` where it keeps the fingerprint of another secret.
 */
export function openPostgresStore(
  url: string,
  keyFolder: string,
  fingerprint: string | null,
  reading = false,
): Store {
  if (!thread) throw new Error('the thread of the store was not started');
  const asked = thread;
  const lease = reading ? null : newLease();
  const of = asked.wait(0, 'open', 'open', [url, fingerprint, lease], true) as number;
  let changes = 0;
  /** The calls of one part, each waited for. */
  const part = <T extends object>(name: string, reads: readonly (keyof T)[], long = false): T =>
    new Proxy({} as T, {
      get:
        (_, method: string) =>
        (...args: unknown[]) => {
          if (!reads.includes(method as keyof T)) changes += 1;
          return asked.wait(of, name, method, args, long);
        },
    });
  const lines = part<Waited<Log>>('log', ['page', 'lastLines'], true);
  const whole = part<Waited<Whole>>('whole', ['lastWritten'], true);
  const log: LogStore = {
    async append(rows) {
      changes += 1;
      const streams = rows.map((row) => row.stream);
      const stored = rows.map(storedLine);
      await asked.later(of, 'log', 'append', [streams, stored]);
    },
    since: (stream, seq, unsealed) =>
      factsIn((after, limit): StoredLine[] => lines.page(stream, after, limit), stream, seq, unsealed),
    rewrite: (stream, data) =>
      lines.change(
        stream,
        [...data].map(([seq, to]) => [seq, { data: to }]),
      ),
    reseal: (stream, authors) =>
      lines.change(
        stream,
        [...authors].map(([seq, by]) => [seq, { by }]),
      ),
    lastLines: () => lastLinesIn(lines.lastLines()),
  };
  return {
    log,
    streams: part<StreamStore>('streams', ['all', 'byId', 'byCode']),
    // Waited for, so that nothing is withheld or erased while one is being written.
    states: part<StateStore>('states', ['get']),
    seats: part<SeatStore>('seats', ['of', 'byRecovery']),
    accounts: part<AccountStore>('accounts', [
      'any',
      'all',
      'byId',
      'byName',
      'allLinks',
      'allEntries',
      'link',
      'entry',
      'openEntries',
    ]),
    audit: part<AuditStore>('audit', ['all']),
    settings: part<SettingStore>('settings', ['get', 'startingWith']),
    files: part<FileStore>('files', ['names', 'get'], true),
    keyFolder,
    address: url,
    throwAway(stream) {
      whole.throwAway(stream);
      whole.tidy();
    },
    dropUnfinished: () => whole.dropUnfinished(),
    scrub: () => whole.scrub(),
    changes: () => changes,
    lastWritten: () => whole.lastWritten(),
    // There is no such log on PostgreSQL.
    upgradeAuthors: () => 0,
    owned: () => lease !== null && holds(lease),
    whenLost: (lost) => asked.watch(of, lost),
    close: () => whole.close(),
  };
}
