/**
 * A load balancer of the worst kind that is allowed: it sends new connections to whoever is ready, and leaves old ones where
 * they are until it is asked to break some. So phones stay with a frozen or separated owner, and hear what it says when it wakes.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Member } from '../pair';
import { rest } from '../terms';

const LOOK_MS = 40;

export class Balancer {
  private readonly links = new Map<Socket, number>();
  private readonly ready = new Set<Member>();
  private readonly watched = new Set<Member>();
  private readonly door: Server;
  private open_ = true;
  port = 0;

  constructor(private readonly members: readonly Member[]) {
    this.door = createServer((near) => this.arrive(near));
  }

  async open(): Promise<void> {
    await new Promise<void>((up) => this.door.listen(0, '127.0.0.1', up));
    const at = this.door.address();
    this.port = typeof at === 'object' && at ? at.port : 0;
    void this.look();
  }

  private async look(): Promise<void> {
    for (; this.open_; await rest(LOOK_MS))
      for (const member of this.members) if (!this.watched.has(member)) void this.watch(member);
  }

  private async watch(member: Member): Promise<void> {
    this.watched.add(member);
    for (; this.open_ && member.alive; await rest(LOOK_MS)) {
      if (await member.isReady()) this.ready.add(member);
      else this.ready.delete(member);
    }
    this.ready.delete(member);
  }

  private arrive(near: Socket): void {
    near.on('error', () => {});
    // The one that took over last, where two say that they are ready.
    const member = [...this.ready].at(-1);
    if (!member) return void near.resetAndDestroy();
    const far = connect(member.port, '127.0.0.1');
    far.on('error', () => {});
    this.links.set(near, member.port);
    near.pipe(far);
    far.pipe(near);
    near.on('close', () => {
      this.links.delete(near);
      far.destroy();
    });
    far.on('close', () => near.destroy());
  }

  /** Breaks those connections to this member that `chosen` says. */
  break(member: Member, chosen: () => boolean): void {
    for (const [near, port] of this.links) if (port === member.port && chosen()) near.destroy();
  }

  close(): void {
    this.open_ = false;
    this.door.close();
    for (const near of this.links.keys()) near.destroy();
  }
}
