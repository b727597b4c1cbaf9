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
import { Fleet } from './fleet';
import { Promises, takeSeat } from './people';
import type { SlowOrder, SlowReport } from './slow-lines';
import { CODE, rest } from './terms';

export type Slowness = {
  lines: number;
  seconds: number;
  /** Size of the state that each slow connection asks for again and again. */
  stateKb: number;
  memoryBeforeMb: number;
  memoryPeakMb: number;
  memoryTimes: number;
  p99BeforeMs: number;
  p99Ms: number;
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

/** Each works for this long, once every quarter of a second; returns the 99th percentile of their waits in ms. */
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
  spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./slow-lines.ts', import.meta.url))], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
const said = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done) => child.once('message', (m) => done(m as T)));

/** `stateKb`: the size of the gathering before the test, in thousands of characters. */
export async function besiegeBySlow(o: {
  lines: number;
  seconds: number;
  stateKb: number;
  everyMs?: number;
}): Promise<Slowness> {
  const folder = mkdtempSync(join(tmpdir(), 'cerchi-harm-'));
  const fleet = new Fleet(folder, {}, 0, {});
  const child = slowProcess();
  const workers: Worker[] = [];
  try {
    await said(child);
    await fleet.open();
    for (let n = 0; n < PEOPLE; n++) workers.push(await worker(fleet.port, n));
    const topic = nanoid(14);
    await workers[0]?.ask('proposeTopic', { topic, title: 'Chi cura chi cura?' });
    const notes = Math.ceil(o.stateKb / 2);
    for (let n = 0; n < notes; n += PEOPLE)
      await Promise.all([
        ...workers.map((w) =>
          w.ask('writeNote', { note: nanoid(14), topic, kind: 'altro', text: 'parole '.repeat(270) }),
        ),
        rest(350),
      ]);
    await work(workers, 3000, topic);
    const spell = Math.max(5000, (o.seconds * 1000) / 4);
    const p99BeforeMs = await work(workers, spell, topic);
    const memoryBeforeMb = memoryMb(fleet.pid);
    const order: SlowOrder = { port: fleet.port, lines: o.lines, everyMs: o.everyMs ?? 1000, sip: 512 };
    child.send(order);
    let memoryPeakMb = memoryBeforeMb;
    const watch = setInterval(() => {
      memoryPeakMb = Math.max(memoryPeakMb, memoryMb(fleet.pid));
    }, 250);
    const p99Ms = await work(workers, o.seconds * 1000, topic);
    clearInterval(watch);
    child.send('report');
    const report = await said<SlowReport>(child);
    child.kill('SIGKILL');
    const answered = workers.flatMap((w) => w.answered);
    const honestCut = workers.reduce((sum, w) => sum + w.cut, 0);
    const welcome = await welcomed(workers[1]?.line);
    return {
      lines: o.lines,
      seconds: o.seconds,
      stateKb: Math.round(JSON.stringify(welcome.state).length / 1024),
      memoryBeforeMb: Math.round(memoryBeforeMb),
      memoryPeakMb: Math.round(memoryPeakMb),
      memoryTimes: Number((memoryPeakMb / memoryBeforeMb).toFixed(2)),
      p99BeforeMs: Math.round(p99BeforeMs),
      p99Ms: Math.round(p99Ms),
      answered: answered.length,
      // One line for the opening, one for each seat, one for each answered command.
      lost: Math.max(0, answered.length + PEOPLE + 1 - welcome.seq),
      honestCut,
      slowCut: report.cut,
      hellos: report.hellos,
      welcomed: report.welcomed,
    };
  } finally {
    child.kill('SIGKILL');
    for (const w of workers) w.line.disconnect();
    if (fleet.alive) await fleet.stop('SIGTERM');
    await fleet.dismiss();
    rmSync(folder, { recursive: true, force: true });
  }
}
