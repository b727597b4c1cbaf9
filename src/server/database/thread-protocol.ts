/** The messages between a server's main thread and the thread that speaks to its database. */
import type { MessagePort } from 'node:worker_threads';

/** `of`: the open store that is meant; 0 for none. */
export type Ask = { id: number; of: number; part: string; method: string; args: unknown[] };
export type Told = { id: number } & ({ value: unknown } | { failed: { message: string; code: string } });
/** The database of an open store is another process's now. */
export type Lost = { id: 0; of: number; why: string };
/** `count` is raised with each answer, so that a waiting thread wakes. `port` carries asks and answers. */
export type ThreadStart = { port: MessagePort; count: Int32Array };

/**
 * An owner that has not heard for this long that it still owns answers nobody, in ms. Who takes the database from one that
 * did not release it waits as long before it answers. A server that takes half a second for each answer is still in time.
 */
export const LEASE_MS = 1500;
/** The server ends a statement after this time, in ms. */
export const STATEMENT_MS = 5000;
/** The same for what reads or rewrites whole tables. */
export const LONG_STATEMENT_MS = 120_000;

export const coded = (message: string, code: string): Error => Object.assign(new Error(message), { code });
