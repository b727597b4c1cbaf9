/** What Engine.IO knows of a connection and does not type: its queue, its TCP socket, and how to end it with a reason. */
import type { Socket } from 'node:net';
import type { QueuedPacket } from './raw-json';

type WebSocketEnd = { _socket?: Socket | null; close(code: number, reason: string): void };

export type EngineConnection = {
  writeBuffer: { data?: unknown }[];
  transport: { name: string; socket?: WebSocketEnd };
  on(event: 'packetCreate', act: (packet: QueuedPacket) => void): void;
  once(event: 'close', act: () => void): void;
  close(discard?: boolean): void;
};

/** RFC 6455, 7.4.1: try again later. */
const TRY_AGAIN_LATER = 1013;

/** The TCP socket of a WebSocket; null while the connection polls, for then each answer has one of its own. */
export const socketOf = (conn: EngineConnection): Socket | null =>
  conn.transport.name === 'websocket' ? (conn.transport.socket?._socket ?? null) : null;

/** Bytes that wait above the TCP socket; shared ones count for every line that waits for them. */
export const queuedOf = (conn: EngineConnection): number =>
  conn.writeBuffer.reduce(
    (sum, { data }) => sum + ((data as { length?: number } | undefined)?.length ?? 0),
    0,
  );

/** All that this connection has still to read, in bytes. */
export const unreadOf = (conn: EngineConnection): number =>
  queuedOf(conn) + (socketOf(conn)?.writableLength ?? 0);

/**
 * Ends it so that its device comes back by itself, after a pause of its own making: a "disconnect" of Socket.IO would tell it
 * not to. The reason is in the close frame, for a device that still reads.
 */
export function endLine(conn: EngineConnection, reason: string): void {
  if (conn.transport.name === 'websocket') conn.transport.socket?.close(TRY_AGAIN_LATER, reason);
  else conn.close(true);
}
