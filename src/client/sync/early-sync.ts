/**
 * The part of the sync machine that works before the domain code is loaded: commands are shown, stored on the device,
 * and wait.
 */
import type { Command, StreamState } from '@/domain/deed';
import {
  type Pending,
  serverNow,
  type SyncEffect,
  type SyncEvent,
  type SyncState,
  type Turn,
  who,
} from './state';

/** Adds a command to the outbox. */
export function add<S>(turn: Omit<Turn<S>, 'rules'>, command: Command): void {
  const { state } = turn;
  // Later than all before it, so that commands read back from the device keep their order.
  const at = Math.max(serverNow(turn), (state.outbox.at(-1)?.at ?? 0) + 1);
  const item: Pending = { command, at, seq: null };
  state.outbox = [...state.outbox, item];
  turn.effects.push({ type: 'persist', what: 'unsent', item, who: who(state) });
}

/** The part of `sync` that a page needs before its replica is started. */
export function earlySync<S extends StreamState>(
  before: SyncState<S>,
  event: SyncEvent<S>,
  now: number,
): [SyncState<S>, SyncEffect<S>[]] {
  const turn = { state: { ...before }, effects: [] as SyncEffect<S>[], now };
  if (event.type === 'asked') add(turn, event.command);
  else if (event.type === 'stored') turn.state.keeping = event.keeping;
  return [turn.state, turn.effects];
}
