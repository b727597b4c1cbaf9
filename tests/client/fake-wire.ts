/** A wire without a network: messages wait until the test lets them through, in any order, or are lost. */
import { nextHistoryHash } from '@/domain/catalogue';
import type { Actor, Fact, Lookup } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { isRefusal } from '@/domain/refusal';
import { layMine } from '@/client/replica/gathering-replica';
import { type StorageAdapter, memoryStorage } from '@/client/storage/device-storage';
import type { Initial, ReplicaOptions } from '@/client/replica/view-state';
import { Replica } from '@/client/replica/replica';
import type { ClientWire, WireEvents } from '@/client/connection/wire';
import { sliceOf } from '@/server/sockets/handshake';
import { packed } from '@/protocol/packed-facts';
import { type Answer, type CommandMessage, type Hello, PROTOCOL, type Welcome } from '@/protocol/wire';

const copy = <T>(x: T): T => JSON.parse(JSON.stringify(x)) as T;

const youOf = ({ id, role, seat }: Actor) => ({ id, role, seat, label: null });

/** The server's side, as the protocol describes it, in memory. */
export class FakeRoom {
  readonly state: Gathering;

  /** Another kind of stream than a gathering brings its own deeds and lookup. */
  constructor(
    readonly deeds = gathering,
    readonly look?: Lookup,
  ) {
    this.state = deeds.empty();
  }
  readonly facts: Fact[] = [];
  readonly wires: FakeWire[] = [];
  private readonly answers = new Map<string, Answer>();
  private untold: { fact: Fact; seen: Fact }[] = [];

  /** As the protocol promises: an answer goes before its frame, and so do own facts to the seat's other devices. */
  tell(sender: FakeWire): void {
    for (const { fact, seen } of this.untold.splice(0))
      for (const wire of this.wires) {
        if (seen !== fact && wire !== sender && wire.actor.seat === fact.by)
          wire.later(() => wire.events?.own({ stream: 's', facts: [copy(fact)] }));
        wire.later(() => wire.events?.frame({ stream: 's', from: fact.seq, facts: [copy(packed(seen))] }));
      }
  }

  command(actor: Actor, message: CommandMessage): Answer {
    const before = this.answers.get(message.command.id);
    if (before) return before;
    const fact = this.deeds.decide(
      this.state,
      message.command,
      actor,
      1400317200000 + this.facts.length * 1000,
      this.look,
    );
    if (isRefusal(fact)) return { ok: false, ...fact };
    this.facts.push(fact);
    this.deeds.apply(this.state, copy(fact));
    const seen = this.deeds.seenBy({ kind: 'public' }, this.state, fact);
    const answer: Answer = seen === fact ? { ok: true, seq: fact.seq } : { ok: true, seq: fact.seq, fact };
    this.answers.set(message.command.id, answer);
    this.untold.push({ fact, seen });
    return answer;
  }

  /** `cmd`: sent again under another id where the first was forgotten. */
  sit(seat: string, cmd = `sit-${seat}`): void {
    const command = { id: cmd, type: 'takeSeat', ask: { seat, sector: null } };
    this.command({ id: seat, role: 'participant', seat }, { code: 'PROVA', command });
  }

  welcome(actor: Actor, hello: Hello): Welcome {
    const reader = { kind: 'public' as const, seat: actor.seat };
    const chain = (upTo: number) => this.facts.slice(0, upTo).reduce((c, f) => nextHistoryHash(c, f), 0);
    const parted = hello.since !== null && chain(hello.since) !== hello.chain;
    const missing = hello.answered.filter((id) => !this.facts.some((f) => f.cmd === id));
    const facts = this.facts
      .slice(hello.since ?? 0)
      .map((f) => copy(packed(this.deeds.seenBy(reader, this.state, f))));
    return {
      ok: true,
      protocol: PROTOCOL,
      stream: 's',
      kind: 'gathering',
      seq: this.facts.length,
      you: youOf(actor),
      now: 1400317200000,
      ...(parted ? { parted, ...this.whole(actor) } : { facts }),
      ...(missing.length > 0 ? { missing } : {}),
      people: { rev: 0, labels: {} },
    };
  }

  private whole({ seat }: Actor) {
    const state = copy(
      this.deeds.replay(this.facts.map((f) => copy(this.deeds.seenBy({ kind: 'public' }, this.state, f)))),
    );
    return { state, mine: copy(sliceOf(this.state, seat)) };
  }

  /** The state the server draws this person's page with. */
  drawnFor(actor: Actor): Initial<Gathering> {
    return { ...this.whole(actor), people: {}, you: youOf(actor), now: 1400317200000, complete: true };
  }

