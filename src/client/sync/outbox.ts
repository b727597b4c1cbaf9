/** The outbox's part of the sync machine: a command stays until the stream has answered it and told everyone. */
import type { Command, StreamState } from '@/domain/deed';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { ANSWERED_MAX } from '@/protocol/version';
import {
  actorOf,
  ANSWERED_KEPT,
  type Pending,
  serverNow,
  type SyncState,
  type RefusedCommand,
  type Try,
  type Turn,
  who,
} from './state';

/**
 * How long a resubmitted command may keep being refused before we tell the person, in milliseconds: what it depends on
 * may be on a phone that has not reconnected.
 */
const RESUBMIT_FOR = 10 * 60_000;
const RETRY_SOON = 700;
const RETRY_LATER = 20_000;

const byTime = (items: readonly Pending[]): Pending[] => [...items].sort((a, b) => a.at - b.at);
export const without = (tries: Readonly<Record<string, Try>>, id: string): Record<string, Try> => {
  const { [id]: _, ...rest } = tries;
  return rest;
};

/** Refusals that the device keeps, before those in memory. */
export function recallTold(
  told: readonly RefusedCommand[],
  refused: readonly RefusedCommand[],
): RefusedCommand[] {
  const shown = new Set(told.map((t) => t.id));
  return [...refused.filter((t) => !shown.has(t.id)), ...told];
}

/** Adds what the device keeps of this person to what is in memory, oldest first. */
export function recall(outbox: readonly Pending[], unsent: readonly Pending[]): Pending[] {
  const here = new Set(outbox.map((p) => p.command.id));
  return byTime([...unsent.filter((p) => !here.has(p.command.id)), ...outbox]);
}

/** Sends what has not been answered, in order. Only a live device sends. */
export function send<S>({ state, effects }: Turn<S>): void {
  if (state.standing.at !== 'live') return;
  const tries = { ...state.tries };
  for (const { command, seq, again } of state.outbox) {
    if (seq !== null || tries[command.id]) continue;
    tries[command.id] = 'flying';
    effects.push({ type: 'send', command, again: again !== undefined });
  }
  state.tries = tries;
}

/** The link dropped: what was in flight is sent again after the next welcome, under the same id. */
export function ground<S>({ state }: Turn<S>): void {
  state.tries = Object.fromEntries(Object.entries(state.tries).filter(([, t]) => t !== 'flying'));
}

/** Removes commands that have come back from the stream; the device keeps them for a while, in case the stream loses them. */
export function retire<S extends StreamState>(turn: Turn<S>): void {
  const { state } = turn;
  const back = state.outbox.filter((p) => p.seq !== null && p.seq <= state.confirmed.seq);
  if (back.length === 0) return;
  const ids = new Set(back.map((p) => p.command.id));
  state.answered = [...state.answered.filter((p) => !ids.has(p.command.id)), ...back].slice(-ANSWERED_KEPT);
  for (const item of back) turn.effects.push({ type: 'persist', what: 'answered', item, who: who(state) });
  for (const id of ids) letGo(turn, id);
}

/** The command is refused for good: it leaves the outbox, and its words wait in `told` for the person to settle. */
export function rejectCommand<S>(turn: Turn<S>, command: Command, refusal: Refusal): void {
  const { state, effects } = turn;
  const { id, type, ask, base } = command;
  // Both wrote the same: nothing is lost.
  if (!(base && refusal.refused === 'nothing_to_change')) {
    const told: RefusedCommand = { id, command: type, refusal, ask, ...(base && { base }) };
    if (command.for !== undefined) told.for = command.for;
    state.told = [...state.told.filter((t) => t.id !== id), told];
    effects.push({ type: 'persist', what: 'refused', told, who: who(state) });
  }
  letGo(turn, id);
}

function letGo<S>({ state, effects }: Turn<S>, id: string): void {
  state.outbox = state.outbox.filter((p) => p.command.id !== id);
  state.tries = without(state.tries, id);
  effects.push({ type: 'forget', what: 'unsent', id, who: who(state) });
}

/**
 * The answered commands a hello asks about: those that have not come back yet; all that are kept, when nothing proves
 * them.
 */
export function asksAfter<S>({ proof, answered: kept, outbox }: SyncState<S>): string[] {
  const waiting = outbox.filter((p) => p.seq !== null);
  return [...(proof === 'proven' ? [] : kept), ...waiting].map((p) => p.command.id).slice(-ANSWERED_MAX);
}

/** The log lacks these: they are resubmitted as they were, under the same ids and in their order. */
export function resubmit<S>(turn: Turn<S>, missing: readonly string[], diverged: boolean): void {
  if (missing.length === 0 && !diverged) return;
  const { state, effects } = turn;
  const again = serverNow(turn);
  const gone = new Set(missing);
  const lost = state.answered.filter((p) => gone.has(p.command.id));
  state.outbox = recall(state.outbox, lost).map((p) =>
    p.seq === null || gone.has(p.command.id) ? { ...p, seq: null, again } : p,
  );
  for (const item of state.outbox)
    if (item.again === again) effects.push({ type: 'persist', what: 'unsent', item, who: who(state) });
}

/** Something new was folded, so the commands put off may now be possible. */
export function retry<S>({ state, effects }: Turn<S>, when: 'soon' | 'later'): void {
  if (state.retry !== 'idle' || !Object.values(state.tries).some((t) => t !== 'flying')) return;
  state.retry = when;
  effects.push({ type: 'schedule', tick: 'retry', ms: when === 'soon' ? RETRY_SOON : RETRY_LATER });
}

export function retryNow<S extends StreamState>(turn: Turn<S>): void {
  const { state } = turn;
  // Now and then without deciding here first: the stream knows more than this device.
  const blind = state.retry === 'later';
  state.retry = 'idle';
  for (const item of state.outbox) {
    const refusal = state.tries[item.command.id];
    if (!refusal || refusal === 'flying') continue;
    if (serverNow(turn) > (item.again ?? 0) + RESUBMIT_FOR) rejectCommand(turn, item.command, refusal);
    else if (blind || !wouldBeRefused(turn, item)) state.tries = without(state.tries, item.command.id);
  }
  send(turn);
  retry(turn, 'later');
}

function wouldBeRefused<S extends StreamState>({ rules, state }: Turn<S>, { command, at }: Pending): boolean {
  const actor = actorOf(state.you);
  return !actor || isRefusal(rules.catalogue.decide(state.confirmed, command, actor, at, rules.look));
}
