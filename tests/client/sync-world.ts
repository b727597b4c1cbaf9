/**
 * A simulated world for the pure sync machine: one stream, devices passed from hand to hand, and a very bad network.
 */
import { createSync } from '@/client/sync/sync';
import {
  initialState,
  type PersistedCommands,
  type Last,
  type Pending,
  type SyncEffect,
  type SyncEvent,
  type SyncState,
  type Tick,
} from '@/client/sync/state';
import { nextHistoryHash } from '@/domain/catalogue';
import type { Actor, Command, Fact, StreamState } from '@/domain/deed';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import { packed } from '@/protocol/packed-facts';
import {
  type Answer,
  type Frame,
  type Hello,
  type Labels,
  PROTOCOL,
  type Refused,
  type Welcome,
} from '@/protocol/wire';

/**
 * The smallest domain with everything that sync must handle: facts that depend on others, and facts of which others see
 * less.
 */
export type Tiny = StreamState & {
  topics: Record<string, string>;
  likes: Record<string, number>;
  /** Private data of a seat. */
  liked: Record<string, string[]>;
};

export const tiny = {
  empty: (): Tiny => ({ seq: 0, chain: 0, named: {}, topics: {}, likes: {}, liked: {} }),
  decide(state: Tiny, { id, type, ask }: Command, actor: Actor, at: number): Fact | Refusal {
    const { topic } = ask as { topic: string };
    const by = actor.id;
    if (type === 'propose' && state.topics[topic]) return refuse('id_already_used');
    if (type === 'like' && !state.topics[topic]) return refuse('unknown_thing');
    if (type === 'like' && state.liked[by]?.includes(topic)) return refuse('nothing_to_change');
    return { seq: state.seq + 1, at, type, v: 1, by, origin: 'telefono', cmd: id, data: { topic, who: by } };
  },
  apply(state: Tiny, { seq, type, data, at, cmd }: Fact): void {
    const { topic, who } = data as { topic: string; who: string | null };
    state.seq = seq;
    state.chain = nextHistoryHash(state.chain, { at, cmd });
    if (type === 'propose') state.topics[topic] = who ?? '';
    else {
      state.likes[topic] = (state.likes[topic] ?? 0) + 1;
      if (who !== null) state.liked[who] = [...(state.liked[who] ?? []), topic];
    }
  },
};

/** Nobody else may know who likes what. */
const seenBy = (seat: string, fact: Fact): Fact =>
  fact.type === 'like' && fact.by !== seat
    ? { ...fact, by: null, data: { ...(fact.data as object), who: null } }
    : fact;

