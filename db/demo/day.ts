/** The demonstration's own clock and names. */
import { instantOf } from '@/domain/gathering/clock';
import { EVENT } from './topics';

/** Epoch milliseconds of an hour of that day (or of another, for what was completed after). */
export const clock = (hour: string, plusSeconds = 0, day: string = EVENT.day): number =>
  instantOf(day, hour, 'Europe/Rome') + plusSeconds * 1000;

/** Notes are named by topic, part and place in the part. */
export const noteIdOf = (n: { topic: number; part: number; index: number }): string =>
  `nota-demo-${String(n.topic).padStart(2, '0')}-${n.part}-${String(n.index).padStart(2, '0')}`;

export const topicId = (n: number): string => `tema-demo-${String(n).padStart(2, '0')}`;

/** Somebody does something at a moment: on their own phone, or through a helper if they have none. */
export type By = (key: string, at: number, type: string, ask: unknown) => void;
