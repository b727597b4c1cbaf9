/** Keeps redirects on this server: the address of another site is never followed. */

/** Control characters and backslashes: browsers drop the first and read the second as slashes. */
const TWISTED = /[\u0000-\u0020\u007f\\]/;

/**
 * The address as a path of this server with its query, or `otherwise`. Refuses what begins with two slashes, what a
 * browser would read as if it did, and the same percent-encoded.
 */
export function insidePath(asked: string, otherwise = '/'): string {
  if (!asked.startsWith('/') || TWISTED.test(asked)) return otherwise;
  let plain = asked;
  try {
    plain = decodeURIComponent(asked);
  } catch {
    return otherwise;
  }
  if (/^\/[/\\]/.test(plain) || TWISTED.test(plain)) return otherwise;
  try {
    const to = new URL(asked, 'http://inside.invalid');
    return to.host === 'inside.invalid' ? `${to.pathname}${to.search}` : otherwise;
  } catch {
    return otherwise;
  }
}
