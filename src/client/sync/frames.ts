/** Frames and own facts in the sync machine: folded in the order of their numbers, whatever order the messages come in. */
import { produce, setAutoFreeze } from 'immer';
import type { Fact, StreamState } from '@/domain/deed';
import { unpacked } from '@/protocol/packed-facts';
import type { Frame, Labels } from '@/protocol/wire';
import { sayHello } from './hello';
import { retire, retry } from './outbox';
import { type Last, serverNow, type SyncRules, type SyncState, type Turn } from './state';

// A state of thousands of notes takes too long to freeze. This holds for the prediction too, which comes with this file.
setAutoFreeze(false);

/** While frames come, the state is saved at most once in this time, in milliseconds. */
const SAVE_EVERY = 4000;

/** The same object when nobody has a new name, so that no screen that shows names is drawn again. */
export const named = (known: Labels, fresh: Labels = {}): Labels =>
  Object.keys(fresh).some((id) => known[id] !== fresh[id]) ? { ...known, ...fresh } : known;

export function evolve<S extends StreamState>(rules: SyncRules<S>, state: S, facts: readonly Fact[]): S {
  const { apply, isLarge, detached } = rules.catalogue;
  let next = state;
  let small: Fact[] = [];
  const fold = () => {
    const facts = small;
    small = [];
    if (facts.length > 0)
      next = produce(next, (draft) => {
        for (const fact of facts) if (fact.seq === draft.seq + 1) apply(draft as S, fact);
      });
  };
  for (const fact of facts) {
    if (!detached || !isLarge?.(fact.type)) {
      small.push(fact);
      continue;
    }
    fold();
    if (fact.seq === next.seq + 1) next = detached(next, fact);
  }
  fold();
  return next;
}

/** Messages may arrive together and their answers a moment later, so a frame waits for the commands sent before it. */
export function hear<S extends StreamState>(turn: Turn<S>, frame: Frame): void {
  const { state } = turn;
  const { standing } = state;
  if (!('early' in standing)) return;
  const waits =
    standing.at !== 'live' ||
    standing.early.length > 0 ||
    frame.facts.some((f, i) => state.tries[f.cmd] === 'flying' && !state.own[frame.from + i]);
  if (waits) state.standing = { ...standing, early: [...standing.early, frame] };
  else fold(turn, frame);
}

/** Folds the frames that waited for a welcome or an answer. */
export function foldEarly<S extends StreamState>(turn: Turn<S>): void {
  const { standing } = turn.state;
  if (standing.at !== 'live') return;
  turn.state.standing = { at: 'live', early: [] };
  // A snapshot's last facts are delivered after frames that the socket brought meanwhile.
  for (const frame of [...standing.early].sort((a, b) => a.from - b.from)) hear(turn, frame);
}

function fold<S extends StreamState>(turn: Turn<S>, { from, facts: light, people }: Frame): void {
  const { state } = turn;
  const facts = unpacked(from, light);
  // The missing frames may also have brought names, so no name is accepted until the welcome has brought them all.
  if (facts.length > 0 && from > state.confirmed.seq + 1) return void sayHello(turn);
  if (people && people.rev >= state.peopleRev) {
    state.people = named(state.people, people.labels);
    state.peopleRev = people.rev;
  }
  const asked = new Set(state.outbox.map((p) => p.command.id));
  const redacted = facts.filter((f) => asked.has(f.cmd) && state.own[f.seq]?.cmd !== f.cmd);
  if (redacted.length > 0) state.redactedOwn = [...state.redactedOwn, ...redacted.map((f) => f.seq)];
  const whole = facts.map((f) => (state.own[f.seq]?.cmd === f.cmd ? (state.own[f.seq] ?? f) : f));
  state.confirmed = evolve(turn.rules, state.confirmed, whole);
  forgetOwn(state);
  state.heardAt = serverNow(turn);
  retire(turn);
  retry(turn, 'soon');
  if (turn.now - state.savedAt >= SAVE_EVERY) save(turn);
}

/** Keeps one's own fact for its place in the frames; if its redacted form was folded already, asks for the whole state. */
export function holdBack<S extends StreamState>(turn: Turn<S>, fact: Fact): void {
  const { state } = turn;
  if (fact.seq > state.confirmed.seq) state.own = { ...state.own, [fact.seq]: fact };
  else if (state.redactedOwn.includes(fact.seq)) {
    state.ready = false;
    sayHello(turn);
  }
}

/** The facts up to the confirmed number have had their place. */
export function forgetOwn<S extends StreamState>(state: SyncState<S>): void {
  const waiting = Object.entries(state.own).filter(([seq]) => Number(seq) > state.confirmed.seq);
  state.own = Object.fromEntries(waiting);
}

/** The last state stays on the device, so that the screens open without a network. */
export function save<S extends StreamState>({ state, effects, now }: Turn<S>): void {
  state.savedAt = now;
  const { confirmed, people, you, heardAt, peopleRev: rev } = state;
  const last: Last<S> = { confirmed, people, you, heardAt, rev };
  effects.push({ type: 'persist', what: 'last', last });
}
