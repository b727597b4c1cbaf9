/** The office's name of a phase: in a meeting of prompts some have other names. */
import { hasMarket } from '@/domain/gathering/formats';
import type { Gathering } from '@/domain/gathering/state';
import type { Phase } from '@/domain/gathering/state/phase';
import type { Say } from '@/i18n/say';

export const phaseName = (say: Say, format: Gathering['format'], phase: Phase): string =>
  hasMarket(format)
    ? say.dynamic(`desk.phase.${phase}`)
    : say.dynamic(`desk.phase.${phase}.prompted`, {}, `desk.phase.${phase}`);
