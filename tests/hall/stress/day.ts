/** The stress day, minute by minute: check-in, proposals, market, four rounds of circles, reports, votes. */
import { nanoid } from 'nanoid';
import type { Report } from '@/domain/gathering/state/report';
import { simulatedSectors } from '@/simulated/population';
import { type Random, seededRandom } from '@/simulated/random';
import {
  care,
  type SimulatedCommand,
  simulatedCommand,
  place,
  propose,
  report,
  say,
} from '@/simulated/commands';
import { DayClock } from './clock';
import { type Share, shareOf, shareSince } from '../waited';
import type { StressHall } from './hall';
import type { Answer } from './person';
import type { Plan } from './plan';
import { noteText, TORTURE } from './torture';

const ROUND = 75;
const GAP = 20;
const FIRST_ROUND = 75;
export const roundStart = (k: number): number => FIRST_ROUND + k * (ROUND + GAP);
const END = roundStart(4);

export type Told = {
  races: { won: number; lost: number; withAlternatives: number };
  refusals: Record<string, number>;
  cutMs: number;
  fallMs: number;
  placed: Map<string, string>;
  slowest: number;
  /** Processor time of server and devices during check-in; null where the system does not say. */
  checkIn: { server: Share | null; devices: Share | null };
};

export class StressDay {
  readonly told: Told = {
    races: { won: 0, lost: 0, withAlternatives: 0 },
    refusals: {},
    cutMs: 0,
    fallMs: 0,
    placed: new Map(),
    slowest: 0,
    checkIn: { server: null, devices: null },
  };
  private readonly dice: Random;
  private readonly clock: DayClock;
  private readonly seats: string[] = [];
  private readonly topics: string[];
  private readonly sessionOf = new Map<string, { slot: number; session: string }[]>();
  private readonly mergedFrom: number[];
  private readonly withdrawn: number[];
  private readonly held: number[];
  private readonly nobody: Set<number>;

  constructor(
    private readonly hall: StressHall,
    private readonly plan: Plan,
    seed: number,
    speed: number,
    /** How long everyone is without a link, and within how long all are back, in milliseconds. */
    private readonly link: { gone: number; back: number },
  ) {
    this.dice = seededRandom(seed);
    this.clock = new DayClock(speed);
    this.topics = Array.from({ length: plan.topics }, (_, i) => `tema-${String(i + 1).padStart(4, '0')}`);
    const free = this.topics.map((_, i) => i).slice(plan.racers);
    this.mergedFrom = free.slice(0, plan.merges);
    this.withdrawn = free.slice(plan.merges, plan.merges + plan.withdrawn);
    const gone = new Set([...this.mergedFrom, ...this.withdrawn]);
    this.held = this.topics.map((_, i) => i).filter((i) => !gone.has(i));
    this.nobody = new Set(this.held.slice(-plan.nobodyCame));
  }

  private readonly slot = (k: number): string => `turno-${k + 1}0`;
  private readonly space = (k: number): string => `spazio-${String(k + 1).padStart(3, '0')}`;
  /** Conveners are people with a phone, each of one topic. */
  private readonly convener = (topic: number): number =>
    Math.floor((topic * this.plan.phones) / this.plan.topics);

  /** By their own phone, or at a totem as themselves. */
  private async by(person: number, { type, ask }: SimulatedCommand): Promise<Answer> {
    const began = performance.now();
    const own = this.hall.people[person] ?? this.hall.atTotem[person];
    const totem = this.hall.totems[person % this.hall.totems.length];
    const seat = this.seats[person] ?? '';
    const answer = own
      ? await own.ask(type, ask)
      : ((await totem?.ask(type, ask, { for: seat, origin: 'totem' })) ?? { ok: false });
    if (!answer.ok) {
      const key = `${type}: ${answer.refused}`;
      this.told.refusals[key] = (this.told.refusals[key] ?? 0) + 1;
    }
    this.told.slowest = Math.max(this.told.slowest, performance.now() - began);
    return answer;
  }

  private hold(type: string, ask: unknown): Promise<Answer> {
    return this.hall.desk.ask(type, ask);
  }

  private phase(minute: number, phase: string): void {
    this.clock.at(minute, () => this.hold('changePhase', { phase }));
  }

