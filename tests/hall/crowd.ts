/** The phones: hundreds of them in this one process, sending at a given rate and timing the last to receive. */
import { nanoid } from 'nanoid';
import { Line } from './line';
import { answer } from './program';
import { type Asked, note } from './ground';

type Where = { url: string; path: string; code?: string };
type Hearing = { cmds: string[]; left: number };

let lines: Line[] = [];
let where: Where = { url: '', path: '' };
let text: (asked: Asked, cmd: string) => unknown = () => null;
let deliveries = 0;
let bytes = 0;
/** The phones expected to receive: all but those that stall. */
let listeners = 0;
const hearing = new Map<string, Hearing>();
const tapped = new Map<string, number>();
const heardAll: number[] = [];
const answered: number[] = [];
let refused = 0;
/** Ends the shooting before its time. */
let ended = false;

const CMD = /\\?"cmd\\?":\\?"([\w-]+)/g;
const HEAD = 90;

/** The same bytes reach everyone: the first phone parses them, the others only count. */
function heard(payload: Buffer, text: () => string): void {
  deliveries += 1;
  bytes += payload.length;
  const key = payload.toString('latin1', 0, HEAD);
  let h = hearing.get(key);
  if (!h) {
    h = { cmds: [...text().matchAll(CMD)].map((m) => m[1] ?? ''), left: listeners };
    hearing.set(key, h);
  }
  h.left -= 1;
  if (h.left > 0) return;
  hearing.delete(key);
  const now = performance.now();
  for (const cmd of h.cmds) {
    const at = tapped.get(cmd);
    if (at === undefined) continue;
    tapped.delete(cmd);
    heardAll.push(now - at);
  }
}

async function one(cookie: string | null, since: number | null, people: number): Promise<Line> {
  const line = await Line.open(where.url, where.path, cookie);
  line.heard = heard;
  if (where.code) await line.enter(where.code, since, people);
  return line;
}

/** Milliseconds until every phone is welcomed and caught up. `abreast`: how many connect at once. */
async function connect(given: {
  where: Where;
  phones: number;
  cookies?: string[];
  since?: number | null;
  /** The labels' revision they hold. */
  people?: number;
  abreast?: number;
  /** Added to those already connected. */
  beside?: boolean;
}): Promise<number> {
  where = given.where;
  const { code } = where;
  text = code
    ? (asked, cmd) => ({ code, command: { id: cmd, ...asked } })
    : (asked, cmd) => ({ cmd, ...(asked.ask as object) });
  const began = performance.now();
  const got: Line[] = [];
  let next = 0;
  const knock = async (): Promise<void> => {
    while (next < given.phones) {
      const i = next++;
      got[i] = await one(given.cookies?.[i] ?? null, given.since ?? null, given.people ?? 0);
    }
  };
  await Promise.all(Array.from({ length: given.abreast ?? 100 }, knock));
  lines = given.beside ? [...lines, ...got] : got;
  listeners = lines.length;
  return performance.now() - began;
}

function tap(i: number, asked: Asked, at: number): void {
  const line = lines[i];
  if (!line?.up) {
    refused += 1;
    return;
  }
  const cmd = nanoid(14);
  tapped.set(cmd, at);
  line.ask('command', text(asked, cmd), (a) => {
    if (a.startsWith('[{"ok":true')) answered.push(performance.now() - at);
    else {
      refused += 1;
      tapped.delete(cmd);
    }
  });
}

const at = (sorted: Float64Array, q: number): number =>
  sorted.length === 0 ? 0 : (sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * q) - 1)] ?? 0);
const rest = (ms: number) => new Promise((r) => setTimeout(r, ms));

export type Fired = {
  sent: number;
  answered: number;
  refused: number;
  /** Commands that some phone never received. */
  unheard: number;
  seconds: number;
  answer: { p50: number; p99: number };
  last: { p50: number; p99: number; max: number };
  deliveries: number;
  bytes: number;
};

/** Commands are sent by their own clock, whatever the server does; each is timed from when it was due. */
async function fire(given: { rate: number; seconds: number; from?: number }): Promise<Fired> {
  heardAll.length = 0;
  answered.length = 0;
  tapped.clear();
  hearing.clear();
  refused = deliveries = bytes = 0;
  ended = false;
  const began = performance.now();
  const total = Math.round(given.rate * given.seconds);
  const first = given.from ?? 0;
  const active = lines.length - first;
  let sent = 0;
  while (sent < total && !ended) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * given.rate) + 1);
    for (; sent < due; sent++) tap(first + (sent % active), note(sent), began + (sent * 1000) / given.rate);
    await rest(4);
  }
  const end = performance.now() + 6000;
  while ((tapped.size > 0 || answered.length + refused < sent) && performance.now() < end) await rest(10);
  const seconds = (performance.now() - began) / 1000;
  const unheard = tapped.size;
  const last = Float64Array.from(heardAll).sort();
  const answers = Float64Array.from(answered).sort();
  return {
    sent,
    answered: answers.length,
    refused,
    unheard,
    seconds,
    answer: { p50: at(answers, 0.5), p99: at(answers, 0.99) },
    last: { p50: at(last, 0.5), p99: at(last, 0.99), max: last.at(-1) ?? 0 },
    deliveries,
    bytes,
  };
}

/** Everyone sends at the same moment, once. Milliseconds until the last answer. */
async function burst(given: { asks: Asked[] }): Promise<Fired & { ms: number }> {
  heardAll.length = 0;
  answered.length = 0;
  tapped.clear();
  hearing.clear();
  refused = deliveries = bytes = 0;
  const began = performance.now();
  given.asks.forEach((asked, i) => {
    tap(i % lines.length, asked, began);
  });
  const end = began + 20_000;
  while (answered.length + refused < given.asks.length && performance.now() < end) await rest(2);
  const ms = performance.now() - began;
  const answers = Float64Array.from(answered).sort();
  return {
    ms,
    sent: given.asks.length,
    answered: answers.length,
    refused,
    unheard: 0,
    seconds: ms / 1000,
    answer: { p50: at(answers, 0.5), p99: at(answers, 0.99) },
    last: { p50: 0, p99: 0, max: 0 },
    deliveries,
    bytes,
  };
}

answer({
  connect,
  fire,
  burst,
  /** `fire` sends no more. */
  enough() {
    ended = true;
  },
  /** The first `count` phones stop reading. */
  stall({ count }: { count: number }) {
    for (const line of lines.slice(0, count)) line.stall();
    listeners = lines.length - count;
  },
  standing: () => lines.filter((l) => l.up).length,
  leave() {
    for (const line of lines) line.close();
    lines = [];
  },
});
