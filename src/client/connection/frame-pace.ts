/**
 * Spares a slow phone: while it is still busy with the last frame, those that come wait and are handed over as one. A phone
 * that is quick gets each at once. While somebody types on a slow phone, frames wait for the moment after a letter's paint: the
 * next letter is then furthest away.
 */
import type { Frame } from '@/protocol/wire';
import type { ClientWire } from './wire';

/** Work this short, in ms, leaves time for a finger: nothing waits after it. */
const SHORT = 10;
/** A frame's work is followed by so many times as much rest, so that most of the time is left for typing and tapping. */
const REST = 4;
/** The longest rest, in ms: news stays news. */
const REST_MOST = 400;

/** Somebody types for so long after a letter, in ms. */
const TYPING = 600;
/** The longest that a frame waits for a letter's paint, in ms, since it came. */
const WAIT_MOST = 600;

type Device = {
  /** Milliseconds. */
  now(): number;
  later(run: () => void, ms: number): void;
  /** A page that nobody sees has no finger to wait for, and slow timers. */
  hidden(): boolean;
  /** Calls this after the paint of each letter. Returns a function that ends it. */
  typed(painted: () => void): () => void;
};
const device: Device = {
  now: () => performance.now(),
  later: (run, ms) => void setTimeout(run, ms),
  hidden: () => document.visibilityState === 'hidden',
  typed(painted) {
    const letter = () => requestAnimationFrame(() => setTimeout(painted));
    window.addEventListener('input', letter, true);
    return () => window.removeEventListener('input', letter, true);
  },
};

/** The same wire, with its frames in the order of their numbers and not faster than this device takes them in. */
export function pacedWire(wire: ClientWire, { now, later, hidden, typed }: Device = device): ClientWire {
  let hand: (frame: Frame) => void = () => {};
  let waiting: Frame[] = [];
  let resting = false;
  /** The time that the first of those that wait came at. */
  let since = 0;
  /** True while this phone needs long for a frame. */
  let slow = false;
  let lastLetter = Number.NEGATIVE_INFINITY;
  let deaf = (): void => {};
  /** A timer for the longest wait runs. */
  let armed = false;

  const typing = (): boolean => now() - lastLetter <= TYPING;
  const handOver = (): void => {
    const frames = joined(waiting);
    waiting = [];
    for (const frame of frames) hand(frame);
  };
  const work = (): void => {
    const began = now();
    resting = true;
    handOver();
    // Screens are drawn at the end of this task, so the next one knows what it has cost.
    later(() => {
      const cost = now() - began;
      // Some frames cost less than others: who types on a slow phone does so until they stop.
      slow = cost >= SHORT || (slow && typing());
      if (cost < SHORT) goOn();
      else later(goOn, Math.min(REST_MOST, cost * REST));
    }, 0);
  };
  const goOn = (): void => {
    resting = false;
    if (waiting.length > 0) workOrWait();
  };
  const workOrWait = (): void => {
    const most = since + WAIT_MOST - now();
    if (!slow || !typing() || most <= 0) work();
    else if (!armed) {
      armed = true;
      later(() => {
        armed = false;
        // A browser's timer may end a fraction of a millisecond early: then it waits once more.
        if (!resting && waiting.length > 0) workOrWait();
      }, most);
    }
  };
  const painted = (): void => {
    lastLetter = now();
    if (!resting && waiting.length > 0) work();
  };

  return {
    ...wire,
    listen(events) {
      hand = events.frame;
      deaf = typed(painted);
      wire.listen({
        ...events,
        frame(frame) {
          if (waiting.length === 0) since = now();
          waiting.push(frame);
          if (hidden()) work();
          else if (!resting) workOrWait();
        },
        down() {
          // The next hello says how far this device is, and is answered with all since then.
          waiting = [];
          events.down();
        },
      });
    },
    async hello(hello, within) {
      const welcome = await wire.hello(hello, within);
      // They came before the welcome, so they are handed over before it.
      handOver();
      return welcome;
    },
    close() {
      deaf();
      waiting = [];
      wire.close();
    },
  };
}

/** As few frames as there are unbroken rows of facts. */
function joined(frames: readonly Frame[]): Frame[] {
  const rows: Frame[] = [];
  for (const frame of [...frames].sort((a, b) => a.from - b.from)) {
    const last = rows.at(-1);
    if (last && last.from + last.facts.length === frame.from) rows[rows.length - 1] = together(last, frame);
    else rows.push(frame);
  }
  return rows;
}

function together(a: Frame, b: Frame): Frame {
  const { stream, from } = a;
  const facts = [...a.facts, ...b.facts];
  const people = a.people && b.people ? newest(a.people, b.people) : (a.people ?? b.people);
  return { stream, from, facts, ...(people && { people }) };
}

type People = NonNullable<Frame['people']>;
function newest(a: People, b: People): People {
  const [old, young] = a.rev <= b.rev ? [a, b] : [b, a];
  return { rev: young.rev, labels: { ...old.labels, ...young.labels } };
}
