/** One simulated person's device: it keeps unanswered commands and sends them again, as a real phone does. */
import { PROTOCOL } from '@/protocol/version';
import { nanoid } from 'nanoid';
import type { Surface } from '@/protocol/wire';
import { Line } from '../line';
import type { PackedFact } from '@/protocol/packed-facts';
import type { PhoneWire } from './wire';

export type Answer = { ok: boolean; seq?: number; refused?: string; detail?: Record<string, unknown> };
type Waiting = { body: Record<string, unknown>; done: (a: Answer) => void; sent: number };
/** `rev`: the revision of people's labels that came with it. */
export type Seen = { from: number; facts: readonly PackedFact[]; topics: string[]; rev: number };
export type Hall = {
  url: string;
  code: string;
  /** Parses a frame once for everybody who gets the same bytes. */
  read(payload: Buffer, text: () => string): Seen;
  /** A device saw this topic on the board. */
  saw(topic: string): void;
  welcomed(ms: number, first: boolean): void;
  gap(): void;
};

const AGAIN = new Set(['too_fast', 'busy', 'not_caught_up']);
const RESEND_MS = 4000;
/** Bytes of a welcome that are read, where all are. */
const WHOLE = 16 * 1024 * 1024;
const rest = (ms: number) => new Promise((r) => setTimeout(r, ms));

export class Person {
  seat = '';
  seq: number | null = null;
  readonly answered: string[] = [];
  readonly refused: { type: unknown; refused: string }[] = [];
  /** The last revision of people's labels it has. */
  private rev = 0;
  private line: Line | null = null;
  /** Connected, and caught up. */
  live = false;
  private away = false;
  private closing = false;
  private readonly outbox = new Map<string, Waiting>();

  constructor(
    private readonly hall: Hall,
    public cookie: string | null,
    private readonly surface: Surface = 'phone',
    /** Counts what reaches this device, which then fetches the whole state by HTTP, as a real phone does. */
    private readonly wire: PhoneWire | null = null,
  ) {}

  get waiting(): number {
    return this.outbox.size;
  }

  /** Connected, caught up, and all waiting commands sent again; tries until it is. */
  async enter(): Promise<void> {
    for (let tries = 0; !this.closing && !this.away; tries++) {
      const began = performance.now();
      const first = this.seq === null;
      try {
        const line = await Line.open(this.hall.url, '/filo', this.cookie);
        this.line = line;
        this.wire?.over(line);
        line.heard = (payload, text) => this.hear(payload, text);
        line.closed = () => {
          this.live = false;
          if (!this.away && !this.closing) void rest(50 + Math.random() * 300).then(() => this.enter());
        };
        await this.hello(line);
        this.hall.welcomed(performance.now() - began, first);
        return;
      } catch {
        this.line?.close();
        await rest(Math.min(2000, 100 * 2 ** Math.min(tries, 4)) * (0.5 + Math.random()));
      }
    }
  }

  private hello(line: Line): Promise<void> {
    return new Promise((done, failed) => {
      const hello = {
        protocol: PROTOCOL,
        code: this.hall.code,
        surface: this.surface,
        since: this.seq,
        people: this.rev,
        ...(this.wire ? { fetches: true } : {}),
      };
      const begin = (seq: number) => {
        this.seq = seq;
        this.live = true;
        line.deflate(stream);
        for (const id of this.outbox.keys()) this.send(id);
        done();
      };
      let stream = '';
      const welcomed = (text: string): void => {
        stream = /"stream":"([^"]+)"/.exec(text)?.[1] ?? '';
        this.rev = Number(/"people":\{"rev":(\d+)/.exec(text)?.[1] ?? 0);
        const seq = /"seq":(\d+)/.exec(text)?.[1];
        if (!text.startsWith('[{"ok":true') || seq === undefined) failed(new Error(text));
        else if (this.wire) this.wire.welcomed(text, this.hall.url).then(begin, failed);
        else begin(Number(seq));
      };
      line.ask('hello', hello, welcomed, ...(this.wire ? [WHOLE] : []));
    });
  }

  private hear(payload: Buffer, text: () => string): void {
    const { from, facts, topics, rev } = this.hall.read(payload, text);
    const count = facts.length;
    if (!this.live || count === 0 || this.seq === null) return;
    if (from > this.seq + 1) {
      this.hall.gap();
      this.live = false;
      if (this.line) void this.hello(this.line).catch(() => {});
      return;
    }
    this.seq = Math.max(this.seq, from + count - 1);
    this.rev = Math.max(this.rev, rev);
    this.wire?.heard(from, facts);
    for (const topic of topics) this.hall.saw(topic);
  }

  /** Resolves when the server has answered finally, however many connections that takes. */
  ask(type: string, ask: unknown, more: Record<string, unknown> = {}): Promise<Answer> {
    const id = nanoid(14);
    return new Promise((done) => {
      this.outbox.set(id, { body: { id, type, ask, ...more }, done, sent: 0 });
      if (this.live) this.send(id);
    });
  }

  private send(id: string): void {
    const waiting = this.outbox.get(id);
    if (!waiting || !this.live || !this.line?.up) return;
    waiting.sent += 1;
    const turn = waiting.sent;
    setTimeout(() => {
      if (this.outbox.get(id)?.sent === turn) this.send(id);
    }, RESEND_MS).unref();
    this.line.ask('command', { code: this.hall.code, command: waiting.body }, (text) => {
      if (!this.outbox.has(id)) return;
      const [answer] = JSON.parse(text) as [Answer];
      if (!answer.ok && AGAIN.has(answer.refused ?? '')) {
        setTimeout(() => this.send(id), 200 + Math.random() * 400).unref();
        return;
      }
      this.outbox.delete(id);
      if (answer.ok) this.answered.push(id);
      else this.refused.push({ type: waiting.body.type, refused: answer.refused ?? '' });
      waiting.done(answer);
    });
  }

  /** The radio drops: the server is not told, and nothing gets through. */
  cut(): void {
    this.away = true;
    this.live = false;
    this.line?.close();
  }

  back(): Promise<void> {
    this.away = false;
    return this.enter();
  }

  leave(): void {
    this.closing = true;
    this.live = false;
    this.line?.close();
  }
}
