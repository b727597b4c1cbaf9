/** The thread in which PostgreSQL is spoken to: opens stores, and answers each ask with what their tables say. */
import { workerData } from 'node:worker_threads';
import { openPostgres, type PostgresTables } from './postgres-tables';
import { type Ask, coded, type Lost, type ThreadStart, type Told } from './thread-protocol';

const { port, count } = workerData as ThreadStart;
const open = new Map<number, PostgresTables>();

type Method = (...args: unknown[]) => Promise<unknown>;

async function answer({ id, of, part, method, args }: Ask): Promise<unknown> {
  if (part === 'thread') return null;
  if (of === 0) {
    const [url, fingerprint, takes] = args as [string, string | null, boolean];
    const lost = (why: string) => port.postMessage({ id: 0, of: id, why } satisfies Lost);
    open.set(id, await openPostgres(url, fingerprint, takes ? lost : null));
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
