/** The invariants of domain §1.9, checked on a folded gathering by `cerchi verify` and the tests. */
import type { Gathering } from './state';

/**
 * Violations, in words with the rule's id; empty when all holds. Needs the whole state; `authors` false where it was
 * folded without the key that tells the authors of unsigned acts.
 */
export function brokenInvariants(state: Gathering, authors = true): string[] {
  const wrong: string[] = [];
  const say = (rule: string, what: string) => wrong.push(`${rule} ${what}`);
  for (const t of Object.values(state.topics)) {
    if (!t.hidden && t.title.trim() === '') say('I1', `topic ${t.n} has no title`);
    const cared = Object.values(state.private).filter((p) => p.interests[t.id]).length;
    if (t.standing !== 'merged' && t.mergedInto === null && t.interested < cared)
      say('I6', `topic ${t.n} counts fewer than cared`);
  }
  const taken = new Map<string, string>();
  for (const s of Object.values(state.sessions)) {
    const here = Object.values(state.private).filter((p) => p.circle === s.id).length;
    if (authors ? here !== s.present : here > s.present)
      say('I6', `session ${s.id} says ${s.present} present, the seats say ${here}`);
    if (s.state === 'cancelled' || state.spaces.find((p) => p.id === s.space)?.kind === 'informal') continue;
    const cell = `${s.slot} ${s.space}`;
    if (taken.has(cell)) say('I2', `two sessions in ${cell}`);
    taken.set(cell, s.id);
  }
  state.topicOrder.forEach((id, i) => {
    if (state.topics[id]?.n !== i + 1) say('I11', `topic ${id} is not number ${i + 1}`);
  });
  for (const [seat, mine] of Object.entries(state.private)) {
    const dots = Object.values(mine.dots).reduce((a, b) => a + b, 0);
    if (dots > state.voting.quota) say('I7', `seat ${seat} has ${dots} dots`);
    for (const id of Object.keys(mine.dots))
      if (state.topics[id]?.standing === 'merged') say('I8', `a vote on merged topic ${id}`);
  }
  return wrong;
}
