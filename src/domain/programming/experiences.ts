/** Experiences elsewhere: experiments of others, and what the path takes from them. */
import * as z from 'zod/mini';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, TITLE_MAX } from '../words';
import { allStand } from './deed';
import { adds, revises } from './register';
import type { Path } from './state';

/** S14: others' experiments, and what we learn from them. */
const Experience = z.strictObject({
  title: text(TITLE_MAX),
  place: textOrEmpty(LINE_MAX),
  what: textOrEmpty(NOTE_MAX),
  taken: textOrEmpty(NOTE_MAX),
  href: textOrEmpty(NOTE_MAX),
  table: z.nullable(Id),
});
export type ExperienceWords = z.infer<typeof Experience>;
const experiences = (state: Path) => state.experiences;
const atTable = (state: Path, w: ExperienceWords) => allStand(state.tables, [w.table], 'table');
export const addExperience = adds({
  command: 'addExperience',
  fact: 'experienceAdded',
  into: experiences,
  words: Experience,
  blank: { title: '', place: '', what: '', taken: '', href: '', table: null },
  check: atTable,
});
export const reviseExperience = revises({
  command: 'reviseExperience',
  fact: 'experienceRevised',
  into: experiences,
  words: Experience,
  check: atTable,
});
