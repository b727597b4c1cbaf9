/** Projects and their resources, on two axes that are never combined into one (domain §2.5). */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LABEL_MAX, LINE_MAX, NOTE_MAX, REPORT_MAX, TITLE_MAX } from '../words';
import { allStand, amend, deed, filed, momentOf, PLANNERS, standing, standingOnes } from './deed';
import { adds, revises } from './register';
import { ASSESSMENTS, type Assessment, MOBILITIES, type Path } from './state';

/** Whole euro cents: sums of money are exact. */
export const CENTS_MAX = 100_000_000_000;
export const Cents = z.int().check(z.nonnegative('bad_amount'), z.maximum(CENTS_MAX, 'bad_amount'));
/** Hours a week, to a quarter of an hour. */
export const Hours = z.number().check(z.nonnegative('bad_amount'), z.maximum(100_000, 'bad_amount'));

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

export const CONSTRAINTS = ['legge', 'contratto', 'fondo_finalizzato', 'scelta_politica', 'altro'] as const;
/** Funding sources: each amount has one source, and the financial plan is the sums by source. */
export const SOURCES = [
  'non_detta',
  'comuni_unione',
  'fsl',
  'frna',
  'ausl',
  'altri_soggetti',
  'compartecipazione',
] as const;
export const ResourceShape = z.strictObject({
  project: z.nullable(Id),
  kind: z.enum(['economica', 'umana', 'spazio', 'rete']),
  description: textOrEmpty(NOTE_MAX),
  /** Euro and hours are never added to each other. */
  cents: z.nullable(Cents),
  hours: z.nullable(Hours),
  mobility: z.enum(MOBILITIES),
  /** The constraint that makes it untouchable. */
  constraint: z.nullable(z.enum(CONSTRAINTS)),
  constraintNote: textOrEmpty(LINE_MAX),
  source: z.enum(SOURCES),
  /** The source's own name, where the list does not have it: a foundation, a call. */
  sourceNote: textOrEmpty(LINE_MAX),
});
export type ResourceWords = z.infer<typeof ResourceShape>;
const noResource: ResourceWords = {
  project: null,
  kind: 'economica',
  description: '',
  cents: null,
  hours: null,
  mobility: 'non_classificata',
  constraint: null,
  constraintNote: '',
  source: 'non_detta',
  sourceNote: '',
};
/** Before the second version resources had no source. */
export const unsourced = (data: unknown): unknown => ({
  source: 'non_detta',
  sourceNote: '',
  ...(data as object),
});
const resources = (state: Path) => state.resources;
function bound(state: Path, w: ResourceWords): Refusal | null {
  if (w.mobility === 'intoccabile' && w.constraint === null)
    return refuse('missing_reason', { field: 'constraint' });
  if (w.cents === null && w.hours === null && w.description === '') return refuse('bad_amount');
  return allStand(state.projects, [w.project], 'project');
}
export const addResource = adds({
  command: 'addResource',
  fact: 'resourceAdded',
  v: 2,
  into: resources,
  words: ResourceShape,
  blank: noResource,
  check: bound,
});
export const reviseResource = revises({
  command: 'reviseResource',
  fact: 'resourceRevised',
  into: resources,
  words: ResourceShape,
  check: bound,
});
