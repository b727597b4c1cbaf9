/** Projects, with the office's judgement of each (domain §2.5). */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LABEL_MAX, LINE_MAX, REPORT_MAX, TITLE_MAX } from '../words';
import { allStand, amend, deed, filed, momentOf, PLANNERS, standing, standingOnes } from './deed';
import { adds, revises } from './register';
import { ASSESSMENTS, type Assessment, type Path } from './state';

export const ProjectShape = z.strictObject({
  code: text(LABEL_MAX),
  title: text(TITLE_MAX),
  area: z.nullable(Id),
  holder: textOrEmpty(TITLE_MAX),
  /** S39: its results so far, for the wall of the results. */
  results: textOrEmpty(REPORT_MAX),
  table: z.nullable(Id),
});
export type ProjectWords = z.infer<typeof ProjectShape>;

export function codeFree(state: Path, code: string, but: string): Refusal | null {
  const plain = code.toUpperCase();
  const other = standingOnes(state.projects).find((p) => p.id !== but && p.code.toUpperCase() === plain);
  return other ? refuse('duplicate_code', { code, id: other.id }) : null;
}
const projects = (state: Path) => state.projects;
const oneOfItsCode = (state: Path, w: { id: string } & ProjectWords) =>
  codeFree(state, w.code, w.id) ?? allStand(state.tables, [w.table], 'table');
export const unassessed: { assessment: Assessment; assessmentReason: string; assessedAt: number | null } = {
  assessment: 'non_valutato',
  assessmentReason: '',
  assessedAt: null,
};
export const addProject = adds({
  command: 'addProject',
  fact: 'projectAdded',
  into: projects,
  words: ProjectShape,
  blank: { code: '', title: '', area: null, holder: '', results: '', table: null },
  extra: unassessed,
  check: oneOfItsCode,
});
export const reviseProject = revises({
  command: 'reviseProject',
  fact: 'projectRevised',
  into: projects,
  words: ProjectShape,
  check: oneOfItsCode,
});

const judging = () =>
  z.strictObject({ id: Id, assessment: z.enum(ASSESSMENTS), reason: textOrEmpty(LINE_MAX) });
/** The office's own judgement, the only one that is published. */
export const assessProject = deed({
  command: 'assessProject',
  fact: 'projectAssessed',
  who: PLANNERS,
  commandSchema: judging,
  factSchema: judging,
  decide(state, ask) {
    const project = standing(state.projects, ask.id);
    if (!project) return refuse('unknown_thing', { what: 'project' });
    if (ask.reason === '' && ['rivisitabile', 'scarsa_utilita'].includes(ask.assessment))
      return refuse('missing_reason');
    const same = project.assessment === ask.assessment && project.assessmentReason === ask.reason;
    return same ? refuse('nothing_to_change') : ask;
  },
  replaces(state, ask) {
    const { assessment, assessmentReason: reason } = filed(state.projects, ask.id) ?? {};
    return { assessment, reason };
  },
  apply(state, data, fact) {
    const project = state.projects[data.id];
    if (!project) return;
    const judged = { assessment: data.assessment, assessmentReason: data.reason };
    amend(project, { ...judged, assessedAt: momentOf(project, judged, 'assessedAt', fact.at) }, fact);
  },
});
