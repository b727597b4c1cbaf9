/** The gong and the timer as they are at one instant: what screens show of them. */
import type { Gathering } from './state';
import type { Gong, Timer } from './state/clock-signals';

/** Time for which a gong takes the whole wall, in milliseconds. */
export const GONG_MS = 10_000;
/** Time for which the sentence at a timer's end stays, in milliseconds. */
const ENDED_MS = 2 * 60_000;

/** The gong that rang a few seconds ago, or null. */
export const ringing = (state: Pick<Gathering, 'gong'>, at: number): Gong | null =>
  state.gong && at < state.gong.at + GONG_MS ? state.gong : null;

export type TimerNow = Timer & {
  /** Seconds left; 0 when time is up. */
  left: number;
};

/** The timer that runs, or whose end is still shown; null when there is none. */
export const timerAt = (state: Pick<Gathering, 'timer'>, at: number): TimerNow | null =>
  state.timer && at < state.timer.endsAt + ENDED_MS
    ? { ...state.timer, left: Math.max(0, Math.ceil((state.timer.endsAt - at) / 1000)) }
    : null;

/** True if a timer concerns this seat: one about a slot is for everybody in a circle of it. */
export function timerConcerns(state: Gathering, timer: Pick<Timer, 'slot'>, seat: string): boolean {
  if (timer.slot === null) return true;
  const circle = state.private[seat]?.circle;
  return circle != null && state.sessions[circle]?.slot === timer.slot;
}
