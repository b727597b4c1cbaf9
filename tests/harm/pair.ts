/** Server processes on one PostgreSQL database: one owns it, the others stand by. Each has a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSecret } from '@/server/files/secret';
import { bundledProgram } from '../bundled-program';
import { type Order, rest } from './terms';

const entry = fileURLToPath(new URL('./server.ts', import.meta.url));

export class Member {
  port = 0;
  owns = false;
  code: number | null = null;
  readonly gone: Promise<number | null>;
  private constructor(
    readonly child: ChildProcess,
    readonly folder: string,
    /** The address that it was given. */
    readonly database: string,
  ) {
    this.gone = new Promise((done) =>
      child.once('exit', (code) => {
        this.code = code;
        this.owns = false;
        done(code);
      }),
    );
  }

  /** Resolves when it owns the database or stands by. */
  static async start(order: Order, env: Record<string, string> = {}): Promise<Member> {
    const child = spawn(process.execPath, [bundledProgram(entry)], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const member = new Member(child, order.folder, order.database ?? '');
    await new Promise((done) => child.once('message', done));
    const settled = new Promise<void>((done, failed) => {
      child.on('message', (told: { port?: number; standby?: boolean }) => {
        if (told.port === undefined) return;
        member.port = told.port;
        member.owns = !told.standby;
        done();
      });
      void member.gone.then((code) => failed(new Error(`a server ended while opening (${code})`)));
    });
    child.send(order);
    await settled;
    return member;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (this.alive) {
      this.child.kill(signal);
      // A frozen process hears nothing but SIGKILL until it goes on.
      if (signal === 'SIGTERM') this.child.kill('SIGCONT');
    }
    return this.gone;
  }

  /** The answer to a request, or null where there is none within a second. */
  async asks(path: string): Promise<{ status: number; body: unknown } | null> {
    try {
      const answer = await fetch(`${this.url}${path}`, { signal: AbortSignal.timeout(1000) });
      return { status: answer.status, body: await answer.json().catch(() => null) };
    } catch {
      return null;
    }
  }

  async isReady(): Promise<boolean> {
    return (await this.asks('/readyz'))?.status === 200;
  }
}

export class Pair {
  readonly members: Member[] = [];
  private readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'cerchi-pair-')));
  private folders = 0;

  constructor(
    public database: string,
    private readonly more: Partial<Order> = {},
    private readonly env: Record<string, string> = {},
  ) {}

  /** The secret is the same everywhere, as an operator would bring it. */
  newFolder(): string {
    const folder = mkdtempSync(join(this.root, `${this.folders++}-`));
    readSecret(this.root);
    copyFileSync(join(this.root, 'secret'), join(folder, 'secret'));
    return folder;
  }

  /** `database`: where this one has an address of its own for it. */
  async start(port = 0, database = this.database): Promise<Member> {
    const order: Order = { ...this.more, folder: this.newFolder(), port, database };
    const member = await Member.start(order, this.env);
    this.members.push(member);
    return member;
  }

  /** The member that answers people, as soon as there is one. */
  async ready(withinMs = 30_000): Promise<Member> {
    const end = Date.now() + withinMs;
    for (;;) {
      for (const member of this.members)
        if (member.alive && member.owns && (await member.isReady())) return member;
      if (Date.now() > end) throw new Error('no process owns the database');
      await rest(10);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map((m) => m.stop('SIGKILL')));
    rmSync(this.root, { recursive: true, force: true });
  }
}
