/** Runs before anything else of a page: polyfills for the oldest engines of `browserslist` (decision 33). */
import { FILLS } from '@/client/loading/older-engines';

for (const { of, name, fill } of FILLS)
  if (!(name in of)) Object.defineProperty(of, name, { value: fill, configurable: true, writable: true });
