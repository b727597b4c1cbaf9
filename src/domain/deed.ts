/** A deed is one ability, whole: what is asked, what then happened, who may ask, and what it changes. */
import * as z from 'zod/mini';
import { isRefusal, type Refusal, type RefusalCode, REFUSALS, refuse } from './refusal';
import { Id } from './shapes';
import { ORIGINS, type Origin, type Role } from './words';

/** Who asks. `seat` is the person in the gathering; the office has an account and perhaps no seat. */
export type Actor = { id: string; role: Role; seat: string | null };

/** Words said elsewhere on the path, by reference (`gathering/note/id`): the text as it now stands, or null. */
export type Look = (ref: string) => { text: string; withheld: boolean } | null;

/** The circumstances of one asking: all that `decide` may know beside the state. `at` is epoch milliseconds. */
export type Asking = { actor: Actor; by: string; at: number; origin: Origin; look: Look };

const lookNowhere: Look = () => null;

/** What a device sends. `for`: the seat on whose behalf a helper or totem acts. `saidAt`: the paper's own time. */
export type Command = {
  id: string;
  type: string;
  ask: unknown;
  for?: string | undefined;
  origin?: Origin | undefined;
  saidAt?: number | undefined;
};

export const CommandShape = z.strictObject({
  id: Id,
  type: z.string().check(z.maxLength(60)),
  ask: z.unknown(),
  for: z.optional(Id),
  origin: z.optional(z.enum(ORIGINS)),
  saidAt: z.optional(z.int().check(z.positive())),
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

/** The same with other data, or by nobody; who typed it is left out. Spelled out, for each fact is so retold to each who reads. */
export function retold({ seq, at, type, v, origin, saidAt, cmd }: Fact, by: Fact['by'], data: unknown): Fact {
  const told: Fact = { seq, at, type, v, by, origin, cmd, data };
  if (saidAt !== undefined) told.saidAt = saidAt;
  return told;
}

/** What a reader may see of a fact: nothing said means all of it. */
export type SeenAs<D> = { by?: null; data?: D };
/** The public's view, and the staff's where they may not see everything either (ballots, who is where). */
export type View<D> = SeenAs<D> & { staff?: SeenAs<D> };

/** For what is everyone's to count and nobody's to know by whom, staff included. */
export const UNSIGNED = { by: null, staff: { by: null } } as const;

export type Deed<S, C extends string = string, F extends string = string, A = unknown, D = unknown> = {
  command: C;
  fact: F;
  /** Version of the fact's shape; older ones pass through the upcasters. */
  v: number;
  /** Roles that may ask at all; finer rights (own, convener…) are decided in `decide`. */
  who: readonly Role[];
  /** Asked by the server's own doors alone, which keep something beside the log; a device's message is refused. */
  door?: true;
  /** The shapes are made when first held against something: a phone that opens has no time for those of a hundred deeds. */
  ask(): z.ZodMiniType<A>;
  told(): z.ZodMiniType<D>;
  /** Pure. Returns the fact's data, or why not. */
  decide(state: S, ask: NoInfer<A>, asking: Asking): NoInfer<D> | Refusal;
  /** Mutates the draft. Never refuses, never throws, never reads a clock. */
  apply(state: S, data: NoInfer<D>, fact: Fact<NoInfer<D>>): void;
  /** What readers other than the author see (§5 of the design). `state` is the whole state, after the fact. */
  seen?(state: S, data: NoInfer<D>, fact: Fact<NoInfer<D>>): View<NoInfer<D>>;
};

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** `const deed = deedOf<Gathering>()`, then every deed of that room is checked against one state. */
export const deedOf =
  <S>() =>
  <C extends string, F extends string, A, D>(
    d: Omit<Deed<S, C, F, A, D>, 'v'> & { v?: number },
  ): Deed<S, C, F, A, D> => ({
    v: 1,
    ...d,
    ask: once(d.ask),
    told: once(d.told),
  });

// biome-ignore lint/suspicious/noExplicitAny: a table of deeds holds many shapes; each is parsed by its own schema
export type AnyDeed<S> = Deed<S, string, string, any, any>;

export type Upcasters = Record<string, Record<number, (data: unknown) => unknown>>;

/** The part of every state that the kernel itself keeps. */
export type Kept = {
  seq: number;
  named: Record<string, true>;
  /** Which log this is the fold of: two logs that part anywhere before `seq` differ here. */
  chain: number;
};

/**
 * The chain after one more fact (cyrb53), the same for every reader: its command's id and its time are never withheld. Both,
 * for what is offered again in the same order is another log, with other times.
 */
export function linked(chain: number, { cmd, at }: Pick<Fact, 'cmd' | 'at'>): number {
  const link = `${cmd}${at}`;
  let low = 0xdeadbeef ^ (chain >>> 0);
  let high = 0x41c6ce57 ^ Math.floor(chain / 2 ** 32);
  for (let i = 0; i < link.length; i++) {
    const letter = link.charCodeAt(i);
    low = Math.imul(low ^ letter, 2654435761);
    high = Math.imul(high ^ letter, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

export type Reader = { kind: 'staff' } | { kind: 'public'; seat?: string | null };

const codeOf = (message: string): RefusalCode =>
  (REFUSALS as readonly string[]).includes(message) ? (message as RefusalCode) : 'malformed';

/** What holds for every deed of a kind of stream, before its own `decide`. */
export type Guard<S> = (state: S, command: Command, actor: Actor) => Refusal | null;

/** Gathers deeds into what a room and a phone need: decide, apply, replay, and what each reader sees. */
export function catalogue<S extends Kept, T extends Record<string, AnyDeed<S>>>(
  empty: () => S,
  deeds: T,
  upcasters: Upcasters = {},
  guard: Guard<S> = () => null,
) {
  const byCommand = new Map<string, AnyDeed<S>>();
  const byFact = new Map<string, AnyDeed<S>>();
  for (const [name, d] of Object.entries(deeds)) {
    if (d.command !== name) throw new Error(`deed ${d.command} is filed under ${name}`);
    if (byFact.has(d.fact)) throw new Error(`two deeds tell ${d.fact}`);
    byCommand.set(d.command, d);
    byFact.set(d.fact, d);
  }

  /** The authority's one predicate: server and buttons both ask here. */
  const may = (role: Role, command: string): boolean => byCommand.get(command)?.who.includes(role) ?? false;

  /** Whether a device may ask for it by a message at all. */
  const byDoorOnly = (command: string): boolean => byCommand.get(command)?.door ?? false;

  /** The fact that comes next in this state, or why it does not. */
  function decide(
    state: S,
    command: Command,
    actor: Actor,
    at: number,
    look: Look = lookNowhere,
  ): Fact | Refusal {
    const d = byCommand.get(command.type);
    if (!d) return refuse('unknown_command', { command: command.type.slice(0, 60) });
    if (!may(actor.role, command.type)) return refuse('not_allowed');
    const ask = d.ask().safeParse(command.ask);
    if (!ask.success) {
      const issue = ask.error.issues[0];
      return refuse(codeOf(issue?.message ?? ''), { field: issue?.path.join('.') ?? '' });
    }
    const onBehalf = command.for !== undefined && command.for !== actor.seat;
    if (onBehalf && actor.role === 'participant') return refuse('not_allowed');
    const guarded = guard(state, command, actor);
    if (guarded) return guarded;
    const by = command.for ?? actor.seat ?? actor.id;
    // A phone may say it is the totem; what came on paper or by a helper only the office can say (I9).
    const own = command.origin === 'totem' || command.origin === 'simulata';
    const told = actor.role === 'participant' && !own ? undefined : command.origin;
    const origin = told ?? (actor.role === 'participant' ? 'telefono' : onBehalf ? 'segreteria' : 'ufficio');
    const data = d.decide(state, ask.data, { actor, by, at, origin, look });
    if (isRefusal(data)) return data;
    const fact: Fact = { seq: state.seq + 1, at, type: d.fact, v: d.v, by, origin, cmd: command.id, data };
    if (onBehalf) fact.via = actor.id;
    if (command.saidAt !== undefined && actor.role !== 'participant') fact.saidAt = command.saidAt;
    return fact;
  }

  function apply(state: S, fact: Fact): void {
    state.seq = fact.seq;
    state.chain = linked(state.chain, fact);
    if (fact.by !== null) state.named[fact.by] = true;
    byFact.get(fact.type)?.apply(state, fact.data, fact);
  }

  /** Reads a stored line: older shapes are lifted, then the schema is held against it. Throws on a damaged line. */
  function read(fact: Fact): Fact {
    const d = byFact.get(fact.type);
    if (!d) throw new Error(`fact ${fact.seq}: unknown type ${fact.type}`);
    let { v, data } = fact;
    if (v > d.v) throw new Error(`fact ${fact.seq}: ${fact.type} v${v} is newer than this program (v${d.v})`);
    while (v < d.v) {
      const lift = upcasters[fact.type]?.[v];
      if (!lift) throw new Error(`fact ${fact.seq}: no way from ${fact.type} v${v} to v${v + 1}`);
      data = lift(data);
      v += 1;
    }
    const told = d.told().safeParse(data);
    if (!told.success) throw new Error(`fact ${fact.seq}: ${fact.type} ${told.error.issues[0]?.message}`);
    fact.v = v;
    fact.data = told.data;
    return fact;
  }

  /**
   * Reads a line the log vouches for. One of today's version is taken as it is, for its deed wrote it: so no shape of a fact may
   * fill in or change anything, and whatever changes a shape raises its `v`.
   */
  function readSealed(fact: Fact): Fact {
    return byFact.get(fact.type)?.v === fact.v ? fact : read(fact);
  }

  function replay(facts: Iterable<Fact>): S {
    const state = empty();
    for (const fact of facts) apply(state, fact);
    return state;
  }

  /** The fact as this reader may see it; the same object when nothing is withheld. */
  function seenBy(reader: Reader, state: S, fact: Fact): Fact {
    if (reader.kind === 'public' && reader.seat != null && fact.by === reader.seat) return fact;
    const all = byFact.get(fact.type)?.seen?.(state, fact.data, fact);
    const view = reader.kind === 'staff' ? all?.staff : all;
    if (!view || !('by' in view || 'data' in view)) return fact;
    return retold(fact, 'by' in view ? null : fact.by, 'data' in view ? view.data : fact.data);
  }

  return { empty, deeds, may, byDoorOnly, decide, apply, read, readSealed, replay, seenBy };
}

export type Catalogue<S extends Kept> = ReturnType<typeof catalogue<S, Record<string, AnyDeed<S>>>>;
export type AskOf<D> = D extends Deed<infer _S, string, string, infer A, unknown> ? A : never;
/** What a screen writes: fields with a default may be left out. */
export type AskInput<D> = D extends { ask(): infer Z extends z.ZodMiniType } ? z.input<Z> : never;
