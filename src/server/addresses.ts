/** Where people in the room can reach this machine, said in the terminal with a QR code. */
import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';

/** Every IPv4 address of this machine that others on the network can use. */
export const lanAddresses = (port: number): string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((a) => a.family === 'IPv4' && !a.internal)
    .map((a) => `http://${a.address}:${port}`);

export function sayAddresses(port: number, publicUrl: string | null, setup: string | null): void {
  const reach = publicUrl ? [publicUrl] : lanAddresses(port);
  const lines = ['', 'Cerchi is open.', '', `  on this machine   http://localhost:${port}`];
  for (const address of reach) lines.push(`  on the network    ${address}`);
  const first = reach[0];
  if (first) lines.push('', renderUnicodeCompact(first, { border: 1 }));
  if (setup) {
    lines.push('', '  First run: create the office account with this one-time link (valid 24 hours)');
    lines.push(`  ${first ?? `http://localhost:${port}`}/chiave/${setup}`);
    lines.push(`  ${`http://localhost:${port}`}/chiave/${setup}`);
  }
  console.log(lines.join('\n'), '\n');
}
