/** People with phones and a desk over one gathering, each sending in turn and waiting until it is done. */
import { nanoid } from 'nanoid';
import { io, type Socket } from 'socket.io-client';
import { type Answer, PROTOCOL, type Refused, type Surface, type Welcome } from '@/protocol/wire';
import { PASSING, rest } from '../harm/terms';
import { join_ } from '../server/join';
import { Visitor } from './visitor';

export type Person = { label: string; sector: string };

export type Assembly = {
  code: string;
  people: number;
  /** The first person's. */
  seat: Visitor;
  /** Each person's cookie, in their order. */
  seats: Visitor[];
  /** Sends as the n-th person, and waits until it is done. Throws when it is refused. */
  act(n: number, type: string, ask: object): Promise<void>;
  hold(type: string, ask: object): Promise<void>;
  close(): void;
};

/** How long a hall that is busy may keep a command waiting. In ms. */
const PATIENCE = 60_000;

/**
 * A device that sends commands and holds no state: sixty replicas that all fold every fact take most of the time of a
 * test. It connects at its first command.
 */
class Sender {
  private line: Socket | null = null;
  constructor(
    private readonly url: string,
    private readonly code: string,
    private readonly cookie: string,
    private readonly surface: Surface,
  ) {}

  private async connected(): Promise<Socket> {
    if (this.line) return this.line;
    const line = io(this.url, {
      path: '/filo',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: this.cookie },
    });
    this.line = line;
    const { code, surface } = this;
    // Also after a lost connection.
    const hello = { protocol: PROTOCOL, code, surface, since: null };
    await new Promise<void>((done, failed) =>
      line.on('connect', () =>
        line.emit('hello', hello, (answer: Welcome | Refused) =>
          answer.ok ? done() : failed(new Error(`not in: ${answer.refused}`)),
        ),
      ),
    );
    return line;
  }

  async send(type: string, ask: object): Promise<void> {
    const line = await this.connected();
    const command = { id: nanoid(14), type, ask };
    const end = Date.now() + PATIENCE;
    for (;;) {
      const message = { code: this.code, command };
      const answer = (await line.timeout(PATIENCE).emitWithAck('command', message)) as Answer;
      if (answer.ok) return;
      if (!PASSING.has(answer.refused) || Date.now() > end)
        throw new Error(`${type}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
      await rest(Number(answer.detail?.ms ?? 100));
    }
  }

  close(): void {
    this.line?.disconnect();
  }
}

export async function assemble(by: Visitor, code: string, people: readonly Person[]): Promise<Assembly> {
  const { url } = by;
  const desk = new Sender(url, code, by.cookie, 'desk');
  const seats: Visitor[] = [];
  for (const { label, sector } of people) {
    const one = new Visitor(url);
    one.cookie = (await join_(url, code, label, { sector })).cookie;
    seats.push(one);
  }
  const phones = seats.map(({ cookie }) => new Sender(url, code, cookie, 'phone'));
  return {
    code,
    people: people.length,
    seat: seats[0] ?? new Visitor(url),
    seats,
    async act(n, type, ask) {
      const phone = phones[n];
      if (!phone) throw new Error(`there is no person ${n}`);
      await phone.send(type, ask);
    },
    hold: (type, ask) => desk.send(type, ask),
    close() {
      for (const d of [desk, ...phones]) d.close();
    },
  };
}
