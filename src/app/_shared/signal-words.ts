/** The sentences of the gong and of the timer: the same on walls and on phones. */
import { nowAndNext } from '@/domain/gathering/clock';
import type { Gathering } from '@/domain/gathering/state';
import type { GongMeaning, TimerPurpose } from '@/domain/gathering/state/clock-signals';
import type { Key } from '@/i18n/keys';
import type { Say } from '@/i18n/say';

export const GONG_WORDS: Record<GongMeaning, Key> = {
  change: 'gong.change',
  five_minutes: 'gong.fiveMinutes',
  gather: 'gong.gather',
  attention: 'gong.attention',
};

/** The second sentence: the next step, when it is known; otherwise empty. `now`: epoch milliseconds. */
export function afterGong(view: Gathering, meaning: GongMeaning, now: number, say: Say): string {
  const { now: slot, next } = nowAndNext(view, now);
  if (meaning === 'change' && next) return say('gong.nextSlot', { time: next.start, slot: next.label });
  if (meaning === 'five_minutes' && slot) return say('gong.toSlotEnd', { slot: slot.label, time: slot.end });
  return '';
}

/** `to`: its target. `after`: the next step. `over`: the sentence at its end. */
export const TIMER_WORDS: Record<TimerPurpose, { to: Key; after: Key; over: Key }> = {
  circles: { to: 'timer.circles', after: 'timer.circles.then', over: 'timer.circles.over' },
  break: { to: 'timer.break', after: 'timer.break.then', over: 'timer.break.over' },
  reading: { to: 'timer.reading', after: 'timer.reading.then', over: 'timer.reading.over' },
  vote: { to: 'timer.vote', after: 'timer.vote.then', over: 'timer.vote.over' },
  other: { to: 'timer.other', after: 'timer.other.then', over: 'timer.other.over' },
};

export const timerDigits = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
