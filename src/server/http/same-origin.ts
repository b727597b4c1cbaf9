/** One rule for forms and for sockets: a request is meant for this house, and comes from a page of it. */
import { isIP } from 'node:net';

/** True when the Origin a browser says is this house, by the host it was reached at or by its public address. */
export function isSameOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  try {
    const from = new URL(origin).host;
    return from !== '' && (from === host || (publicUrl !== null && from === new URL(publicUrl).host));
  } catch {
    return false;
  }
}

/**
 * Whether a request was meant for this house. With a public address only that name will do, or an address in figures, which
 * no foreign name can be made to point at; without one any name will.
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
