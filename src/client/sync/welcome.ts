/** The welcome in the sync machine: takes what was missed, checks what was answered, and makes the device live. */
import type { StreamState } from '@/domain/deed';
import { unpacked } from '@/protocol/packed-facts';
import type { Refused, Welcome } from '@/protocol/wire';
import { shareStructure } from './structural-sharing';
import { evolve, foldEarly, forgetOwn, named } from './frames';
import { PASSING, sayHello } from './hello';
import { asksAfter, recall, recallTold, resubmit, retire, send } from './outbox';
import type { PersistedCommands, Turn } from './state';

/** Says hello again after a temporary refusal, in milliseconds. */
const HELLO_AGAIN = 1500;

/** An older hello was answered late: its welcome is ignored. */
export const isStale = <S>({ state: { standing } }: Turn<S>, attempt: number): boolean =>
  !('attempt' in standing) || standing.attempt !== attempt;

export function helloRefused<S>({ state, effects }: Turn<S>, attempt: number, answer: Refused): void {
  if (PASSING.has(answer.refused)) {
    effects.push({ type: 'schedule', tick: 'hello', attempt, ms: HELLO_AGAIN });
    return;
  }
  const { ok: _, ...refusal } = answer;
  state.shut = refusal;
  state.standing = { at: 'shut' };
}

/** `kept`: what the device keeps of the person welcomed, where it is not the same person as before. */
export function welcomed<S extends StreamState>(
  turn: Turn<S>,
  attempt: number,
  w: Welcome,
  kept: PersistedCommands | null,
): void {
  const { state, effects } = turn;
  const { you: before, standing } = state;
  if (turn.rules.takesSeat && w.returning && before?.seat === w.returning) {
    // The seat was lost with what an older copy did not have: it is taken again, and then everything written follows.
    effects.push({ type: 'takeSeat', attempt, welcome: w, state: state.confirmed, you: before });
    return;
  }
  const changed = before?.id !== w.you.id;
  if (changed) meet(turn, w, kept);
  const diverged = w.parted === true || state.proof === 'diverged';
  if (before && changed && w.facts) {
    // This device holds another person's version of the state: start again from the whole state.
    state.ready = false;
    state.proof = diverged ? 'diverged' : 'unproven';
    return void sayHello(turn);
  }
  state.skew = w.now - turn.now;
  state.you = w.you;
  state.people = named(state.people, w.people.labels);
  state.peopleRev = w.people.rev;
  if (w.state !== undefined) state.confirmed = shareStructure(state.confirmed, w.state as S);
  else if (w.facts)
    state.confirmed = evolve(turn.rules, state.confirmed, unpacked(w.seq - w.facts.length + 1, w.facts));
  state.ready = true;
  state.heardAt = w.now;
  forgetOwn(state);
  state.redactedOwn = [];

  // A whole state proves nothing about commands answered before it, unless the hello asked about them.
  const asked = 'asksAll' in standing && standing.asksAll;
  const settled = (asked || w.state === undefined) && !changed;
  state.proof = settled ? 'proven' : diverged ? 'diverged' : 'unproven';
  if (!settled && asksAfter(state).length > 0) return void sayHello(turn);
  if (!settled) state.proof = 'unproven';
  live(turn, w.missing ?? [], diverged);
}

/** Not the person the page was drawn for: use what the device keeps of this one, and nothing of the previous one. */
function meet<S>({ state }: Turn<S>, w: Welcome, kept: PersistedCommands | null): void {
  if (state.you) {
    state.outbox = [];
    state.told = [];
    state.tries = {};
    state.own = {};
  }
  state.you = w.you;
  state.outbox = recall(state.outbox, kept?.unsent ?? []);
  state.told = recallTold(state.told, kept?.refused ?? []);
  state.answered = kept?.answered ?? [];
}

function live<S extends StreamState>(turn: Turn<S>, missing: readonly string[], diverged: boolean): void {
  const { state, effects } = turn;
  resubmit(turn, missing, diverged);
  const { standing } = state;
  state.standing = { at: 'live', early: 'early' in standing ? standing.early : [] };
  state.shut = null;
  state.patience = null;
  retire(turn);
  foldEarly(turn);
  send(turn);
  effects.push({ type: 'schedule', tick: 'save', ms: 0 });
}
