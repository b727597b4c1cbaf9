/** The name of a moment of the day, as the office says it: where there are only prompts some are called otherwise. */
import { hasMarket } from '@/domain/gathering/formats';
import type { Gathering } from '@/domain/gathering/state';
import type { Phase } from '@/domain/gathering/state/phase';
import type { Say } from '@/i18n/say';

export const momentName = (say: Say, format: Gathering['format'], phase: Phase): string =>
  hasMarket(format)
    ? say.dynamic(`desk.phase.${phase}`)
    : say.dynamic(`desk.phase.${phase}.prompted`, {}, `desk.phase.${phase}`);
