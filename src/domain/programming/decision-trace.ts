/** Traces a decision back to the words it came from, and finds decisions without any (domain §2.6). */
import { filed, standing, standingOnes } from './deed';
import type { Grounded } from './evidence';
import type { Evidence, Path } from './state';

export const evidenceFor = (path: Path, what: Grounded, target: string): Evidence[] =>
  standingOnes(path.evidence).filter((e) => e.what === what && e.target === target);

/**
 * Words that only contradict a thing do not support it: without a founding or a supporting one it is "senza riscontro".
 */
export const isGrounded = (path: Path, what: Grounded, target: string): boolean =>
  wordsBehind(path, what, target).some(({ evidence }) => evidence.relation !== 'contrasta');

export type Step = { what: Grounded; id: string };
/** `by` is the chain from the thing to the words, nearest first; empty when they are its own. */
export type Behind = { by: Step[]; evidence: Evidence };

const stepsFrom = (path: Path, what: Grounded, id: string): Step[] => {
  const steps = (kind: Grounded, ids: readonly string[]) => ids.map((x): Step => ({ what: kind, id: x }));
  if (what === 'goal') {
    const goal = standing(path.goals, id);
    return goal ? [...steps('proposal', goal.proposals), ...steps('need', goal.needs)] : [];
  }
  if (what === 'proposal') return steps('need', filed(path.proposals, id)?.needs ?? []);
  if (what !== 'table') return [];
  const at = <T extends { id: string; table: string | null }>(things: T[]) =>
    things.filter((t) => t.table === id).map((t) => t.id);
  return [
    ...steps('proposal', at(standingOnes(path.proposals))),
    ...steps('need', at(standingOnes(path.needs))),
  ];
};

/**
 * The words of the thing itself first, then those of the things it depends on; the same words once, by their shortest
 * chain.
 */
export function wordsBehind(path: Path, what: Grounded, id: string): Behind[] {
  const found = new Map<string, Behind>();
  const queue: { step: Step; by: Step[] }[] = [{ step: { what, id }, by: [] }];
  const seen = new Set<string>();
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { step, by } = next;
    const key = `${step.what} ${step.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const evidence of evidenceFor(path, step.what, step.id)) {
      const words = `${evidence.relation} ${evidence.ref} ${evidence.quote}`;
      if (!found.has(words)) found.set(words, { by, evidence });
    }
    for (const further of stepsFrom(path, step.what, step.id))
      queue.push({ step: further, by: [...by, further] });
  }
  return [...found.values()];
}
