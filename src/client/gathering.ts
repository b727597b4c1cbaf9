/** A gathering's store: what a phone, the wall or the desk holds of it. */
import type { Gathering, Private, Seat } from '@/domain/gathering/state';
import type { Origin } from '@/domain/words';
import type { Surface } from '@/protocol/wire';
import { deviceKeep } from './keep';
import { brought, DEEDS } from './later';
import { type Initial, Store } from './store';

type Mine = { seat: Seat | null; private: Private | null } | null;

/** Lays one's own seat and private slice over the public state. */
export function layMine(state: Gathering, mine: unknown, you: { seat: string | null }): void {
  const own = mine as Mine;
  if (!own || !you.seat) return;
  if (own.seat) state.seats[you.seat] = own.seat;
  if (own.private) state.private[you.seat] = own.private;
}

export const gatheringStore = (
  code: string,
  surface: Surface,
  initial?: Initial<Gathering>,
  origin?: Origin,
): Store<Gathering> =>
  new Store<Gathering>({
    code,
    surface,
    catalogue: DEEDS,
    wire: () => brought().socketWire(),
    keep: deviceKeep(),
    lay: layMine,
    ...(initial ? { initial } : {}),
    ...(origin ? { origin } : {}),
  });
