/** The gong and the timer as they are at one instant: what screens show of them. */
import type { Gathering } from './state';
import type { Gong, Timer, TimerPurpose } from './state/clock-signals';
import { PHASES, type Phase } from './state/phase';

/** Time for which a gong takes the whole wall, in milliseconds. */
export const GONG_MS = 10_000;
/** On a phone, which may be in a pocket, it stays longer. */
export const GONG_PHONE_MS = 20_000;
/** Time for which the sentence at a timer's end stays, in milliseconds. */
const ENDED_MS = 2 * 60_000;

/** The gong that rang a few seconds ago, or null. */
export const ringing = (state: Pick<Gathering, 'gong'>, at: number): Gong | null =>
  state.gong && at < state.gong.at + GONG_MS ? state.gong : null;

export type TimerNow = Timer & {
  /** Seconds left; 0 when time is up. */
  left: number;
};

/** The phase that a timer of this purpose belongs to. Breaks and others last whatever the phase. */
const PHASE_TIMED: Partial<Record<TimerPurpose, Phase>> = {
  circles: 'sessions',
  reading: 'reading',
  vote: 'voting',
};

type Timed = Pick<Gathering, 'timer' | 'phase' | 'phases'>;

/** True once the day has moved past the timer's own phase, and past the phase in which it was started. */
function leftBehind({ phase, phases }: Timed, { purpose, startedAt }: Timer): boolean {
  const own = PHASE_TIMED[purpose];
  if (!own) return false;
  const begun = phases.findLast((p) => p.at <= startedAt)?.phase ?? own;
  return PHASES.indexOf(phase) > Math.max(PHASES.indexOf(own), PHASES.indexOf(begun));
}

/** The timer that runs, or whose end is still shown; null when there is none, or when the day has moved on. */
export function timerAt(state: Timed, at: number): TimerNow | null {
  const { timer } = state;
  if (!timer || at >= timer.endsAt + ENDED_MS || leftBehind(state, timer)) return null;
  return { ...timer, left: Math.max(0, Math.ceil((timer.endsAt - at) / 1000)) };
}

/** True if a timer concerns this seat: one about a slot is for everybody in a circle of it. */
export function timerConcerns(state: Gathering, timer: Pick<Timer, 'slot'>, seat: string): boolean {
  if (timer.slot === null) return true;
  const circle = state.private[seat]?.circle;
  return circle != null && state.sessions[circle]?.slot === timer.slot;
}
