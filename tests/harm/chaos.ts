/** Chaos: one seed is one bad day in the hall, with the product's own phones and stream, in simulated time. */
import { type StorageAdapter, memoryStorage } from '@/client/storage/device-storage';
import { layMine } from '@/client/replica/gathering-replica';
import { Replica } from '@/client/replica/replica';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import type { Answer } from '@/protocol/wire';
import { asSeenBy, differs } from './judge';
import { Promises } from './people';
import { CODE, dice } from './terms';
import { VirtualHall } from './virtual-hall';
import { BadLink, Time } from './weather';

const HOUR = 3_600_000;
/** The seat of each device: the first two are one person's, and the third device has two tabs open. */
const DEVICES = ['seat-anna', 'seat-anna', 'seat-bruno', 'seat-carla', 'seat-dora'];
const TABS = [0, 1, 2, 2, 3, 4];
const STEPS = 220;

type Device = { seat: string; keep: StorageAdapter; skew: number };
type Tab = { device: Device; replica: Replica<Gathering>; link: BadLink };

class Day {
  readonly time = new Time();
  readonly promises = new Promises();
  /** Everything that was written, by command id. */
  readonly asked = new Map<string, string>();
  /** Commands resubmitted after an older copy was restored, and refused at last. */
  private readonly notYet = new Map<string, string>();
  private readonly roll: (sides: number) => number;
  private readonly hall: VirtualHall;
  private readonly tabs: Tab[];
  private written = 0;

  /** `copies`: on this day older copies are restored. */
  constructor(
    readonly seed: number,
    private readonly copies: boolean,
  ) {
    this.roll = dice(seed);
    this.hall = new VirtualHall(this.time, this.roll, DEVICES);
    const devices = DEVICES.map((seat) => ({
      seat,
      keep: memoryStorage(),
      skew: (this.roll(3) - 1) * HOUR + this.roll(2000),
    }));
    this.tabs = TABS.map((d) => this.open(devices[d]!));
  }

  private open(device: Device): Tab {
    const link = new BadLink(this.time, this.hall, device.seat, this.roll);
    const command = link.command.bind(link);
    link.command = (message) =>
      command(message).then((answer: Answer) => {
        if (answer.ok || !message.again) this.promises.note(message.command.id, answer);
        else this.notYet.set(message.command.id, answer.refused);
        return answer;
      });
    let open = true;
    const kill = link.kill.bind(link);
    link.kill = () => {
      open = false;
      kill();
    };
    const replica = new Replica<Gathering>({
      code: CODE,
      surface: 'phone',
      catalogue: gathering as never,
      wire: () => link,
      keep: device.keep,
      lay: layMine,
      clock: () => this.time.now + device.skew,
      later: (run, ms) => this.time.later(() => open && run(), ms),
    });
    replica.start();
    return { device, replica, link };
  }

  private some<T>(list: readonly T[]): T | undefined {
    return list[this.roll(Math.max(1, list.length))];
  }

  private write({ replica, device }: Tab): void {
    const { view } = replica.snapshot();
    const topic = this.some(view.topicOrder);
    const name = `${device.seat}-${this.written++}`;
    const ask = (type: string, what: unknown) => {
      const id = replica.ask(type, what);
      if (typeof id === 'string') this.asked.set(id, `${device.seat} ${type}`);
    };
    const what = this.roll(10);
    if (!topic || what < 2) ask('proposeTopic', { topic: name, title: name });
    else if (what < 4)
      ask('moveTo', { to: view.private[device.seat]?.circle === 'roaming' ? null : 'roaming' });
    else if (what < 6) ask('markInterest', { topic, on: !view.private[device.seat]?.interests[topic] });
    else if (what < 8)
      ask('writeNote', { note: name, topic, kind: 'bisogno', text: name, anonymous: this.roll(2) === 0 });
    else if (what === 8)
      ask('placeTopic', {
        session: name,
        topic,
        slot: `slot-000${1 + this.roll(3)}`,
        space: `space-00${this.roll(3)}`,
      });
    else ask('withdrawTopic', { topic });
  }

