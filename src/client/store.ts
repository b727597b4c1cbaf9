/** The client store: `confirmed` (what the room has told) plus the outbox, run through the same deeds, is the view. */
import { produce, setAutoFreeze } from 'immer';
import { nanoid } from 'nanoid';
import type { Actor, Catalogue, Command, Fact, Kept, Look } from '@/domain/deed';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import {
  type Answer,
  type Frame,
  type Labels,
  PROTOCOL,
  type Refused,
  type Surface,
  type Welcome,
  type You,
} from '@/protocol/wire';
import type { Keep } from './keep';
import type { Wire } from './wire';

setAutoFreeze(false);

/** `saved`: on this device only. `sent`: the room has answered. `seen`: it came back to everyone. */
export type Delivery = 'saved' | 'sent' | 'seen';
export type Pending = { command: Command; at: number; seq: number | null };
export type Link = 'opening' | 'live' | 'offline';
export type Told = { id: string; command: string; refusal: Refusal; ask: unknown };

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
  /** Refusals not yet dismissed, newest last. */
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
  catalogue: Catalogue<S & Kept>;
  /** Made at `start`, so that a page can be drawn on the server. */
  wire: () => Wire;
  keep: Keep;
  clock?: () => number;
  /** Lays what only this seat may know over the public state. */
  lay?: (state: S, mine: unknown, you: You) => void;
  look?: Look;
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
};

const RETRY: ReadonlySet<string> = new Set(['busy', 'too_fast', 'not_caught_up']);
const SAVE_EVERY = 4000;

/** The same object when nobody is called anything new: whoever draws names need not draw them again. */
const named = (known: Labels, told: Labels = {}): Labels =>
  Object.keys(told).some((id) => known[id] !== told[id]) ? { ...known, ...told } : known;

export class Store<S extends Kept> {
  private shown: Shown<S>;
  private wire: Wire | null = null;
  /** What the first drawing shows, on the server and on the device alike. */
  readonly first: Shown<S>;
  private readonly listeners = new Set<() => void>();
  private readonly own = new Map<number, Fact>();
  /** Facts of one's own that were folded as others see them. */
  private readonly poorer = new Set<number>();
  private readonly flying = new Set<string>();
  /** Frames that came before what they follow: a welcome, or the answer to a command they tell of. */
  private early: Frame[] = [];
  /** What this device had no room for: it lives in memory only. */
  private readonly unkept = new Set<string>();
  private peopleRev = 0;
  private skew = 0;
  private savedAt = 0;
  private opened = 0;
  private entering = false;

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

