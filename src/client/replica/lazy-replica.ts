/**
 * A replica whose sync machine may be loaded later. It runs the machine and carries out its effects on the wire, storage
 * and timers.
 */
import { nanoid } from 'nanoid';
import type { Command, StreamState } from '@/domain/deed';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import { baseOf } from '@/domain/revision';
import type { OwnPart } from '@/protocol/own-part';
import { PROTOCOL } from '@/protocol/version';
import type { Welcome } from '@/protocol/wire';
import { PersistedQueue } from '../storage/persisted-queue';
import { actorOf, initialState, type SyncEffect, type SyncEvent, type SyncState } from '../sync/state';
import { earlySync } from '../sync/early-sync';
import type { predict } from '../sync/prediction';
import type { createSync, Sync } from '../sync/sync';
import { type Delivery, type ViewSnapshot, type ReplicaOptions, ViewState } from './view-state';
import type { ClientWire } from '../connection/wire';

/** The part of the program that a replica needs once it is started. */
type Machine = { createSync: typeof createSync; predict: typeof predict };

export class LazyReplica<S extends StreamState> {
  private state: SyncState<S>;
  private sync: Sync<S> = earlySync;
  private readonly views: ViewState<S>;
  private readonly queue: PersistedQueue<S>;
  private readonly events: SyncEvent<S>[] = [];
  private running = false;
  private wire: ClientWire | null = null;

  /** `machine` gives the sync machine once the replica is started. */
  constructor(
    private readonly o: ReplicaOptions<S>,
    private readonly machine: () => Machine,
  ) {
    const { initial, catalogue } = o;
    const drawn = initial?.state ?? catalogue.empty();
    const state = (initial?.you && o.lay?.(drawn, initial.mine, initial.you)) || drawn;
    this.state = initialState(state, initial);
    this.views = new ViewState(o, this.state);
    // The first snapshot stays what the server drew; the reader's own part is shown once the page is hydrated.
    if (initial?.own) this.views.show(this.takeOwn(initial.own));
    this.queue = new PersistedQueue(o.keep, { ...o, empty: catalogue.empty });
    this.subscribe = this.views.subscribe;
  }

  /** Makes the state of a page that was drawn for every seat that of its reader. */
  private takeOwn({ you, mine, now, seq }: OwnPart): SyncState<S> {
    const { state } = this;
    const confirmed = this.o.lay?.(state.confirmed, mine, you) ?? state.confirmed;
    // The slice may be newer than the page: facts since then must not be applied to it again.
    const ready = state.ready && state.confirmed.seq === seq;
    this.state = { ...state, confirmed, you, heardAt: now, ready };
    return this.state;
  }

  /** Reads what this device has stored, and opens the wire. */
  start(): void {
    if (this.wire) return;
    const last = this.queue.last();
    const kept = this.kept(this.state.you?.id ?? last?.you?.id);
    const { catalogue, look, sitAgain } = this.o;
    const { createSync, predict } = this.machine();
    this.views.predict = predict;
    this.sync = createSync({ catalogue, look, takesSeat: Boolean(sitAgain) });
    const wire = this.o.wire();
    this.wire = wire;
    this.dispatch({ type: 'opened', last, kept });
    const heard = (event: SyncEvent<S>) => {
      if (this.wire === wire) this.dispatch(event);
    };
    wire.listen({
      up: () => heard({ type: 'up' }),
      down: () => heard({ type: 'down' }),
      woke: () => heard({ type: 'woke' }),
      again: () => heard({ type: 'again' }),
      own: ({ facts }) => heard({ type: 'own', facts }),
      frame: (frame) => heard({ type: 'frame', frame }),
    });
  }

  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot = (): ViewSnapshot<S> => this.views.shown;
  /** The first snapshot, the same on the server and on the device. */
  get first(): ViewSnapshot<S> {
    return this.views.first;
  }

  /** The server's clock as this device estimates it, epoch milliseconds (E32). */
  now(): number {
    return this.clock() + this.state.skew;
  }

  private clock(): number {
    return (this.o.clock ?? Date.now)();
  }

  /**
   * True if the command would be accepted, as far as this device knows. The same predicate draws the buttons, once the
   * replica is started.
   */
  can(type: string, ask: unknown): true | Refusal {
    if (!this.wire) return refuse('not_caught_up');
    return this.foreseen({ id: 'can-it-be', type, ask }) ?? true;
  }

  /** The refusal that this device expects for a command. */
  private foreseen(command: Command): Refusal | null {
    const actor = actorOf(this.state.you);
    if (!actor) return refuse('no_seat');
    const { catalogue, look } = this.o;
    const fact = catalogue.decide(this.views.shown.view, command, actor, this.now(), look);
    return isRefusal(fact) ? fact : null;
  }

