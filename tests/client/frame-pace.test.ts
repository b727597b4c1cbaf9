/** A slow phone takes in what came meanwhile as one frame; a quick one takes each at once. */
import { expect, it } from 'vitest';
import { pacedWire } from '@/client/connection/frame-pace';
import type { ClientWire, WireEvents } from '@/client/connection/wire';
import { packed } from '@/protocol/packed-facts';
import type { Frame, Hello, Welcome } from '@/protocol/wire';
import { fact, welcome } from './hand';

const nothing = () => {};
const HELLO: Hello = { protocol: 2, code: 'PROVA', surface: 'phone', since: 0, answered: [], people: 0 };

const frame = (from: number, n = 1, people?: Frame['people']): Frame => ({
  stream: 's',
  from,
  facts: Array.from({ length: n }, (_, i) => packed(fact(from + i, `t${from + i}`))),
  ...(people && { people }),
});

/**
 * A device on which the work of one frame lasts `cost` milliseconds, or that of the n-th `cost(n)`, on a clock of the test's
 * own. Its timers end `early` by so many milliseconds, as those of browsers do.
 */
function deviceOf(cost: number | ((n: number) => number), hidden = false, early = 0) {
  let clock = 0;
  let due: { at: number; run: () => void }[] = [];
  let events: WireEvents | null = null;
  const got: Frame[] = [];
  let answer: (w: Welcome) => void = nothing;
  const bare: ClientWire = {
    listen(e) {
      events = e;
    },
    hello: () =>
      new Promise((done) => {
        answer = done;
      }),
    command: () => Promise.reject(new Error('no command is sent here')),
    renew: nothing,
    close: nothing,
  };
  let painted = nothing;
  const typed = (after: () => void) => {
    painted = after;
    return () => {
      painted = nothing;
    };
  };
  const later = (run: () => void, ms: number) =>
    void due.push({ at: clock + Math.max(0.1, ms - early), run });
  const wire = pacedWire(bare, { now: () => clock, later, hidden: () => hidden, typed });
  wire.listen({
    up: nothing,
    down: nothing,
    own: nothing,
    again: nothing,
    frame(f) {
      got.push(f);
      clock += typeof cost === 'number' ? cost : cost(got.length);
    },
  });
  return {
    wire,
    got,
    come: (f: Frame) => events?.frame(f),
    down: () => events?.down(),
    letter: () => painted(),
    answer: (w: Welcome) => answer(w),
    /** Lets so many milliseconds pass. */
    pass(ms: number) {
      const until = clock + ms;
      for (;;) {
        const next = due.filter((d) => d.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((d) => d !== next);
        clock = Math.max(clock, next.at);
        next.run();
      }
      clock = Math.max(clock, until);
    },
  };
}

const rows = (got: Frame[]) => got.map((f) => [f.from, f.facts.length]);

it('hands each frame over at once to a device that is quick', () => {
  const device = deviceOf(2);
  for (const from of [1, 2, 3]) {
    device.come(frame(from));
    device.pass(3);
  }
  expect(rows(device.got)).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
});

it('joins the frames that come while a slow phone rests, in the order of their numbers', () => {
  const device = deviceOf(30);
  device.come(frame(1));
  device.pass(10);
  device.come(frame(4, 2));
  device.come(frame(2, 2, { rev: 3, labels: { anna: 'Anna', bruno: 'Bruno' } }));
  device.come(frame(6, 1, { rev: 4, labels: { bruno: 'B.' } }));
  expect(rows(device.got)).toEqual([[1, 1]]);
  device.pass(200);
  expect(rows(device.got)).toEqual([
    [1, 1],
    [2, 5],
  ]);
  expect(device.got[1]?.facts.map((f) => f.cmd)).toEqual(['t2', 't3', 't4', 't5', 't6']);
  expect(device.got[1]?.people).toEqual({ rev: 4, labels: { anna: 'Anna', bruno: 'B.' } });
});

it('leaves a gap between two frames as it is, for the sync machine to see', () => {
  const device = deviceOf(30);
  device.come(frame(1));
  device.come(frame(5));
  device.come(frame(2));
  device.pass(1000);
  expect(rows(device.got)).toEqual([
    [1, 1],
    [2, 1],
    [5, 1],
  ]);
});

it('lets no frame wait longer than half a second, however slow the phone is', () => {
  const device = deviceOf(2000);
  device.come(frame(1));
  device.come(frame(2));
  device.pass(500);
  expect(rows(device.got)).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

it('hands over what came before a welcome before the welcome', async () => {
  const device = deviceOf(30);
  const welcomed = device.wire.hello(HELLO).then(() => rows(device.got));
  device.come(frame(1));
  device.come(frame(2));
  device.answer(welcome({ seq: 0 }));
  expect(await welcomed).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

it('drops what waits when the link falls: the next welcome brings it', () => {
  const device = deviceOf(30);
  device.come(frame(1));
  device.come(frame(2));
  device.down();
  device.pass(1000);
  expect(rows(device.got)).toEqual([[1, 1]]);
});

it('keeps nothing waiting in a page that nobody sees', () => {
  const device = deviceOf(30, true);
  device.come(frame(1));
  device.come(frame(2));
  expect(rows(device.got)).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

it('hands a frame over after the paint of a letter while somebody types on a slow phone', () => {
  const device = deviceOf(30);
  device.come(frame(1));
  // The rest after its work is over when the second frame comes, in the middle between two letters.
  device.letter();
  device.pass(200);
  device.come(frame(2));
  device.pass(90);
  expect(rows(device.got)).toEqual([[1, 1]]);
  device.come(frame(3));
  device.letter();
  expect(rows(device.got)).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

it('waits for no letter longer than six tenths of a second', () => {
  const device = deviceOf(30);
  device.come(frame(1));
  device.letter();
  device.pass(200);
  device.come(frame(2));
  device.pass(599);
  expect(rows(device.got)).toEqual([[1, 1]]);
  device.pass(1);
  expect(rows(device.got)).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

it('hands a frame over though the timer of its longest wait ends a little early', () => {
  const device = deviceOf(30, false, 0.3);
  device.come(frame(1));
  device.letter();
  device.pass(200);
  device.come(frame(2));
  device.come(frame(3));
  device.pass(601);
  expect(rows(device.got)).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

it('waits for the next letter too after a frame that cost little, until nobody types', () => {
  const device = deviceOf((n) => (n === 1 ? 30 : 2));
  device.come(frame(1));
  device.letter();
  device.pass(200);
  device.come(frame(2));
  device.letter();
  device.pass(60);
  device.come(frame(3));
  device.pass(60);
  expect(rows(device.got)).toEqual([
    [1, 1],
    [2, 1],
  ]);
  device.letter();
  device.pass(700);
  device.come(frame(4));
  device.pass(10);
  device.letter();
  device.come(frame(5));
  expect(device.got.map((f) => f.from)).toEqual([1, 2, 3, 4, 5]);
});

it('waits for no letter on a phone that is quick, nor long after the last one', () => {
  for (const [cost, ms] of [
    [2, 100],
    [30, 700],
  ] as const) {
    const device = deviceOf(cost);
    device.come(frame(1));
    device.letter();
    device.pass(ms);
    device.come(frame(2));
    expect(rows(device.got)).toEqual([
      [1, 1],
      [2, 1],
    ]);
  }
});

it('hears no more letters once it is closed', () => {
  const device = deviceOf(30);
  device.come(frame(1));
  device.letter();
  device.pass(200);
  device.come(frame(2));
  device.wire.close();
  device.come(frame(3));
  device.letter();
  expect(rows(device.got)).toEqual([[1, 1]]);
});
