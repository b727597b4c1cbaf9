/** The fingerprint of a log: SHA-256 over its lines, so that anyone who has the data can compute it again. */
import { createHash } from 'node:crypto';
import type { Fact } from '@/domain/deed';
import type { LogStore } from './log-store';

/**
 * Over the lines 1…`upTo`, each as a JSON array of its columns in a fixed order. Lower-case hex. `as`: data to use in
 * place of the stored data.
 */
export function fingerprint(
  log: Pick<LogStore, 'since'>,
  stream: string,
  upTo: number,
  as: (fact: Fact) => unknown = () => null,
): string {
  const sum = createHash('sha256');
  for (const f of log.since(stream, 0)) {
    if (f.seq > upTo) break;
    const line = [
      f.seq,
      f.type,
      f.v,
      f.at,
      f.by,
      f.via ?? null,
      f.origin,
      f.saidAt ?? null,
      f.cmd,
      as(f) ?? f.data,
    ];
    sum.update(`${JSON.stringify(line)}\n`);
  }
  return sum.digest('hex');
}
