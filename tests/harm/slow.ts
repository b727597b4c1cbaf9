/**
 * Connections that ask and do not read, beside people who work: memory stays bounded, and nobody else waits or loses a
 * word.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { nanoid } from 'nanoid';
import { PROTOCOL, type Answer, type Refused, type Welcome } from '@/protocol/wire';
import { bundledProgram } from '../bundled-program';
import { Fleet } from './fleet';
import { Promises, takeSeat } from './people';
import type { SlowOrder, SlowReport } from './slow-lines';
import { CODE, rest } from './terms';

/** One spell of work: how long people waited for an answer, the server's most memory, and who used the processors. */
export type Spell = {
  p99Ms: number;
  peakMb: number;
  /** Processor time in percent of one core: the server people work with, the lines that attack, and the people. */
  serverCpu: number;
  linesCpu: number;
  peopleCpu: number;
};
export type Slowness = {
  lines: number;
  seconds: number;
  /** Size of the state that each slow connection asks for again and again. */
  stateKb: number;
  /** Without slow lines. */
  before: Spell;
  /** While the same lines attack another server on this machine, which takes its processors; null when it was not tried. */
  control: Spell | null;
  attacked: Spell;
  /** `attacked` over `before`. */
  memoryTimes: number;
  p99TimesBefore: number;
  /** `attacked` over `control`, where it was tried, else over `before`: the lines' own processor time is not the server's. */
  p99Times: number;
  answered: number;
  /** Answered, and not in the log afterwards. */
  lost: number;
  /** Honest connections that the server cut. */
  honestCut: number;
  slowCut: number;
  hellos: number;
  /** Slow connections that received the beginning of a welcome. */
  welcomed: number;
};

const PEOPLE = 24;
const EVERY_MS = 250;

const memoryMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Processor time of a process since its start, in ms. */
function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

const times = (a: number, b: number): number => Number((a / Math.max(1, b)).toFixed(2));
const at = (sorted: number[], part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0;

class Worker {
  readonly answered: string[] = [];
  waits: number[] = [];
  cut = 0;
  constructor(readonly line: Socket) {
    line.on('disconnect', () => {
      this.cut += 1;
    });
  }

  async ask(type: string, ask: unknown): Promise<void> {
    const id = nanoid(14);
    const began = performance.now();
    const answer = (await this.line
      .timeout(60_000)
      .emitWithAck('command', { code: CODE, command: { id, type, ask } })) as Answer;
    this.waits.push(performance.now() - began);
    if (answer.ok) this.answered.push(id);
  }
}

async function worker(port: number, n: number): Promise<Worker> {
  const seat = await takeSeat(port, `Persona ${n}`, new Promises());
  const line = io(`http://127.0.0.1:${port}`, {
    path: '/filo',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: seat?.cookie ?? '' },
  });
  const made = new Worker(line);
  await line
    .timeout(60_000)
    .emitWithAck('hello', { protocol: PROTOCOL, code: CODE, surface: 'phone', since: null });
  return made;
}

/** Each works for this long, once a second; returns the 99th percentile of their waits in ms. */
async function work(workers: Worker[], ms: number, topic: string): Promise<number> {
  for (const w of workers) w.waits = [];
  const end = Date.now() + ms;
  await Promise.all(
    workers.map(async (w, n) => {
      await rest((n * EVERY_MS) / workers.length);
      while (Date.now() < end) {
        await w.ask('writeNote', { note: nanoid(14), topic, kind: 'altro', text: 'una parola' });
        await rest(EVERY_MS * 4);
      }
    }),
  );
  return at(
    workers.flatMap((w) => w.waits).sort((a, b) => a - b),
    0.99,
  );
}

/** Asks again as a phone would: no whole state is given while the ended lines' bytes are still held. */
async function welcomed(line: Worker['line'] | undefined): Promise<Welcome> {
  for (let tries = 0; ; tries++) {
    const answer = (await line
      ?.timeout(60_000)
      .emitWithAck('hello', { protocol: PROTOCOL, code: CODE, surface: 'phone', since: null })) as
      | Welcome
      | Refused
      | undefined;
    if (answer?.ok) return answer;
    if (tries === 30) throw new Error(`not welcomed: ${JSON.stringify(answer)}`);
    await rest(1000);
  }
}

const slowProcess = (): ChildProcess =>
  spawn(process.execPath, [bundledProgram(fileURLToPath(new URL('./slow-lines.ts', import.meta.url)))], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
const said = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done) => child.once('message', (m) => done(m as T)));

