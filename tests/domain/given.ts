/**
 * Given–when–then for any catalogue of deeds: given these commands, when this one is sent, then this fact or refusal
 * follows.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '@/domain/catalogue';
import type { Actor, Command, Fact, StreamState, Lookup } from '@/domain/deed';
import { isRefusal, type Refusal } from '@/domain/refusal';
import type { Role } from '@/domain/words';

let made = 0;
/** An id of the right shape, readable in a failing test. */
export const id = (name = 'id'): string => `${name}-${String(++made).padStart(6, '0')}`;

export const person = (seat: string, role: Role = 'participant'): Actor => ({ id: seat, role, seat });
export const office = (role: Role = 'facilitator', name = 'account-1'): Actor => ({
  id: name,
  role,
  seat: null,
});

/** Deeply frozen: whoever changes it throws. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** A stream without a wire: commands go in, facts are kept, full and public folds stay side by side. */
export function bench<S extends StreamState>(
  catalogue: Catalogue<S>,
  start = Date.UTC(2014, 4, 17, 7, 0),
  look?: Lookup,
) {
  const state = catalogue.empty();
  const open = catalogue.empty();
  const facts: Fact[] = [];
  let now = start;

  function ask(actor: Actor, type: string, payload: unknown, extra: Partial<Command> = {}): Fact | Refusal {
    const fact = catalogue.decide(state, { id: id('cmd'), type, ask: payload, ...extra }, actor, now, look);
    if (isRefusal(fact)) return fact;
    // A stored fact equals the one read back, and its schema adds nothing to it: a checked line is not parsed again.
    const line = JSON.stringify(fact);
    const stored = catalogue.read(JSON.parse(line) as Fact);
    if (!isDeepStrictEqual(stored, JSON.parse(line)))
      throw new Error(`${type} wrote ${line}, and its shape makes of it ${JSON.stringify(stored)}`);
    facts.push(stored);
    // A fact is read by others after it was folded: no later one may change what it holds.
    catalogue.apply(state, frozen(JSON.parse(line) as Fact));
    // The public fold gets its own copy, as over a wire: folds must not share objects.
    const seen = catalogue.seenBy({ kind: 'public' }, state, stored);
    catalogue.apply(open, JSON.parse(JSON.stringify(seen)) as Fact);
    now += 1000;
    return stored;
  }

  /** Sends and insists: a refusal fails the test. */
  function done(actor: Actor, type: string, payload: unknown, extra: Partial<Command> = {}): Fact {
    const answer = ask(actor, type, payload, extra);
    if (isRefusal(answer))
      throw new Error(`${type} was refused: ${answer.refused} ${JSON.stringify(answer.detail)}`);
    return answer;
  }

  /** Sends and expects the refusal; returns its code, or 'accepted'. */
  function refusal(actor: Actor, type: string, payload: unknown, extra: Partial<Command> = {}): string {
    const answer = ask(actor, type, payload, extra);
    return isRefusal(answer) ? answer.refused : 'accepted';
  }

  return {
    state,
    /** The same gathering as the public sees it. */
    open,
    facts,
    ask,
    done,
    refusal,
    get now() {
      return now;
    },
    /** Lets time pass, in milliseconds. */
    wait(ms: number) {
      now += ms;
    },
  };
}
