/**
 * A TCP proxy that is a bad network: it drops, delays, splits, loses one direction, refuses connections, and swallows
 * data.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { rest } from './terms';

type Roll = (sides: number) => number;

/** One direction of one connection. TCP has no holes, so a direction that lost data never delivers again. */
class Way {
  deaf = false;
  delay = 0;
  /** Bytes let through at once; 0 for all. */
  slice = 0;
  private readonly queue: Buffer[] = [];
  private moving = false;

  constructor(
    from: Socket,
    private readonly to: Socket,
  ) {
    from.on('data', (bytes) => {
      if (this.deaf) return;
      this.queue.push(bytes);
      if (!this.moving) void this.move();
    });
    from.on('error', () => {});
    // A dead direction does not deliver its end either: that is a half-open connection.
    from.on('close', () => this.deaf || void this.end());
  }

  private async move(): Promise<void> {
    this.moving = true;
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      if (this.delay) await rest(this.delay);
      const size = this.slice || next.length;
      for (let at = 0; at < next.length && !this.deaf; at += size) {
        this.to.write(next.subarray(at, at + size));
        if (this.slice) await rest(1);
      }
    }
    this.moving = false;
  }

  private async end(): Promise<void> {
    while (this.moving) await rest(5);
    this.to.destroy();
  }
}

export class BadNetwork {
  /** Counts of its faults, for the figures. */
  readonly done: Record<string, number> = {};
  private readonly door: Server;
  private readonly links = new Set<{ near: Socket; far: Socket | null; ways: Way[] }>();
  private mood: 'open' | 'refusing' | 'swallowing' = 'open';

  constructor(
    private readonly to: () => number,
    private readonly roll: Roll,
  ) {
    this.door = createServer((near) => this.arrive(near));
  }

  async open(): Promise<number> {
    await new Promise<void>((up) => this.door.listen(0, '127.0.0.1', up));
    const at = this.door.address();
    return typeof at === 'object' && at ? at.port : 0;
  }

  private arrive(near: Socket): void {
    near.on('error', () => {});
    if (this.mood === 'refusing') return void near.resetAndDestroy();
    const far = this.mood === 'swallowing' ? null : connect(this.to(), '127.0.0.1');
    const link = { near, far, ways: far ? [new Way(near, far), new Way(far, near)] : [] };
    this.links.add(link);
    near.on('close', () => this.links.delete(link));
  }

  /** A fault happens, to one connection or to all future ones. */
  trouble(): void {
    const links = [...this.links].filter((l) => l.far);
    const link = links[this.roll(Math.max(1, links.length))];
    const way = link?.ways[this.roll(2)];
    const what = this.roll(20);
    const now = (name: string) => {
      this.done[name] = (this.done[name] ?? 0) + 1;
    };
    if (what === 0) {
      now('refusing');
      this.mood = 'refusing';
    } else if (what === 1) {
      now('swallowing');
      this.mood = 'swallowing';
    } else if (what < 4) this.mood = 'open';
    else if (what === 4) {
      now('allDropped');
      for (const { near } of links) near.destroy();
    } else if (!link || !way) return;
    else if (what < 9) {
      now('dropped');
      (this.roll(2) === 0 ? link.near : link.far!)[this.roll(2) === 0 ? 'destroy' : 'resetAndDestroy']();
    } else if (what < 13) {
      now('halfOpen');
      way.deaf = true;
    } else if (what < 17) {
      now('delayed');
      way.delay = 20 + this.roll(400);
    } else {
      now('sliced');
      way.slice = 1 + this.roll(40);
    }
  }

  /** New connections are good again; the old ones stay as they are until somebody gives them up. */
  heal(): void {
    this.mood = 'open';
    for (const { ways } of this.links) for (const way of ways) way.delay = way.slice = 0;
  }

  close(): void {
    this.door.close();
    for (const { near, far } of this.links) {
      near.destroy();
      far?.destroy();
    }
  }
}
