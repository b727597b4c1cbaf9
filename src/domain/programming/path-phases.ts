/** The phases of a path: stretches of its year, dated or still in the words of the founding document. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Day, text, textOrEmpty } from '../shapes';
import { LINE_MAX, TITLE_MAX } from '../words';
import { standingOnes } from './deed';
import { adds, revises } from './register';
import type { Path, Phase } from './state';

/** How certain a date is: of a phase, or of a meeting. */
export const DateStatus = z.enum(['da_definire', 'previsto', 'confermato', 'svolto', 'annullato']);

export const PhaseShape = z.strictObject({
  label: text(TITLE_MAX),
  order: z.int(),
  /** "gennaio 2014", "Da maggio 2014": the words of the founding document, where no day is known. */
  dateText: textOrEmpty(LINE_MAX),
  dateStatus: DateStatus,
  from: z.nullable(Day),
  to: z.nullable(Day),
});
export type PhaseWords = z.infer<typeof PhaseShape>;
const noPhase: PhaseWords = {
  label: '',
  order: 0,
  dateText: '',
  dateStatus: 'da_definire',
  from: null,
  to: null,
};
const phases = (state: Path) => state.phases;
const inOrder = (_state: Path, w: PhaseWords) =>
  w.from !== null && w.to !== null && w.to < w.from ? refuse('bad_date') : null;
export const addPhase = adds({
  command: 'addPhase',
  fact: 'phaseAdded',
  into: phases,
  words: PhaseShape,
  blank: noPhase,
  check: inOrder,
});
export const revisePhase = revises({
  command: 'revisePhase',
  fact: 'phaseRevised',
  into: phases,
  words: PhaseShape,
  check: inOrder,
});

/** The standing phases, by the number that the office gave each. */
export const phasesInOrder = (path: Path): Phase[] =>
  standingOnes(path.phases).sort((a, b) => a.order - b.order);
