/** Orders the parts of the desk by phase: at first spaces and hours; then reports; then the vote; at last the seal. */
import type { Phase } from '@/domain/gathering/state/phase';

export type DeskPart = 'matrix' | 'reports' | 'voting' | 'closing';

const BEFORE: readonly DeskPart[] = ['matrix', 'reports', 'voting', 'closing'];
const DURING: readonly DeskPart[] = ['reports', 'matrix', 'voting', 'closing'];
const HARVEST: readonly DeskPart[] = ['voting', 'reports', 'matrix', 'closing'];
const AFTER: readonly DeskPart[] = ['closing', 'reports', 'voting', 'matrix'];

const BY_PHASE: Partial<Record<Phase, readonly DeskPart[]>> = {
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

export const neededNow = (phase: Phase): readonly DeskPart[] => BY_PHASE[phase] ?? BEFORE;
