/** One phone's connection to a Socket.IO server, by hand over TCP: cheap enough that a thousand fit in one process. */
import { randomBytes } from 'node:crypto';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { inflateRawSync } from 'node:zlib';
import { DICTIONARY, frameDictionary } from '@/protocol/frame-dictionary';
import { PROTOCOL } from '@/protocol/version';

const [PING, OPEN, MESSAGE, CONNECTED, EVENT, ACK] = [...'204023'].map((c) => c.charCodeAt(0));
const UPGRADED = Buffer.from('\r\n\r\n');

/** `text` gives the payload as text, which is inflated only then. */
type Heard = (payload: Buffer, text: () => string) => void;
const BYTES = 2;
const TEXT = 1;

export class Line {
  /** Every event's payload (`42["frame",…`, or a deflated frame's bytes), valid only during the call. */
  heard: Heard = () => {};
  closed: () => void = () => {};
  up = false;
  /** Bytes so far, with all headers. */
  received = 0;
  private socket: Socket;
  private rest: Buffer | null = null;
  private dictionary = Buffer.alloc(0);
  private next = 0;
  private readonly asked = new Map<number, { answer: (text: string) => void; most: number }>();

  private constructor(private readonly host: URL) {
    this.socket = connect(Number(host.port), host.hostname);
    this.socket.setNoDelay(true);
  }

  /** Resolves when Socket.IO has accepted it; rejects when the link is refused or drops first. */
  static open(url: string, path: string, cookie: string | null): Promise<Line> {
    const line = new Line(new URL(url));
    return new Promise((done, failed) => {
      line.socket.once('error', failed);
      line.socket.once('close', () => failed(new Error('closed at the door')));
      line.socket.once('connect', () =>
        line.socket.write(
          `GET ${path}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${line.host.host}\r\nUpgrade: websocket\r\n` +
            `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n` +
            `${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`,
        ),
      );
      line.socket.on('data', (chunk) => line.take(chunk, done, failed));
      line.socket.on('close', () => {
        line.up = false;
        line.closed();
      });
      line.socket.on('error', () => {});
    });
  }

  private take(chunk: Buffer, done: (line: Line) => void, failed: (e: Error) => void): void {
    this.received += chunk.length;
    let data = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    this.rest = null;
    if (!this.up && data.subarray(0, 5).toString('latin1') === 'HTTP/') {
      const end = data.indexOf(UPGRADED);
      if (end < 0) {
        this.rest = data;
        return;
      }
      if (!data.subarray(0, 12).toString('latin1').endsWith('101')) {
        failed(new Error(data.subarray(0, 40).toString('latin1')));
        return;
      }
      data = data.subarray(end + 4);
    }
    let at = 0;
    while (data.length - at >= 2) {
      const short = (data[at + 1] ?? 0) & 127;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length - at < head) break;
      const length =
        short < 126
          ? short
          : short === 126
            ? data.readUInt16BE(at + 2)
            : Number(data.readBigUInt64BE(at + 2));
      if (data.length - at < head + length) break;
      const kind = (data[at] ?? 0) & 15;
      const payload = data.subarray(at + head, at + head + length);
      if (kind === TEXT) this.hear(payload, done);
      else if (kind === BYTES) this.heard(payload, () => this.inflated(payload));
      at += head + length;
    }
    if (at < data.length) this.rest = at === 0 ? data : data.subarray(at);
  }

  private hear(payload: Buffer, done: (line: Line) => void): void {
    const kind = payload[0];
    if (kind === PING) this.write('3');
    else if (kind === OPEN) this.write('40');
    else if (kind === MESSAGE && payload[1] === EVENT) this.heard(payload, () => payload.toString());
    else if (kind === MESSAGE && payload[1] === CONNECTED) {
      this.up = true;
      done(this);
    } else if (kind === MESSAGE && payload[1] === ACK) this.answered(payload);
  }

  private answered(payload: Buffer): void {
    const bracket = payload.indexOf(91);
    const id = Number(payload.subarray(2, bracket).toString('latin1'));
    const asked = this.asked.get(id);
    this.asked.delete(id);
    asked?.answer(payload.toString('utf8', bracket, bracket + asked.most));
  }

  private inflated(payload: Buffer): string {
    return `42["frame",${inflateRawSync(payload, { dictionary: this.dictionary }).toString()}]`;
  }

  /** Asks for deflated frames, as a phone does after each welcome. */
  deflate(stream: string): void {
    this.dictionary = Buffer.from(frameDictionary(stream));
    this.write(`42${JSON.stringify(['deflate', { stream, dictionary: DICTIONARY }])}`);
  }

  /** Says hello as a phone does: the whole state, where it is due, comes by HTTP, compressed, one for all. */
  async enter(code: string, since: number | null, people: number): Promise<void> {
    const hello = { protocol: PROTOCOL, code, surface: 'phone', since, people, fetches: true };
    const answer = await new Promise<string>((done) => this.ask('hello', hello, done));
    if (!answer.startsWith('[{"ok":true')) throw new Error(answer.slice(0, 200));
    const [, stream = ''] = /"stream":"([^"]+)"/.exec(answer) ?? [];
    this.deflate(stream);
    const [, snapshot] = /"url":"(\/api\/snapshots\/[^"]+)"/.exec(answer) ?? [];
    if (!snapshot) return;
    const url = new URL(snapshot, this.host);
    await new Promise<void>((done, failed) => {
      get(url, { headers: { 'accept-encoding': 'br' } }, (res) => {
        if (res.statusCode !== 200) failed(new Error(`the snapshot answered ${res.statusCode}`));
        res.resume().once('end', done);
      }).once('error', failed);
    });
  }

  /** Sends, and gets the answer as JSON text of the acknowledgement's arguments; of a long one its first `most` bytes. */
  ask(
    event: 'hello' | 'command',
    message: unknown,
    answer: (text: string) => void,
    most = event === 'hello' ? 20_000 : 100_000,
  ): void {
    const id = this.next++;
    this.asked.set(id, { answer, most });
    this.write(`42${id}${JSON.stringify([event, message])}`);
  }

  private write(text: string): void {
    const body = Buffer.from(text);
    const size = body.length < 126 ? 0 : body.length < 65536 ? 2 : 8;
    const head = Buffer.alloc(6 + size);
    head[0] = 0x81;
    head[1] = 0x80 | (size === 0 ? body.length : size === 2 ? 126 : 127);
    if (size === 2) head.writeUInt16BE(body.length, 2);
    if (size === 8) head.writeBigUInt64BE(BigInt(body.length), 2);
    // A mask of zeros: the body is sent as it is.
    this.socket.write(Buffer.concat([head, body]));
  }

  /** Stops reading, as a phone whose radio sleeps; the server is not told. */
  stall(): void {
    this.socket.pause();
  }

  wake(): void {
    this.socket.resume();
  }

  close(): void {
    this.closed = () => {};
    this.socket.destroy();
  }
}
