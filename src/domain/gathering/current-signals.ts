/** Questions about the hall at one instant: the speaker, the next turn, the clock's and the walls' display. */
import { isConvener } from './topic-queries';
import type { Gathering } from './state';
import type { Gong, Spotlight, Timer } from './state/clock-signals';
import type { Scene } from './state/scene';

/** Length of a turn to speak, in milliseconds. */
export const SPOTLIGHT_SECONDS = 30;
/** Time for which walls thank a person who has just spoken, in milliseconds. */
const THANKS_MS = 5000;
/** Time for which a gong takes the whole wall, in milliseconds. */
export const GONG_MS = 10_000;
/** Time for which the sentence at a timer's end stays, in milliseconds. */
const ENDED_MS = 2 * 60_000;

/** People who have spoken least come first; among equals, those who have waited longest. */
export function turns(state: Gathering): string[] {
  const spoken = (topic: string): number => {
    const convener = state.topics[topic]?.convener;
    return Object.values(state.topics).filter((t) => t.convener === convener && t.announcedAt !== null)
      .length;
  };
  return state.queue
    .filter((id) => state.topics[id]?.standing === 'open')
    .map((id, i) => ({ id, i, spoken: spoken(id) }))
    .sort((a, b) => a.spoken - b.spoken || a.i - b.i)
    .map((x) => x.id);
}

export type Speaking = Spotlight & {
  /** Seconds left; 0 while they are being thanked. */
  left: number;
};

/** The turn under way at `at` (epoch milliseconds), or null: it ends without anybody's action. */
export function speaking(state: Pick<Gathering, 'spotlight'>, at: number): Speaking | null {
  const turn = state.spotlight;
  if (!turn || at >= turn.until + THANKS_MS) return null;
  return { ...turn, left: Math.max(0, Math.ceil((turn.until - at) / 1000)) };
}

/** `now`: this seat is called and may speak. `waiting`: `place` is 1 for the next one to be called. */
export type SpeakingTurn =
  | { is: 'now'; topic: string; until: number }
  | { is: 'waiting'; topic: string; place: number };

/** The turn of this seat, for any topic it convenes or co-convenes; null when it has none. */
export function turnOf(state: Gathering, seat: string, at: number): SpeakingTurn | null {
  const mine = (id: string): boolean => {
    const topic = state.topics[id];
    return topic !== undefined && isConvener(topic, seat);
  };
  const now = speaking(state, at);
  if (now && now.left > 0 && mine(now.topic)) return { is: 'now', topic: now.topic, until: now.until };
  const queue = turns(state);
  const place = queue.findIndex(mine);
  const topic = queue[place];
  return topic === undefined ? null : { is: 'waiting', topic, place: place + 1 };
}

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

/** The scene that only this wall shows, or undefined: then it shows the common one. */
export const wallScene = (state: Pick<Gathering, 'wallScenes'>, wall: string): Scene | undefined =>
  Object.hasOwn(state.wallScenes, wall) ? state.wallScenes[wall] : undefined;
