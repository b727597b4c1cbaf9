/** Scheduling of a process: how long it ran, and how long it was ready but got no processor. */
import { readFileSync } from 'node:fs';

export type Share = { ranMs: number; waitedMs: number };

/** Of the main thread, since its start; null where the system does not say. */
export function shareOf(pid: number): Share | null {
  try {
    const [ran = 0, waited = 0] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ').map(Number);
    return { ranMs: ran / 1e6, waitedMs: waited / 1e6 };
  } catch {
    return null;
  }
}

export const shareSince = (pid: number, before: Share | null): Share | null => {
  const now = shareOf(pid);
  return now && before
    ? { ranMs: Math.round(now.ranMs - before.ranMs), waitedMs: Math.round(now.waitedMs - before.waitedMs) }
    : null;
};
