/** The sync machine: `sync(state, event, now)` gives the next state and the effects it asks for, and touches nothing else. */
import type { StreamState } from '@/domain/deed';
import { answered, unanswered } from './answers';
import { hear, holdBack, save } from './frames';
import { sayHello } from './hello';
import { add } from './early-sync';
import { ground, recall, recallTold, retryNow, send } from './outbox';
import {
  type PersistedCommands,
  type Last,
  type SyncEffect,
  type SyncEvent,
  type SyncRules,
  type SyncState,
  type Tick,
  type Turn,
  who,
} from './state';
import { isStale, helloRefused, welcomed } from './welcome';

/** A link that slept must answer within so many milliseconds, or it is taken for dead. */
const PROVE_WITHIN = 2000;

export type Sync<S> = (
  state: SyncState<S>,
  event: SyncEvent<S>,
  now: number,
) => [SyncState<S>, SyncEffect<S>[]];

/** `now` is the device's clock, epoch milliseconds. The state given is not changed. Never throws, if the catalogue doesn't. */
export const createSync =
  <S extends StreamState>(rules: SyncRules<S>): Sync<S> =>
  (before, event, now) => {
    const turn: Turn<S> = { rules, state: { ...before }, effects: [], now };
    step(turn, event);
    return [turn.state, turn.effects];
  };

function step<S extends StreamState>(turn: Turn<S>, event: SyncEvent<S>): void {
  const { state } = turn;
  switch (event.type) {
    case 'opened':
      return void opened(turn, event.last, event.kept);
    case 'up':
    case 'again':
      return void sayHello(turn);
    case 'woke':
      if (state.standing.at === 'live') sayHello(turn, PROVE_WITHIN);
      return;
    case 'down':
      return void offline(turn);
    case 'welcome':
      if (isStale(turn, event.attempt)) return;
      if (!event.welcome.ok) return void helloRefused(turn, event.attempt, event.welcome);
      return void welcomed(turn, event.attempt, event.welcome, event.kept);
    case 'seated':
      if (isStale(turn, event.attempt)) return;
      return void seated(turn, event);
    case 'frame':
      return void hear(turn, event.frame);
    case 'own':
      for (const fact of event.facts) holdBack(turn, fact);
      return;
    case 'asked':
      add(turn, event.command);
      return void send(turn);
    case 'answered':
      return void answered(turn, event.id, event.answer);
    case 'timeout':
      if ('id' in event) unanswered(turn, event.id);
      else if (!isStale(turn, event.attempt)) offline(turn);
      return;
    case 'dismissed':
      state.told = state.told.filter((t) => t.id !== event.id);
      turn.effects.push({ type: 'forget', what: 'refused', id: event.id, who: who(state) });
      return;
    case 'stored':
      state.keeping = event.keeping;
      return;
    case 'tick':
      return void ticked(turn, event);
  }
}

/** The link is gone, with everything in flight. The wire raises `up` when it is back. */
function offline<S>(turn: Turn<S>): void {
  turn.state.standing = { at: 'offline' };
  ground(turn);
}

function ticked<S extends StreamState>(turn: Turn<S>, due: Tick): void {
  if (due.tick === 'send') send(turn);
  else if (due.tick === 'save') save(turn);
  else if (due.tick === 'retry') retryNow(turn);
  else if (!isStale(turn, due.attempt)) sayHello(turn);
}

function seated<S extends StreamState>(turn: Turn<S>, event: SyncEvent<S> & { type: 'seated' }): void {
  const { attempt, outcome, welcome } = event;
  if (outcome === 'seated') turn.effects.push({ type: 'renew' });
  else if (outcome === 'refused') welcomed(turn, attempt, { ...welcome, returning: '' }, null);
  else turn.effects.push({ type: 'schedule', tick: 'hello', attempt, ms: 1500 });
}

/** Draws what the device has stored, before the stream has answered. */
function opened<S extends StreamState>(
  { state }: Turn<S>,
  last: Last<S> | null,
  kept: PersistedCommands,
): void {
  const drawn = state.you;
  // A state saved for another person must not be shown to this one.
  const mine = last && (!drawn?.id || drawn.id === last.you?.id) ? last : null;
  if (mine && (!state.ready || state.confirmed.seq < mine.confirmed.seq)) {
    const { confirmed, people, heardAt, rev } = mine;
    Object.assign(state, { confirmed, people, heardAt, peopleRev: rev, ready: true });
  }
  state.you = drawn ?? mine?.you ?? null;
  // Commands from earlier pages, and those that only this page's memory holds, are sent too.
  state.outbox = recall(state.outbox, kept.unsent);
  state.told = recallTold(state.told, kept.refused);
  state.answered = kept.answered;
}