  /** Minutes between `from` and `to`, n of them, in order. */
  private minutes(n: number, from: number, to: number): number[] {
    return Array.from({ length: n }, () => from + this.dice.unit() * (to - from)).sort((a, b) => a - b);
  }

  async run(): Promise<void> {
    const { plan, hall } = this;
    const day = '2014-05-17';
    await hall.openGathering({
      title: 'OST grande (dimostrativo)',
      question: 'Quale welfare vogliamo costruire insieme nel 2015?',
      days: [day],
      demo: true,
      slots: Array.from({ length: plan.slots }, (_, k) => ({
        id: this.slot(k),
        day,
        label: `Turno ${k + 1}`,
        start: `${10 + k * 2}:00`,
        end: `${11 + k * 2}:15`,
      })),
      spaces: Array.from({ length: plan.spaces }, (_, k) => ({ id: this.space(k), name: `Spazio ${k + 1}` })),
    });
    await Promise.all(Array.from({ length: plan.totems }, () => hall.addTotem()));
    for (let i = 0; i < plan.walls; i++) hall.addWall();
    const parts = [
      () => this.checkIn(),
      () => this.proposals(),
      () => this.market(),
      ...Array.from({ length: plan.slots }, (_, k) => () => this.round(k)),
      () => this.reports(),
      () => this.votes(),
    ];
    const pids = [hall.server.pid, process.pid] as const;
    const began = pids.map(shareOf);
    // Each part of the day ends when its last person has been answered.
    for (const [i, part] of parts.entries()) {
      part();
      await this.clock.run();
      if (i > 0) continue;
      const [server = null, devices = null] = pids.map((pid, n) => shareSince(pid, began[n] ?? null));
      this.told.checkIn = { server, devices };
    }
    await this.lateReports();
  }

  private checkIn(): void {
    const { plan, hall, dice } = this;
    this.phase(0, 'check_in');
    const sector = simulatedSectors(plan.people, dice);
    this.minutes(plan.people, 0, 20).forEach((minute, i) => {
      const where = sector[i] ?? 'volontariato';
      this.clock.at(minute, async () => {
        if (i < plan.phones) {
          await hall.join(i, where);
          this.seats[i] = hall.people[i]?.seat ?? '';
        } else this.seats[i] = await hall.joinAtTotem(i, where);
      });
    });
    this.phase(22, 'opening');
  }

  private proposals(): void {
    const { plan, hall, dice } = this;
    this.phase(25, 'proposing');
    this.minutes(plan.topics, 25, 50).forEach((minute, i) => {
      const topic = this.topics[i] ?? '';
      const proposal = propose(topic, dice, TORTURE[i]);
      this.clock.at(minute, async () => {
        hall.proposing(topic);
        await this.by(this.convener(i), proposal);
        if (i >= plan.racers) await this.place(i, i % plan.slots, Math.floor(i / plan.slots));
      });
    });
    // Only invisible characters and spaces: refused, in a sentence.
    this.clock.at(51, () =>
      this.by(0, simulatedCommand('proposeTopic', { topic: 'tema-vuoto', title: ' \u200B  ' })),
    );
    const cells = plan.slots * plan.spaces;
    for (let i = 0; i < plan.racers; i++) {
      const cell = cells - 1 - (i % plan.raceCells);
      this.clock.at(52, async () => {
        const first = await this.place(i, cell % plan.slots, Math.floor(cell / plan.slots));
        if (first.ok) {
          this.told.races.won += 1;
          return;
        }
        this.told.races.lost += 1;
        if (Array.isArray(first.detail?.free) && first.detail.free.length > 0)
          this.told.races.withAlternatives += 1;
        await this.place(i, i % plan.slots, Math.floor(i / plan.slots));
      });
    }
  }

  private async place(i: number, slot: number, space: number): Promise<Answer> {
    const topic = this.topics[i] ?? '';
    const session = `cerchio-${nanoid(8)}`;
    const cell = { slot: this.slot(slot), space: this.space(space) };
    const answer = await this.by(this.convener(i), place(session, topic, cell));
    if (answer.ok) {
      const list = this.sessionOf.get(topic) ?? [];
      list.push({ slot, session });
      this.sessionOf.set(topic, list);
      this.told.placed.set(session, `${slot}/${space}`);
    }
    return answer;
  }

