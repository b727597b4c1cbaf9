/** Texts a person has flagged, and how often that was wrong; nobody else knows it of them. */
import type { Private } from './seat';

type Flagged = { what: string; id: string };
type Privates = { private: Record<string, Private> };

export const flagKey = ({ what, id }: Flagged): string => `${what} ${id}`;

/** A flagged text is shown again: its flagger's later flags count for a little less. */
export function unfounded(state: Privates, thing: Flagged): void {
  const key = flagKey(thing);
  for (const mine of Object.values(state.private)) {
    if (mine.flags?.[key] === undefined) continue;
    delete mine.flags[key];
    mine.unfounded = (mine.unfounded ?? 0) + 1;
  }
}
