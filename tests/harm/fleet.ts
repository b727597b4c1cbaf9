/** Server processes one after another on one port: the next is loaded while the present one serves, and is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundledProgram } from '../bundled-program';
import { LOOK, type Look, type Order } from './terms';

const entry = fileURLToPath(new URL('./server.ts', import.meta.url));
type Loaded = { child: ChildProcess; loaded: Promise<void>; gone: Promise<number | null> };

export class Fleet {
  private readonly waiting: Loaded[] = [];
  private serving: Loaded | null = null;
  port = 0;

  constructor(
    private readonly folder: string,
    private readonly env: Record<string, string> = {},
    private readonly standby = 2,
    private readonly more: Partial<Order> = {},
  ) {}

  private load(): Loaded {
    const child = spawn(process.execPath, [bundledProgram(entry)], {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    const loaded = new Promise<void>((done) => child.once('message', () => done()));
    return { child, loaded, gone };
  }

  /** Tells the next server to open the folder; resolves once it is told, before it has opened. */
  async order(): Promise<void> {
    while (this.waiting.length < Math.max(1, this.standby)) this.waiting.push(this.load());
    const next = this.waiting.shift()!;
    await next.loaded;
    this.serving = next;
    const order: Order = { ...this.more, folder: this.folder, port: this.port };
    next.child.send(order);
  }

  /** Resolves when the server that was ordered listens; rejects when it stopped instead. */
  listening(): Promise<void> {
    const { child, gone } = this.serving!;
    return new Promise((open, failed) => {
      child.once('message', (m: { port: number }) => {
        this.port = m.port;
        open();
      });
      void gone.then((code) => failed(new Error(`the server stopped while opening (${code})`)));
    });
  }

  get pid(): number {
    return this.serving?.child.pid ?? 0;
  }

  get alive(): boolean {
    return this.serving !== null && this.serving.child.exitCode === null && !this.serving.child.killed;
  }

  async open(): Promise<void> {
    await this.order();
    await this.listening();
  }

  /** The serving process's own report. Rejects when it is gone. */
  look(): Promise<Look> {
    const { child, gone } = this.serving!;
    return new Promise((told, failed) => {
      child.once('message', (look: Look) => told(look));
      void gone.then((code) => failed(new Error(`the server is gone (${code})`)));
      child.send(LOOK);
    });
  }

  /** SIGKILL for a crash, SIGTERM to stop it properly; resolves when the process is gone. */
  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { child, gone } = this.serving!;
    child.kill(signal);
    return gone;
  }

  /** Stops those on standby. */
  async dismiss(): Promise<void> {
    for (const { child } of this.waiting) child.kill('SIGKILL');
    await Promise.all(this.waiting.map((w) => w.gone));
    this.waiting.length = 0;
  }
}
