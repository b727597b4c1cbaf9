/** A sheet of projects with their resources brought in at one go; and colleagues' hints about them. */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, textOrEmpty } from '../shapes';
import { LINE_MAX } from '../words';
import { allStand, begun, deed, filed, PLANNERS, standing } from './deed';
import { Ref } from './reading-shapes';
import { codeFree, ProjectShape, ResourceShape, unassessed } from './resources';
import { ASSESSMENTS, type Path } from './state';

export const IMPORT_MAX = 2000;
const Row = z.strictObject({
  id: Id,
  ...ProjectShape.shape,
  assessment: z.enum(ASSESSMENTS),
  assessmentReason: textOrEmpty(LINE_MAX),
  resources: z
    .array(z.strictObject({ id: Id, ...z.omit(ResourceShape, { project: true }).shape }))
    .check(z.maxLength(10)),
});
export type ProjectRow = z.infer<typeof Row>;
const Sheet = z.strictObject({
  rows: z.array(Row).check(z.minLength(1), z.maxLength(IMPORT_MAX, 'too_large')),
});

function rowRefused(state: Path, row: ProjectRow): Refusal | null {
  if (state.projects[row.id] || row.resources.some((r) => state.resources[r.id]))
    return refuse('id_already_used');
  const unbound = row.resources.some((r) => r.mobility === 'intoccabile' && r.constraint === null);
  if (unbound) return refuse('missing_reason', { field: 'constraint', code: row.code });
  return codeFree(state, row.code, row.id) ?? allStand(state.tables, [row.table], 'table');
}

/** All the rows or none: what was shown in the preview is what is written. */
export const importProjects = deed({
  command: 'importProjects',
  fact: 'projectsImported',
  who: PLANNERS,
  commandSchema: () => Sheet,
  factSchema: () => Sheet,
  decide(state, ask) {
    const codes = ask.rows.map((r) => r.code.toUpperCase());
    const twice = codes.find((c, i) => codes.indexOf(c) < i);
    if (twice !== undefined) return refuse('duplicate_code', { code: twice });
    const ids = ask.rows.flatMap((r) => [r.id, ...r.resources.map((x) => x.id)]);
    if (new Set(ids).size < ids.length) return refuse('id_already_used');
    for (const row of ask.rows) {
      const refused = rowRefused(state, row);
      if (refused) return refused;
    }
    return ask;
  },
  apply(state, data, fact) {
    for (const { resources, assessment, ...row } of data.rows) {
      const assessedAt = assessment === 'non_valutato' ? null : fact.at;
      state.projects[row.id] = { ...begun(row.id, fact), ...unassessed, ...row, assessment, assessedAt };
      for (const r of resources) state.resources[r.id] = { ...begun(r.id, fact), ...r, project: row.id };
    }
  },
});

const hinting = () =>
  z.strictObject({
    id: Id,
    project: Id,
    judgement: z.enum(['confermato', 'rivisitabile', 'scarsa_utilita']),
    reason: textOrEmpty(LINE_MAX),
    ref: z._default(z.nullable(Ref), null),
  });
/** A hint is unsigned for everyone: saying that a project is of little use can cost its author (domain §2.5). */
export const hintProject = deed({
  command: 'hintProject',
  fact: 'projectHinted',
  who: PLANNERS,
  commandSchema: hinting,
  factSchema: hinting,
  decide(state, ask) {
    if (state.hints[ask.id]) return refuse('id_already_used');
    if (!standing(state.projects, ask.project)) return refuse('unknown_thing', { what: 'project' });
    return ask.reason === '' ? refuse('missing_reason') : ask;
  },
  apply(state, data) {
    state.hints[data.id] = data;
  },
  visibleTo: () => ({ by: null, staff: { by: null } }),
});

const withdrawing = () => z.strictObject({ id: Id });
export const dropHint = deed({
  command: 'dropHint',
  fact: 'hintDropped',
  who: PLANNERS,
  commandSchema: withdrawing,
  factSchema: withdrawing,
  decide: (state, ask) => (filed(state.hints, ask.id) ? ask : refuse('unknown_thing', { what: 'hint' })),
  apply(state, data) {
    delete state.hints[data.id];
  },
  visibleTo: () => ({ by: null, staff: { by: null } }),
});