/** A server with a large gathering, and people in it. */
async function workplace(stateKb: number) {
  const folder = mkdtempSync(join(tmpdir(), 'cerchi-harm-'));
  const fleet = new Fleet(folder, {}, 0, {});
  const workers: Worker[] = [];
  const close = async () => {
    for (const w of workers) w.line.disconnect();
    if (fleet.alive) await fleet.stop('SIGTERM');
    await fleet.dismiss();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await fleet.open();
    for (let n = 0; n < PEOPLE; n++) workers.push(await worker(fleet.port, n));
    const topic = nanoid(14);
    await workers[0]?.ask('proposeTopic', { topic, title: 'Chi cura chi cura?' });
    for (let n = 0; n < stateKb / 2; n += PEOPLE)
      await Promise.all([
        ...workers.map((w) =>
          w.ask('writeNote', { note: nanoid(14), topic, kind: 'altro', text: 'parole '.repeat(270) }),
        ),
        rest(350),
      ]);
    return { fleet, workers, topic, close };
  } catch (e) {
    await close();
    throw e;
  }
}
type Workplace = Awaited<ReturnType<typeof workplace>>;

async function spell({ fleet, workers, topic }: Workplace, ms: number, lines?: ChildProcess): Promise<Spell> {
  const pids = [fleet.pid, lines?.pid ?? 0, process.pid];
  const used = () => pids.map((pid) => (pid ? cpuMs(pid) : 0));
  const before = used();
  let peak = memoryMb(fleet.pid);
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryMb(fleet.pid));
  }, 250);
  const p99Ms = await work(workers, ms, topic);
  clearInterval(watch);
  const [serverCpu = 0, linesCpu = 0, peopleCpu = 0] = used().map((n, i) =>
    Math.round(((n - (before[i] ?? 0)) / ms) * 100),
  );
  return { p99Ms: Math.round(p99Ms), peakMb: Math.round(peak), serverCpu, linesCpu, peopleCpu };
}

/** Slow lines against that server, in a process of their own. */
async function attack(port: number, o: SlowSiege): Promise<ChildProcess> {
  const child = slowProcess();
  await said(child);
  child.send({ port, lines: o.lines, everyMs: o.everyMs ?? 1000, sip: 512 } satisfies SlowOrder);
  return child;
}

export type SlowSiege = {
  lines: number;
  seconds: number;
  /** The size of the gathering before the test, in thousands of characters. */
  stateKb: number;
  everyMs?: number;
  /** Also tries how long people wait while the lines attack another server. */
  control?: boolean;
};

export async function besiegeBySlow(o: SlowSiege): Promise<Slowness> {
  const open: Workplace[] = [];
  const lines: ChildProcess[] = [];
  try {
    const place = await workplace(o.stateKb);
    open.push(place);
    const { fleet, workers, topic } = place;
    const short = Math.max(5000, (o.seconds * 1000) / 4);
    await work(workers, 3000, topic);
    const before = await spell(place, short);
    let control: Spell | null = null;
    if (o.control) {
      const other = await workplace(o.stateKb);
      open.push(other);
      const child = await attack(other.fleet.port, o);
      lines.push(child);
      control = await spell(place, short, child);
      child.kill('SIGKILL');
      await open.pop()?.close();
      await work(workers, 3000, topic);
    }
    const child = await attack(fleet.port, o);
    lines.push(child);
    const attacked = await spell(place, o.seconds * 1000, child);
    child.send('report');
    const report = await said<SlowReport>(child);
    child.kill('SIGKILL');
    const answered = workers.flatMap((w) => w.answered);
    const honestCut = workers.reduce((sum, w) => sum + w.cut, 0);
    const welcome = await welcomed(workers[1]?.line);
    // From the stream itself: a state given while many are asked for may be some seconds old.
    const { seq } = JSON.parse((await fleet.look()).holds[CODE] ?? '{"seq":0}') as { seq: number };
    return {
      lines: o.lines,
      seconds: o.seconds,
      stateKb: Math.round(JSON.stringify(welcome.state).length / 1024),
      before,
      control,
      attacked,
      memoryTimes: times(attacked.peakMb, before.peakMb),
      p99TimesBefore: times(attacked.p99Ms, before.p99Ms),
      p99Times: times(attacked.p99Ms, (control ?? before).p99Ms),
      answered: answered.length,
      // One line for the opening, one for each seat, one for each answered command.
      lost: Math.max(0, answered.length + PEOPLE + 1 - seq),
      honestCut,
      slowCut: report.cut,
      hellos: report.hellos,
      welcomed: report.welcomed,
    };
  } finally {
    for (const child of lines) child.kill('SIGKILL');
    for (const place of open) await place.close();
  }
}
