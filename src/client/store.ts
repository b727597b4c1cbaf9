/** The client store: a device's end of one stream. Looks at it, asks of it, and keeps it over reloads and bad links. */
import { nanoid } from 'nanoid';
import type { Command, StreamState } from '@/domain/deed';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import { baseOf } from '@/domain/revision';
import { factsOf } from '@/protocol/told';
import type { Welcome, You } from '@/protocol/wire';
import { Inbox, named } from './inbox';
import { Connection } from './connection';
import { Outbox } from './outbox';
import { shareStructure } from './structural-sharing';
import { PersistedQueue } from './persisted-queue';
import { actorOf, ViewStore, type Delivery, type Shown, type StoreOptions } from './view-store';

export type { Delivery, Initial, Shown, Told } from './view-store';

const SAVE_EVERY = 4000;

export class Store<S extends StreamState> {
  private readonly board: ViewStore<S>;
  private readonly shelf: PersistedQueue<S>;
  private readonly line: Connection<S>;
  private readonly hearing: Inbox<S>;
  private readonly outbox: Outbox<S>;
  private skew = 0;
  private savedAt = 0;

  constructor(private readonly o: StoreOptions<S>) {
    this.board = new ViewStore(o);
    this.shelf = new PersistedQueue(o);
    this.line = new Connection(o, this.board, {
      asksAfter: () => this.outbox.asksAfter(),
      welcomed: (w) => this.welcomed(w),
    });
    this.outbox = new Outbox(o, this.board, this.shelf, this.line, () => this.now());
    this.hearing = new Inbox(o, this.board, this.line, {
      flying: this.outbox.isFlying,
      folded: () => {
        this.board.show({ heardAt: this.now() });
        this.outbox.retire();
        this.outbox.trySoon();
        this.save(false);
      },
    });
    this.outbox.hearing = this.hearing;
    this.subscribe = this.board.subscribe;
  }

  /** Recalls what this device keeps, and opens the wire. */
  start(): void {
    if (this.line.wire) return;
    this.remember();
    this.line.wire = this.o.wire();
    // What was asked before the deeds were here is drawn now.
    this.board.show({ outbox: this.board.shown.outbox });
    this.line.wire.listen({
      up: () => void this.line.enter(),
      down: () => {
        this.hearing.dropped();
        this.board.show({ link: 'offline' });
      },
      frame: ({ from, facts, people }) => this.hearing.hear({ from, facts: factsOf(from, facts), people }),
      own: (own) => {
        for (const fact of own.facts) this.hearing.hold(fact);
      },
      again: () => void this.line.enter(),
    });
  }

  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot = (): Shown<S> => this.board.shown;
  /** What the first drawing shows, on the server and on the device alike. */
  get first(): Shown<S> {
    return this.board.first;
  }

  /** The server's clock as this device can best tell, epoch milliseconds (E32). */
  now(): number {
    return (this.o.clock ?? Date.now)() + this.skew;
  }

  /** Would it be done, as far as this device knows? The same predicate draws the buttons, once the store is started. */
  can(type: string, ask: unknown): true | Refusal {
    if (!this.line.wire) return refuse('not_caught_up');
    return this.foreseen({ id: 'can-it-be', type, ask }) ?? true;
  }

  /** Why it will not be done, as far as this device knows. */
  private foreseen(command: Command): Refusal | null {
    const actor = actorOf(this.board.shown.you);
    if (!actor) return refuse('no_seat');
    const { catalogue, look } = this.o;
    const fact = catalogue.decide(this.board.shown.view, command, actor, this.now(), look);
    return isRefusal(fact) ? fact : null;
  }

  /**
   * Asks: it is on the screen at once and on the device until the room has answered.
   * Returns the command's id, or why this device already knows it will not be done.
   * `blind` skips that foresight where only the room can know. A revision replaces what is shown now: where somebody
   * else has written meanwhile it is refused, and stays in `told` until the person settles it.
   */
  ask(
    type: string,
    ask: unknown,
    extra: { for?: string; origin?: Command['origin']; saidAt?: number; blind?: boolean } = {},
  ): string | Refusal {
    if (!actorOf(this.board.shown.you)) return refuse('no_seat');
    const { blind, ...rest } = extra;
    const { origin } = this.o;
    const replaced = this.stands(type, ask);
    const base = replaced ? { base: baseOf(replaced) } : {};
    const command: Command = { id: nanoid(14), type, ask, ...(origin ? { origin } : {}), ...base, ...rest };
    const why = blind ? null : this.foreseen(command);
    if (why) return why;
    this.outbox.add(command);
    return command.id;
  }

