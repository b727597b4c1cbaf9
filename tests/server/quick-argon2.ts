/**
 * Stands in for argon2 in the fast tests, which enter hundreds of accounts: the same hashes at the least cost. What a
 * hash really costs is held by tests/slow/lock-outs.test.ts.
 */
import { createRequire } from 'node:module';

const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as typeof import('@node-rs/argon2');

export const hash = (passphrase: string): Promise<string> =>
  argon2.hash(passphrase, { memoryCost: 8, timeCost: 1, parallelism: 1 });
/** A hash says its own cost. */
export const { verify } = argon2;
