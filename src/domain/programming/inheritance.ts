/**
 * The things that last year's path hands on to the next: open items and promises, actors, tables and their members,
 * projects, codes.
 */
import * as z from 'zod/mini';
import type { Fact } from '../deed';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, REPORT_MAX, TITLE_MAX } from '../words';
import { begun } from './deed';
import { OrganizationShape } from './organizations';
import { CodeShape, Ref } from './reading-shapes';
import { ProjectShape, unassessed } from './projects';
import { ResourceShape } from './resources';
import type { Path } from './state';
import { freshTable, MemberShape } from './work-table-shapes';

const some = <T extends z.ZodMiniType>(shape: T, max: number) => z.array(shape).check(z.maxLength(max));
const identified = { id: Id };

export const InheritedShape = z.strictObject({
  path: Id,
  /** The code of that path, so that people can go and read it; empty where it was not kept. */
  code: z.string().check(z.maxLength(60)),
  title: z.string().check(z.maxLength(TITLE_MAX)),
  open: some(
    z.strictObject({
      id: Id,
      what: z.enum(['proposal', 'request', 'goal']),
      /** The source of the words, so that they can be erased here too. */
      ref: z.nullable(Ref),
      text: textOrEmpty(REPORT_MAX),
      state: textOrEmpty(LINE_MAX),
      /** The day or the words of a promise; empty where there was none. */
      when: textOrEmpty(LINE_MAX),
    }),
    2000,
  ),
  /** Number of report rows that nobody ever examined: their words stay where they were written. */
  unexamined: z.int().check(z.nonnegative()),
  organizations: some(z.extend(OrganizationShape, identified), 2000),
  tables: some(
    z.strictObject({
      id: Id,
      name: text(TITLE_MAX),
      object: textOrEmpty(REPORT_MAX),
      lead: textOrEmpty(TITLE_MAX),
      areas: some(Id, 20),
    }),
    200,
  ),
  members: some(z.extend(MemberShape, identified), 5000),
  /** Without last year's judgement: each waits to be confirmed. */
  projects: some(z.extend(ProjectShape, identified), 2000),
  resources: some(z.extend(ResourceShape, identified), 20_000),
  codes: some(z.extend(CodeShape, identified), 1000),
});
export type Inherited = z.infer<typeof InheritedShape>;

/** Writes the inherited things into a path that is being opened; ids stay those of the year before. */
export function inherit(state: Path, left: Inherited, fact: Fact): void {
  for (const o of left.organizations) state.organizations[o.id] = { ...begun(o.id, fact), ...o };
  for (const t of left.tables)
    state.tables[t.id] = { ...begun(t.id, fact), ...freshTable(), ...t, existing: true, status: 'avviato' };
  for (const m of left.members) state.members[m.id] = { ...begun(m.id, fact), ...m };
  for (const p of left.projects) state.projects[p.id] = { ...begun(p.id, fact), ...p, ...unassessed };
  for (const r of left.resources) state.resources[r.id] = { ...begun(r.id, fact), ...r };
  for (const c of left.codes)
    state.codes[c.id] = { ...begun(c.id, fact), ...c, mergedInto: null, splitFrom: null };
}

/** Inherited from last year and not judged yet this year. */
export const toBeConfirmed = (path: Path, project: string): boolean =>
  path.projects[project]?.assessment === 'non_valutato' &&
  (path.inherited?.projects.some((p) => p.id === project) ?? false);
