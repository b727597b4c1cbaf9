/** Which texts somebody has flagged, and how often that proved to be for nothing: known of each person to nobody else. */
import type { Private } from './seat';

type Thing = { what: string; id: string };
type Privates = { private: Record<string, Private> };

export const flagKey = ({ what, id }: Thing): string => `${what} ${id}`;

/** A flagged text is shown again: whoever flagged it is believed a little less. */
export function unfounded(state: Privates, thing: Thing): void {
  const key = flagKey(thing);
  for (const mine of Object.values(state.private)) {
    if (mine.flags?.[key] === undefined) continue;
    delete mine.flags[key];
    mine.unfounded = (mine.unfounded ?? 0) + 1;
  }
}