  private market(): void {
    const { plan, dice } = this;
    this.phase(52, 'market');
    const pairs = new Set<string>();
    while (pairs.size < plan.interests) pairs.add(`${dice.below(plan.people)} ${dice.below(plan.topics)}`);
    const minutes = this.minutes(pairs.size, 53, 66);
    [...pairs].forEach((pair, i) => {
      const [person, topic] = pair.split(' ').map(Number) as [number, number];
      this.clock.at(minutes[i] ?? 53, () => this.by(person, care(this.topics[topic] ?? '')));
    });
    this.mergedFrom.forEach((from, i) => {
      const into = this.held[(plan.racers + i) % this.held.length] ?? 0;
      this.clock.at(68, async () => {
        const merge = `unione-${nanoid(6)}`;
        const pair = { merge, from: this.topics[from] ?? '', into: this.topics[into] ?? '' };
        await this.by(this.convener(from), simulatedCommand('offerMerge', pair));
        await this.by(this.convener(into), simulatedCommand('acceptMerge', { merge }));
      });
    });
    for (const i of this.withdrawn)
      this.clock.at(69, () =>
        this.by(this.convener(i), simulatedCommand('withdrawTopic', { topic: this.topics[i] ?? '' })),
      );
    this.clock.at(71, () => this.continuations());
  }

  /** E09: some go on in a later round, in a cell that has become free. */
  private async continuations(): Promise<void> {
    const { plan } = this;
    const gone = new Set([...this.mergedFrom, ...this.withdrawn].map((i) => this.topics[i]));
    const taken = new Set<string>();
    for (const [topic, sessions] of this.sessionOf)
      if (!gone.has(topic)) for (const s of sessions) taken.add(this.told.placed.get(s.session) ?? '');
    const free: [number, number][] = [];
    for (let slot = plan.slots - 1; slot >= 0; slot--)
      for (let space = 0; space < plan.spaces; space++)
        if (!taken.has(`${slot}/${space}`)) free.push([slot, space]);
    let made = 0;
    for (const i of this.held) {
      if (made === plan.continuations) break;
      const own = this.sessionOf.get(this.topics[i] ?? '')?.[0]?.slot ?? 0;
      const at = free.findIndex(([slot]) => slot !== own);
      const [cell] = at < 0 ? [] : free.splice(at, 1);
      if (cell && (await this.place(i, ...cell)).ok) made += 1;
    }
  }

  /** The circles of a round with their topics, except those to which nobody came. */
  private circles(k: number): { topic: number; session: string }[] {
    return this.held.flatMap((topic) =>
      (this.sessionOf.get(this.topics[topic] ?? '') ?? []).flatMap((s) =>
        s.slot === k ? [{ topic, session: s.session }] : [],
      ),
    );
  }

  private round(k: number): void {
    const { plan, dice, clock, hall } = this;
    const start = roundStart(k);
    if (k === 0) this.phase(start - 0.5, 'sessions');
    // Places are known only when the round begins.
    clock.at(start, () =>
      Promise.all(
        this.circles(k).map((c) =>
          this.by(this.convener(c.topic), simulatedCommand('startSession', { session: c.session })),
        ),
      ),
    );
    const movers = dice.shuffled(Array.from({ length: plan.people }, (_, i) => i)).slice(0, plan.moves);
    this.minutes(movers.length, start, start + 3).forEach((minute, i) => {
      const throwOf = dice.below(1_000_000);
      clock.at(minute, () => {
        const open = this.circles(k).filter((c) => !this.nobody.has(c.topic));
        const to = open[throwOf % Math.max(1, open.length)]?.session ?? 'roaming';
        return this.by(movers[i] ?? 0, simulatedCommand('moveTo', { to }));
      });
    });
    this.notes(k, start);
    clock.at(start + ROUND, () =>
      Promise.all(
        this.circles(k).map((c) =>
          this.by(this.convener(c.topic), simulatedCommand('endSession', { session: c.session })),
        ),
      ),
    );
    if (k === 1) clock.at(start + 30, () => this.cut());
    if (k === 2)
      clock.at(start + 30, async () => {
        this.told.fallMs = await hall.fall();
      });
  }

