/** Answers one hello at a time for each connection, at a limited rate, and none while earlier data is unread. */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Refused } from '@/protocol/wire';
import { refused } from './connection';

/**
 * A device says hello once for each stream it opens and each time it reconnects; no honest device has more than this
 * waiting.
 */
const WAITING = 4;
/** A connection with this much unread data gets no new welcome. In bytes. */
const UNREAD = 256 * 1024;
const LOOK_AGAIN = 100;
/** A connection may take this long to read what was sent before its hello is refused for now. In ms. */
const PATIENCE = 5000;

type QueuedConnection = {
  id: string;
  data: { hellos?: { last: Promise<void>; waiting: number } | undefined };
};

const nothing = (): void => {};
/** For connections that wait for nothing: one for all. */
const DONE = Promise.resolve();

export class HelloQueue<L extends QueuedConnection> {
  private readonly pace: RateLimiterMemory;

  /** `points` hellos in thirty seconds, the first of them included; `unread` gives a connection's unread bytes. */
  constructor(
    points: number,
    private readonly unread: (line: L) => number,
    private readonly overloaded: () => number | null,
  ) {
    this.pace = new RateLimiterMemory({ points: points - 1, duration: 30 });
  }

  /** Answers with the result of `welcome`, or with a refusal that says when to ask again. */
  async run<A>(line: L, welcome: () => Promise<A | Refused>): Promise<A | Refused> {
    const shed = this.overloaded();
    if (shed !== null) return refused('busy', { ms: shed });
    // Most connections say hello once: a record with a timer is made for those that say it again.
    if (line.data.hellos)
      try {
        await this.pace.consume(line.id);
      } catch (e) {
        return refused('too_fast', { ms: (e as Partial<RateLimiterRes>).msBeforeNext ?? 1000 });
      }
    line.data.hellos ??= { last: DONE, waiting: 0 };
    const queue = line.data.hellos;
    if (queue.waiting >= WAITING) return refused('too_fast', { ms: 1000 });
    queue.waiting += 1;
    const turn = queue.last.then(() => this.next(line, welcome));
    // Without its value: a connection would keep the text of its last welcome for as long as it is open.
    queue.last = turn.then(nothing, nothing);
    try {
      return await turn;
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) queue.last = DONE;
    }
  }

  private async next<A>(line: L, welcome: () => Promise<A | Refused>): Promise<A | Refused> {
    for (let waited = 0; this.unread(line) > UNREAD; waited += LOOK_AGAIN) {
      if (waited >= PATIENCE) return refused('busy', { ms: 1000 });
      await new Promise((done) => setTimeout(done, LOOK_AGAIN));
    }
    return welcome();
  }
}
