/**
 * Puts ready-made JSON text into a message: serialised once for a whole hall, and its long part never copied per
 * connection.
 */
import * as standard from 'socket.io-parser';

/** An Engine.IO message that is not text: Socket.IO has no word for it, and a client must know how to read it. */
class ReadyBytes {
  constructor(readonly bytes: Buffer) {}
}

/** A placeholder for a whole message that is sent as these bytes. */
export const rawBytes = <T>(bytes: Buffer): T => new ReadyBytes(bytes) as T;

class ReadyText {
  constructor(
    readonly text: string,
    /** The bytes after `text`, in UTF-8; the same buffer for every connection. */
    readonly shared: Buffer | null = null,
  ) {}
}

/** A placeholder for the value whose JSON is `text`, as the last or only argument of a message. */
export const rawJson = <T>(text: string): T => new ReadyText(text) as T;

/**
 * The same, in two parts: `head` is this connection's own, `shared` the rest of the JSON as `sharedPart` made it. The
 * bytes of `shared` are passed to each socket by reference, so that a thousand slow connections hold one copy.
 */
export const sharedJson = <T>(head: string, shared: Buffer): T => new ReadyText(head, shared) as T;

/**
 * The end of a JSON text, ready for `sharedJson`. Its message ends here, so the closing bracket of its packet is in it.
 * `after` follows the text, which is written once: a large one is not copied to have a few letters more.
 */
export function sharedPart(text: string, after = ''): Buffer {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafeSlow(length + after.length + 1);
  bytes.write(text);
  bytes.write(`${after}]`, length);
  return bytes;
}

/** The first byte of a WebSocket message in one frame, by its kind (RFC 6455, 5.2). */
const TEXT = 0x81;
const BINARY = 0x82;

function frameHeader(kind: number, length: number): Buffer {
  const header = Buffer.alloc(length > 0xffff ? 10 : length > 125 ? 4 : 2);
  header[0] = kind;
  if (length > 0xffff) {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  } else if (length > 125) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else header[1] = length;
  return header;
}

/** A packet whose end is shared. As a text it is whole, for transports that send texts. */
class SharedPacket {
  constructor(
    private readonly head: string,
    readonly shared: Buffer,
  ) {}

  get length(): number {
    return this.head.length + this.shared.length;
  }

  toString(): string {
    return this.head + this.shared.toString();
  }

  /** A WebSocket text frame in two buffers: its header with this connection's own part, and the shared bytes. */
  frame(): [Buffer, Buffer] {
    // `4` is Engine.IO's message type.
    const own = Buffer.from(`4${this.head}`);
    const header = frameHeader(TEXT, own.length + this.shared.length);
    return [Buffer.concat([header, own]), this.shared];
  }
}

/** The WebSocket frame of a message of bytes, made once for all who get it. */
const framesOfBytes = new WeakMap<Buffer, [Buffer]>();

function frameOfBytes(bytes: Buffer): [Buffer] {
  const made = framesOfBytes.get(bytes);
  if (made) return made;
  const frame: [Buffer] = [Buffer.concat([frameHeader(BINARY, bytes.length), bytes])];
  framesOfBytes.set(bytes, frame);
  return frame;
}

/** An Engine.IO packet before it is queued. */
export type QueuedPacket = { data?: unknown; options?: { wsPreEncodedFrame?: Buffer[] } };

/** For Engine.IO's `packetCreate`: a shared packet is sent as a frame made here, which the transport does not copy. */
export function frameShared(packet: QueuedPacket): void {
  const { data } = packet;
  if (data instanceof SharedPacket) packet.options = { ...packet.options, wsPreEncodedFrame: data.frame() };
  else if (data instanceof Buffer)
    packet.options = { ...packet.options, wsPreEncodedFrame: frameOfBytes(data) };
}

class Encoder extends standard.Encoder {
  override encode(packet: standard.Packet): ReturnType<standard.Encoder['encode']> {
    const said = Array.isArray(packet.data) ? (packet.data.at(-1) as unknown) : null;
    if (said instanceof ReadyBytes) return [said.bytes];
    if (!(said instanceof ReadyText)) return super.encode(packet);
    const { type, nsp, id } = packet;
    const before = (packet.data as unknown[]).slice(0, -1).map((x) => `${JSON.stringify(x)},`);
    const where = nsp === '/' ? '' : `${nsp},`;
    const head = `${type}${where}${id ?? ''}[${before.join('')}${said.text}`;
    if (!said.shared) return [`${head}]`];
    return [new SharedPacket(head, said.shared)] as unknown as string[];
  }
}

/** Socket.IO's own parser, so that any client of it can read the messages. */
export const parser = { ...standard, Encoder };
