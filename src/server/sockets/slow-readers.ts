/** Cuts connections that ask and do not read, and sheds load before the memory of the process is full. */
import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { getHeapStatistics } from 'node:v8';

const EVERY = 1000;
/** Bytes per second that the slowest honest phone reads (an EDGE network gives 20 kB). */
const SLOWEST = 16 * 1024;
/** Grace time before a connection can be called slow, in ms. */
const GRACE = 20_000;
/** No connection may have more unread than this, in bytes: twice the largest state ever seen. */
const MOST = 16 * 1024 * 1024;
/** Below this a connection is never cut. In bytes. */
const LITTLE = 32 * 1024;
/** A connection with more unread than this is given no frames: each would be held for it alone. In bytes. */
const MUCH = 256 * 1024;
/** Maximum number of messages queued above a connection's socket. */
const MOST_PACKETS = 4000;
/** Buffers outside the heap that the whole server may hold, in bytes. */
const BUFFERS = 384 * 1024 * 1024;
/**
 * Whole states are given over the sockets while less than this is unread on all of them, in bytes. The states differ as
 * people write, so that each may be a copy of its own; and what the kernel holds unread slows everybody's packets.
 */
const UNREAD_IN_ALL = 24 * 1024 * 1024;
/** Bytes are not counted again sooner than this. In ms. */
const COUNT_AGAIN = 100;
/** Share of the heap's limit at which load is shed. */
const HEAP_PART = 0.75;

export type Memory = { heap: number; heapLimit: number; buffers: number };
export const memoryNow = (): Memory => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, heapLimit: getHeapStatistics().heap_size_limit, buffers: arrayBuffers };
};

/** A connection of the socket server: its queue above the TCP connection, and a way to close it with a reason. */
export type QueuedLine = {
  socket: Socket | null;
  /** Bytes and messages that wait above the TCP connection. */
  queued(): { bytes: number; packets: number };
  end(reason: string): void;
  /** True: it is given no frames from here on. False: it has read, and asks for what it missed. */
  hold(on: boolean): void;
};

type Backlog = { since: number; peak: number };

export class SlowReaders {
  /** Every open connection of the HTTP server. */
  readonly sockets = new Set<Socket>();
  private readonly lines = new Set<QueuedLine>();
  private readonly behind = new Map<Socket, Backlog>();
  private readonly held = new WeakSet<QueuedLine>();
  private readonly timer: NodeJS.Timeout;
  private shedding = false;
  /** Unread bytes of all connections at the last count, and what was given to them since. */
  private inAll = 0;
  private countedAt = 0;
  /** Number of connections cut since the start, by reason. */
  readonly cut = { slow: 0, shed: 0 };

