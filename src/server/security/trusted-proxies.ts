/** Believes a proxy's headers about a request only if the proxy is listed. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Loopback: a program that listens there is the operator's own. */
export const LOOPBACK = '127.0.0.0/8, ::1';

/**
 * Addresses and networks, separated by commas, as in `10.0.0.5, 192.168.1.0/24`. Throws with the one that is not valid.
 */
export function proxiesOf(named: string): BlockList {
  const list = new BlockList();
  for (const entry of named
    .split(',')
    .map((e) => e.trim())
    .filter(Boolean)) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    const width = bits === undefined ? most : Number(bits);
    if (isIP(address) === 0 || !Number.isInteger(width) || width < 0 || width > most)
      throw new Error(`environment: CERCHI_PROXY: ${entry} is neither an address nor a network`);
    list.addSubnet(address, width, family);
  }
  return list;
}

/** From any other host, `Forwarded` and `X-Forwarded-*` are removed before anything reads them. */
export function dropUntrusted(req: IncomingMessage, proxies: BlockList): void {
  const from = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const family = isIP(from) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(from) !== 0 && proxies.check(from, family)) return;
  const forged = (name: string) => /^(forwarded|x-forwarded-.*)$/i.test(name);
  for (const name of Object.keys(req.headers)) if (forged(name)) delete req.headers[name];
  // Names and values alternate in rawHeaders; the routes read these.
  for (let i = req.rawHeaders.length - 2; i >= 0; i -= 2)
    if (forged(req.rawHeaders[i] ?? '')) req.rawHeaders.splice(i, 2);
}

/** True if the browser came by HTTPS. `proto` is `X-Forwarded-Proto`: of several proxies the first spoke with the browser. */
export const overHttps = (proto: string, publicUrl: string | null): boolean =>
  proto.split(',')[0]?.trim() === 'https' || (publicUrl ?? '').startsWith('https:');