export type Roll = (sides: number) => number;
/** mulberry32: a small seeded generator, the same everywhere. */
export function dice(seed: number): Roll {
  let a = seed;
  return (sides) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

/** The server's side: one log, answers remembered by command id. */
export class Stream {
  facts: Fact[] = [];
  state = tiny.empty();
  now = 1400317200000;
  labels: Labels = {};
  rev = 0;
  private fresh: Labels = {};
  /** Percentage of answers that say "busy". */
  busy = 0;
  /** Percentage of whole states where facts would do. */
  wholly = 0;
  readonly devices: Device[] = [];
  private answers = new Map<string, Answer>();

  constructor(readonly roll: Roll) {}

  seenBy(seat: string): Tiny {
    const state = tiny.empty();
    for (const fact of this.facts) tiny.apply(state, seenBy(seat, fact));
    return state;
  }

  welcome(seat: string, hello: SyncEffect<Tiny> & { type: 'hello' }): Welcome | Refused {
    if (this.roll(100) < this.busy) return { ok: false, refused: 'busy' };
    const { since, chain, answered, people } = hello.hello as Hello;
    const at = (n: number) => this.facts.slice(0, n).reduce((c, f) => nextHistoryHash(c, f), 0);
    const parted = since !== null && (since > this.facts.length || at(since) !== chain);
    const whole = parted || since === null || this.roll(100) < this.wholly;
    const missing = answered.filter((id) => !this.facts.some((f) => f.cmd === id));
    return {
      ok: true,
      protocol: PROTOCOL,
      stream: 's',
      kind: 'gathering',
      seq: this.facts.length,
      you: { id: seat, role: 'participant', seat, label: this.labels[seat] ?? null },
      now: this.now,
      people: { rev: this.rev, labels: people === this.rev ? {} : { ...this.labels } },
      ...(whole
        ? { state: this.seenBy(seat) }
        : { facts: this.facts.slice(since ?? 0).map((f) => packed(seenBy(seat, f))) }),
      ...(parted ? { parted } : {}),
      ...(missing.length > 0 ? { missing } : {}),
    };
  }

  command(sender: Device, connection: number, command: Command, again: boolean): Answer {
    if (this.roll(100) < this.busy) return { ok: false, refused: 'too_fast', detail: { ms: 100 } };
    const before = this.answers.get(command.id);
    if (before) return before;
    const seat = sender.seatOf(connection);
    this.now += 1000;
    const fact = tiny.decide(this.state, command, { id: seat, role: 'participant', seat }, this.now);
    if (isRefusal(fact)) {
      const answer: Answer = { ok: false, ...fact };
      if (!again) this.answers.set(command.id, answer);
      return answer;
    }
    this.facts.push(fact);
    tiny.apply(this.state, fact);
    const answer: Answer =
      seenBy('', fact) === fact ? { ok: true, seq: fact.seq } : { ok: true, seq: fact.seq, fact };
    this.answers.set(command.id, answer);
    for (const device of this.devices) {
      if (device !== sender && device.seat === seat && seenBy('', fact) !== fact)
        device.hear({ type: 'own', facts: [fact] });
    }
    return answer;
  }

  /** A frame of the last facts to everyone who is connected and was welcomed. */
  tell(from: number): void {
    const facts = this.facts.slice(from - 1);
    if (facts.length === 0) return;
    const frame: Frame = {
      stream: 's',
      from,
      facts: facts.map((f) => packed(seenBy('', f))),
      people: this.people(),
    };
    for (const device of this.devices) device.hear({ type: 'frame', frame });
  }

  /** A name travels with the next facts, or in a frame of its own. */
  name(seat: string, alone: boolean): void {
    const label = `${seat} ${++this.rev}`;
    this.labels = { ...this.labels, [seat]: label };
    this.fresh = { ...this.fresh, [seat]: label };
    if (!alone) return;
    const frame: Frame = { stream: 's', from: this.facts.length + 1, facts: [], people: this.people() };
    for (const device of this.devices) device.hear({ type: 'frame', frame });
  }

  private people(): Frame['people'] {
    const labels = this.fresh;
    this.fresh = {};
    return { rev: this.rev, labels };
  }

  /** As when an older copy is restored: all connections are cut. */
  restore(length: number): void {
    for (const device of this.devices) device.cut();
    this.facts = this.facts.slice(0, length);
    this.state = tiny.empty();
    for (const fact of this.facts) tiny.apply(this.state, fact);
    this.answers = new Map(this.facts.map((f) => [f.cmd, { ok: true, seq: f.seq }]));
  }
}

const frozen = <T>(x: T): T => {
  if (typeof x !== 'object' || x === null || Object.isFrozen(x)) return x;
  for (const part of Object.values(x)) frozen(part);
  return Object.freeze(x);
};

const sync = createSync<Tiny>({ catalogue: tiny, takesSeat: false });

/** One device: the machine, and adapters that hold its effects until the network or the clock lets them through. */
export class Device {
  state: SyncState<Tiny>;
  now = 1400317200000;
  /** Every command of this device's people, by id, with its author. */
  readonly asked = new Map<string, string>();
  readonly refusedIds = new Set<string>();
  private readonly storage = new Map<string, Pending>();
  private last: Last<Tiny> | null = null;
  private timers: { at: number; due: Tick }[] = [];
  private connection = 0;
  private readonly seats: string[] = [];
  private up = false;
  private waiting: (() => void)[] = [];
  private awaited: SyncEvent<Tiny>[] = [];
  /** Commands in flight on this connection, to check that none is sent twice. */
  private flying = new Set<string>();
  freezes = false;
  /** Rules broken while it ran. */
  readonly broken: string[] = [];

  constructor(
    private readonly stream: Stream,
    public seat: string,
  ) {
    stream.devices.push(this);
    this.state = initialState(tiny.empty());
    this.open();
  }

  seatOf = (connection: number): string => this.seats[connection] ?? this.seat;

  private kept(who: string): PersistedCommands {
    const of = (kind: string) =>
      [...this.storage].flatMap(([key, item]) => (key.startsWith(`${who}:${kind}:`) ? [item] : []));
    const byTime = (items: Pending[]) => items.sort((a, b) => a.at - b.at);
    return {
      unsent: byTime(of('unsent')).map((p) => ({ ...p, seq: null })),
      answered: byTime(of('answered')),
      refused: [],
    };
  }

  private open(): void {
    this.timers = [];
    this.state = initialState(tiny.empty());
    const kept = this.kept(this.last?.you?.id ?? '');
    this.dispatch({ type: 'opened', last: this.last && structuredClone(this.last), kept });
  }

  /** The tab is closed and opened again, maybe by another person. */
  reload(seat = this.seat): void {
    this.cut();
    this.seat = seat;
    this.open();
  }

  dispatch(event: SyncEvent<Tiny>): void {
    const { state: before } = this;
    if (this.freezes) frozen([before, event]);
    const [state, effects] = sync(before, event, this.now);
    this.state = state;
    if (state.standing.at !== before.standing.at && state.standing.at === 'live') this.flying.clear();
    const restarted = event.type === 'welcome' && event.welcome.ok && event.welcome.state !== undefined;
    if (!restarted && event.type !== 'opened' && state.confirmed.seq < before.confirmed.seq)
      this.broken.push('Y04: went back');
    for (const told of state.told) this.refusedIds.add(told.id);
    for (const effect of effects) this.perform(effect);
  }

  private perform(effect: SyncEffect<Tiny>): void {
    switch (effect.type) {
      case 'hello': {
        const { connection } = this;
        const { attempt } = effect;
        this.send({ type: 'timeout', attempt }, () => {
          const welcome = structuredClone(this.stream.welcome(this.seatOf(connection), effect));
          return () => {
            const met = welcome.ok && welcome.you.id !== this.state.you?.id;
            this.dispatch({
              type: 'welcome',
              attempt,
              welcome,
              kept: met ? this.kept(welcome.you.id) : null,
            });
          };
        });
        return;
      }
      case 'send': {
        const { command, again } = effect;
        const { connection } = this;
        if (this.state.standing.at !== 'live' && this.flying.size === 0)
          this.broken.push('Y02: sent while not live');
        if (this.flying.has(command.id)) this.broken.push(`Y02: ${command.id} in flight twice`);
        if (this.asked.get(command.id) !== this.seat) this.broken.push('Y08: sent by another person');
        this.flying.add(command.id);
        this.send({ type: 'timeout', id: command.id }, () => {
          const from = this.stream.facts.length + 1;
          const answer = structuredClone(this.stream.command(this, connection, command, again));
          return {
            back: () => {
              this.flying.delete(command.id);
              this.dispatch({ type: 'answered', id: command.id, answer });
            },
            after: () => this.stream.tell(from),
          };
        });
        return;
      }
      case 'persist':
        if (effect.what === 'refused') return;
        if (effect.what === 'last') this.last = structuredClone(effect.last);
        else this.storage.set(`${effect.who}:${effect.what}:${effect.item.command.id}`, effect.item);
        return;
      case 'forget':
        this.storage.delete(`${effect.who}:unsent:${effect.id}`);
        return;
      case 'schedule':
        this.timers.push({ at: this.now + effect.ms, due: effect });
        return;
      case 'renew':
        this.cut();
        this.connect();
        return;
    }
  }

  /** Towards the server; the answer comes after everything the server sent before it. */
  private send(
    silence: SyncEvent<Tiny>,
    put: () => (() => void) | { back: () => void; after: () => void },
  ): void {
    if (!this.up) return void this.dispatch(silence);
    this.awaited.push(silence);
    const { connection } = this;
    const arrives = () => {
      const put_ = put();
      const [back, after] = typeof put_ === 'function' ? [put_, () => {}] : [put_.back, put_.after];
      if (connection === this.connection && this.up)
        this.waiting.push(() => {
          this.awaited = this.awaited.filter((a) => a !== silence);
          back();
        });
      after();
    };
    this.waiting.push(Object.assign(arrives, { up: true }));
  }

  hear(event: SyncEvent<Tiny>): void {
    if (this.up) this.waiting.push(() => this.dispatch(structuredClone(event)));
  }

  connect(): void {
    if (this.up) return;
    this.up = true;
    this.connection += 1;
    this.seats[this.connection] = this.seat;
    this.flying.clear();
    this.dispatch({ type: 'up' });
  }

  /** Messages to the device are lost; those to the server may still arrive, from a connection given up. */
  cut(): void {
    if (!this.up) return;
    this.up = false;
    const late = this.waiting.filter((m) => 'up' in m && this.stream.roll(2) === 0);
    this.waiting = [];
    const awaited = this.awaited.splice(0);
    this.flying.clear();
    this.dispatch({ type: 'down' });
    for (const silence of awaited) this.dispatch(silence);
    for (const arrives of late) arrives();
  }

  /** One direction is dead: every pending request times out. */
  silence(): void {
    for (const silence of this.awaited.splice(0)) {
      if ('id' in silence) this.flying.delete(silence.id);
      this.dispatch(silence);
    }
    this.cut();
  }

  /** True if this person's words wait here for them to come back. */
  keeps(id: string): boolean {
    return this.storage.has(`${this.asked.get(id)}:unsent:${id}`);
  }

  deliver(n = Number.POSITIVE_INFINITY): void {
    for (let i = 0; i < n && this.waiting.length > 0; i++) this.waiting.shift()?.();
  }

  /** A message is lost, as by a server that was restarted in between. */
  lose(): void {
    const i = this.waiting.findIndex((m) => !('up' in m));
    // Only messages without an answer can be lost alone: a lost answer is a timeout.
    if (i >= 0 && this.awaited.length === 0) this.waiting.splice(i, 1);
  }

  pass(ms: number): void {
    this.now += ms;
    const due = this.timers.filter((t) => t.at <= this.now);
    this.timers = this.timers.filter((t) => t.at > this.now);
    for (const { due: tick } of due) this.dispatch({ ...tick, type: 'tick' });
  }

  ask(type: 'propose' | 'like', topic: string): void {
    if (!this.state.you?.id) return;
    const id = `${type}-${topic}-${this.state.you.id}-${this.asked.size}`;
    this.asked.set(id, this.state.you.id);
    this.dispatch({ type: 'asked', command: { id, type, ask: { topic } } });
  }
}
