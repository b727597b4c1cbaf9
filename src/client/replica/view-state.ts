/** Holds the state that screens see: confirmed facts plus the outbox, run through the same deeds. */
import type { Catalogue } from '@/domain/catalogue';
import type { Command, StreamState, Lookup } from '@/domain/deed';
import type { Shift } from '@/domain/gathering/clock';
import type { OwnPart } from '@/protocol/own-part';
import type { Labels, Surface, You } from '@/protocol/wire';
import type { StorageAdapter } from '../storage/device-storage';
import type { predict } from '../sync/prediction';
import {
  type Link,
  type LargeFacts,
  linkOf,
  type Pending,
  type SyncEffect,
  type SyncEvent,
  type SyncState,
  type RefusedCommand,
} from '../sync/state';
import type { ClientWire } from '../connection/wire';

/** `saved`: on this device only. `sent`: the stream has answered. `seen`: it came back to everyone. */
export type Delivery = 'saved' | 'sent' | 'seen';
export type { Link, Pending, RefusedCommand };

/** See {@link SyncState} for the meaning of each part. */
export type ViewSnapshot<S> = Pick<
  SyncState<S>,
  'confirmed' | 'ready' | 'people' | 'you' | 'heardAt' | 'outbox' | 'told' | 'patience' | 'shut' | 'keeping'
> & { view: S; link: Link };

export type ReplicaOptions<S> = {
  code: string;
  surface: Surface;
  catalogue: Pick<Catalogue<S & StreamState>, 'empty' | 'decide' | 'apply' | 'replaced'> & LargeFacts<S>;
  /** Made at `start`, so that a page can be drawn on the server. */
  wire: () => ClientWire;
  /** Called when the replica is closed, also where it was never started. */
  closed?: () => void;
  keep: StorageAdapter;
  clock?: () => number;
  /** The public state with what only this seat may know. The state given is not changed. */
  lay?: (state: S, mine: unknown, you: You) => S;
  /** Takes one's own seat again where the log does not have it. Throws when the server could not be reached. */
  sitAgain?: (state: S, you: You) => Promise<'seated' | 'refused'>;
  look?: Lookup;
  /** The channel that commands from here are marked with, where it is not the device's own. */
  origin?: Command['origin'];
  /** The state that the server rendered the page with. `complete` is false when it was only a part. */
  initial?: Initial<S>;
  later?: (run: () => void, ms: number) => void;
  /** Called at each step of the sync machine, with device time in epoch milliseconds. */
  trace?: (event: SyncEvent<S>, state: SyncState<S>, effects: readonly SyncEffect<S>[], now: number) => void;
};

export type Initial<S> = {
  state: S;
  people: Labels;
  you: You | null;
  mine: unknown;
  now: number;
  complete: boolean;
  /** A page drawn for every seat: the reader's own part stands beside it. */
  shared?: boolean;
  /** The reader's own part of a shared page, as the device found it. */
  own?: OwnPart | null;
  /** The UTC offset of the place about now and on its days. */
  shifts?: readonly Shift[];
};

/** Holds the state that screens see, and those subscribed to it. */
export class ViewState<S extends StreamState> {
  shown: ViewSnapshot<S>;
  /** The first snapshot, the same on the server and on the device. */
  readonly first: ViewSnapshot<S>;
  private readonly listeners = new Set<() => void>();
  /** Draws the outbox; null before the domain code is loaded, when nothing can be decided here. */
  predict: typeof predict | null = null;

  constructor(
    private readonly o: Pick<ReplicaOptions<S>, 'catalogue' | 'look'>,
    state: SyncState<S>,
  ) {
    this.shown = shownOf(state, state.confirmed);
    this.first = this.shown;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  show(state: SyncState<S>): void {
    const { shown } = this;
    const same =
      state.confirmed === shown.confirmed && state.outbox === shown.outbox && state.you === shown.you;
    const next = shownOf(state, same ? shown.view : (this.predict?.(this.o, state) ?? state.confirmed));
    if ((Object.keys(next) as (keyof ViewSnapshot<S>)[]).every((key) => next[key] === shown[key])) return;
    this.shown = next;
    for (const listener of this.listeners) listener();
  }
}

const shownOf = <S>(state: SyncState<S>, view: S): ViewSnapshot<S> => {
  const { standing, confirmed, ready, people, you, heardAt, outbox, told, patience, shut, keeping } = state;
  const link = linkOf(standing);
  return { view, confirmed, ready, people, you, link, heardAt, outbox, told, patience, shut, keeping };
};
