/** The typed wire: every message between a device and the room, with one version for all of them. */
import * as z from 'zod/mini';
import { type Command, CommandShape, type Fact } from '@/domain/deed';
import type { RefusalCode } from '@/domain/refusal';
import type { Role } from '@/domain/words';

export { PROTOCOL } from './version';

/** Largest message accepted, in bytes. */
export const MESSAGE_MAX = 64 * 1024;

/** Which surface asks: it decides which of a device's identities speaks. */
export const SURFACES = ['phone', 'wall', 'desk', 'kiosk'] as const;
export type Surface = (typeof SURFACES)[number];

export const Hello = z.strictObject({
  protocol: z.int(),
  /** The code people know the gathering or path by. */
  code: z.string().check(z.maxLength(40)),
  surface: z.enum(SURFACES),
  /** The last fact this device has folded, or null when it has nothing. */
  since: z.nullable(z.int().check(z.minimum(0))),
  /** The last revision of people's labels it has. */
  people: z._default(z.int().check(z.minimum(0)), 0),
});
export type Hello = z.infer<typeof Hello>;

export const CommandMessage = z.strictObject({
  code: z.string().check(z.maxLength(40)),
  command: CommandShape,
});
export type CommandMessage = { code: string; command: Command };

export type Labels = Record<string, string | null>;
export type You = { id: string; role: Role; seat: string | null; label: string | null };

export type Refused = { ok: false; refused: RefusalCode; detail?: Record<string, unknown> };

/** Either `facts` after `since`, or a whole `state` (JSON text) at `seq`, with the seat's own private slice. */
export type Welcome = {
  ok: true;
  protocol: number;
  stream: string;
  kind: 'gathering' | 'path';
  seq: number;
  you: You;
  /** The server's clock, epoch milliseconds. */
  now: number;
  facts?: Fact[];
  state?: string;
  mine?: unknown;
  people: { rev: number; labels: Labels };
};

/** `fact` comes only where the public version of it says less. */
export type Answer = { ok: true; seq: number; fact?: Fact } | Refused;

/** Facts `from`…`from + facts.length - 1`, the same text for everyone of one audience. */
export type Frame = { stream: string; from: number; facts: Fact[]; people?: { rev: number; labels: Labels } };

/** Facts of one's own seat made on another of its devices, in full. */
export type Own = { stream: string; facts: Fact[] };

export type ServerSays = {
  frame: (frame: string) => void;
  own: (own: Own) => void;
  /** The room was woken again from the log: say hello anew. */
  again: (why: { stream: string; why: 'woken' | 'erased' | 'signed_out' }) => void;
};
export type ClientSays = {
  hello: (hello: Hello, answer: (a: Welcome | Refused) => void) => void;
  command: (message: CommandMessage, answer: (a: Answer) => void) => void;
  leave: (code: string) => void;
};
