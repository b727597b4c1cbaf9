/** A catalogue gathers the deeds of one kind of stream for the server and the client. */
import {
  type Actor,
  type AnyDeed,
  CheckedAsk,
  type Command,
  type Fact,
  type StreamState,
  type Lookup,
  redacted,
  type Upcasters,
} from './deed';
import { isRefusal, type Refusal, type RefusalCode, REFUSALS, refuse } from './refusal';
import { hash53, overtakenField } from './revision';
import type { Role } from './words';

const lookNowhere: Lookup = () => null;

/**
 * The history hash after one more fact, the same for every reader: it covers the command's id and its time, which are
 * never withheld. Both are needed, because commands resubmitted in the same order make another log, with other times.
 */
export const nextHistoryHash = (chain: number, { cmd, at }: Pick<Fact, 'cmd' | 'at'>): number =>
  hash53(`${cmd}${at}`, chain);

export type Reader = { kind: 'staff' } | { kind: 'public'; seat?: string | null };

const codeOf = (message: string): RefusalCode =>
  (REFUSALS as readonly string[]).includes(message) ? (message as RefusalCode) : 'malformed';

/** Checks that apply to every deed of a kind of stream, before its own `decide`. */
export type Guard<S> = (state: S, command: Command, actor: Actor) => Refusal | null;

/** Makes the shared functions of a kind of stream: decide, apply, replay, and what each reader sees. */
export function catalogue<S extends StreamState, T extends Record<string, AnyDeed<S>>>(
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

  /** The only authorisation predicate: the server and the buttons both use it. */
  const may = (role: Role, command: string): boolean => byCommand.get(command)?.who.includes(role) ?? false;

  /** True if a device may send it in a message at all. */
  const byRouteOnly = (command: string): boolean => byCommand.get(command)?.byRoute ?? false;

  /** The next fact in this state, or the refusal. */
  function decide(
    state: S,
    command: Command,
    actor: Actor,
    at: number,
    look: Lookup = lookNowhere,
  ): Fact | Refusal {
    const d = byCommand.get(command.type);
    if (!d) return refuse('unknown_command', { command: command.type.slice(0, 60) });
    if (!may(actor.role, command.type)) return refuse('not_allowed');
    const ask =
      command.ask instanceof CheckedAsk
        ? { success: true as const, data: command.ask.data }
        : d.commandSchema().safeParse(command.ask);
    if (!ask.success) {
      const issue = ask.error.issues[0];
      // Stryker disable next-line OptionalChaining: an error of zod always has an issue; only its type may lack one
      return refuse(codeOf(issue?.message ?? ''), { field: issue?.path.join('.') ?? '' });
    }
    const onBehalf = command.for !== undefined && command.for !== actor.seat;
    if (onBehalf && actor.role === 'participant') return refuse('not_allowed');
    const guarded = guard(state, command, actor);
    if (guarded) return guarded;
    const by = command.for ?? actor.seat ?? actor.id;
    // A phone may claim to be the totem; only the office can enter what came on paper or through a helper (I9).
    const own = command.origin === 'totem' || command.origin === 'simulata';
    const told = actor.role === 'participant' && !own ? undefined : command.origin;
    const origin = told ?? (actor.role === 'participant' ? 'telefono' : onBehalf ? 'segreteria' : 'ufficio');
    const data = d.decide(state, ask.data, { actor, author: by, at, origin, lookup: look });
    if (isRefusal(data)) return data;
    const stands = command.base && d.replaces?.(state, ask.data);
    const field = command.base && stands && overtakenField(command.base, stands, ask.data as object);
    if (field) return refuse('stale_version', { field });
    const fact: Fact = { seq: state.seq + 1, at, type: d.fact, v: d.v, by, origin, cmd: command.id, data };
    // The device's channel would narrow down the author; that it was on paper, or simulated, does not.
    const unsigned = isUnsigned(state, fact);
    if (unsigned && origin !== 'carta' && origin !== 'simulata') fact.origin = 'telefono';
    // If nobody may know that a person did it, nobody may do it for them either.
    if (unsigned && onBehalf) return refuse('not_allowed');
    if (onBehalf) fact.via = actor.id;
    if (command.saidAt !== undefined && actor.role !== 'participant') fact.saidAt = command.saidAt;
    return fact;
  }

  /** The current values that this command would replace, by its own field names; null where it revises nothing. */
  function replaced(state: S, type: string, ask: unknown): Record<string, unknown> | null {
    const d = byCommand.get(type);
    const read = d?.replaces && d.commandSchema().safeParse(ask);
    return read?.success ? (d?.replaces?.(state, read.data) ?? null) : null;
  }

  function apply(state: S, fact: Fact): void {
    state.seq = fact.seq;
    state.chain = nextHistoryHash(state.chain, fact);
    byFact.get(fact.type)?.apply(state, fact.data, fact);
    if (fact.by !== null && !isUnsigned(state, fact)) state.named[fact.by] = true;
  }

  /** True for a fact that is applied to a copy, by {@link detached}. */
  const isLarge = (type: string): boolean => byFact.get(type)?.detach !== undefined;

  /** The state after a large fact; the one given is not changed. */
  function detached(state: S, fact: Fact): S {
    const copy = byFact.get(fact.type)?.detach?.(state, fact.data) ?? state;
    const next = { ...copy, named: { ...copy.named } };
    apply(next, fact);
    return next;
  }

  /**
   * True for a fact whose author nobody may know, staff included: it carries no author, and its line in the log has no
   * readable one (decision 23). The answer is the same before the fact is applied and after it.
   */
  function isUnsigned(state: S, fact: Fact): boolean {
    const staff = byFact.get(fact.type)?.visibleTo?.(state, fact.data, fact).staff;
    return staff !== undefined && staff.by === null;
  }

  /** Reads a stored line: older shapes are upcast, then checked against the schema. Throws on a damaged line. */
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
    const told = d.factSchema().safeParse(data);
    if (!told.success) throw new Error(`fact ${fact.seq}: ${fact.type} ${told.error.issues[0]?.message}`);
    fact.v = v;
    fact.data = told.data;
    return fact;
  }

  /**
   * Reads a line whose log check has passed. A line of the current version is taken as it is, because its deed wrote
   * it: so a fact's schema may not fill in or change anything, and whatever changes a shape raises its `v`.
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
    const all = byFact.get(fact.type)?.visibleTo?.(state, fact.data, fact);
    const view = reader.kind === 'staff' ? all?.staff : all;
    if (!view || !('by' in view || 'data' in view)) return fact;
    return redacted(fact, 'by' in view ? null : fact.by, 'data' in view ? view.data : fact.data);
  }

  return {
    empty,
    deeds,
    may,
    byRouteOnly,
    decide,
    replaced,
    apply,
    isLarge,
    detached,
    isUnsigned,
    read,
    readSealed,
    replay,
    seenBy,
  };
}

export type Catalogue<S extends StreamState> = ReturnType<typeof catalogue<S, Record<string, AnyDeed<S>>>>;
