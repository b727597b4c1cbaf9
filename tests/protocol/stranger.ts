/** A client written from docs/protocol.md alone: it imports nothing of the program. */
import { io, type Socket } from 'socket.io-client';

type Fact = { type: string; by: string | null; cmd: string; data: Record<string, unknown> };
type Frame = { from: number; facts: Fact[]; people?: { labels: Record<string, string | null> } };
type Answer = { ok: boolean; seq?: number; refused?: string; detail?: Record<string, unknown> };
type Welcome = Answer & {
  seq: number;
  facts?: Fact[];
  state?: unknown;
  people: { labels: Record<string, string | null> };
};

export class Stranger {
  seq: number | null = null;
  facts: Fact[] = [];
  labels: Record<string, string | null> = {};
  private socket: Socket | null = null;
  private cookie = '';

  constructor(
    private readonly url: string,
    private readonly code: string,
  ) {}

  async join(label: string): Promise<string> {
    const response = await fetch(`${this.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ code: this.code, label, sector: null }),
    });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return ((await response.json()) as { seat: string }).seat;
  }

  async connect(): Promise<void> {
    const socket = io(this.url, {
      path: '/filo',
      transports: ['websocket'],
      extraHeaders: { cookie: this.cookie },
      forceNew: true,
    });
    this.socket = socket;
    socket.on('frame', ({ from, facts, people }: Frame) => {
      Object.assign(this.labels, people?.labels);
      for (const [i, fact] of facts.entries()) {
        const seq = from + i;
        if (this.seq !== null && seq > this.seq + 1) return void this.hello();
        if (seq === (this.seq ?? 0) + 1) this.fold(seq, fact);
      }
    });
    await new Promise<void>((up) => socket.once('connect', up));
    await this.hello();
  }

  private async hello(): Promise<void> {
    const welcome = (await this.socket?.emitWithAck('hello', {
      protocol: 3,
      code: this.code,
      surface: 'phone',
      since: this.seq,
      people: 0,
    })) as Welcome;
    if (!welcome.ok) throw new Error(welcome.refused);
    Object.assign(this.labels, welcome.people.labels);
    const { facts, seq } = welcome;
    if (facts) for (const [i, fact] of facts.entries()) this.fold(seq - facts.length + 1 + i, fact);
    else this.seq = seq;
  }

  private fold(seq: number, fact: Fact): void {
    this.seq = seq;
    this.facts.push(fact);
  }

  command(id: string, type: string, ask: unknown): Promise<Answer> {
    return this.socket?.emitWithAck('command', {
      code: this.code,
      command: { id, type, ask },
    }) as Promise<Answer>;
  }

  leave(): void {
    this.socket?.disconnect();
  }
}