  constructor(
    http: HttpServer,
    private readonly warn: (what: string) => void,
    private readonly now: () => number = () => performance.now(),
    private readonly memory: () => Memory = memoryNow,
  ) {
    const { sockets, behind } = this;
    // One listener for all sockets, which are its `this`: each phone would hold its own.
    function closed(this: Socket): void {
      sockets.delete(this);
      behind.delete(this);
    }
    http.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', closed);
    });
    this.timer = setInterval(() => this.look(), EVERY);
    this.timer.unref();
    http.once('close', () => clearInterval(this.timer));
  }

  /** Watches a connection until `leave`. */
  watch(line: QueuedLine): void {
    this.lines.add(line);
  }

  leave(line: QueuedLine): void {
    this.lines.delete(line);
  }

  /**
   * While memory is short: how long a newcomer should wait before asking again, in ms, spread so that not all come
   * together.
   */
  wait(): number | null {
    return this.shedding ? Math.round(3000 + Math.random() * 5000) : null;
  }

  /** While much is unread on all connections together: how long to wait before asking for a whole state, in ms. */
  full(): number | null {
    if (this.inAll <= UNREAD_IN_ALL) return null;
    // Those who read quickly have read it by now.
    if (this.now() - this.countedAt > COUNT_AGAIN) this.count();
    return this.inAll > UNREAD_IN_ALL ? Math.round(2000 + Math.random() * 3000) : null;
  }

  private count(): void {
    this.countedAt = this.now();
    this.inAll = 0;
    for (const line of this.lines) this.inAll += line.queued().bytes + (line.socket?.writableLength ?? 0);
  }

  /** A connection is given so many bytes. */
  give(bytes: number): void {
    this.inAll += bytes;
  }

  /** Every second: cuts connections that are too far behind, then the largest ones while memory is short. */
  look(): void {
    const now = this.now();
    const unread = new Map<Socket, number>();
    for (const socket of this.sockets) if (!socket.destroyed) unread.set(socket, socket.writableLength);
    const ofLine = new Map<Socket, QueuedLine>();
    const crowded = new Set<Socket>();
    for (const line of this.lines) {
      const { bytes, packets } = line.queued();
      if (line.socket === null) {
        if (bytes > MOST || packets > MOST_PACKETS) this.end(line, null, 'slow');
        continue;
      }
      ofLine.set(line.socket, line);
      unread.set(line.socket, (unread.get(line.socket) ?? 0) + bytes);
      this.holdOrLetGo(line, unread.get(line.socket) ?? 0);
      if (packets > MOST_PACKETS) crowded.add(line.socket);
    }
    for (const [socket, bytes] of unread) {
      if (bytes === 0) {
        this.behind.delete(socket);
        continue;
      }
      const backlog = this.behind.get(socket) ?? { since: now, peak: 0 };
      backlog.peak = Math.max(backlog.peak, bytes);
      this.behind.set(socket, backlog);
      const allowed = GRACE + (backlog.peak / SLOWEST) * 1000;
      if (bytes > MOST || crowded.has(socket) || now - backlog.since > allowed) {
        this.end(ofLine.get(socket), socket, 'slow');
        unread.delete(socket);
      }
    }
    this.count();
    if (this.inAll > UNREAD_IN_ALL) this.makeRoom(now, unread, ofLine);
    this.shed(unread, ofLine);
  }

  private holdOrLetGo(line: QueuedLine, bytes: number): void {
    // Each time: it may have been welcomed again since.
    if (bytes > MUCH) {
      this.held.add(line);
      line.hold(true);
    } else if (bytes <= LITTLE && this.held.delete(line)) line.hold(false);
  }

  /** Cuts those who have been behind for longest, and for longer than the grace time: others wait for the room they hold. */
  private makeRoom(now: number, unread: Map<Socket, number>, ofLine: Map<Socket, QueuedLine>): void {
    const large = [...ofLine].filter(([socket]) => (unread.get(socket) ?? 0) > LITTLE);
    const since = ([socket]: [Socket, QueuedLine]) => this.behind.get(socket)?.since ?? now;
    const late = large.filter((l) => now - since(l) > GRACE).sort((a, b) => since(a) - since(b));
    for (const [socket, line] of late.slice(0, Math.max(4, Math.ceil(late.length / 10)))) {
      this.end(line, socket, 'slow');
      unread.delete(socket);
    }
  }

  private shed(unread: Map<Socket, number>, ofLine: Map<Socket, QueuedLine>): void {
    const { heap, heapLimit, buffers } = this.memory();
    const short = heap > heapLimit * HEAP_PART || buffers > BUFFERS;
    if (short && !this.shedding)
      this.warn('memory is short: newcomers wait, and the connections with most to read are cut');
    this.shedding = short;
    if (!short) return;
    const largest = [...unread].filter(([, bytes]) => bytes > LITTLE).sort(([, a], [, b]) => b - a);
    // A tenth at a time: their memory is freed before the next check.
    for (const [socket] of largest.slice(0, Math.max(10, Math.ceil(largest.length / 10))))
      this.end(ofLine.get(socket), socket, 'shed');
  }

  private end(line: QueuedLine | undefined, socket: Socket | null, why: 'slow' | 'shed'): void {
    this.cut[why] += 1;
    if (line) {
      this.lines.delete(line);
      line.end(why === 'slow' ? 'slow_reader' : 'memory_short');
    }
    if (!socket) return;
    this.behind.delete(socket);
    // The reason is sent where there is room for it; the memory is freed whether it is read or not, the system's too.
    setTimeout(() => socket.resetAndDestroy(), line ? 500 : 0).unref();
  }
}
