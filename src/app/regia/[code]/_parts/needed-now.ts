/** Orders the parts of the desk by phase: at first spaces and hours; then reports; then the vote; at last the seal. */
import type { Phase } from '@/domain/gathering/state/phase';

export type Part = 'matrix' | 'reports' | 'voting' | 'closing';

const BEFORE: readonly Part[] = ['matrix', 'reports', 'voting', 'closing'];
const DURING: readonly Part[] = ['reports', 'matrix', 'voting', 'closing'];
const HARVEST: readonly Part[] = ['voting', 'reports', 'matrix', 'closing'];
const AFTER: readonly Part[] = ['closing', 'reports', 'voting', 'matrix'];

const BY_PHASE: Partial<Record<Phase, readonly Part[]>> = {
  sessions: DURING,
  news: DURING,
  reading: DURING,
  voting: HARVEST,
  actions: HARVEST,
  closing: AFTER,
  completing: AFTER,
  concluded: AFTER,
  archived: AFTER,
};

export const neededNow = (phase: Phase): readonly Part[] => BY_PHASE[phase] ?? BEFORE;
