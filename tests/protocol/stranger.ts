/** A client written from docs/protocol.md alone: it imports nothing of the program. */
import { io, type Socket } from 'socket.io-client';

type Fact = { seq: number; type: string; by: string | null; cmd: string; data: Record<string, unknown> };
type Answer = { ok: boolean; seq?: number; refused?: string; detail?: Record<string, unknown> };
type Welcome = Answer & {
  seq: number;
  facts?: Fact[];
  state?: string;
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
    socket.on('frame', (text: string) => {
      const frame = JSON.parse(text) as { facts: Fact[]; people?: { labels: Record<string, string | null> } };
      Object.assign(this.labels, frame.people?.labels);
      for (const fact of frame.facts) {
        if (this.seq !== null && fact.seq > this.seq + 1) return void this.hello();
        if (fact.seq === (this.seq ?? 0) + 1) this.fold(fact);
      }
    });
    await new Promise<void>((up) => socket.once('connect', up));
    await this.hello();
  }

  private async hello(): Promise<void> {
    const welcome = (await this.socket?.emitWithAck('hello', {
      protocol: 1,
      code: this.code,
      surface: 'phone',
      since: this.seq,
      people: 0,
    })) as Welcome;
    if (!welcome.ok) throw new Error(welcome.refused);
    Object.assign(this.labels, welcome.people.labels);
    if (welcome.facts) for (const fact of welcome.facts) this.fold(fact);
    else this.seq = welcome.seq;
  }

  private fold(fact: Fact): void {
    this.seq = fact.seq;
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
