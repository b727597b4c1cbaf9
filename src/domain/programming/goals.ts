/**
 * Goals for the year being programmed: responsible person, place, time, amount, baseline, and when each counts as
 * reached.
 */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Day, Id, text, textOrEmpty } from '../shapes';
import { LABEL_MAX, LINE_MAX, NOTE_MAX } from '../words';
import { allStand, standingOnes } from './deed';
import { adds, revises } from './register';
import type { Goal as PathGoal, Path } from './state';

const Some = z.array(Id).check(z.maxLength(50));
const Line = textOrEmpty(LINE_MAX);
const Goal = z.strictObject({
  code: text(LABEL_MAX),
  statement: text(NOTE_MAX),
  /** One of the path's objectives, counted from one. */
  objective: z.nullable(z.int().check(z.positive())),
  table: z.nullable(Id),
  needs: Some,
  proposals: Some,
  projects: Some,
  resources: Some,
  who: Line,
  where: Line,
  when: Line,
  due: z.nullable(Day),
  indicator: Line,
  baseline: Line,
  /** The reason why there is no baseline, where there is none. */
  noBaseline: Line,
  target: Line,
  done: textOrEmpty(NOTE_MAX),
  status: z.enum(['bozza', 'condiviso', 'in_corso', 'raggiunto', 'non_raggiunto']),
});
export type GoalWords = z.infer<typeof Goal>;
const blank: GoalWords = {
  code: '',
  statement: '',
  objective: null,
  table: null,
  needs: [],
  proposals: [],
  projects: [],
  resources: [],
  who: '',
  where: '',
  when: '',
  due: null,
  indicator: '',
  baseline: '',
  noBaseline: '',
  target: '',
  done: '',
  status: 'bozza',
};

/** The fields a goal still needs before it can leave the draft. */
export function goalGaps(goal: GoalWords): (keyof GoalWords)[] {
  const said = ['who', 'where', 'indicator', 'target', 'done'] as const;
  const gaps: (keyof GoalWords)[] = said.filter((field) => goal[field] === '');
  if (goal.when === '' && goal.due === null) gaps.push('when');
  if (goal.baseline === '' && goal.noBaseline === '') gaps.push('baseline');
  if (goal.objective === null) gaps.push('objective');
  if (goal.table === null) gaps.push('table');
  return gaps;
}

function check(state: Path, w: { id: string } & GoalWords): Refusal | null {
  const twin = standingOnes(state.goals).find((g) => g.id !== w.id && g.code === w.code);
  if (twin) return refuse('label_taken', { code: w.code });
  if (w.objective !== null && w.objective > (state.about?.objectives.length ?? 0))
    return refuse('unknown_thing', { what: 'objective' });
  const lost =
    allStand(state.tables, [w.table], 'table') ??
    allStand(state.needs, w.needs, 'need') ??
    allStand(state.proposals, w.proposals, 'proposal') ??
    allStand(state.projects, w.projects, 'project') ??
    allStand(state.resources, w.resources, 'resource');
  if (lost || w.status === 'bozza') return lost;
  const gaps = goalGaps(w);
  return gaps.length > 0 ? refuse('goal_incomplete', { gaps }) : null;
}

const into = (state: Path) => state.goals;
export const addGoal = adds({ command: 'addGoal', fact: 'goalAdded', into, words: Goal, blank, check });
export const reviseGoal = revises({ command: 'reviseGoal', fact: 'goalRevised', into, words: Goal, check });

/** The standing goals by their code, where O10 follows O9. */
export const goalsInOrder = (path: Path): PathGoal[] =>
  standingOnes(path.goals).sort((a, b) => a.code.localeCompare(b.code, 'it', { numeric: true }));
