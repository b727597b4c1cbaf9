/**
 * The part of an Engine.IO connection that has no types: its queue, its TCP socket, and a way to close it with a
 * reason.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { QueuedPacket } from './raw-json';

type WebSocketEnd = { _socket?: Socket | null; close(code: number, reason: string): void };

export type EngineConnection = {
  /** The first request, kept for as long as the connection is open. */
  request: Pick<IncomingMessage, 'headers' | 'rawHeaders'>;
  writeBuffer: { data?: unknown }[];
  transport: { name: string; socket?: WebSocketEnd };
  on(event: 'packetCreate', act: (packet: QueuedPacket) => void): void;
  on(event: 'close', act: () => void): void;
  close(discard?: boolean): void;
};

/** RFC 6455, 7.4.1: try again later. */
const TRY_AGAIN_LATER = 1013;

/** The TCP socket of a WebSocket; null while the connection polls, because then each answer has its own. */
export const socketOf = (conn: EngineConnection): Socket | null =>
  conn.transport.name === 'websocket' ? (conn.transport.socket?._socket ?? null) : null;

/** Drops the headers of its first request, except those that are read later: by each namespace, when it is entered. */
export function dropHeaders({ request }: EngineConnection): void {
  const { cookie, origin } = request.headers;
  request.headers = {
    ...(cookie === undefined ? {} : { cookie }),
    ...(origin === undefined ? {} : { origin }),
  };
  request.rawHeaders = [];
}

/** Bytes that wait above the TCP socket; shared ones count for every connection that waits for them. */
export const queuedOf = (conn: EngineConnection): number =>
  conn.writeBuffer.reduce(
    (sum, { data }) => sum + ((data as { length?: number } | undefined)?.length ?? 0),
    0,
  );

/** Bytes that this connection has not yet received. */
export const unreadOf = (conn: EngineConnection): number =>
  queuedOf(conn) + (socketOf(conn)?.writableLength ?? 0);

/**
 * Closes it so that its device reconnects on its own after a random pause: a "disconnect" of Socket.IO would stop it
 * from reconnecting. The reason is in the close frame, for a device that still reads.
 */
export function endLine(conn: EngineConnection, reason: string): void {
  if (conn.transport.name === 'websocket') conn.transport.socket?.close(TRY_AGAIN_LATER, reason);
  else conn.close(true);
}
