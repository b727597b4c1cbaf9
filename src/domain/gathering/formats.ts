/** Differences between an Open Space and the path's other meetings, which have prompts in place of a market. */
import type { Strand } from '../words';
import type { Format } from './state/format';
import type { Gathering } from './state';
import type { Idea } from './state/idea';
import type { Phase } from './state/phase';

export const hasMarket = (format: Format): boolean => format === 'open_space';

/** Of these strands, those this gathering has: one removed meanwhile is left out. */
export const knownStrands = (state: Pick<Gathering, 'strands'>, strands: readonly Strand[]): Strand[] =>
  strands.filter((id) => state.strands.some((s) => s.id === id));

/**
 * Of these strands, those defined by the founding document: a gathering's own are not counted with other gatherings'.
 */
export const foundingStrands = (state: Pick<Gathering, 'strands'>, strands: readonly Strand[]): Strand[] =>
  strands.filter((id) => state.strands.some((s) => s.id === id && s.name === ''));

/** The phases of a meeting with prompts: the same names, fewer of them. */
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
