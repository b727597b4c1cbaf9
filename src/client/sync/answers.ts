/** Answers to commands in the sync machine: done, not now, never, or silence. */
import type { StreamState } from '@/domain/deed';
import type { Answer } from '@/protocol/wire';
import { foldEarly, holdBack } from './frames';
import { PASSING, sayHello } from './hello';
import { rejectCommand, retire, retry, without } from './outbox';
import { serverNow, type Turn } from './state';

export function answered<S extends StreamState>(turn: Turn<S>, id: string, answer: Answer): void {
  const { state } = turn;
  const item = state.outbox.find((p) => p.command.id === id);
  if (state.tries[id] === 'flying') state.tries = without(state.tries, id);
  if (answer.ok) {
    if (answer.fact) holdBack(turn, answer.fact);
    state.outbox = state.outbox.map((p) => (p === item ? { ...p, seq: answer.seq } : p));
    state.heardAt = serverNow(turn);
    state.patience = null;
    retire(turn);
    return void foldEarly(turn);
  }
  foldEarly(turn);
  if (answer.refused === 'not_caught_up') return void sayHello(turn);
  const { ok: _, ...refusal } = answer;
  if (PASSING.has(answer.refused)) {
    state.patience = refusal;
    const ms = Number(answer.detail?.ms ?? 0) + 500;
    turn.effects.push({ type: 'schedule', tick: 'send', ms, spread: 1500 });
  } else if (item?.again !== undefined) {
    state.tries = { ...state.tries, [id]: refusal };
    retry(turn, 'soon');
  } else if (item) rejectCommand(turn, item.command, refusal);
}

/** No answer came. The command stays; the next welcome also says what has become of it. */
export function unanswered<S extends StreamState>(turn: Turn<S>, id: string): void {
  if (turn.state.tries[id] !== 'flying') return;
  turn.state.tries = without(turn.state.tries, id);
  if (turn.state.standing.at === 'live') sayHello(turn);
}
