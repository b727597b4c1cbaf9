/** The state one simulated person sees when they decide what to do. */
import { topicsInOrder } from '@/domain/gathering/queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Private } from '@/domain/gathering/state/seat';
import type { Topic } from '@/domain/gathering/state/topic';
import type { Chance } from './chance';
import type { Temper } from './temper';

/** `at`: epoch milliseconds; `speed`: minutes of the event's day per real minute. */
export type Moment = { at: number; speed: number; dice: Chance };

export type Eyes = { view: Gathering; seat: string; mine: Private; temper: Temper } & Moment;

/** The topics they convene and can still act on. */
export const hers = (e: Eyes): Topic[] =>
  topicsInOrder(e.view).filter((t) => t.standing === 'open' && t.convener === e.seat);
