/** One rule for forms and for sockets: a request must be addressed to this server and come from one of its pages. */
import { isIP } from 'node:net';

/** True when the browser's Origin is this server, by the host it was reached at or by its public address. */
export function isSameOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  try {
    const from = new URL(origin).host;
    return from !== '' && (from === host || (publicUrl !== null && from === new URL(publicUrl).host));
  } catch {
    return false;
  }
}

/**
 * True if a request was addressed to this server. With a public address only that name is accepted, or an IP address,
 * which no foreign name can be made to resolve to; without one any name is.
 */
export function isOurHost(host: string | undefined, publicUrl: string | null): boolean {
  if (publicUrl === null) return true;
  if (host === undefined) return false;
  try {
    const { hostname } = new URL(`http://${host}`);
    const figures = hostname.replace(/^\[|\]$/g, '');
    return isIP(figures) !== 0 || hostname === 'localhost' || hostname === new URL(publicUrl).hostname;
  } catch {
    return false;
  }
}
