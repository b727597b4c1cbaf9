/** The state one simulated person sees when they decide what to do. */
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Private } from '@/domain/gathering/state/seat';
import type { Topic } from '@/domain/gathering/state/topic';
import type { Random } from './random';
import type { Character } from './character';

/** `at`: epoch milliseconds; `speed`: minutes of the event's day per real minute. */
export type SimulatedTime = { at: number; speed: number; dice: Random };

export type VisibleState = {
  view: Gathering;
  seat: string;
  mine: Private;
  character: Character;
} & SimulatedTime;

/** The topics they convene and can still act on. */
export const hers = (e: VisibleState): Topic[] =>
  topicsInOrder(e.view).filter((t) => t.standing === 'open' && t.convener === e.seat);
