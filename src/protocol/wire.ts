/** The typed wire: every message between a device and the server, with one version for all of them. */
import * as z from 'zod/mini';
import { type Command, CommandShape, type Fact } from '@/domain/deed';
import type { RefusalCode } from '@/domain/refusal';
import { Id } from '@/domain/shapes';
import type { Role } from '@/domain/words';
import type { PackedFact } from './packed-facts';
import { ANSWERED_MAX } from './version';

export { PROTOCOL } from './version';

/** Largest message accepted, in bytes. */
export const MESSAGE_MAX = 64 * 1024;

/** The surface that asks: it decides which of a device's identities speaks. */
export const SURFACES = ['phone', 'wall', 'desk', 'kiosk'] as const;
export type Surface = (typeof SURFACES)[number];

export const Hello = z.strictObject({
  protocol: z.int(),
  /** The public code of the gathering or path. */
  code: z.string().check(z.maxLength(40)),
  surface: z.enum(SURFACES),
  /** The last fact this device has folded, or null when it has nothing. */
  since: z.nullable(z.int().check(z.minimum(0))),
  /** The history hash of the device's state at `since`; without it, the state is assumed to be of this log. */
  chain: z.optional(z.int()),
  /** Answered commands that the device cannot prove to be on this log: the welcome lists those that are not. */
  answered: z._default(z.array(Id).check(z.maxLength(ANSWERED_MAX)), []),
  /** The last revision of people's labels it has. */
  people: z._default(z.int().check(z.minimum(0)), 0),
  /** This device can fetch a large state over HTTP, compressed, instead of over the socket. */
  fetches: z.optional(z.boolean()),
  /** The key of the state that its page has named, which it fetches already. */
  snapshot: z.optional(z.string().check(z.maxLength(40))),
});
export type Hello = z.infer<typeof Hello>;

export const CommandMessage = z.strictObject({
  code: z.string().check(z.maxLength(40)),
  command: CommandShape,
  /**
   * It was answered once, and this log does not have it: a refusal is not final, because what it depends on may come
   * back too.
   */
  again: z.optional(z.literal(true)),
});
export type CommandMessage = { code: string; command: Command; again?: true | undefined };

/**
 * After a welcome: this device reads frames that are deflated with this dictionary, by its hash. Another dictionary than the
 * server's changes nothing. A page and a server of other versions do without, so it is no part of the hello.
 */
export const Deflate = z.strictObject({
  stream: z.string().check(z.maxLength(40)),
  dictionary: z.int(),
});
export type Deflate = z.infer<typeof Deflate>;

export type Labels = Record<string, string | null>;
/** `completes`: the topic whose report a link has opened on this device. */
export type You = {
  id: string;
  role: Role;
  seat: string | null;
  label: string | null;
  completes?: string;
};

export type Refused = { ok: false; refused: RefusalCode; detail?: Record<string, unknown> };

/** Either the `facts` after `since`, the last of which is number `seq`, or a whole `state` at `seq`, with the seat's own private slice. */
export type Welcome = {
  ok: true;
  protocol: number;
  stream: string;
  kind: 'gathering' | 'path';
  seq: number;
  you: You;
  /** The server's clock, epoch milliseconds. */
  now: number;
  facts?: PackedFact[];
  state?: unknown;
  /** In place of `state`, for a device that `fetches`: GET `url` gives `{state, labels}` at `seq` as JSON; `after` are the facts since. */
  snapshot?: { url: string; after: PackedFact[] };
  mine?: unknown;
  people: { rev: number; labels: Labels };
  /** The device's state is not a prefix of this log, because an older copy was restored. `state` replaces it. */
  parted?: true;
  /** Of the commands asked about, those that are not on this log. */
  missing?: string[];
  /** The seat of this device's cookie, which this log does not have: it may be taken again at the entrance. */
  returning?: string;
};

/** `fact` comes only where its public version contains less. */
export type Answer = { ok: true; seq: number; fact?: Fact } | Refused;

/** Facts `from`…`from + facts.length - 1`, the same text for everyone of one audience. */
export type Frame = {
  stream: string;
  from: number;
  facts: PackedFact[];
  people?: { rev: number; labels: Labels };
};

/** Facts of one's own seat made on another of its devices, in full. */
export type Own = { stream: string; facts: Fact[] };

export type ServerSays = {
  frame: (frame: Frame) => void;
  own: (own: Own) => void;
  /** The stream was loaded again from the log: say hello again. */
  again: (why: { stream: string; why: 'woken' | 'erased' | 'signed_out' | 'gone' }) => void;
};
export type ClientSays = {
  hello: (hello: Hello, answer: (a: Welcome | Refused) => void) => void;
  command: (message: CommandMessage, answer: (a: Answer) => void) => void;
  deflate: (deflate: Deflate) => void;
  leave: (code: string) => void;
};
