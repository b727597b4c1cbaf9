/** Emerging needs: gaps that people's words show, before anybody proposes a remedy. */
import * as z from 'zod/mini';
import { Id, text, textOrEmpty } from '../shapes';
import { NOTE_MAX, LINE_MAX, TITLE_MAX } from '../words';
import { allStand } from './deed';
import { adds, revises } from './register';
import { PARTICIPATORY, type Path } from './state';

export const Areas = z.array(Id).check(z.maxLength(20));

const Need = z.strictObject({
  title: text(TITLE_MAX),
  description: textOrEmpty(NOTE_MAX),
  beyondTarget: z.boolean(),
  areas: Areas,
  affectedGroups: textOrEmpty(LINE_MAX),
  /** S11: the form of hardship, in the planners' own words. */
  hardship: textOrEmpty(LINE_MAX),
  participatory: z.enum(PARTICIPATORY),
  participatoryHow: textOrEmpty(LINE_MAX),
  table: z.nullable(Id),
});
export type NeedWords = z.infer<typeof Need>;

const blank: NeedWords = {
  title: '',
  description: '',
  beyondTarget: false,
  areas: [],
  affectedGroups: '',
  hardship: '',
  participatory: 'non_detto',
  participatoryHow: '',
  table: null,
};
/** Made for each: its lists are its own. */
export const blankNeed = (): NeedWords => structuredClone(blank);
const into = (state: Path) => state.needs;
const check = (state: Path, words: NeedWords) => allStand(state.tables, [words.table], 'table');

export const addNeed = adds({ command: 'addNeed', fact: 'needAdded', into, words: Need, blank, check });
export const reviseNeed = revises({ command: 'reviseNeed', fact: 'needRevised', into, words: Need, check });
