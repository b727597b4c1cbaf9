/** A TCP proxy between a process and its database: whole, slow, silent (what is sent arrives when it is whole again), or cut. */
import { connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';

type Link = { near: Socket; far: Socket };

export class Cable {
  private readonly links = new Set<Link>();
  private readonly held = new Set<Socket>();
  private state: 'whole' | 'silent' | 'cut' = 'whole';
  /** Milliseconds for each answer of the database. */
  delay = 0;
  private readonly door: Server;
  port = 0;

  constructor(private readonly to: () => NetConnectOpts) {
    this.door = createServer((near) => this.arrive(near));
  }

  async open(): Promise<this> {
    await new Promise<void>((up) => this.door.listen(0, '127.0.0.1', up));
    const at = this.door.address();
    this.port = typeof at === 'object' && at ? at.port : 0;
    return this;
  }

  private arrive(near: Socket): void {
    near.on('error', () => {});
    if (this.state === 'cut') return void near.resetAndDestroy();
    if (this.state === 'silent') {
      near.pause();
      this.held.add(near);
      return;
    }
    const far = connect(this.to());
    far.on('error', () => {});
    far.setNoDelay(true);
    near.setNoDelay(true);
    const link = { near, far };
    this.links.add(link);
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      if (this.delay === 0) near.write(bytes);
      else setTimeout(() => near.write(bytes), this.delay);
    });
    const end = () => {
      this.links.delete(link);
      near.destroy();
      far.destroy();
    };
    near.on('close', end);
    far.on('close', end);
  }

  /** Nothing arrives in either direction, and nobody is told. */
  silence(): void {
    this.state = 'silent';
    for (const { near, far } of this.links) {
      near.pause();
      far.pause();
    }
  }

  /** The connections of now never deliver again, as when the machine at their end vanished; new ones are whole. */
  strand(): void {
    for (const { near, far } of this.links) {
      near.removeAllListeners('data').pause();
      far.removeAllListeners('data').pause();
    }
  }

  /** Every connection breaks, and new ones are refused. */
  cut(): void {
    this.state = 'cut';
    for (const { near, far } of this.links) {
      near.resetAndDestroy();
      // A Unix socket cannot be reset.
      far.destroy();
    }
  }

  /** Bytes that were under way arrive now, late. */
  heal(): void {
    this.state = 'whole';
    for (const { near, far } of this.links) {
      near.resume();
      far.resume();
    }
    for (const near of this.held) {
      this.arrive(near);
      near.resume();
    }
    this.held.clear();
  }

  close(): void {
    this.door.close();
    for (const { near, far } of this.links) {
      near.destroy();
      far.destroy();
    }
    for (const near of this.held) near.destroy();
  }
}