  /** Where a thing written here stands: by the id it was given in the ask. */
  delivery(id: string): Delivery {
    const { outbox } = this.board.shown;
    const item = outbox.find((p) => Object.values((p.command.ask ?? {}) as object).includes(id));
    return !item ? 'seen' : item.seq === null ? 'saved' : 'sent';
  }

  /** The values that this revision would replace, as they stand here, by its own field names; null for other deeds. */
  stands(type: string, ask: unknown): Record<string, unknown> | null {
    return this.o.catalogue.replaced(this.board.shown.view, type, ask);
  }

  /** The person has settled what was refused: it goes from the screen and from the device. */
  dismiss(id: string): void {
    this.shelf.letGoRefused(id, this.board.shown.you);
    this.board.show({ told: this.board.shown.told.filter((t) => t.id !== id) });
  }

  /** After a change of cookie (a new seat, a sign-in): come in again as who one now is. */
  renew(): void {
    this.line.wire?.renew();
  }

  close(): void {
    this.line.wire?.close();
    this.line.wire = null;
  }

  private welcomed(w: Welcome): void {
    const before = this.board.shown.you;
    if (w.returning && before?.seat === w.returning && this.o.sitAgain) return void this.sitAgain(w, before);
    const someoneElse = before !== null && before.id !== w.you.id;
    if (someoneElse) this.board.show({ outbox: [], told: [] });
    if (someoneElse || before === null) this.board.show({ you: w.you, ...this.outbox.recall(w.you) });
    if (someoneElse && w.facts) {
      // What this device holds was told to somebody else: begin again from the whole state.
      this.board.show({ ready: false });
      this.outbox.proves(w, true);
      return void this.line.enter();
    }
    this.skew = w.now - (this.o.clock ?? Date.now)();
    this.line.peopleRev = w.people.rev;
    const people = named(this.board.shown.people, w.people.labels);
    let { confirmed } = this.board.shown;
    if (w.state !== undefined) {
      const told = w.state as S;
      this.o.lay?.(told, w.mine, w.you);
      confirmed = shareStructure(confirmed, told);
    } else if (w.facts)
      confirmed = this.hearing.evolve(confirmed, factsOf(w.seq - w.facts.length + 1, w.facts));
    this.hearing.caughtUp(confirmed.seq);
    if (!this.outbox.proves(w, before?.id !== w.you.id)) {
      this.board.show({ confirmed, people, you: w.you, ready: true, heardAt: w.now });
      return void this.line.enter();
    }
    this.outbox.offerAgain(w.missing);
    this.board.show({
      confirmed,
      people,
      you: w.you,
      ready: true,
      link: 'live',
      shut: null,
      patience: null,
      heardAt: w.now,
    });
    this.outbox.retire();
    this.hearing.hearEarly();
    void this.outbox.send();
    this.line.later(() => this.save(true), 0);
  }

  /** Her seat went with what an older copy did not have: she takes it again, and then all she wrote follows. */
  private async sitAgain(w: Welcome, you: You): Promise<void> {
    try {
      const done = await this.o.sitAgain?.(this.board.shown.confirmed, you);
      if (done === 'seated') this.renew();
      else this.welcomed({ ...w, returning: '' });
    } catch {
      this.line.later(() => void this.line.enter(), 1500);
    }
  }

  /** The last state stays on the device, so that the board opens with no network at all. */
  private save(atOnce: boolean): void {
    const now = (this.o.clock ?? Date.now)();
    if (!atOnce && now - this.savedAt < SAVE_EVERY) return;
    this.savedAt = now;
    const { confirmed, people, you, heardAt } = this.board.shown;
    this.shelf.saveLast({ confirmed, people, you, heardAt, rev: this.line.peopleRev });
  }

  private remember(): void {
    const last = this.shelf.last();
    const { ready, confirmed: drawn, you } = this.board.shown;
    // What was told to somebody else is not hers to see.
    const hers = last && (!you?.id || you.id === last.you?.id) ? last : null;
    if (hers && (!ready || drawn.seq < hers.confirmed.seq)) {
      this.line.peopleRev = hers.rev;
      const { confirmed, people, heardAt } = hers;
      this.board.show({ confirmed, people, you: hers.you, heardAt, ready: true });
    }
    // What she asked goes whether or not the room was ever reached, and whatever the device had no room for.
    const me = you ?? hers?.you;
    if (me) this.board.show({ you: me, ...this.outbox.recall(me) });
  }
}
