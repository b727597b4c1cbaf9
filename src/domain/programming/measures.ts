/** Values of a goal's indicator with their dates: the baseline, each measure taken, and the values aimed at. */
import * as z from 'zod/mini';
import { Day, Id, textOrEmpty } from '../shapes';
import { LINE_MAX } from '../words';
import { allStand, standingOnes } from './deed';
import { adds, revises } from './register';
import type { Measure, Path } from './state';

export const MEASURE_KINDS = ['partenza', 'misura', 'arrivo'] as const;
/** Values stay exact as numbers and readable as written: at most a million million, either side of zero. */
const VALUE_MAX = 1e12;
const Shape = z.strictObject({
  goal: Id,
  kind: z.enum(MEASURE_KINDS),
  date: Day,
  value: z.number().check(z.minimum(-VALUE_MAX, 'bad_amount'), z.maximum(VALUE_MAX, 'bad_amount')),
  /** Its source, or what it does not say. */
  note: textOrEmpty(LINE_MAX),
});
export type MeasureWords = z.infer<typeof Shape>;

const into = (state: Path) => state.measures;
const check = (state: Path, words: MeasureWords) => allStand(state.goals, [words.goal], 'goal');
export const addMeasure = adds({
  command: 'addMeasure',
  fact: 'measureAdded',
  into,
  words: Shape,
  blank: { goal: '', kind: 'misura', date: '', value: 0, note: '' },
  check,
});
export const reviseMeasure = revises({
  command: 'reviseMeasure',
  fact: 'measureRevised',
  into,
  words: Shape,
  check,
});

/** A goal's values by date; on one day the baseline comes before measures, and they before what is aimed at. */
export const measuresOf = (path: Path, goal: string): Measure[] =>
  standingOnes(path.measures)
    .filter((m) => m.goal === goal)
    .sort(
      (a, b) =>
        a.date.localeCompare(b.date) ||
        MEASURE_KINDS.indexOf(a.kind) - MEASURE_KINDS.indexOf(b.kind) ||
        a.at - b.at,
    );
