/** The browser's end of the wire, behind an interface so that tests can flush it by hand. */
import type { Answer, CommandMessage, Frame, Hello, Own, Refused, Welcome } from '@/protocol/wire';

export type WireEvents = {
  up(): void;
  down(): void;
  frame(frame: Frame): void;
  own(own: Own): void;
  again(): void;
};

export type Wire = {
  listen(events: WireEvents): void;
  /** Rejects when the link drops or no answer comes in time; a link that does not even welcome is made anew. */
  hello(hello: Hello): Promise<Welcome | Refused>;
  command(message: CommandMessage): Promise<Answer>;
  /** Drops the link and comes back, so that a new cookie is read at the door. */
  renew(): void;
  close(): void;
};
