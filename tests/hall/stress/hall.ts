/** The hall of the simulated day: its server in a process of its own, its people, totems, walls and desk. */
import { layMine } from '@/client/replica/gathering-replica';
import { memoryStorage } from '@/client/storage/device-storage';
import { socketWire } from '@/client/connection/socket-wire';
import { Replica } from '@/client/replica/replica';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import type { Sector } from '@/domain/words';
import { type Program, start } from '../program';
import type { Where } from '../stand';
import type { PackedFact } from '@/protocol/packed-facts';
import { type Hall, Person, type Seen } from './person';
import type { DayWire } from './wire';

export type Office = { owner: string; helper: string; devices: string[] };

export class StressHall {
  server!: Program;
  url = '';
  code = '';
  office!: Office;
  readonly arrivals: number[] = [];
  readonly returns: number[] = [];
  readonly boards: number[] = [];
  gaps = 0;
  readonly people: Person[] = [];
  readonly totems: Person[] = [];
  /** The people without a phone, as they joined at the totem. */
  readonly atTotem: Person[] = [];
  readonly walls: Replica<Gathering>[] = [];
  desk!: Person;
  private readonly proposed = new Map<string, number>();
  private lastKey = '';
  private lastSeen: Seen = { from: 0, facts: [], topics: [], rev: 0 };
  private readonly hall: Hall;

  /** Milliseconds from the fall until somebody was answered, half of the phones were connected, and all were. */
  again = { first: 0, half: 0, all: 0 };
  /** Resolves when that is known. */
  returned: Promise<void> = Promise.resolve();

  constructor(
    protected readonly folder: string,
    protected readonly pace: number,
    /** Counts what reaches the phones, which then load their pages too. */
    private readonly wire: DayWire | null = null,
  ) {
    const self = this;
    this.hall = {
      get url() {
        return self.url;
      },
      get code() {
        return self.code;
      },
      read: (payload, text) => this.read(payload, text),
      saw: (topic) => {
        const at = this.proposed.get(topic);
        if (at !== undefined) this.boards.push(performance.now() - at);
      },
      welcomed: (ms, first) => (first ? this.arrivals : this.returns).push(ms),
      gap: () => {
        this.gaps += 1;
      },
    };
  }

  /** Opens the server on the folder; `port` 0 takes a free one. */
  async open(port = 0): Promise<void> {
    const env = { HALL_FOLDER: this.folder, HALL_PACE: String(this.pace) };
    this.server = await start('ours.ts', this.wire ? { ...env, HALL_PAGES: '' } : env);
    this.office ??= await this.server.ask<Office>('office', { devices: 200 });
    const where = await this.server.ask<Where>('listen', { port });
    this.url = where.url;
  }

  /** Kills the server and starts again on the same folder and port. Milliseconds without a server. */
  async fall(): Promise<number> {
    const began = performance.now();
    await this.server.stop('SIGKILL');
    this.returned = this.returning(began);
    await this.another();
    return performance.now() - began;
  }

  /** A server in the place of one that was killed. */
  protected another(): Promise<void> {
    return this.open(Number(new URL(this.url).port));
  }

