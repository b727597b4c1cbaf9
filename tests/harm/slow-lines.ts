/**
 * A process of connections that ask and do not read: each repeats its hello and reads a few bytes. Every other one
 * answers the heartbeat, or else it would be ended for that.
 */
import { PROTOCOL } from '@/protocol/wire';
import { emit, frame, PONG, rawLine, sip } from './raw-line';
import { CODE } from './terms';

export type SlowOrder = { port: number; lines: number; everyMs: number; sip: number };
/** `welcomed`: connections that received the beginning of a welcome. `cut`: connections that the server ended. */
export type SlowReport = { opened: number; welcomed: number; cut: number; hellos: number };

const report: SlowReport = { opened: 0, welcomed: 0, cut: 0, hellos: 0 };
/** Well within the server's heartbeat. In ms. */
const BEAT_MS = 10_000;
const hello = { protocol: PROTOCOL, code: CODE, surface: 'wall', since: null, people: 0 };

function open(order: SlowOrder, beats: boolean): void {
  let asked = 0;
  let welcomed = false;
  let timer: NodeJS.Timeout | undefined;
  const line = rawLine(order.port, () => {
    timer = setInterval(ask, order.everyMs);
    ask();
  });
  function ask(): void {
    report.hellos += 1;
    line.write(emit(asked++, 'hello', hello));
    // Engine.IO takes a pong that answers no ping: a line that reads too slowly to see the ping stays open by it.
    if (beats && asked % Math.ceil(BEAT_MS / order.everyMs) === 0) line.write(frame(PONG));
    const read = sip(line, order.sip);
    if (welcomed || !/43\d+\[\{"ok":true/.test(read)) return;
    welcomed = true;
    report.welcomed += 1;
  }
  report.opened += 1;
  line.once('close', () => {
    clearInterval(timer);
    report.cut += 1;
    // No honest device comes back at once.
    setTimeout(() => open(order, beats), 200);
  });
}

process.once('message', (order: SlowOrder) => {
  for (let n = 0; n < order.lines; n++) setTimeout(() => open(order, n % 2 === 0), n * 2);
  process.on('message', () => process.send?.(report));
});
process.once('disconnect', () => process.exit(0));
process.send?.('loaded');
