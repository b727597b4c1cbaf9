/** Simulated time and network: nothing happens by the real clock, so hours pass in milliseconds. */
import type { ClientWire, WireEvents } from '@/client/connection/wire';
import type { Answer, CommandMessage, Frame, Hello, Own, Refused, Welcome } from '@/protocol/wire';

type Event = { at: number; n: number; run: () => void };

/** A queue of events by their time. Promises are settled after each moment. */
export class Time {
  now = Date.UTC(2014, 4, 17, 8, 0);
  private queue: Event[] = [];
  private n = 0;

  later(run: () => void, ms: number): void {
    const event = { at: this.now + Math.max(0, ms), n: this.n++, run };
    let low = 0;
    let high = this.queue.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.queue[middle]!.at <= event.at) low = middle + 1;
      else high = middle;
    }
    this.queue.splice(low, 0, event);
  }

  /** Events due at one moment happen in one go, as when messages come together. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    while (this.queue[0] && this.queue[0].at <= end) {
      this.now = this.queue[0].at;
      while (this.queue[0] && this.queue[0].at <= this.now) this.queue.shift()!.run();
      await new Promise((r) => setImmediate(r));
    }
    this.now = end;
  }
}

/** The server's end of one connection. */
export type Line = { frame(frame: Frame): void; own(own: Own): void; again(): void };
export type Hall = {
  arrive(seat: string, line: Line): void;
  leave(line: Line): void;
  hello(line: Line, hello: Hello): Promise<Welcome | Refused>;
  command(line: Line, message: CommandMessage): Promise<Answer>;
};

type Roll = (sides: number) => number;
type Connection = {
  open: boolean;
  deafUp: boolean;
  deafDown: boolean;
  lastUp: number;
  lastDown: number;
  line: Line;
};

const ANSWER_WITHIN = 12_000;
const SILENCE = 40_000;

/**
 * A phone's link through a bad network: delayed, dropped, half dead, and with old connections whose last messages reach
 * the server after the new connection's first.
 */
export class BadLink implements ClientWire {
  private events: WireEvents | null = null;
  private connection: Connection | null = null;
  private tries = 0;
  private dead = false;
  private outUntil = 0;
  private slowUntil = 0;
  private readonly asking = new Set<(e: Error) => void>();

  constructor(
    private readonly time: Time,
    private readonly hall: Hall,
    private readonly seat: string,
    private readonly roll: Roll,
  ) {}

  listen(events: WireEvents): void {
    this.events = events;
    this.reconnect(0);
  }

  hello(hello: Hello): Promise<Welcome | Refused> {
    const asked = this.ask<Welcome | Refused>(2 * ANSWER_WITHIN, (c) => this.hall.hello(c.line, hello));
    asked.catch(() => this.connection && this.renew());
    return asked;
  }

  command(message: CommandMessage): Promise<Answer> {
    return this.ask(ANSWER_WITHIN, (c) => this.hall.command(c.line, message));
  }

  private ask<T>(within: number, put: (c: Connection) => Promise<T>): Promise<T> {
    const c = this.connection;
    if (!c) return Promise.reject(new Error('no link'));
    return new Promise<T>((done, failed) => {
      const fail = (e: Error) => {
        this.asking.delete(fail);
        failed(e);
      };
      this.asking.add(fail);
      this.time.later(() => this.asking.has(fail) && fail(new Error('no answer')), within);
      this.up(c, () => {
        void put(c).then((answer) =>
          this.down(c, () => {
            if (this.asking.delete(fail)) done(copy(answer));
          }),
        );
      });
    });
  }

  private delay(): number {
    return 3 + this.roll(60) + (this.time.now < this.slowUntil ? this.roll(8000) : 0);
  }

  /** To the server; also from a connection this end has given up, unless that direction is dead. */
  private up(c: Connection, deliver: () => void): void {
    if (c.deafUp) return;
    c.lastUp = Math.max(c.lastUp, this.time.now + this.delay());
    this.time.later(deliver, c.lastUp - this.time.now);
  }

  private down(c: Connection, deliver: () => void): void {
    if (c.deafDown) return;
    c.lastDown = Math.max(c.lastDown, this.time.now + this.delay());
    this.time.later(() => {
      if (c.open && !c.deafDown && !this.dead) deliver();
    }, c.lastDown - this.time.now);
  }

  private reconnect(after: number): void {
    this.time.later(() => {
      if (this.dead || this.connection) return;
      if (this.time.now < this.outUntil) return this.reconnect(Math.min(8000, 400 * 2 ** this.tries++));
      this.tries = 0;
      const heard = () => this.events;
      const c: Connection = {
        open: true,
        deafUp: false,
        deafDown: false,
        lastUp: 0,
        lastDown: 0,
        line: {
          frame: (frame) => this.down(c, () => heard()?.frame(frame)),
          own: (own) => this.down(c, () => heard()?.own(copy(own))),
          again: () => this.down(c, () => heard()?.again()),
        },
      };
      this.connection = c;
      this.hall.arrive(this.seat, c.line);
      this.events?.up();
    }, after);
  }

  /** The link breaks; the server learns of it later, and messages in flight to it may still arrive. */
  cut(): void {
    const c = this.connection;
    if (!c) return;
    this.connection = null;
    c.open = false;
    if (this.roll(2) === 0) c.deafUp = true;
    this.time.later(() => this.hall.leave(c.line), this.roll(SILENCE));
    for (const fail of [...this.asking]) fail(new Error('cut'));
    this.events?.down();
    this.reconnect(this.roll(800));
  }

  /** One direction fails silently; both ends notice when nothing has come for too long. */
  halve(): void {
    const c = this.connection;
    if (!c) return;
    if (this.roll(2) === 0) c.deafUp = true;
    else c.deafDown = true;
    this.time.later(() => this.connection === c && this.cut(), SILENCE);
  }

  out(ms: number): void {
    this.outUntil = this.time.now + ms;
    this.cut();
  }

  slow(ms: number): void {
    this.slowUntil = this.time.now + ms;
  }

  /** The tab is closed: nothing more reaches it; its sent messages may still arrive. */
  kill(): void {
    const c = this.connection;
    this.dead = true;
    this.connection = null;
    if (c) {
      c.open = false;
      this.time.later(() => this.hall.leave(c.line), this.roll(SILENCE));
    }
  }

  clear(): void {
    this.outUntil = 0;
    this.slowUntil = 0;
    if (this.connection?.deafUp || this.connection?.deafDown) this.cut();
  }

  renew(): void {
    this.cut();
  }
  close(): void {
    this.kill();
  }
}

const copy = <T>(x: T): T => JSON.parse(JSON.stringify(x)) as T;