  /** Watches the phones until all are connected again; those that are away for another reason are not waited for. */
  private async returning(began: number): Promise<void> {
    const everyone = this.everyone();
    const answered = () => everyone.reduce((n, p) => n + p.answered.length, 0);
    const before = answered();
    await new Promise((r) => setTimeout(r, 200));
    this.again = { first: 0, half: 0, all: 0 };
    const since = () => Math.round(performance.now() - began);
    for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((r) => setTimeout(r, 10))) {
      const back = everyone.filter((p) => p.live).length;
      if (this.again.first === 0 && answered() > before) this.again.first = since();
      if (this.again.half === 0 && back * 2 >= everyone.length) this.again.half = since();
      if (back < everyone.length || this.again.first === 0) continue;
      this.again.all = since();
      return;
    }
  }

  private async post(path: string, cookie: string | null, body: unknown): Promise<Response> {
    for (let tries = 0; ; tries++) {
      try {
        const answer = await fetch(`${this.url}${path}`, {
          method: 'POST',
          // The cookie comes with the answer itself, which may redirect to a page.
          redirect: 'manual',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            ...(cookie ? { cookie } : {}),
          },
          body: JSON.stringify(body),
        });
        // The load balancer's word for a process that died with this request in its hands.
        if (answer.status < 502 || answer.status > 504 || tries > 20) return answer;
        await answer.arrayBuffer();
      } catch (e) {
        if (tries > 20) throw e;
      }
      await new Promise((r) => setTimeout(r, 250));
    }
  }

  async openGathering(ask: Record<string, unknown>): Promise<void> {
    const response = await this.post('/api/gatherings', this.office.owner, { ask });
    const opened = (await response.json()) as { ok: boolean; code: string };
    if (!opened.ok) throw new Error(JSON.stringify(opened));
    this.code = opened.code;
    this.desk = await this.device(this.office.owner, 'desk');
  }

  private async device(cookie: string | null, surface: 'phone' | 'kiosk' | 'desk'): Promise<Person> {
    const person = new Person(this.hall, cookie, surface);
    await person.enter();
    return person;
  }

  async addTotem(): Promise<void> {
    this.totems.push(await this.device(this.office.helper, 'kiosk'));
  }

  /** A projector with the whole client of a real page: it folds what it receives. */
  addWall(): void {
    const wire = () => socketWire(this.url, { transports: ['websocket'], forceNew: true });
    const wall = new Replica<Gathering>({
      code: this.code,
      surface: 'wall',
      catalogue: gathering as never,
      wire,
      keep: memoryStorage(),
      lay: layMine,
    });
    wall.start();
    this.walls.push(wall);
  }

  /** Takes a seat at the entrance with their own phone, and connects. */
  async join(i: number, sector: Sector): Promise<void> {
    const page = `${this.url}/i/${this.code}`;
    const wire = this.wire?.phone() ?? null;
    await wire?.open(page);
    const response = await this.post('/api/join', null, {
      code: this.code,
      label: `Persona ${i + 1}`,
      sector,
      newVoice: i % 5 === 0,
    });
    const body = (await response.json()) as { ok: boolean; seat: string };
    if (!body.ok) throw new Error(`join: ${JSON.stringify(body)}`);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? null;
    await wire?.open(page, cookie);
    const person = new Person(this.hall, cookie, 'phone', wire);
    person.seat = body.seat;
    this.people[i] = person;
    await person.enter();
  }

  /** E14: somebody without a phone, at the totem. */
  async joinAtTotem(i: number, sector: Sector): Promise<string> {
    const asked = { code: this.code, label: `Persona ${i + 1}`, sector, origin: 'totem' };
    const response = await this.post('/api/join-for', this.office.helper, asked);
    const body = (await response.json()) as { ok: boolean; seat: string };
    if (!body.ok) throw new Error(`join-for: ${JSON.stringify(body)}`);
    const sat = await this.post('/api/totem/sit', await this.totemCookie(), {
      code: this.code,
      seat: body.seat,
    });
    const person = new Person(this.hall, sat.headers.get('set-cookie')?.split(';')[0] ?? null);
    person.seat = body.seat;
    this.atTotem[i] = person;
    await person.enter();
    return body.seat;
  }

  /**
   * A shared device, used by one person at a time: they act as themselves, because nobody does secret deeds for them.
   */
  private async totemCookie(): Promise<string | null> {
    const device = this.office.devices.pop();
    if (!device) throw new Error('no device left to be a totem');
    const answer = await this.post('/api/totem/start', device, { code: this.code });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? null;
  }

  proposing(topic: string): void {
    this.proposed.set(topic, performance.now());
  }

  /** The same bytes reach everyone: parsed once. */
  private read(payload: Buffer, text: () => string): Seen {
    const key = payload.toString('latin1', 0, 90);
    if (key === this.lastKey) return this.lastSeen;
    const [name, said] = JSON.parse(text().slice(2)) as [string, unknown];
    this.lastKey = key;
    if (name !== 'frame') {
      this.lastSeen = { from: 0, facts: [], topics: [], rev: 0 };
      return this.lastSeen;
    }
    const frame = said as {
      from: number;
      facts: PackedFact[];
      people?: { rev: number };
    };
    this.lastSeen = {
      from: frame.from,
      facts: frame.facts,
      rev: frame.people?.rev ?? 0,
      topics: frame.facts.flatMap((f) =>
        f.type === 'topicProposed' ? [(f.data as { topic: string }).topic] : [],
      ),
    };
    return this.lastSeen;
  }

  /** Resolves when the first wall shows this fact: people act on what they see. */
  async heard(seq: number): Promise<void> {
    const wall = this.walls[0];
    for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((r) => setTimeout(r, 20)))
      if ((wall?.snapshot().confirmed.seq ?? 0) >= seq) return;
  }

  everyone(): Person[] {
    return [
      ...this.people.filter(Boolean),
      ...this.atTotem.filter(Boolean),
      ...this.totems,
      ...(this.desk ? [this.desk] : []),
    ];
  }

  async close(): Promise<void> {
    for (const person of this.everyone()) person.leave();
    for (const wall of this.walls) wall.close();
    await this.server?.stop('SIGTERM');
  }
}
