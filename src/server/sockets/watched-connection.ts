/** Every connection of the socket server, as the slow readers watch it, with the identity that its cookie proves. */
import type { Server } from 'socket.io';
import type { Identity } from '../identity/session-cookie';
import { leaveChannels } from './broadcast';
import type { Connection } from './connection';
import { type EngineConnection, dropHeaders, endLine, queuedOf, socketOf } from './engine-connection';
import { frameShared } from './raw-json';
import type { QueuedLine, SlowReaders } from './slow-readers';

/** Time for a closing WebSocket to send its last frame. In ms. */
const LAST_WORDS = 500;

/** An Engine.IO connection as the slow readers are found by. A class, so that its functions are made once for all. */
export class WatchedConnection implements QueuedLine {
  /** Null until Socket.IO has accepted it. */
  line: Connection | null = null;
  /** Read from the cookie when its first namespace is entered; the others are entered with the same. */
  identity: Promise<Identity> | null = null;

  constructor(private readonly conn: EngineConnection) {}

  get socket() {
    return socketOf(this.conn);
  }

  queued() {
    return { bytes: queuedOf(this.conn), packets: this.conn.writeBuffer.length };
  }

  end(reason: string): void {
    endLine(this.conn, reason);
  }

  /** A line that does not read is given no frames; once it has read, it says hello again with what it has. */
  hold(on: boolean): void {
    const { line } = this;
    for (const { row, audience } of line?.data.joined.values() ?? []) {
      if (on && line) leaveChannels(line, row.id, audience);
      else line?.emit('again', { stream: row.id, why: 'woken' });
    }
  }
}

/** The connections that are open, each watched until it closes. */
export function watchConnections(
  engine: Server['engine'],
  slow: SlowReaders,
): ReadonlyMap<EngineConnection, WatchedConnection> {
  const connections = new Map<EngineConnection, WatchedConnection>();
  function closed(this: EngineConnection): void {
    const watched = connections.get(this);
    if (watched) slow.leave(watched);
    connections.delete(this);
    // Otherwise the unread bytes of its device would be held for thirty seconds more, then by the system.
    const socket = socketOf(this);
    if (socket) setTimeout(() => socket.resetAndDestroy(), LAST_WORDS).unref();
  }
  engine.on('connection', (conn: EngineConnection) => {
    dropHeaders(conn);
    const watched = new WatchedConnection(conn);
    connections.set(conn, watched);
    slow.watch(watched);
    conn.on('packetCreate', frameShared);
    conn.on('close', closed);
  });
  return connections;
}
