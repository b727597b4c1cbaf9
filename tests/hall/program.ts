/** Starts each program of the bench in a process of its own, and sends it orders over its pipe. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Asked = { n: number; order: string; with: unknown };
type Told = { n: number; result?: unknown; error?: string };
// biome-ignore lint/suspicious/noExplicitAny: each program knows its own orders
export type Orders = Record<string, (given: any) => unknown>;

/** The child's side: answers each order once. Exits when the parent does. */
export function answer(orders: Orders): void {
  process.on('message', (asked: Asked) => {
    const act = orders[asked.order];
    void (async () => {
      try {
        if (!act) throw new Error(`no such order: ${asked.order}`);
        process.send?.({ n: asked.n, result: await act(asked.with) } satisfies Told);
      } catch (e) {
        process.send?.({ n: asked.n, error: e instanceof Error ? (e.stack ?? e.message) : String(e) });
      }
    })();
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  process.send?.({ n: 0, result: 'ready' });
}

/** Memory of the process after a full collection, in bytes. */
export function memory(): { rss: number; heap: number } {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

export type Program = {
  pid: number;
  ask<T>(order: string, given?: unknown): Promise<T>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The parent's side. `file` is in tests/hall. Resolves when the program is ready for orders. */
export function start(file: string, env: Record<string, string> = {}): Promise<Program> {
  const profile = env.HALL_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${env.HALL_PROFILE}`] : [];
  const child = spawn(
    process.execPath,
    ['--expose-gc', ...profile, '--import', 'tsx', fileURLToPath(new URL(file, import.meta.url))],
    {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    },
  );
  running.add(child);
  const waiting = new Map<number, { done: (x: unknown) => void; failed: (e: Error) => void }>();
  let n = 0;
  const gone = new Promise<void>((done) => {
    child.once('exit', (code, signal) => {
      running.delete(child);
      for (const w of waiting.values()) w.failed(new Error(`${file} stopped (${code ?? signal})`));
      done();
    });
  });
  return new Promise((ready, failed) => {
    waiting.set(0, { done: () => ready(program), failed });
    child.on('message', (told: Told) => {
      const w = waiting.get(told.n);
      waiting.delete(told.n);
      if (told.error) w?.failed(new Error(`${file}: ${told.error}`));
      else w?.done(told.result);
    });
    const program: Program = {
      pid: child.pid ?? 0,
      ask: <T>(order: string, given: unknown = {}) =>
        new Promise<T>((done, fail) => {
          n += 1;
          waiting.set(n, { done: done as (x: unknown) => void, failed: fail });
          child.send({ n, order, with: given } satisfies Asked);
        }),
      stop(signal = 'SIGTERM') {
        child.kill(signal);
        return gone;
      },
    };
  });
}

/** A data folder of its own, removed afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cerchi-hall-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
