/** Imports a sheet of projects with their resources in one deed; and colleagues' hints about them. */
import * as z from 'zod/mini';
import type { Fact } from '../deed';
import { type Refusal, refuse } from '../refusal';
import { Id, textOrEmpty } from '../shapes';
import { IMPORT_ROWS_MAX, LINE_MAX } from '../words';
import { allStand, begun, deed, filed, PLANNERS, standing, standingOnes } from './deed';
import { Ref } from './reading-shapes';
import { ProjectShape } from './projects';
import { ResourceShape, FUNDING_SOURCES, unsourced } from './resources';
import { ASSESSMENTS, type Path } from './state';

const Resource = z.extend(z.omit(ResourceShape, { project: true }), { id: Id });
const rowOf = <T extends z.ZodMiniType>(resource: T) =>
  z.strictObject({
    id: Id,
    ...ProjectShape.shape,
    assessment: z.enum(ASSESSMENTS),
    assessmentReason: textOrEmpty(LINE_MAX),
    resources: z.array(resource).check(z.maxLength(20)),
  });
export const ProjectRowShape = rowOf(Resource);
export type ProjectRow = z.infer<typeof ProjectRowShape>;
const sheetOf = <T extends z.ZodMiniType>(row: T) =>
  z.strictObject({ rows: z.array(row).check(z.minLength(1), z.maxLength(IMPORT_ROWS_MAX, 'too_large')) });
/** A resource without a source: the source is not known yet. */
const Asked = z.extend(Resource, {
  source: z._default(z.enum(FUNDING_SOURCES), 'non_detta'),
  sourceNote: z._default(textOrEmpty(LINE_MAX), ''),
});
export const importedUnsourced = (data: unknown): unknown => ({
  rows: (data as { rows: { resources: object[] }[] }).rows.map((row) => ({
    ...row,
    resources: row.resources.map(unsourced),
  })),
});

/** The first refusal among these rows. */
export function projectsRefused(state: Path, rows: readonly ProjectRow[]): Refusal | null {
  const codes = rows.map((r) => r.code.toUpperCase());
  const taken = new Set(standingOnes(state.projects).map((p) => p.code.toUpperCase()));
  const seen = new Set<string>();
  for (const code of codes) {
    if (taken.has(code) || seen.has(code)) return refuse('duplicate_code', { code });
    seen.add(code);
  }
  const ids = rows.flatMap((r) => [r.id, ...r.resources.map((x) => x.id)]);
  if (new Set(ids).size < ids.length) return refuse('id_already_used');
  for (const row of rows) {
    if (state.projects[row.id] || row.resources.some((r) => state.resources[r.id]))
      return refuse('id_already_used');
    const unbound = row.resources.some((r) => r.mobility === 'intoccabile' && r.constraint === null);
    if (unbound) return refuse('missing_reason', { field: 'constraint', code: row.code });
  }
  return allStand(state.tables, [...new Set(rows.map((r) => r.table))], 'table');
}

export function writeProjects(state: Path, rows: readonly ProjectRow[], fact: Fact): void {
  // Field by field: copying what is left of thousands of rows by `...` took ten times as long.
  for (const {
    id,
    resources,
    code,
    title,
    area,
    holder,
    results,
    table,
    assessment,
    assessmentReason,
  } of rows) {
    const assessedAt = assessment === 'non_valutato' ? null : fact.at;
    const words = { code, title, area, holder, results, table, assessment, assessmentReason, assessedAt };
    state.projects[id] = Object.assign(begun(id, fact), words);
    for (const r of resources) state.resources[r.id] = Object.assign(begun(r.id, fact), r, { project: id });
  }
}

/** All the rows or none: exactly the preview is written. */
export const importProjects = deed({
  command: 'importProjects',
  fact: 'projectsImported',
  v: 2,
  who: PLANNERS,
  commandSchema: () => sheetOf(rowOf(Asked)),
  factSchema: () => sheetOf(ProjectRowShape),
  decide: (state, ask) => projectsRefused(state, ask.rows) ?? ask,
  apply: (state, data, fact) => writeProjects(state, data.rows, fact),
});

const hinting = () =>
  z.strictObject({
    id: Id,
    project: Id,
    judgement: z.enum(['confermato', 'rivisitabile', 'scarsa_utilita']),
    reason: textOrEmpty(LINE_MAX),
    ref: z._default(z.nullable(Ref), null),
  });
/**
 * A hint is unsigned for everyone: a person who says that a project is of little use could suffer for it (domain §2.5).
 */
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
