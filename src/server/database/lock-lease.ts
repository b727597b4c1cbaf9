/** How long a process may believe that it owns its database, by two clocks: one that nobody can set, and the wall's. */
import { LEASE_MS } from './thread-protocol';

/** Shared between the thread that asks the database and the one that answers people. Expired until it is confirmed. */
export const newLease = (): BigInt64Array => new BigInt64Array(new SharedArrayBuffer(16));

// Unlike `performance.now()`, the same in every thread. It goes on while the process is frozen.
const monotonic = (): bigint => process.hrtime.bigint() / 1_000_000n;

/** The database said that it is ours, in answer to a question asked `age` ms ago. */
export function confirm(lease: BigInt64Array, age: number): void {
  const before = BigInt(Math.ceil(age));
  Atomics.store(lease, 0, monotonic() - before);
  Atomics.store(lease, 1, BigInt(Date.now()) - before);
}

/** The wall's clock tells of a machine that slept as a whole; one set back adds nothing to the lease. */
export const holds = (lease: BigInt64Array): boolean =>
  monotonic() - Atomics.load(lease, 0) < BigInt(LEASE_MS) &&
  BigInt(Date.now()) - Atomics.load(lease, 1) < BigInt(LEASE_MS);
