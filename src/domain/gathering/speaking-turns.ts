/** Turns to speak: how long one lasts, who speaks at one instant, who is next. */
import type { Gathering } from './state';
import type { Spotlight } from './state/clock-signals';
import { isConvener } from './topic-queries';

/** Length of a turn to speak, in seconds. */
export const SPEAKING_SECONDS = 30;
/** Only so many of the next are told their place. */
export const TOLD_BEFORE = 3;
/** Time for which walls thank a person who has just spoken, in milliseconds. */
const THANKS_MS = 5000;

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

/** False where letting this topic's turn pass would leave everybody's place as it is: nobody waits behind it. */
export function letsOthersPass(state: Gathering, topic: string): boolean {
  if (state.spotlight?.topic === topic) return true;
  const queue = [...state.queue.filter((id) => id !== topic), topic];
  return turns({ ...state, queue }).join() !== turns(state).join();
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
