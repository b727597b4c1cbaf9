/** The hall of the stress day on a region's ground: PostgreSQL, an owner and a process that stands by, and HAProxy before them. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSecret } from '@/server/files/secret';
import { DatabaseServer, freePort } from '../../harm/region/database-server';
import { type Program, start, withFolder } from '../program';
import type { ReadLines } from './asserts';
import { StressHall } from './hall';
import { startHaproxy } from './haproxy';

const OFFICE = 'carpi';

class RegionStressHall extends StressHall {
  private ports: [number, number] | null = null;
  private standby: Promise<Program> | null = null;
  private balancer: { url: string; stop(): void } | null = null;

  constructor(
    folder: string,
    pace: number,
    private readonly database: string,
  ) {
    super(folder, pace);
  }

  /** Resolves when it owns the database. */
  private member(port: number): Promise<Program> {
    const own = join(this.folder, String(port));
    mkdirSync(own);
    readSecret(this.folder);
    copyFileSync(join(this.folder, 'secret'), join(own, 'secret'));
    const env = { HALL_FOLDER: own, HALL_PACE: String(this.pace) };
    return start('ours.ts', { ...env, HALL_DATABASE: this.database, HALL_PORT: String(port) });
  }

  override async open(): Promise<void> {
    this.ports ??= [await freePort(), await freePort()];
    const [one, two] = this.ports;
    this.server = await this.member(one);
    this.office = await this.server.ask('office', { devices: 200 });
    await this.server.ask('listen', { port: one });
    this.standby = this.member(two);
    this.standby.catch(() => {});
    this.balancer = await startHaproxy(this.folder, this.ports);
    this.url = this.balancer.url;
    // Loaded and waiting before anything happens.
    for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((r) => setTimeout(r, 50)))
      if (
        await fetch(`http://127.0.0.1:${two}/healthz`).then(
          (r) => r.ok,
          () => false,
        )
      )
        return;
    throw new Error('nobody stands by');
  }

  protected override async another(): Promise<void> {
    if (!this.standby) throw new Error('nobody stands by');
    this.server = await this.standby;
    for (;;) {
      if (
        await fetch(`${this.url}/readyz`).then(
          (r) => r.ok,
          () => false,
        )
      )
        return;
      await new Promise((r) => setTimeout(r, 10));
    }
  }

  override async close(): Promise<void> {
    await super.close();
    this.balancer?.stop();
    if (this.standby)
      await this.standby.then(
        (p) => p.stop('SIGKILL'),
        () => {},
      );
  }
}

/** `use` gets the hall, and how to read its log past the server. The database is one of its own, and syncs what it is asked to. */
export const withRegion = <T>(
  pace: number,
  use: (hall: StressHall, read: ReadLines) => Promise<T>,
): Promise<T> =>
  withFolder(async (folder) => {
    const server = await DatabaseServer.make();
    try {
      await server.start();
      await server.ask(`CREATE DATABASE ${OFFICE}`);
      const read: ReadLines = async () =>
        (await server.ask('SELECT cmd, type FROM facts', OFFICE)) as { cmd: string; type: string }[];
      return await use(new RegionStressHall(folder, pace, server.url(OFFICE)), read);
    } finally {
      await server.remove();
    }
  });