  private notes(k: number, start: number): void {
    const { plan, dice, clock } = this;
    const n = Math.floor(plan.notes / plan.slots) + (k < plan.notes % plan.slots ? 1 : 0);
    // Most notes come evenly, a quarter in the last minutes, when everybody writes at once.
    const calm = Math.round(n * 0.75);
    const minutes = [
      ...this.minutes(calm, start + 3, start + ROUND - 10),
      ...this.minutes(n - calm, start + ROUND - 10, start + ROUND - 0.5),
    ];
    minutes.forEach((minute, i) => {
      const person = dice.below(plan.people);
      const throwOf = dice.below(1_000_000);
      const words = noteText(dice, k === 0 ? i : TORTURE.length + i);
      clock.at(minute, () => {
        const open = this.circles(k).filter((c) => !this.nobody.has(c.topic));
        const circle = open[throwOf % Math.max(1, open.length)];
        const topic = this.topics[circle?.topic ?? this.held[0] ?? 0] ?? '';
        const where = { topic, session: circle?.session ?? null };
        return this.by(person, say(`nota-${k}-${String(i).padStart(5, '0')}`, where, dice, words));
      });
    });
    if (k === 3)
      clock.at(start + ROUND, () =>
        this.by(0, simulatedCommand('flagText', { what: 'note', id: 'nota-0-00000' })),
      );
  }

  /** The Wi-Fi drops, and people go on writing; then all come back together. */
  private async cut(): Promise<void> {
    const phones = [...this.hall.people, ...this.hall.totems];
    const began = performance.now();
    for (const p of phones) p.cut();
    await new Promise((r) => setTimeout(r, this.link.gone));
    await Promise.all(
      phones.map(async (p) => {
        await new Promise((r) => setTimeout(r, Math.random() * this.link.back));
        await p.back();
      }),
    );
    this.told.cutMs = performance.now() - began;
  }

  private async report(i: number): Promise<void> {
    // Step by step as anybody writes one, from the wall's state of it.
    const topic = this.topics[i] ?? '';
    const written = (): Report | undefined => this.hall.walls[0]?.snapshot().view.reports[topic];
    for (let steps = 0; steps < 12 && (written()?.publishedAt ?? null) === null; steps++) {
      const answer = await this.by(this.convener(i), report(topic, written(), this.nobody.has(i), this.dice));
      await this.hall.heard(answer.seq ?? 0);
    }
  }

  private reports(): void {
    const { plan, clock } = this;
    this.phase(END, 'reading');
    this.held.slice(0, plan.onTime).forEach((i, n) => {
      clock.at(END + (n * 18) / plan.onTime, () => this.report(i));
    });
  }

  private votes(): void {
    const { plan, dice, clock } = this;
    this.phase(END + 24, 'voting');
    clock.at(END + 25, () => this.hold('openVoting', { quota: plan.quota }));
    const missing = plan.voters * plan.quota - plan.dots;
    const minutes = this.minutes(plan.voters, END + 26, END + 34);
    const dotsOn = (topic: number | undefined, dots: number): SimulatedCommand =>
      simulatedCommand('placeDots', { topic: this.topics[topic ?? 0] ?? '', dots });
    for (let v = 0; v < plan.voters; v++) {
      const dots = plan.quota - (v < missing ? 1 : 0);
      const [a, b] = dice.shuffled(this.held);
      clock.at(minutes[v] ?? 0, async () => {
        await this.by(v, dotsOn(a, 2));
        await this.by(v, dotsOn(b, dots - 2));
        // I7: one more than they have.
        if (v % 27 === 0) await this.by(v, dotsOn(a, 5));
      });
    }
  }

  private async lateReports(): Promise<void> {
    const { plan } = this;
    await this.hold('closeVoting', {});
    await this.hold('changePhase', { phase: 'completing' });
    await this.hold('allowCompletion', { days: 30 });
    await Promise.all(this.held.slice(plan.onTime, plan.onTime + plan.late).map((i) => this.report(i)));
    await this.hold('changePhase', { phase: 'concluded' });
  }
}
