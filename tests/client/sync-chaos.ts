/**
 * Seeded chaos on the pure sync machine: whatever the network does, in the end every device holds the stream's state,
 * each command once.
 */
import { Device, dice, Stream } from './sync-world';

const SEATS = ['anna', 'bruno', 'carla'];
const STEPS = 60;

/** Returns what was wrong in the end. `freezes`: all input of the machine is frozen, so that any change to it throws. */
export function chaos(seed: number, freezes = false): string[] {
  const roll = dice(seed);
  const stream = new Stream(roll);
  stream.busy = roll(3) === 0 ? 20 : 0;
  stream.wholly = roll(3) * 20;
  const lossy = roll(2) === 0;
  // Anna has two devices; one device is passed from hand to hand.
  const devices = [...SEATS, 'anna'].map((seat) => new Device(stream, seat));
  for (const d of devices) d.freezes = freezes;
  const shared = devices[1];
  const topics: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    const d = devices[roll(devices.length)]!;
    const what = roll(20);
    if (what <= 1) d.cut();
    else if (what <= 4) d.connect();
    else if (what === 5) d.reload(d === shared ? SEATS[roll(3)] : d.seat);
    else if (what <= 9) d.deliver(1 + roll(5));
    else if (what === 10) d.pass(roll(30_000));
    else if (what === 11) d.silence();
    else if (what === 12) d.dispatch({ type: 'woke' });
    else if (what === 13) stream.name(SEATS[roll(3)]!, !lossy);
    else if (what === 14 && lossy) d.lose();
    else if (what === 15 && roll(6) === 0) stream.restore(Math.max(0, stream.facts.length - roll(4)));
    else if (what <= 17 && topics.length > 0) d.ask('like', topics[roll(topics.length)]!);
    else {
      const topic = `t${topics.length}`;
      topics.push(topic);
      d.ask('propose', topic);
    }
  }
  stream.busy = 0;
  for (const d of devices) d.cut();
  // Everyone who ever held a device comes back to it.
  for (let round = 0; round < 3; round++)
    for (const seat of SEATS) {
      if (shared && shared.seat !== seat) shared.reload(seat);
      settle(devices);
    }
  // Then the time to resubmit is over, and impossible commands are reported.
  for (const d of devices) d.pass(11 * 60_000);
  settle(devices);
  return [...devices.flatMap((d) => d.broken), ...judge(stream, devices)];
}

function settle(devices: Device[]): void {
  for (let round = 0; round < 6; round++)
    for (const d of devices) {
      d.connect();
      d.deliver();
      d.pass(25_000);
      d.deliver();
    }
}

function judge(stream: Stream, devices: Device[]): string[] {
  const wrong: string[] = [];
  const times = new Map<string, number>();
  for (const { cmd } of stream.facts) times.set(cmd, (times.get(cmd) ?? 0) + 1);
  for (const [i, d] of devices.entries()) {
    const { state } = d;
    if (state.standing.at !== 'live') wrong.push(`device ${i} stands ${state.standing.at}`);
    if (state.outbox.length > 0) wrong.push(`device ${i} still has ${state.outbox.length} commands`);
    if (JSON.stringify(sorted(state.confirmed)) !== JSON.stringify(sorted(stream.seenBy(d.seat))))
      wrong.push(`device ${i} holds another state`);
    for (const [seat, label] of Object.entries(stream.labels))
      if (state.people[seat] !== label) wrong.push(`device ${i} calls ${seat} ${state.people[seat]}`);
    for (const [id] of d.asked) {
      const n = times.get(id) ?? 0;
      if (n > 1) wrong.push(`${id} happened ${n} times`);
      if (n === 0 && !d.refusedIds.has(id) && !d.keeps(id)) wrong.push(`${id} is lost`);
    }
  }
  return wrong;
}

const sorted = (x: unknown): unknown =>
  typeof x !== 'object' || x === null || Array.isArray(x)
    ? x
    : Object.fromEntries(
        Object.entries(x)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, sorted(v)]),
      );

/** Those of the seeds from 1 on that end wrong, and how. */
export function failures(seeds: number): string[] {
  const failed: string[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const wrong = chaos(seed);
    if (wrong.length > 0) failed.push(`seed ${seed}: ${wrong.join('; ')}`);
  }
  return failed;
}
