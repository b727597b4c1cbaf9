/**
 * A worker thread that talks to a database server, and that this thread can wait for: a call returns when its answer is
 * there, or the answer comes as a promise.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Ask,
  LONG_STATEMENT_MS,
  STATEMENT_MS,
  type Lost,
  type ThreadStart,
  type Told,
} from './thread-protocol';
import { BUILT, isBuilt, projectRoot } from '../files/project-root';

/** An error of the database, or of the way to it. `code` is PostgreSQL's, or the system's, or `timeout`. */
export class StoreError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** We wait a little longer than the server does, to hear it say so. In ms. */
const PATIENCE_MS = STATEMENT_MS + 2000;
type Program = { file: string } | { text: string };

/** The built program; from the sources a bundle made now, because a worker thread can't load TypeScript. */
async function threadProgram(): Promise<Program> {
  if (isBuilt) return { file: join(projectRoot, BUILT, 'postgres-thread.js') };
  const { build } = await import('esbuild');
  const entry = join(projectRoot, 'src/server/database/postgres-thread.ts');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['pg-native'],
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
  });
  return { text: outputFiles[0]?.text ?? '' };
}

type Waiting = { done: (value: unknown) => void; failed: (error: unknown) => void };

export class StoreThread {
  private readonly port: MessagePort;
  private readonly count = new Int32Array(new SharedArrayBuffer(4));
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private readonly losing = new Map<number, (why: string) => void>();

  private constructor(program: Program) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const start: ThreadStart = { port: port2, count: this.count };
    const options = { execArgv: [], workerData: start, transferList: [port2] };
    const worker =
      'file' in program
        ? new Worker(program.file, options)
        : new Worker(program.text, { ...options, eval: true });
    worker.on('error', (e) => this.fail(e));
    port1.on('message', (told: Told | Lost) => this.hear(told));
    // Neither keeps a process alive that has nothing else to do.
    worker.unref();
    port1.unref();
  }

  /** Resolves when its modules are loaded: before that, waiting for it could block what loads them. */
  static async start(): Promise<StoreThread> {
    const thread = new StoreThread(await threadProgram());
    await thread.later(0, 'thread', 'ready', []);
    return thread;
  }

  /** Blocks until the answer is there. Throws StoreError. */
  wait(of: number, part: string, method: string, args: unknown[], long = false): unknown {
    const id = this.send(of, part, method, args);
    const until = performance.now() + (long ? LONG_STATEMENT_MS : PATIENCE_MS);
    for (;;) {
      const seen = Atomics.load(this.count, 0);
      for (let got = receiveMessageOnPort(this.port); got; got = receiveMessageOnPort(this.port)) {
        const told = got.message as Told | Lost;
        if (told.id === id && !('of' in told)) return answerOf(told);
        this.hear(told);
      }
      const left = until - performance.now();
      if (left <= 0) throw new StoreError('the database does not answer', 'timeout');
      Atomics.wait(this.count, 0, seen, left);
    }
  }

  /** The same without waiting. Rejects with StoreError. */
  later(of: number, part: string, method: string, args: unknown[]): Promise<unknown> {
    return new Promise((done, failed) => {
      if (this.waiting.size === 0) this.port.ref();
      this.waiting.set(this.send(of, part, method, args), { done, failed });
    });
  }

  private send(of: number, part: string, method: string, args: unknown[]): number {
    this.last += 1;
    this.port.postMessage({ id: this.last, of, part, method, args } satisfies Ask);
    return this.last;
  }

  /** `lost` hears, once, that the database of that store is another process's now. */
  watch(of: number, lost: (why: string) => void): void {
    this.losing.set(of, lost);
  }

  private hear(told: Told | Lost): void {
    if ('of' in told) {
      this.losing.get(told.of)?.(told.why);
      return;
    }
    const waiting = this.waiting.get(told.id);
    // An answer that came too late.
    if (!waiting) return;
    this.waiting.delete(told.id);
    if (this.waiting.size === 0) this.port.unref();
    try {
      waiting.done(answerOf(told));
    } catch (e) {
      waiting.failed(e);
    }
  }

  private fail(error: unknown): void {
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
  }
}

function answerOf(told: Told): unknown {
  if ('failed' in told) throw new StoreError(told.failed.message, told.failed.code);
  return told.value;
}