  private something(): void {
    const at = this.roll(this.tabs.length);
    const tab = this.tabs[at]!;
    const what = this.roll(40);
    if (what < 22) this.write(tab);
    else if (what < 26) tab.link.cut();
    else if (what < 28) tab.link.halve();
    else if (what < 30) tab.link.slow(this.roll(30_000));
    else if (what < 31) tab.link.out(60_000 + this.roll(240_000));
    else if (what < 35) {
      tab.replica.close();
      this.tabs[at] = this.open(tab.device);
    } else if (what < 37) {
      this.hall.strike();
      for (const { link } of this.tabs) link.out(this.roll(4000));
    } else if (what < 38) {
      this.hall.diskFails = true;
      this.time.later(() => {
        this.hall.diskFails = false;
      }, this.roll(6000));
    } else if (what === 39 && this.copies) {
      this.promises.renumbered = true;
      this.hall.restoreOlder(1 + DEVICES.length);
      for (const { link } of this.tabs) link.out(this.roll(20_000));
    } else if (what === 38) {
      // The network of the whole hall drops, and returns for all at once.
      for (const { link } of this.tabs) link.out(90_000);
    }
  }

  async live(): Promise<string[]> {
    await this.time.pass(1000);
    for (let step = 0; step < STEPS; step++) {
      this.something();
      await this.time.pass(this.roll(900));
    }
    this.hall.diskFails = false;
    for (const { link } of this.tabs) link.clear();
    await this.time.pass((this.copies ? 40 : 10) * 60_000);
    return this.wrong();
  }

  private wrong(): string[] {
    const { facts } = this.hall;
    const wrong: string[] = [];
    const count = new Map<string, number>();
    for (const f of facts) count.set(f.cmd, (count.get(f.cmd) ?? 0) + 1);
    for (const [command, seq] of this.promises.answered)
      if (!this.promises.renumbered && facts[seq - 1]?.cmd !== command)
        wrong.push(`${command} was answered ${seq} and is not there`);
    for (const [command, what] of this.asked) {
      const times = count.get(command) ?? 0;
      if (times > 1) wrong.push(`${what} was done ${times} times`);
      const why = this.promises.refused.get(command) ?? this.notYet.get(command);
      if (times === 0 && (!why || (why === 'unknown_thing' && !this.promises.refused.has(command))))
        wrong.push(`${what} (${command}) is lost`);
      // Both tabs of one device may send it: one is refused, the server fails, the other is not. Nothing is lost.
      const twoTabs = what.startsWith('seat-bruno');
      if (times > 0 && !twoTabs && this.promises.refused.has(command))
        wrong.push(`${what} was refused and yet done`);
    }
    facts.forEach((f, i) => {
      if (f.seq !== i + 1) wrong.push(`fact ${i + 1} is missing`);
    });
    for (const [i, { replica, device }] of this.tabs.entries()) {
      const { confirmed, outbox, link } = replica.snapshot();
      if (link !== 'live') wrong.push(`tab ${i} is ${link}`);
      if (outbox.length > 0) wrong.push(`tab ${i} still holds ${outbox.length} commands`);
      const apart = differs(asSeenBy(device.seat, facts), JSON.parse(JSON.stringify(confirmed)));
      if (apart) wrong.push(`tab ${i} (${confirmed.seq} of ${facts.length}): ${apart}`);
      // E32: whatever its own clock says, it knows the server's time.
      if (Math.abs(replica.now() - this.time.now) > 30_000) wrong.push(`tab ${i} has the wrong time`);
      replica.close();
    }
    return wrong;
  }
}

/** Faults of that day; empty when everybody ended with the same state, and nothing was lost. */
export async function live(seed: number, copies = false): Promise<string[]> {
  // The replica spreads its retries at random: here the random numbers come from the seed.
  const { random } = Math;
  const roll = dice(~seed);
  Math.random = () => roll(2 ** 30) / 2 ** 30;
  try {
    return await new Day(seed, copies).live();
  } finally {
    Math.random = random;
  }
}
