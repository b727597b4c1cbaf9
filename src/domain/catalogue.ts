/** A catalogue: the deeds of a kind of stream, gathered into what a room and a phone need. */
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
 * The chain after one more fact, the same for every reader: its command's id and its time are never withheld. Both,
 * for what is offered again in the same order is another log, with other times.
 */
export const nextHistoryHash = (chain: number, { cmd, at }: Pick<Fact, 'cmd' | 'at'>): number =>
  hash53(`${cmd}${at}`, chain);

export type Reader = { kind: 'staff' } | { kind: 'public'; seat?: string | null };

const codeOf = (message: string): RefusalCode =>
  (REFUSALS as readonly string[]).includes(message) ? (message as RefusalCode) : 'malformed';

/** What holds for every deed of a kind of stream, before its own `decide`. */
export type Guard<S> = (state: S, command: Command, actor: Actor) => Refusal | null;

/** Gathers deeds into what a room and a phone need: decide, apply, replay, and what each reader sees. */
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
    const data = d.decide(state, ask.data, { actor, author: by, at, origin, lookup: look });
    if (isRefusal(data)) return data;
    const stands = command.base && d.replaces?.(state, ask.data);
    const field = command.base && stands && overtakenField(command.base, stands, ask.data as object);
    if (field) return refuse('stale_version', { field });
    const fact: Fact = { seq: state.seq + 1, at, type: d.fact, v: d.v, by, origin, cmd: command.id, data };
    // By which device it came would narrow down by whom; that it stood on paper, or was simulated, does not.
    const unsigned = isUnsigned(state, fact);
    if (unsigned && origin !== 'carta' && origin !== 'simulata') fact.origin = 'telefono';
    // What nobody may know of a person nobody does for them either.
    if (unsigned && onBehalf) return refuse('not_allowed');
    if (onBehalf) fact.via = actor.id;
    if (command.saidAt !== undefined && actor.role !== 'participant') fact.saidAt = command.saidAt;
    return fact;
  }

  /** The values that this command would replace, as they stand, by its own field names; null where it revises nothing. */
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

  /**
   * Nobody may know by whom, staff included: such a fact names nobody, and its line in the log bears no author that can be
   * read (decision 23). True before the fact is applied and after it.
   */
  function isUnsigned(state: S, fact: Fact): boolean {
    const staff = byFact.get(fact.type)?.visibleTo?.(state, fact.data, fact).staff;
    return staff !== undefined && staff.by === null;
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
    const told = d.factSchema().safeParse(data);
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
    const all = byFact.get(fact.type)?.visibleTo?.(state, fact.data, fact);
    const view = reader.kind === 'staff' ? all?.staff : all;
    if (!view || !('by' in view || 'data' in view)) return fact;
    return redacted(fact, 'by' in view ? null : fact.by, 'data' in view ? view.data : fact.data);
  }

  return {
    empty,
    deeds,
    may,
    byDoorOnly,
    decide,
    replaced,
    apply,
    isUnsigned,
    read,
    readSealed,
    replay,
    seenBy,
  };
}

export type Catalogue<S extends StreamState> = ReturnType<typeof catalogue<S, Record<string, AnyDeed<S>>>>;
