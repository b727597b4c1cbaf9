/** The thread in which PostgreSQL is spoken to: opens stores, and answers each ask with what their tables say. */
import { workerData } from 'node:worker_threads';
import { PostgresOwnership } from './postgres-lock';
import { refuseNewer, refuseOtherFolder } from './postgres-connections';
import { openPostgres, type PostgresTables } from './postgres-tables';
import { type Ask, coded, type Lost, type ThreadStart, type Told } from './thread-protocol';

const { port, count } = workerData as ThreadStart;
const open = new Map<number, PostgresTables>();
/** Locks that were waited for, by their addresses, until their database is opened. */
const waited = new Map<string, PostgresOwnership>();

type Method = (...args: unknown[]) => Promise<unknown>;

/** Answers when this process has the lock. `reached` is 1 while the server answers. */
async function standBy(urls: string, fingerprint: string | null, reached: Int32Array): Promise<void> {
  const check = async (client: Parameters<typeof refuseOtherFolder>[0]) => {
    await refuseOtherFolder(client, fingerprint);
    await refuseNewer(client);
  };
  const stands = (is: boolean) => void Atomics.store(reached, 0, is ? 1 : 0);
  waited.set(urls, await PostgresOwnership.await(urls, check, stands));
}

async function answer({ id, of, part, method, args }: Ask): Promise<unknown> {
  if (part === 'thread')
    return method === 'standBy' ? standBy(...(args as Parameters<typeof standBy>)) : null;
  if (of === 0) {
    const [urls, fingerprint, lease] = args as [string, string | null, BigInt64Array | null];
    const lost = (why: string) => port.postMessage({ id: 0, of: id, why } satisfies Lost);
    const lock = waited.get(urls) ?? null;
    waited.delete(urls);
    open.set(id, await openPostgres(urls, fingerprint, lease && { lost, lease }, lock));
    return id;
  }
  const tables = open.get(of);
  if (!tables) throw coded('this store is closed', 'closed');
  if (part === 'whole' && method === 'close') open.delete(of);
  const methods = tables[part as keyof PostgresTables] as unknown as Record<string, Method>;
  return methods[method]?.(...args);
}

/** PostgreSQL's own words without its details, for those quote what people wrote. */
function failure(e: unknown): { message: string; code: string } {
  // Drizzle wraps what the driver says, and adds the values of the statement.
  const said = (e as { cause?: unknown }).cause ?? e;
  const code = (said as { code?: unknown }).code;
  return {
    message: said instanceof Error ? said.message : String(said),
    code: typeof code === 'string' ? code : 'unknown',
  };
}

port.on('message', (ask: Ask) => {
  const tell = (told: Told) => {
    port.postMessage(told);
    Atomics.add(count, 0, 1);
    Atomics.notify(count, 0);
  };
  answer(ask).then(
    (value) => tell({ id: ask.id, value }),
    (e: unknown) => tell({ id: ask.id, failed: failure(e) }),
  );
});
