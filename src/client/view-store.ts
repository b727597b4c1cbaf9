/** What a device shows of a stream: `confirmed` (what the room has told) plus the outbox, run through the same deeds. */
import { produce, setAutoFreeze } from 'immer';
import type { Catalogue } from '@/domain/catalogue';
import type { Actor, Command, StreamState, Lookup } from '@/domain/deed';
import type { Shift } from '@/domain/gathering/clock';
import { isRefusal, type Refusal } from '@/domain/refusal';
import type { Base } from '@/domain/revision';
import type { Labels, Surface, You } from '@/protocol/wire';
import type { StorageAdapter } from './device-storage';
import type { Wire } from './wire';

setAutoFreeze(false);

/** `saved`: on this device only. `sent`: the room has answered. `seen`: it came back to everyone. */
export type Delivery = 'saved' | 'sent' | 'seen';
/** `again`: since when it is offered anew, for the log that has it is no longer the room's. */
export type Pending = { command: Command; at: number; seq: number | null; again?: number };
export type Link = 'opening' | 'live' | 'offline';
/** A refusal not yet settled by the person: with the whole command, so that no word of it is lost. */
export type Told = { id: string; command: string; refusal: Refusal; ask: unknown; base?: Base; for?: string };

export type Shown<S> = {
  view: S;
  confirmed: S;
  /** False until a state has come from the room or from this device. */
  ready: boolean;
  people: Labels;
  you: You | null;
  link: Link;
  /** Server time of the last word from the room, epoch milliseconds. */
  heardAt: number;
  outbox: readonly Pending[];
  /** Refusals not yet dismissed, newest last; they stay on the device too. */
  told: readonly Told[];
  /** The room asks to wait a moment: what is written stays in the outbox and goes by itself. Null once it answers. */
  patience: Refusal | null;
  /** Why the room will not have this device, e.g. wrong_protocol, not_signed_in. */
  shut: Refusal | null;
  /** False when the device's own storage is full: what is written lives in memory only. */
  keeping: boolean;
};

export type StoreOptions<S> = {
  code: string;
  surface: Surface;
  catalogue: Pick<Catalogue<S & StreamState>, 'empty' | 'decide' | 'apply' | 'replaced'>;
  /** Made at `start`, so that a page can be drawn on the server. */
  wire: () => Wire;
  keep: StorageAdapter;
  clock?: () => number;
  /** Lays what only this seat may know over the public state. */
  lay?: (state: S, mine: unknown, you: You) => void;
  /** Takes one's own seat again where the log has never heard of it. Throws when the door could not be reached. */
  sitAgain?: (state: S, you: You) => Promise<'seated' | 'refused'>;
  look?: Lookup;
  /** By which way what is asked here comes in, where it is not the device's own. */
  origin?: Command['origin'];
  /** What the server drew the page with. `complete` is false when it was only a glance. */
  initial?: Initial<S>;
  later?: (run: () => void, ms: number) => void;
};

export type Initial<S> = {
  state: S;
  people: Labels;
  you: You | null;
  mine: unknown;
  now: number;
  complete: boolean;
  /** How the place's clock stands about now and on its days. */
  shifts?: readonly Shift[];
};

/** The one place that holds what is shown, and whoever looks at it. */
export class ViewStore<S extends StreamState> {
  shown: Shown<S>;
  /** What the first drawing shows, on the server and on the device alike. */
  readonly first: Shown<S>;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly o: StoreOptions<S>) {
    const { initial } = o;
    const state = initial?.state ?? o.catalogue.empty();
    if (initial?.you) o.lay?.(state, initial.mine, initial.you);
    this.shown = {
      view: state,
      confirmed: state,
      ready: initial?.complete ?? false,
      people: initial?.people ?? {},
      you: initial?.you ?? null,
      link: 'opening',
      heardAt: initial?.now ?? 0,
      outbox: [],
      told: [],
      shut: null,
      patience: null,
      keeping: true,
    };
    this.first = this.shown;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  show(change: Partial<Shown<S>>): void {
    const next = { ...this.shown, ...change };
    if (change.confirmed !== undefined || change.outbox !== undefined || change.you !== undefined)
      next.view = this.predict(next);
    this.shown = next;
    for (const listener of this.listeners) listener();
  }

  private predict({ confirmed, outbox, you }: Shown<S>): S {
    const actor = actorOf(you);
    if (outbox.length === 0 || !actor) return confirmed;
    return produce(confirmed, (draft) => {
      const state = draft as S;
      for (const { command, at } of outbox) {
        const told = this.o.catalogue.decide(state, command, actor, at, this.o.look);
        // What would now be refused is simply not drawn; the room has the last word.
        if (!isRefusal(told)) this.o.catalogue.apply(state, { ...told, seq: state.seq });
      }
    });
  }
}

export const actorOf = (you: You | null): Actor | null =>
  you?.id ? { id: you.id, role: you.role, seat: you.seat } : null;
