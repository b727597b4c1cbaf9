/** A connection to the socket server without a client: it reads as much as it is told to, and answers what it likes. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Engine.IO's pong, and the packet that enters Socket.IO's main namespace. */
export const PONG = '3';
const ENTER = '40';

/** A masked WebSocket text frame, as a client must send it. */
export function frame(text: string): Buffer {
  const data = Buffer.from(text);
  const mask = randomBytes(4);
  const head =
    data.length > 125
      ? Buffer.from([0x81, 0x80 | 126, data.length >> 8, data.length & 255])
      : Buffer.from([0x81, 0x80 | data.length]);
  for (let i = 0; i < data.length; i++) data[i] = (data[i] ?? 0) ^ (mask[i % 4] ?? 0);
  return Buffer.concat([head, mask, data]);
}

export const emit = (n: number, event: string, what: unknown): Buffer =>
  frame(`42${n}${JSON.stringify([event, what])}`);

/**
 * Opens it and enters the namespace; `entered` is called once, and from then on nothing is read by itself. Each step
 * waits for the one before: a packet sent with the upgrade is lost, and the server closes a connection that speaks
 * before it has entered.
 */
export function rawLine(port: number, entered: () => void): Socket {
  const line = connect(port, '127.0.0.1');
  let heard = '';
  let step: 'open' | 'entering' | 'entered' = 'open';
  line.on('error', () => {});
  line.on('readable', () => {
    if (step === 'entered') return;
    heard += String((line.read() as Buffer | null) ?? '');
    if (heard.includes('40{"sid"')) {
      step = 'entered';
      entered();
    } else if (step === 'open' && heard.includes('"maxPayload"')) {
      step = 'entering';
      line.write(frame(ENTER));
    }
  });
  line.write(
    `GET /filo/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  return line;
}

/** Reads at most so many bytes of what has come. */
export const sip = (line: Socket, bytes: number): string =>
  String((line.read(Math.min(bytes, line.readableLength)) as Buffer | null) ?? '');
