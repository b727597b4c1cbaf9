/** How a line is listened to: at its own pace, in known shapes, and never without an answer. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Refused } from '@/protocol/wire';
import { refused } from './connection';

/** So many times its pace, and a line is cut. */
const FLOOD = 20;

/** As much of a socket as is asked here. */
type Line = { data: { key: string }; disconnect(close: boolean): unknown };
type Shape<M> = { safeParse(x: unknown): { success: true; data: M } | { success: false } };

export function createMessageHandler(points: number, warn: (what: string, error: unknown) => void) {
  // Per seat or device, never per address: a whole hall shares one.
  const pace = new RateLimiterMemory({ points, duration: 10 });
  /** Every message is paced, parsed and answered; a fault of ours is answered too. */
  return function hear<L extends Line, M, A>(
    line: L,
    shape: Shape<M>,
    act: (line: L, m: M) => Promise<A | Refused>,
  ) {
    return (raw: unknown, answer: unknown) => {
      const reply = typeof answer === 'function' ? (answer as (a: A | Refused) => void) : () => {};
      pace
        .consume(line.data.key)
        .then(() => {
          const parsed = shape.safeParse(raw);
          return parsed.success ? act(line, parsed.data) : refused('malformed');
        })
        .then(reply, (e: unknown) => {
          if (e instanceof RateLimiterRes) {
            reply(refused('too_fast', { ms: e.msBeforeNext }));
            // No hand and no outbox sends so much: the line is cut, and may come again.
            if (e.consumedPoints > points * FLOOD) line.disconnect(true);
            return;
          }
          warn('a message could not be handled', e);
          reply(refused('busy'));
        });
    };
  };
}
