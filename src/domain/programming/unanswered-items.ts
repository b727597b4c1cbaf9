/** The reverse check: report rows and requests that nobody has linked, answered or set aside yet (domain §2.6). */
import { filed, standingOnes } from './deed';
import type { Said } from './source-text';
import type { Path, Request } from './state';

export const unanswered = (path: Path): Request[] =>
  Object.values(path.requests).filter((r) => r.answer === null);

/** Report rows, oldest first. One taken as a request has become that request, and waits for its answer there. */
export function toExamine(path: Path, said: readonly Said[]): Said[] {
  const taken = new Set([
    ...standingOnes(path.evidence).map((e) => e.ref),
    ...Object.values(path.requests).flatMap((r) => r.ref ?? []),
  ]);
  return said.filter(
    (s) => s.kind === 'item' && !s.withheld && !taken.has(s.ref) && filed(path.aside, s.ref) === undefined,
  );
}