  /**
   * Sends a command: it is on the screen at once, and on the device until the stream has answered. Returns the
   * command's id, or the refusal that this device already expects.
   * `blind` skips that check where only the server can know. A revision replaces the text shown now: if somebody else
   * has changed it meanwhile, it is refused and stays in `told` until the person settles it.
   */
  ask(
    type: string,
    ask: unknown,
    extra: { for?: string; origin?: Command['origin']; saidAt?: number; blind?: boolean } = {},
  ): string | Refusal {
    if (!actorOf(this.state.you)) return refuse('no_seat');
    const { blind, ...rest } = extra;
    const { origin } = this.o;
    const replaced = this.stands(type, ask);
    const base = replaced ? { base: baseOf(replaced) } : {};
    const command: Command = { id: nanoid(14), type, ask, ...(origin ? { origin } : {}), ...base, ...rest };
    const why = blind ? null : this.foreseen(command);
    if (why) return why;
    this.dispatch({ type: 'asked', command });
    return command.id;
  }

  /** The delivery state of something written here, by the id given in the command. */
  delivery(id: string): Delivery {
    const item = this.state.outbox.find((p) => Object.values((p.command.ask ?? {}) as object).includes(id));
    return !item ? 'seen' : item.seq === null ? 'saved' : 'sent';
  }

  /** The current values that this revision would replace, by its own field names; null for other deeds. */
  stands(type: string, ask: unknown): Record<string, unknown> | null {
    return this.o.catalogue.replaced(this.views.shown.view, type, ask);
  }

  /** Settles a refusal: it is removed from the screen and from the device. */
  dismiss(id: string): void {
    this.dispatch({ type: 'dismissed', id });
  }

  /** Connects again after a change of cookie (a new seat, a sign-in), so that the welcome is for the new identity. */
  renew(): void {
    this.wire?.renew();
  }

  close(): void {
    this.o.closed?.();
    this.wire?.close();
    this.wire = null;
    this.dispatch({ type: 'down' });
  }

  /** Handles one event at a time, in order: events that an effect raises at once are queued. */
  private dispatch(event: SyncEvent<S>): void {
    this.events.push(event);
    if (this.running) return;
    this.running = true;
    try {
      for (let next = this.events.shift(); next; next = this.events.shift()) {
        const now = this.clock();
        const [state, effects] = this.sync(this.state, next, now);
        this.o.trace?.(next, state, effects, now);
        this.state = state;
        this.views.show(state);
        for (const effect of effects) this.perform(effect);
      }
    } finally {
      this.running = false;
    }
  }

  private perform(effect: SyncEffect<S>): void {
    switch (effect.type) {
      case 'hello':
        return void this.hello(effect);
      case 'send': {
        const { command, again } = effect;
        const { id } = command;
        const message = { code: this.o.code, command, ...(again ? { again: true as const } : {}) };
        return void this.expect(
          this.wire?.command(message),
          (answer) => this.dispatch({ type: 'answered', id, answer }),
          () => this.dispatch({ type: 'timeout', id }),
        );
      }
      case 'persist':
        if (effect.what === 'last') return void this.queue.saveLast(effect.last);
        if (effect.what === 'refused') return void this.queue.persistRefused(effect.told, effect.who);
        if (effect.what === 'answered') return void this.queue.persistAnswered(effect.item, effect.who);
        this.queue.persistUnsent(effect.item, effect.who);
        return void this.stored();
      case 'forget':
        if (effect.what === 'refused') return void this.queue.forgetRefused(effect.id, effect.who);
        this.queue.forget(effect.id, effect.who);
        return void this.stored();
      case 'schedule': {
        const { ms, spread = 0 } = effect;
        const due = () => this.dispatch({ ...effect, type: 'tick' });
        (this.o.later ?? setTimeout)(due, ms + Math.random() * spread);
        return;
      }
      case 'takeSeat': {
        const { attempt, welcome } = effect;
        const seated = (outcome: 'seated' | 'refused' | 'unreachable') =>
          this.dispatch({ type: 'seated', attempt, outcome, welcome });
        return void this.expect(this.o.sitAgain?.(effect.state, effect.you), seated, () =>
          seated('unreachable'),
        );
      }
      case 'renew':
        return void this.renew();
    }
  }

  private hello({ attempt, hello, within }: SyncEffect<S> & { type: 'hello' }): void {
    const { code, surface } = this.o;
    this.expect(
      this.wire?.hello({ protocol: PROTOCOL, code, surface, ...hello }, within),
      (told) => {
        const welcome = told.ok ? this.laid(told) : told;
        const met = welcome.ok && welcome.you.id !== this.state.you?.id;
        this.dispatch({ type: 'welcome', attempt, welcome, kept: met ? this.kept(welcome.you.id) : null });
      },
      () => this.dispatch({ type: 'timeout', attempt }),
    );
  }

  /** The welcome with the seat's own slice in its state. */
  private laid(welcome: Welcome): Welcome {
    const { state, mine, you } = welcome;
    return state && this.o.lay ? { ...welcome, state: this.o.lay(state as S, mine, you) } : welcome;
  }

  /** Passes on an answer or a failure. A closed replica has no wire and gets no answer. */
  private expect<T>(answer: Promise<T> | undefined, done: (value: T) => void, failed: () => void): void {
    const { wire } = this;
    answer?.then(
      (value) => this.wire === wire && done(value),
      () => this.wire === wire && failed(),
    );
  }

  private kept(who = '') {
    return this.queue.read(who, this.now());
  }

  private stored(): void {
    const { keeping } = this.queue;
    if (keeping !== this.state.keeping) this.dispatch({ type: 'stored', keeping });
  }
}
