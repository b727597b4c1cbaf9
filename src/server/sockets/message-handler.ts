/** Handles a connection's messages: rate limited, parsed by schema, and always answered. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Refused } from '@/protocol/wire';
import { refused } from './connection';

/** A connection that exceeds its rate this many times is cut. */
const FLOOD = 20;

/** The part of a socket that is used here. */
type PacedConnection = { data: { key: string; silent?: boolean }; conn: { close(): unknown } };
type Shape<M> = { safeParse(x: unknown): { success: true; data: M } | { success: false } };

export function createMessageHandler(points: number, warn: (what: string, error: unknown) => void) {
  // Per seat or device, never per IP address: a whole hall shares one.
  const pace = new RateLimiterMemory({ points, duration: 10 });
  /**
   * A listener for one event of all connections, which Socket.IO calls with the connection as `this`. Every message is
   * rate limited, parsed and answered; an error of ours is answered too.
   */
  return function hear<L extends PacedConnection, M, A>(
    shape: Shape<M>,
    act: (line: L, m: M) => Promise<A | Refused>,
  ) {
    return function (this: L, raw: unknown, answer: unknown): void {
      const reply = typeof answer === 'function' ? (answer as (a: A | Refused) => void) : () => {};
      // A connection's first message is not counted. It is a hello, sent before the seat is known by which the others are
      // counted, so each connection would leave a record with a timer for it.
      const counted = this.data.silent ? Promise.resolve() : pace.consume(this.data.key);
      this.data.silent = false;
      counted
        .then(() => {
          const parsed = shape.safeParse(raw);
          return parsed.success ? act(this, parsed.data) : refused('malformed');
        })
        .then(reply, (e: unknown) => {
          if (e instanceof RateLimiterRes) {
            reply(refused('too_fast', { ms: e.msBeforeNext }));
            // Neither a hand nor an outbox sends so much: the connection is cut, and may reconnect. After a "disconnect" of
            // Socket.IO a client does not reconnect on its own.
            if (e.consumedPoints > points * FLOOD) this.conn.close();
            return;
          }
          warn('a message could not be handled', e);
          reply(refused('busy'));
        });
    };
  };
}
