/** Signals that everybody in the hall gets at one instant: the gong, the timer, and the turn to speak. */

/** The meaning of a gong, shown to people who do not hear it. `attention` means nothing more than the sound. */
export const GONG_MEANINGS = ['change', 'five_minutes', 'gather', 'attention'] as const;
export type GongMeaning = (typeof GONG_MEANINGS)[number];
/** `at`: epoch milliseconds. */
export type Gong = { at: number; meaning: GongMeaning };

/** The purpose of a timer: it decides the sentence at its end. */
export const TIMER_PURPOSES = ['circles', 'break', 'reading', 'vote', 'other'] as const;
export type TimerPurpose = (typeof TIMER_PURPOSES)[number];
/** `slot`: the only slot it is about; null for everybody. Times are epoch milliseconds. */
export type Timer = { purpose: TimerPurpose; slot: string | null; startedAt: number; endsAt: number };

/** The topic whose convener was called to announce it: since when, and until when they may speak. */
export type Spotlight = { topic: string; since: number; until: number };