  /** Recalls what this device keeps, and opens the wire. */
  start(): void {
    if (this.wire) return;
    this.remember();
    this.wire = this.o.wire();
    this.wire.listen({
      up: () => void this.enter(),
      down: () => {
        this.early = [];
        this.show({ link: 'offline' });
      },
      frame: (text) => this.hear(JSON.parse(text) as Frame),
      own: (own) => {
        for (const fact of own.facts) this.hold(fact);
      },
      again: () => void this.enter(),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly snapshot = (): Shown<S> => this.shown;

  /** The server's clock as this device can best tell, epoch milliseconds (E32). */
  now(): number {
    return (this.o.clock ?? Date.now)() + this.skew;
  }

  private actor(): Actor | null {
    const { you } = this.shown;
    return you?.id ? { id: you.id, role: you.role, seat: you.seat } : null;
  }

  /** Would it be done, as far as this device knows? The same predicate draws the buttons. */
  can(type: string, ask: unknown): true | Refusal {
    const actor = this.actor();
    if (!actor) return refuse('no_seat');
    const draft = this.o.catalogue.decide(
      this.shown.view,
      { id: 'can-it-be', type, ask },
      actor,
      this.now(),
      this.o.look,
    );
    return isRefusal(draft) ? draft : true;
  }

  /**
   * Asks: it is on the screen at once and on the device until the room has answered.
   * Returns the command's id, or why this device already knows it will not be done.
   * `blind` skips that foresight where only the room can know.
   */
  ask(
    type: string,
    ask: unknown,
    extra: { for?: string; origin?: Command['origin']; saidAt?: number; blind?: boolean } = {},
  ): string | Refusal {
    const actor = this.actor();
    if (!actor) return refuse('no_seat');
    const { blind, ...rest } = extra;
    const { origin } = this.o;
    const command: Command = { id: nanoid(14), type, ask, ...(origin ? { origin } : {}), ...rest };
    if (!blind) {
      const draft = this.o.catalogue.decide(this.shown.view, command, actor, this.now(), this.o.look);
      if (isRefusal(draft)) return draft;
    }
    // Later than all before it, so that what is recalled from the device keeps its order.
    const at = Math.max(this.now(), (this.shown.outbox.at(-1)?.at ?? 0) + 1);
    const item: Pending = { command, at, seq: null };
    this.keepItem(item);
    this.show({ outbox: [...this.shown.outbox, item], keeping: this.unkept.size === 0 });
    void this.send();
    return command.id;
  }

  /** Where a thing written here stands: by the id it was given in the ask. */
  delivery(id: string): Delivery {
    const item = this.shown.outbox.find((p) => Object.values((p.command.ask ?? {}) as object).includes(id));
    return !item ? 'seen' : item.seq === null ? 'saved' : 'sent';
  }

  dismiss(id: string): void {
    this.show({ told: this.shown.told.filter((t) => t.id !== id) });
  }

  /** After a change of cookie (a new seat, a sign-in): come in again as who one now is. */
  renew(): void {
    this.wire?.renew();
  }

  close(): void {
    this.wire?.close();
    this.wire = null;
  }

  private async enter(): Promise<void> {
    const attempt = ++this.opened;
    this.entering = true;
    const since = this.shown.ready ? this.shown.confirmed.seq : null;
    try {
      const hello = {
        protocol: PROTOCOL,
        code: this.o.code,
        surface: this.o.surface,
        since,
        people: since === null ? 0 : this.peopleRev,
      };
      if (!this.wire) return;
      const welcome = await this.wire.hello(hello);
      if (attempt !== this.opened) return;
      this.entering = false;
      if (!welcome.ok) this.refusedAtTheDoor(welcome);
      else this.welcomed(welcome);
    } catch {
      // The link dropped while asking, or was dropped for its silence; the wire will say `up` again.
      if (attempt === this.opened) this.show({ link: 'offline' });
    }
  }

  private refusedAtTheDoor(refused: Refused): void {
    if (RETRY.has(refused.refused)) {
      this.later(() => void this.enter(), 1500);
      return;
    }
    const { ok: _, ...shut } = refused;
    this.show({ shut, link: 'offline' });
  }

  private welcomed(w: Welcome): void {
    const before = this.shown.you;
    const someoneElse = before !== null && before.seat !== w.you.seat;
    if (someoneElse && w.facts) {
      // What this device holds was told to somebody else: begin again from the whole state.
      this.show({ ready: false, outbox: [], you: w.you });
      this.recallOutbox(w.you);
      return void this.enter();
    }
    this.skew = w.now - (this.o.clock ?? Date.now)();
    this.peopleRev = w.people.rev;
    const people = named(this.shown.people, w.people.labels);
    let { confirmed } = this.shown;
    if (w.state !== undefined) {
      confirmed = JSON.parse(w.state) as S;
      this.o.lay?.(confirmed, w.mine, w.you);
    } else if (w.facts) confirmed = this.evolve(confirmed, w.facts);
    if (someoneElse || before === null) this.recallOutbox(w.you);
    for (const seq of this.own.keys()) if (seq <= confirmed.seq) this.own.delete(seq);
    this.poorer.clear();
    this.show({
      confirmed,
      people,
      you: w.you,
      ready: true,
      link: 'live',
      shut: null,
      patience: null,
      heardAt: w.now,
    });
    this.retire();
    this.hearEarly();
    void this.send();
    this.save(true);
  }

  private evolve(state: S, facts: readonly Fact[]): S {
    return produce(state, (draft) => {
      for (const fact of facts) if (fact.seq === draft.seq + 1) this.o.catalogue.apply(draft as S, fact);
    });
  }

  /** Messages may come together, their promises a moment later: a frame waits for what was sent before it. */
  private hear(frame: Frame): void {
    const waits =
      this.entering ||
      this.early.length > 0 ||
      frame.facts.some((f) => this.flying.has(f.cmd) && !this.own.has(f.seq));
    if (waits) this.early.push(frame);
    else this.fold(frame);
  }

  private hearEarly(): void {
    for (const frame of this.early.splice(0)) this.hear(frame);
  }

  private fold(frame: Frame): void {
    if (this.shown.link !== 'live') return;
    const people = named(this.shown.people, frame.people?.labels);
    if (frame.people) this.peopleRev = frame.people.rev;
    const { confirmed } = this.shown;
    if (frame.facts.length > 0 && frame.from > confirmed.seq + 1) return void this.enter();
    const asked = new Set(this.shown.outbox.map((p) => p.command.id));
    const facts = frame.facts.map((f) => {
      const mine = this.own.get(f.seq);
      if (mine?.cmd === f.cmd) return mine;
      if (asked.has(f.cmd)) this.poorer.add(f.seq);
      return f;
    });
    const next = this.evolve(confirmed, facts);
    for (const seq of this.own.keys()) if (seq <= next.seq) this.own.delete(seq);
    this.show({ confirmed: next, people, heardAt: this.now() });
    this.retire();
    this.save(false);
  }

  /** What has come back from the room leaves the outbox. */
  private retire(): void {
    const { outbox, confirmed } = this.shown;
    this.letGo(outbox.filter((p) => p.seq !== null && p.seq <= confirmed.seq).map((p) => p.command.id));
  }

  /** Sends what has not been answered, in order; only after this link has caught up. */
  private async send(): Promise<void> {
    if (this.shown.link !== 'live') return;
    const due = this.shown.outbox.filter((p) => p.seq === null && !this.flying.has(p.command.id));
    await Promise.all(due.map((p) => this.sendOne(p.command)));
  }

  private async sendOne(command: Command): Promise<void> {
    this.flying.add(command.id);
    let answer: Answer;
    try {
      if (!this.wire) throw new Error('closed');
      answer = await this.wire.command({ code: this.o.code, command });
    } catch {
      this.flying.delete(command.id);
      // No answer: it stays, and goes again with the next welcome, which also tells what became of it.
      if (this.shown.link === 'live' && !this.entering) void this.enter();
      return;
    }
    this.flying.delete(command.id);
    if (answer.ok) {
      this.answered(command, answer.seq, answer.fact);
      return this.hearEarly();
    }
    this.hearEarly();
    if (RETRY.has(answer.refused)) {
      if (answer.refused === 'not_caught_up') {
        void this.enter();
        return;
      }
      this.show({ patience: answer });
      const ms = Number(answer.detail?.ms ?? 0) + 500 + Math.random() * 1500;
      return this.later(() => void this.send(), ms);
    }
    const { ok: _, ...refusal } = answer;
    const told = [...this.shown.told, { id: command.id, command: command.type, refusal, ask: command.ask }];
    this.show({ told });
    this.letGo([command.id]);
  }

  private answered(command: Command, seq: number, fact: Fact | undefined): void {
    if (fact) this.hold(fact);
    const outbox = this.shown.outbox.map((p) => (p.command.id === command.id ? { ...p, seq } : p));
    this.show({ outbox, heardAt: this.now(), patience: null });
    this.retire();
  }

  /** Keeps one's own fact for its place in the frames; if that has gone by without it, the whole state is asked for. */
  private hold(fact: Fact): void {
    if (fact.seq > this.shown.confirmed.seq) {
      this.own.set(fact.seq, fact);
      return;
    }
    if (!this.poorer.has(fact.seq)) return;
    this.show({ ready: false });
    void this.enter();
  }

  private later(run: () => void, ms: number): void {
    (this.o.later ?? setTimeout)(run, ms);
  }

  private show(change: Partial<Shown<S>>): void {
    const next = { ...this.shown, ...change };
    if (change.confirmed !== undefined || change.outbox !== undefined || change.you !== undefined)
      next.view = this.predict(next);
    this.shown = next;
    for (const listener of this.listeners) listener();
  }

  private predict({ confirmed, outbox, you }: Shown<S>): S {
    if (outbox.length === 0 || !you?.id) return confirmed;
    const actor: Actor = { id: you.id, role: you.role, seat: you.seat };
    return produce(confirmed, (draft) => {
      const state = draft as S;
      for (const { command, at } of outbox) {
        const told = this.o.catalogue.decide(state, command, actor, at, this.o.look);
        // What would now be refused is simply not drawn; the room has the last word.
        if (!isRefusal(told)) this.o.catalogue.apply(state, { ...told, seq: state.seq });
      }
    });
  }

  private key(what: string, seat: string | null | undefined): string {
    return `${this.o.code}:${this.o.surface}:${seat ?? ''}:${what}`;
  }

  private itemKey(id: string, seat = this.shown.you?.seat): string {
    return `${this.key('outbox', seat)}:${id}`;
  }

  /** Each by itself, for another tab of this device keeps its own beside it. What one has said goes before what is only seen. */
  private keepItem(item: Pending): void {
    const { keep } = this.o;
    const [key, text] = [this.itemKey(item.command.id), JSON.stringify(item)];
    let kept = keep.set(key, text);
    if (!kept) {
      keep.remove(this.lastKey);
      kept = keep.set(key, text);
    }
    if (!kept) this.unkept.add(item.command.id);
  }

  /** Out of the outbox, and off the device. */
  private letGo(ids: readonly string[]): void {
    if (ids.length === 0) return;
    for (const id of ids) {
      this.o.keep.remove(this.itemKey(id));
      this.unkept.delete(id);
    }
    const outbox = this.shown.outbox.filter((p) => !ids.includes(p.command.id));
    this.show({ outbox, keeping: this.unkept.size === 0 });
  }

  private recallOutbox(you: You): void {
    const here = new Set(this.shown.outbox.map((p) => p.command.id));
    const recalled = this.o.keep.keys(this.itemKey('', you.seat)).flatMap((key): Pending[] => {
      const item = JSON.parse(this.o.keep.get(key) ?? 'null') as Pending | null;
      return item && !here.has(item.command.id) ? [{ ...item, seq: null }] : [];
    });
    if (recalled.length === 0) return;
    const outbox = [...recalled, ...this.shown.outbox].sort((a, b) => a.at - b.at);
    this.show({ you, outbox });
  }

  private get lastKey(): string {
    return `${this.o.code}:${this.o.surface}:last`;
  }

  /** The last state stays on the device, so that the board opens with no network at all. */
  private save(atOnce: boolean): void {
    const now = (this.o.clock ?? Date.now)();
    if (!atOnce && now - this.savedAt < SAVE_EVERY) return;
    this.savedAt = now;
    const { confirmed, people, you, heardAt } = this.shown;
    const last = { protocol: PROTOCOL, confirmed, people, you, heardAt, rev: this.peopleRev };
    if (!this.o.keep.set(this.lastKey, JSON.stringify(last))) this.o.keep.remove(this.lastKey);
  }

  private remember(): void {
    const kept = this.o.keep.get(this.lastKey);
    if (!kept) return;
    try {
      const last = JSON.parse(kept) as {
        protocol: number;
        confirmed: S;
        people: Labels;
        you: You;
        heardAt: number;
        rev: number;
      };
      if (last.protocol !== PROTOCOL) return;
      const { ready, confirmed: drawn, you } = this.shown;
      if (you?.id && you.seat !== last.you?.seat) return;
      if (ready && drawn.seq >= last.confirmed.seq) {
        const me = you ?? last.you;
        if (me) this.recallOutbox(me);
        return;
      }
      this.peopleRev = last.rev;
      // A state saved by an older program may lack what today's screens read.
      const confirmed = { ...this.o.catalogue.empty(), ...last.confirmed };
      this.show({ confirmed, people: last.people, you: last.you, heardAt: last.heardAt, ready: true });
      if (last.you) this.recallOutbox(last.you);
    } catch {
      this.o.keep.remove(this.lastKey);
    }
  }
}
