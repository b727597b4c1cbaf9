/** Saturation: the themes that each session added, in the order in which the sessions were read (domain §2.7). */
import { CAVEAT, type Coded } from './analysis';
import type { Read } from './reading-queue';
import type { Said } from './source-text';

export type Saturation = {
  steps: { session: string; themes: number; fresh: number }[];
  saturated: boolean;
  k: number;
  n: number;
  unit: 'sessions';
  caveat: string;
};
/** Saturated when each of the last `k` sessions, in the order they were read, added no theme. */
export function saturation(
  sittings: readonly { session: string; codes: readonly string[] }[],
  k = 3,
): Saturation {
  const known = new Set<string>();
  const steps = sittings.map(({ session, codes }) => {
    const before = known.size;
    for (const code of codes) known.add(code);
    return { session, themes: known.size, fresh: known.size - before };
  });
  const last = steps.slice(-k);
  const saturated = last.length === k && steps.length > k && last.every((s) => s.fresh === 0);
  return { steps, saturated, k, n: steps.length, unit: 'sessions', caveat: CAVEAT };
}

/**
 * Reading progress of each session: a text is read when somebody marked it so, or coded it. Withheld texts are left
 * out.
 */
export function readingBySitting(
  said: readonly Said[],
  read: (ref: string) => Read,
): Map<string, { texts: number; read: number }> {
  const found = new Map<string, { texts: number; read: number }>();
  for (const s of said) {
    if (s.withheld) continue;
    const now = found.get(s.session) ?? { texts: 0, read: 0 };
    const { state } = read(s.ref);
    found.set(s.session, {
      texts: now.texts + 1,
      read: now.read + (state === 'letto' || state === 'codificato' ? 1 : 0),
    });
  }
  return found;
}

/**
 * Sessions in reading order: by the first coding. `whole`: only these, whose texts have all been read; one coded text
 * of a new meeting does not tell its themes yet.
 */
export function sittingsRead(
  coded: readonly Coded[],
  whole: ReadonlySet<string> | null = null,
): { session: string; codes: string[] }[] {
  const sittings = new Map<string, string[]>();
  const inOrder = [...coded].sort((a, b) => a.firstCodedAt - b.firstCodedAt);
  for (const source of inOrder)
    if (whole === null || whole.has(source.session))
      sittings.set(source.session, [...(sittings.get(source.session) ?? []), ...source.codes]);
  return [...sittings].map(([session, codes]) => ({ session, codes }));
}
