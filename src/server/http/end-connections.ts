/**
 * Ends the connections of a server that is closing. Node waits without limit for one on which nothing was asked yet: a
 * browser opens some to spare, and a phone that lost its network in the middle of a request leaves one behind.
 */
import type { Socket } from 'node:net';

/** A request that is under way may take so long to be answered. In ms. */
const LAST_ANSWERS = 5000;

/** Call it once the server takes no more connections. Returns what stops the waiting for last answers. */
export function endConnections(open: ReadonlySet<Socket>, within = LAST_ANSWERS): () => void {
  for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  const timer = setTimeout(() => {
    for (const socket of open) socket.destroy();
  }, within);
  return () => clearTimeout(timer);
}
