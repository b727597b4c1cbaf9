/** Documents with headings an office can change: intervention sheets, the year's programme, the pact. */
import * as z from 'zod/mini';
import { Id, text, textOrEmpty } from '../shapes';
import { REPORT_MAX, TITLE_MAX } from '../words';
import { allStand } from './deed';
import { adds, revises } from './register';
import type { Path } from './state';

const Sheet = z.strictObject({
  kind: z.enum(['scheda_intervento', 'programma_attuativo', 'patto']),
  title: text(TITLE_MAX),
  table: z.nullable(Id),
  goals: z.array(Id).check(z.maxLength(50)),
  /** Each sheet keeps its own headings: the form may change later without touching what was written. */
  parts: z
    .array(z.strictObject({ heading: text(TITLE_MAX), text: textOrEmpty(REPORT_MAX) }))
    .check(z.maxLength(60)),
  status: z.enum(['bozza', 'definitiva']),
});
export type SheetWords = z.infer<typeof Sheet>;
const blank: SheetWords = {
  kind: 'scheda_intervento',
  title: '',
  table: null,
  goals: [],
  parts: [],
  status: 'bozza',
};
const into = (state: Path) => state.sheets;
const check = (state: Path, w: SheetWords) =>
  allStand(state.tables, [w.table], 'table') ?? allStand(state.goals, w.goals, 'goal');

export const addSheet = adds({ command: 'addSheet', fact: 'sheetAdded', into, words: Sheet, blank, check });
export const reviseSheet = revises({
  command: 'reviseSheet',
  fact: 'sheetRevised',
  into,
  words: Sheet,
  check,
});
