/** What differs between an Open Space and the path's other meetings, which have prompts instead of a market. */
import type { Format } from './state/format';
import type { Gathering } from './state';
import type { Idea } from './state/idea';
import type { Phase } from './state/phase';

export const hasMarket = (format: Format): boolean => format === 'open_space';

/** The moments a meeting with prompts goes through; the same names, fewer of them. */
export const PROMPTED_PHASES: readonly Phase[] = [
  'draft',
  'check_in',
  'opening',
  'sessions',
  'closing',
  'concluded',
];

/** I01: ideas are cited by their number. */
export const ideaNumber = (n: number): string => `I${String(n).padStart(2, '0')}`;

/** Ideas to one prompt (null: to none), in order of arrival. */
export const ideasTo = (state: Gathering, prompt: string | null): Idea[] =>
  Object.values(state.ideas)
    .filter((i) => !i.withdrawn && i.prompt === prompt)
    .sort((a, b) => a.n - b.n);