  /** As when the log of `facts` lines was restored from an older copy; connected devices are not told. */
  restored(facts: number): void {
    for (const wire of this.wires) wire.cut();
    this.facts.splice(facts);
    Object.assign(this.state, this.deeds.replay(copy(this.facts)));
    this.answers.clear();
    for (const { seq, cmd } of this.facts) this.answers.set(cmd, { ok: true, seq });
  }

  /** The state this seat should end up with. */
  asSeenBy(seat: string): Gathering {
    return this.deeds.replay(
      this.facts.map((f) => copy(this.deeds.seenBy({ kind: 'public', seat }, this.state, f))),
    );
  }
}

export class FakeWire implements ClientWire {
  events: WireEvents | null = null;
  private waiting: (() => void)[] = [];
  private up = false;

  constructor(
    private readonly room: FakeRoom,
    readonly actor: Actor,
  ) {
    room.wires.push(this);
  }

  listen(events: WireEvents): void {
    this.events = events;
  }
  later(deliver: () => void): void {
    if (this.up) this.waiting.push(deliver);
  }
  hello(hello: Hello): Promise<Welcome> {
    return this.ask(() => this.room.welcome(this.actor, hello));
  }
  command(message: CommandMessage): Promise<Answer> {
    return this.ask(() => this.room.command(this.actor, copy(message)));
  }
  private ask<T>(answer: () => T): Promise<T> {
    if (!this.up) return Promise.reject(new Error('no link'));
    return new Promise((done, lost) => {
      this.lost.push(lost);
      this.waiting.push(() => {
        const a = answer();
        // The answer travels back, and may be lost on its way.
        this.waiting.push(() => done(copy(a)));
        this.room.tell(this);
      });
    });
  }
  private lost: ((e: Error) => void)[] = [];

  connect(): void {
    if (this.up) return;
    this.up = true;
    this.events?.up();
  }
  /** Everything in flight is lost. */
  cut(): void {
    if (!this.up) return;
    this.up = false;
    this.waiting = [];
    for (const lose of this.lost.splice(0)) lose(new Error('cut'));
    this.events?.down();
  }
  /** Lets the next `n` messages through. */
  async flush(n = Number.POSITIVE_INFINITY): Promise<void> {
    for (let i = 0; i < n && this.waiting.length > 0; i++) {
      this.waiting.shift()?.();
      await new Promise((r) => setImmediate(r));
    }
  }
  /** Lets all messages in flight through in one go, as a browser may deliver messages that came together. */
  async burst(): Promise<void> {
    while (this.waiting.length > 0) this.waiting.shift()?.();
    await new Promise((r) => setImmediate(r));
  }
  get idle(): boolean {
    return this.waiting.length === 0;
  }
  renew(): void {
    this.cut();
    this.connect();
  }
  close(): void {
    this.cut();
  }
}

export function phone(
  room: FakeRoom,
  who: string | Actor,
  keep: StorageAdapter = memoryStorage(),
  drawn: Pick<ReplicaOptions<Gathering>, 'initial' | 'trace'> = {},
) {
  const actor = typeof who === 'string' ? { id: who, role: 'participant' as const, seat: who } : who;
  const wire = new FakeWire(room, actor);
  const retries: (() => void)[] = [];
  const replica = new Replica<Gathering>({
    code: 'PROVA',
    surface: 'phone',
    catalogue: room.deeds as never,
    wire: () => wire,
    keep,
    ...(room.deeds === gathering ? { lay: layMine } : {}),
    ...(room.look ? { look: room.look } : {}),
    clock: () => 1400317200000,
    ...drawn,
    later: (run) => void retries.push(run),
  });
  replica.start();
  /** Runs the postponed timers. */
  const retry = () => {
    for (const run of retries.splice(0)) run();
  };
  return { replica, wire, keep, retry };
}

/** A server with a gathering and these people seated. */
export function seated(...seats: string[]): FakeRoom {
  const room = new FakeRoom();
  const owner: Actor = { id: 'account-1', role: 'owner', seat: null };
  const ask = {
    gathering: 'gathering-1',
    code: 'PROVA',
    title: 'Prova',
    question: '',
    days: ['2014-05-17'],
    slots: [{ id: 'slot-001', day: '2014-05-17', label: 'Turno 1', start: '10:00', end: '11:00' }],
    spaces: [
      { id: 'room-001', name: 'Tiglio' },
      { id: 'room-002', name: 'Gelso' },
    ],
  };
  room.command(owner, { code: 'PROVA', command: { id: 'opening-1', type: 'openGathering', ask } });
  for (const seat of seats) room.sit(seat);
  return room;
}
