/** People who keep writing: each phone is the product's replica on a real socket, and its answers are recorded. */
import { memoryStorage } from '@/client/storage/device-storage';
import { layMine, sitAgain } from '@/client/replica/gathering-replica';
import { socketWire } from '@/client/connection/socket-wire';
import { Replica } from '@/client/replica/replica';
import type { ClientWire } from '@/client/connection/wire';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import type { Answer } from '@/protocol/wire';
import { CODE, PASSING } from './terms';

/** The server's promises: the number of each command it answered, and its final refusals. */
export class Promises {
  readonly answered = new Map<string, number>();
  readonly refused = new Map<string, string>();
  /** Seats taken at the door with an answer. */
  readonly seats = new Set<string>();
  /** A command answered twice with two different numbers. */
  readonly contradicted: string[] = [];
  /** An older copy was restored: a resubmitted command gets another number. */
  renumbered = false;

  /** How often somebody was asked to wait. */
  toldToWait = 0;

  note(command: string, answer: Answer): void {
    if (answer.ok) {
      const before = this.answered.get(command);
      if (before !== undefined && before !== answer.seq && !this.renumbered) this.contradicted.push(command);
      this.answered.set(command, answer.seq);
    } else if (PASSING.has(answer.refused)) this.toldToWait += 1;
    else this.refused.set(command, answer.refused);
  }
}

/** Records every answer on its way to the replica. */
const overheard = (wire: ClientWire, promises: Promises): ClientWire => ({
  ...wire,
  async command(message) {
    const answer = await wire.command(message);
    // Resubmitted and refused for now: that is not final.
    if (answer.ok || !message.again) promises.note(message.command.id, answer);
    return answer;
  },
});

/** Takes a seat at the entrance; null when the server was killed meanwhile. */
export async function takeSeat(
  port: number,
  label: string,
  promises: Promises,
  code = CODE,
  withinMs = 5000,
) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ code, label, sector: 'volontariato' }),
      signal: AbortSignal.timeout(withinMs),
    });
    const body = (await response.json()) as { ok: boolean; seat: string };
    if (!body.ok) return null;
    promises.seats.add(body.seat);
    return { seat: body.seat, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
  } catch {
    return null;
  }
}

export class Person {
  replica: Replica<Gathering>;
  /** Their device's storage, also while its page is closed. */
  private readonly keep = memoryStorage();
  private written = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    readonly seat: string,
    private readonly cookie: string,
    private readonly port: number,
    private readonly promises: Promises,
    private readonly roll: (sides: number) => number,
  ) {
    this.replica = this.open();
  }

  private open(): Replica<Gathering> {
    const { cookie } = this;
    const door = `http://127.0.0.1:${this.port}`;
    const wire = () =>
      overheard(
        socketWire(door, {
          extraHeaders: { cookie },
          reconnectionDelay: 30,
          reconnectionDelayMax: 120,
          transports: ['websocket'],
          forceNew: true,
        }),
        this.promises,
      );
    const replica = new Replica<Gathering>({
      code: CODE,
      surface: 'phone',
      catalogue: gathering as never,
      wire,
      keep: this.keep,
      lay: layMine,
      sitAgain: (state, you) => sitAgain(door, CODE, state, you, { cookie }),
    });
    replica.start();
    return replica;
  }

  /** The page was closed, and is opened again from the device's storage. */
  wakeUp(): void {
    this.replica = this.open();
  }

  /** Sends a command every few milliseconds, unless too many wait for an answer. */
  write(): void {
    this.timer = setTimeout(() => {
      if (this.replica.snapshot().outbox.length < 4) this.ask();
      this.write();
    }, 5 + this.roll(40));
  }

  rest(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private ask(): void {
    const { view, ready } = this.replica.snapshot();
    if (!ready) return;
    const topics = view.topicOrder;
    const topic = topics[this.roll(Math.max(1, topics.length))];
    const name = `${this.seat}-${this.written++}`;
    const what = this.roll(12);
    if (!topic || (what === 0 && topics.length < 150))
      this.replica.ask('proposeTopic', { topic: name, title: `Tema ${name}` });
    else if (what === 1)
      this.replica.ask('writeNote', {
        note: name,
        topic,
        kind: 'bisogno',
        text: name,
        anonymous: this.roll(2) === 0,
      });
    else if (what < 7) {
      const mine = view.private[this.seat];
      this.replica.ask('markInterest', { topic, on: !mine?.interests[topic] });
    } else
      this.replica.ask('moveTo', { to: view.private[this.seat]?.circle === 'roaming' ? null : 'roaming' });
  }

  close(): void {
    this.rest();
    this.replica.close();
  }
}

/** Everything they wrote has been answered, and they receive the hall's facts. */
export const atRest = ({ replica }: Person): boolean => {
  const { outbox, link } = replica.snapshot();
  return outbox.length === 0 && link === 'live';
};
