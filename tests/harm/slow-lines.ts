/** A process of connections that ask and do not read: each repeats its hello and reads a few bytes. */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { PROTOCOL } from '@/protocol/wire';
import { CODE } from './terms';

export type SlowOrder = { port: number; lines: number; everyMs: number; sip: number };
export type SlowReport = { opened: number; cut: number; hellos: number };

const report: SlowReport = { opened: 0, cut: 0, hellos: 0 };

/** A masked WebSocket text frame, as a client must send it. */
function frame(text: string): Buffer {
  const data = Buffer.from(text);
  const mask = randomBytes(4);
  const head =
    data.length > 125
      ? Buffer.from([0x81, 0x80 | 126, data.length >> 8, data.length & 255])
      : Buffer.from([0x81, 0x80 | data.length]);
  for (let i = 0; i < data.length; i++) data[i] = (data[i] ?? 0) ^ (mask[i % 4] ?? 0);
  return Buffer.concat([head, mask, data]);
}

function open(order: SlowOrder): void {
  const line = connect(order.port, '127.0.0.1');
  let asked = 0;
  line.on('error', () => {});
  line.on('readable', () => {});
  line.write(
    `GET /filo/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${order.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  report.opened += 1;
  line.write(frame('40'));
  const hello = { protocol: PROTOCOL, code: CODE, surface: 'wall', since: null, people: 0 };
  const timer = setInterval(() => {
    report.hellos += 1;
    line.write(frame(`42${asked++}${JSON.stringify(['hello', hello])}`));
    line.read(order.sip);
  }, order.everyMs);
  line.once('close', () => {
    clearInterval(timer);
    report.cut += 1;
    // No honest device comes back at once.
    setTimeout(() => open(order), 200);
  });
}

process.once('message', (order: SlowOrder) => {
  for (let n = 0; n < order.lines; n++) setTimeout(() => open(order), n * 2);
  process.on('message', () => process.send?.(report));
});
process.once('disconnect', () => process.exit(0));
process.send?.('loaded');
