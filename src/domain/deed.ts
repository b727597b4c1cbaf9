/** A deed is one ability, whole: its command, its fact, who may ask, and what it changes. */
import * as z from 'zod/mini';
import { lazyValue } from './lazy-value';
import type { Refusal } from './refusal';
import type { Base } from './revision';
import { Id } from './shapes';
import { ORIGINS, type Origin, type Role } from './words';

/**
 * The author. `seat` is the person in the gathering; the office has an account and perhaps no seat. `completes`: the
 * one topic whose report a completion link has opened on this device (E26).
 */
export type Actor = { id: string; role: Role; seat: string | null; completes?: string };

/** Notes from elsewhere on the path, by reference (`gathering/note/id`): the current text, or null. */
export type Lookup = (ref: string) => { text: string; withheld: boolean } | null;

/** The context of one command: everything that `decide` may know beside the state. `at` is epoch milliseconds. */
export type Context = { actor: Actor; author: string; at: number; origin: Origin; lookup: Lookup };

/**
 * A command as a device sends it. `for`: the seat on whose behalf a helper or totem acts. `saidAt`: the paper's own
 * time. `base`: the values that a revision replaces, as its author saw them; without it, nothing is compared.
 */
export type Command = {
  id: string;
  type: string;
  ask: unknown;
  for?: string | undefined;
  origin?: Origin | undefined;
  saidAt?: number | undefined;
  base?: Base | undefined;
};

/** An ask that its command's shape was held against before, piece by piece. Nothing that comes as a message can be one. */
export class CheckedAsk {
  constructor(readonly data: unknown) {}
}

export const CommandShape = z.strictObject({
  id: Id,
  type: z.string().check(z.maxLength(60)),
  ask: z.unknown(),
  for: z.optional(Id),
  origin: z.optional(z.enum(ORIGINS)),
  saidAt: z.optional(z.int().check(z.positive())),
  base: z.optional(z.record(z.string().check(z.maxLength(40)), z.number())),
});

/** One line of the log. `by` is null only where a reader may not know; `at` is the server's clock. */
export type Fact<D = unknown> = {
  seq: number;
  at: number;
  type: string;
  v: number;
  by: string | null;
  via?: string;
  origin: Origin;
  saidAt?: number;
  cmd: string;
  data: D;
};

/**
 * A copy with other data, or without an author; the helper's account is left out. Spelled out, because it runs for each
 * fact and each reader.
 */
export function redacted(
  { seq, at, type, v, origin, saidAt, cmd }: Fact,
  by: Fact['by'],
  data: unknown,
): Fact {
  const told: Fact = { seq, at, type, v, by, origin, cmd, data };
  if (saidAt !== undefined) told.saidAt = saidAt;
  return told;
}

/** The part of a fact that a reader may see; without a value, all of it. */
export type Redaction<D> = { by?: null; data?: D };
/** The public's view, and the staff's where they may not see everything either (ballots, presence). */
export type View<D> = Redaction<D> & { staff?: Redaction<D> };

/**
 * For facts that everybody may count but nobody may attribute, staff included. The log cannot tell either (decision
 * 23).
 */
export const UNSIGNED = { by: null, staff: { by: null } } as const;

/** `A`, `I`: a command's data as parsed, and as given: fields with a default may be left out. `D`: the fact's data. */
export type Deed<
  S,
  C extends string = string,
  F extends string = string,
  A = unknown,
  D = unknown,
  I = unknown,
> = {
  command: C;
  fact: F;
  /** Version of the fact's shape; older ones pass through the upcasters. */
  v: number;
  /** Roles that may ask at all; finer rights (own, convener…) are checked in `decide`. */
  who: readonly Role[];
  /** Sent only by the server's own routes, which store something beside the log; a device's message is refused. */
  byRoute?: true;
  /** Schemas are made at first use: a phone that opens has no time for those of a hundred deeds. */
  commandSchema(): z.ZodMiniType<A, I>;
  factSchema(): z.ZodMiniType<D>;
  /** Pure. Returns the fact's data, or a refusal. */
  decide(state: S, ask: NoInfer<A>, asking: Context): NoInfer<D> | Refusal;
  /**
   * For a deed that revises: the current values it replaces, by the command's own field names. Null where there is
   * nothing to replace. A command whose `base` differs from them is refused as `stale_version`.
   */
  replaces?(state: S, ask: NoInfer<A>): Partial<NoInfer<A>> | null;
  /** Mutates the draft. Never refuses, never throws, never reads a clock. */
  apply(state: S, data: NoInfer<D>, fact: Fact<NoInfer<D>>): void;
  /**
   * For facts that change thousands of things: a copy of the state that shares with it only what `apply` leaves alone. A
   * page applies such a fact to this copy; a draft that watches each change would take ten times as long.
   */
  detach?(state: S, data: NoInfer<D>): S;
  /**
   * The view of readers other than the author (decision 1). `state` is the whole state, after the fact. Whether staff
   * learn the author is also asked before the fact, and must be the same.
   */
  visibleTo?(state: S, data: NoInfer<D>, fact: Fact<NoInfer<D>>): View<NoInfer<D>>;
};

/** `const deed = deedOf<Gathering>()`: every deed made with it is checked against that state. */
export const deedOf =
  <S>() =>
  <C extends string, F extends string, A, D, I>(
    d: Omit<Deed<S, C, F, A, D, I>, 'v'> & { v?: number },
  ): Deed<S, C, F, A, D, I> => ({
    v: 1,
    ...d,
    commandSchema: lazyValue(d.commandSchema),
    factSchema: lazyValue(d.factSchema),
  });

// biome-ignore lint/suspicious/noExplicitAny: a table of deeds holds many shapes; each is parsed by its own schema
export type AnyDeed<S> = Deed<S, string, string, any, any, any>;

export type Upcasters = Record<string, Record<number, (data: unknown) => unknown>>;

/** The part of every state that the kernel itself keeps. */
export type StreamState = {
  seq: number;
  named: Record<string, true>;
  /** The log's history hash: two logs that differ anywhere before `seq` have different ones. */
  chain: number;
  /** How many times the keys of unsigned facts' authors were destroyed; left out for never. */
  keyEpoch?: number;
};

export type AskOf<D> = D extends Deed<infer _S, string, string, infer A, unknown, unknown> ? A : never;
/** A screen's input: fields with a default may be left out. */
export type AskInput<D> = D extends { commandSchema(): infer Z extends z.ZodMiniType } ? z.input<Z> : never;
