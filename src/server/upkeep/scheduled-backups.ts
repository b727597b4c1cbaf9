/** Copies of the data folder, made by the running server at intervals; the oldest are deleted. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Store } from '../database/store';
import { withLowPriority } from '../files/low-priority';
import { programArguments } from '../files/project-root';
import { stamp } from './backup';
import { readErasures } from './erasure-journal';

const NAME = /^cerchi-(\d{4}-\d{2}-\d{2})T[\d-]{8}\.backup$/;
const LATEST = 24;
const DAYS = 30;

/**
 * Chooses the copies to delete: all but the latest and the last of each day; and all older than thirty days, so that
 * erased data leaves the copies too. The newest always stays.
 */
export function tooOld(names: readonly string[], now: number): string[] {
  const copies = names
    .filter((n) => NAME.test(n))
    .sort()
    .reverse();
  const keep = new Set(copies.slice(0, LATEST));
  const days = new Map<string, string>();
  for (const name of copies) {
    const day = NAME.exec(name)?.[1] ?? '';
    if (!days.has(day)) days.set(day, name);
  }
  for (const name of [...days.values()].slice(0, DAYS)) keep.add(name);
  const oldest = stamp(now - DAYS * 86_400_000);
  const aged = (name: string): boolean => name !== copies[0] && name < `cerchi-${oldest}`;
  return copies.filter((n) => !keep.has(n) || aged(n));
}

/** In a process of its own, so that nobody in the hall waits for it. */
const inOwnProcess = (data: string, file: string): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [...programArguments('cli'), 'backup', resolve(file)], {
      env: { ...process.env, CERCHI_DATA: data },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    withLowPriority(child);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(said.trim() || `exit ${code}`))));
  });

export type Copying = {
  store: Store;
  data: string;
  /** The copies' folder; best on another disk. */
  into: string;
  everyMinutes: number;
  /** Must not jump (trusted-clock.ts): copies are named and thinned by it. */
  clock: () => number;
  warn: (what: string, error?: unknown) => void;
};

/** Copies only when something was written since the last one. Returns a function that stops it. */
export function scheduleBackups(
  o: Copying,
  copy: (data: string, file: string) => Promise<void> = inOwnProcess,
) {
  let last = o.store.changes();
  let busy = false;
  /** The last erasure before the newest copy of this process. */
  let copiedSince: number | undefined;
  const here = (): string[] => (existsSync(o.into) ? readdirSync(o.into).filter((n) => NAME.test(n)) : []);
  /** Something was erased since the newest copy, and the server stopped before the next. */
  const behind = (): boolean => {
    const newest = here().sort().at(-1);
    const taken = readErasures(o.data).at(-1)?.at;
    if (newest === undefined || taken === undefined || taken === copiedSince) return false;
    return newest <= `cerchi-${stamp(taken)}.backup`;
  };
  async function now(): Promise<void> {
    const reached = o.store.changes();
    if (busy) return;
    busy = true;
    try {
      if (reached !== last || behind()) {
        const taken = readErasures(o.data).at(-1)?.at;
        mkdirSync(o.into, { recursive: true });
        await copy(o.data, join(o.into, `cerchi-${stamp(o.clock())}.backup`));
        last = reached;
        copiedSince = taken;
      }
      for (const name of tooOld(here(), o.clock())) rmSync(join(o.into, name));
    } catch (e) {
      o.warn(`no copy could be made in ${o.into}`, e);
    } finally {
      busy = false;
    }
  }
  const timer = setInterval(() => void now(), o.everyMinutes * 60_000);
  timer.unref();
  /** Time of the newest copy, in epoch ms; null when there is none. */
  const lastAt = (): number | null => {
    const newest = here().sort().at(-1);
    return newest === undefined ? null : statSync(join(o.into, newest)).mtimeMs;
  };
  return { now, lastAt, stop: () => clearInterval(timer) };
}
