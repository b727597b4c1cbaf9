/** Prints the address of this server on the local network in the terminal, with a QR code. */
import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';

/** The address and port that the server listens on. */
export type ListeningAddress = { address: string; port: number };

/** Interfaces of containers, virtual machines and tunnels, as Linux, macOS and Windows name them: few phones reach these. */
const VIRTUAL =
  /^(docker|veth|virbr|br-|lxc|lxd|cni|podman|vmnet|vboxnet|tun|tap|utun|wg|zt|ppp)|virtualbox|vmware|wsl|tailscale|zerotier|\bvpn\b/i;
/** The ranges of RFC 1918, which home and office networks have. */
const PRIVATE = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** 0 for a private address of Wi-Fi or a cable, 1 for another address of them, 2 for a virtual interface. */
const rankOf = (name: string, address: string): number =>
  VIRTUAL.test(name) ? 2 : PRIVATE.test(address) ? 0 : 1;

/** None when it listens on loopback alone; every IPv4 address when it listens on all of them, the likeliest first. */
export function lanAddresses(
  { address, port }: ListeningAddress,
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): string[] {
  if (/^(127\.|::1$)/.test(address)) return [];
  if (address !== '0.0.0.0' && address !== '::')
    return [`http://${address.includes(':') ? `[${address}]` : address}:${port}`];
  return Object.entries(interfaces)
    .flatMap(([name, list]) => (list ?? []).map((a) => ({ ...a, rank: rankOf(name, a.address) })))
    .filter((a) => a.family === 'IPv4' && !a.internal)
    .sort((a, b) => a.rank - b.rank)
    .map((a) => `http://${a.address}:${port}`);
}

/** The lines of the terminal. `setup`: the token of the first account, where there is none yet. */
export function addressLines(at: ListeningAddress, publicUrl: string | null, setup: string | null): string[] {
  const here = `http://localhost:${at.port}`;
  const reach = publicUrl ? [publicUrl] : lanAddresses(at);
  const lines = ['', 'Cerchi is open.', '', `  on this machine   ${here}`];
  for (const address of reach)
    lines.push(`  ${publicUrl ? 'for everybody  ' : 'on the network '}   ${address}`);
  const first = reach[0];
  if (first) lines.push('', renderUnicodeCompact(first, { border: 1 }));
  else
    lines.push(
      '',
      `  It listens on ${at.address} alone, so phones do not reach it. Take HOST away, or put a`,
      '  proxy before it and say its address with CERCHI_URL.',
    );
  if (setup) {
    lines.push('', '  First run: create the office account with this one-time link (valid 24 hours)');
    for (const address of first ? [first, here] : [here]) lines.push(`  ${address}/chiave/${setup}`);
  }
  return lines;
}
