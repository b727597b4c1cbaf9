/** The phones of many offices in one process: each writes to its own office, and says if it hears of another one. */
import { nanoid } from 'nanoid';
import { CODE, topicId } from './ground';
import { Line } from './line';
import { answer } from './program';

export type OfficePhones = { office: number; url: string; cookies: string[] };
export type OfficesFired = {
  sent: number;
  answered: number;
  refused: number;
  p50: number;
  p99: number;
  /** Notes heard of one's own office, and of any other. */
  own: number;
  foreign: number;
};

const NAMED = /ufficio-(\d+)-fine/g;
const offices: { office: number; lines: Line[] }[] = [];
let own = 0;
let foreign = 0;

/** Opens with a cookie of its own office. */
async function add({ office, url, cookies }: OfficePhones): Promise<void> {
  const lines: Line[] = [];
  for (const cookie of cookies) {
    const line = await Line.open(url, '/filo', cookie);
    line.heard = (_, text) => {
      for (const [, of] of text().matchAll(NAMED))
        if (Number(of) === office) own += 1;
        else foreign += 1;
    };
    await line.enter(CODE, null, 0);
    lines.push(line);
  }
  offices.push({ office, lines });
}

/** `rate`: notes a second in each office. Each is timed from the moment at which it was due. */
async function fire({ rate, seconds }: { rate: number; seconds: number }): Promise<OfficesFired> {
  const times: number[] = [];
  let [sent, refused] = [0, 0];
  own = foreign = 0;
  const began = performance.now();
  const total = Math.round(rate * seconds);
  const tap = (at: number, n: number, { office, lines }: (typeof offices)[number]): void => {
    const ask = {
      note: `note-${nanoid(12)}`,
      topic: topicId(n % lines.length),
      kind: 'esperienza',
      text: `Nessuno ne parla con nessuno (${n}), ufficio-${office}-fine`,
    };
    sent += 1;
    lines[n % lines.length]?.ask(
      'command',
      { code: CODE, command: { id: nanoid(14), type: 'writeNote', ask } },
      (a) => {
        if (a.startsWith('[{"ok":true')) times.push(performance.now() - at);
        else refused += 1;
      },
    );
  };
  // Offices don't write at the same moment.
  const due = offices.flatMap((o, i) =>
    Array.from({ length: total }, (_, n) => ({ o, n, at: ((n + i / offices.length) * 1000) / rate })),
  );
  due.sort((a, b) => a.at - b.at);
  for (const { o, n, at } of due) {
    while (performance.now() - began < at) await new Promise((r) => setTimeout(r, 2));
    tap(began + at, n, o);
  }
  for (const end = performance.now() + 8000; times.length + refused < sent && performance.now() < end; )
    await new Promise((r) => setTimeout(r, 20));
  await new Promise((r) => setTimeout(r, 300));
  times.sort((a, b) => a - b);
  const at = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
  return { sent, answered: times.length, refused, p50: at(0.5), p99: at(0.99), own, foreign };
}

answer({ add, fire });
