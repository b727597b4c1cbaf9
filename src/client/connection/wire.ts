/** The browser's end of the wire, behind an interface so that tests can flush it by hand. */
import type { Answer, CommandMessage, Frame, Hello, Own, Refused, Welcome } from '@/protocol/wire';

export type WireEvents = {
  up(): void;
  down(): void;
  frame(frame: Frame): void;
  own(own: Own): void;
  again(): void;
  /** The page is visible again, or the network is back, and the link claims to be up: it may be dead. */
  woke?(): void;
};

/** A state that the page has named, fetched before the hello. `answer` is null when it failed. */
export type FetchedAhead = { url: string; answer: Promise<Response | null>; drop(): void };

export type ClientWire = {
  listen(events: WireEvents): void;
  /**
   * Rejects when the link drops or no answer comes in time (`within`, in milliseconds, where not the default). A link
   * that does not even answer a hello is dropped and made again.
   */
  hello(hello: Hello, within?: number): Promise<Welcome | Refused>;
  command(message: CommandMessage): Promise<Answer>;
  /** Drops the link and connects again, so that the server reads the new cookie. */
  renew(): void;
  close(): void;
};
