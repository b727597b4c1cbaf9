/** The product's own stream, with a simulated disk and hall in the harness's time: slow, failing, or killed. */
import type { Actor, Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import type { PackedFact } from '@/protocol/packed-facts';
import {
  type Answer,
  type CommandMessage,
  type Frame,
  type Hello,
  PROTOCOL,
  type Refused,
  type Welcome,
} from '@/protocol/wire';
import type { Ledger } from '@/server/log/group-commit';
import { sliceOf } from '@/server/sockets/handshake';
import type { LogStore } from '@/server/log/log-store';
import { Stream } from '@/server/streams/stream';
import { CODE, opening, owner } from './terms';
import type { Hall, Line, Time } from './weather';

type Waiting = { fact: Fact; done: () => void; failed: (e: Error) => void };
type Guest = { seat: string; in: boolean };

const FRAME_MS = 60;

export class VirtualHall implements Hall {
  /** The contents of the disk. */
  facts: Fact[] = [];
  diskFails = false;
  private stream: Stream<Gathering>;
  private waiting: Waiting[] = [];
  private readonly guests = new Map<Line, Guest>();
  private frame: { from: number; texts: string[] } | null = null;
  private life = 0;

  constructor(
    private readonly time: Time,
    private readonly roll: (sides: number) => number,
    seats: readonly string[],
  ) {
    this.stream = this.wake();
    void this.stream.submit({ id: 'opening-1', type: 'openGathering', ask: opening('gathering-1') }, owner);
    for (const seat of new Set(seats))
      void this.stream.submit(
        { id: `sit-${seat}`, type: 'takeSeat', ask: { seat, sector: null } },
        this.actor(seat),
      );
  }

  private actor = (seat: string): Actor => ({ id: seat, role: 'participant', seat });

  private wake(): Stream<Gathering> {
    const log: LogStore = {
      reseal: () => {},
      rewrite: () => {},
      lastLines: () => new Map([['gathering-1', { seq: this.facts.length, at: 0 }]]),
      append: () => {},
      since: (_stream, seq) => this.facts.slice(seq).map((f) => copy(f)),
    };
    const disk: Ledger = {
      add: (_, fact, writer) =>
        new Promise((say) => {
          this.waiting.push({
            fact: copy(fact),
            done: () => say(writer.tell(fact)),
            failed: (e) => say(writer.lose(e)),
          });
          const life = this.life;
          if (this.waiting.length === 1)
            this.time.later(() => life === this.life && this.flush(), 2 + this.roll(30));
        }),
      settle: async () => {
        if (this.waiting.length > 0) this.flush();
      },
    };
    const stream: Stream<Gathering> = new Stream<Gathering>(
      'gathering-1',
      gathering as never,
      log,
      disk,
      {
        hears: (audience) => audience === 'public',
        told: (fact, { public: text }) => this.announce(fact, text ?? ''),
        lost: () => {
          if (this.stream === stream) this.stream = this.wake();
          for (const [line, guest] of this.guests) if (guest.in) line.again();
        },
      },
      () => this.time.now,
    );
    return stream;
  }

  /** All lines of the batch or none. */
  private flush(): void {
    const batch = this.waiting;
    this.waiting = [];
    const next = this.facts.length + 1;
    if (this.diskFails || batch.some((w, i) => w.fact.seq !== next + i)) {
      for (const w of batch) w.failed(new Error('the disk refuses'));
      return;
    }
    for (const w of batch) this.facts.push(w.fact);
    for (const w of batch) w.done();
  }

  private announce(fact: Fact, told: string): void {
    if (!this.frame) {
      const life = this.life;
      this.frame = { from: fact.seq, texts: [] };
      this.time.later(() => {
        if (life !== this.life || !this.frame) return;
        const text = `{"stream":"gathering-1","from":${this.frame.from},"facts":[${this.frame.texts.join(',')}]}`;
        this.frame = null;
        for (const [line, guest] of this.guests) if (guest.in) line.frame(JSON.parse(text) as Frame);
      }, FRAME_MS);
    }
    this.frame.texts.push(told);
  }

  /** The process is killed: everything not on the disk is gone, and every connection with it. */
  strike(): void {
    this.life += 1;
    this.waiting = [];
    this.frame = null;
    this.guests.clear();
    this.stream = this.wake();
  }

  arrive(seat: string, line: Line): void {
    this.guests.set(line, { seat, in: false });
  }
  leave(line: Line): void {
    this.guests.delete(line);
  }

  async hello(line: Line, hello: Hello): Promise<Welcome | Refused> {
    const guest = this.guests.get(line);
    if (!guest) return new Promise(() => {});
    const { stream, life } = this;
    await stream.settled();
    if (life !== this.life) return new Promise(() => {});
    const { facts, ...gone } = stream.catchUp(hello, 'public', guest.seat);
    guest.in = true;
    const base = {
      ok: true as const,
      protocol: PROTOCOL,
      stream: 'gathering-1',
      kind: 'gathering' as const,
      seq: stream.seq,
      you: { id: guest.seat, role: 'participant' as const, seat: guest.seat, label: null },
      now: this.time.now,
      people: { rev: 0, labels: {} },
      ...gone,
    };
    if (facts) return { ...base, facts: JSON.parse(`[${facts.join(',')}]`) as PackedFact[] };
    const snapshot = stream.snapshot('public');
    return {
      ...base,
      seq: snapshot.seq,
      state: JSON.parse(snapshot.text) as unknown,
      mine: copy(sliceOf(stream.whole() as Gathering, guest.seat)),
    };
  }

  /** An older copy is restored: the last lines are gone, and the server with all its pending work. */
  restoreOlder(atLeast: number): void {
    const kept = atLeast + this.roll(Math.max(1, this.facts.length - atLeast));
    this.facts = this.facts.slice(0, kept);
    this.strike();
  }

  async command(line: Line, message: CommandMessage): Promise<Answer> {
    const guest = this.guests.get(line);
    if (!guest) return new Promise(() => {});
    if (!guest.in) return { ok: false, refused: 'not_caught_up' };
    const { life } = this;
    const answer = await this.stream.submit(
      copy(message.command),
      this.actor(guest.seat),
      undefined,
      message.again,
    );
    // A killed server answers nothing.
    if (life !== this.life) return new Promise(() => {});
    if (!answer.ok || !answer.fact) return answer;
    for (const [other, g] of this.guests)
      if (other !== line && g.in && g.seat === answer.fact.by)
        other.own({ stream: 'gathering-1', facts: [answer.fact] });
    return answer;
  }

  /** The contents of the disk, under the gathering's code. */
  readonly code = CODE;
}

const copy = <T>(x: T): T => (x === undefined ? x : (JSON.parse(JSON.stringify(x)) as T));
