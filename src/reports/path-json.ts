/** The complete export of a path, from people's words to outcomes; documented in docs/export.md. */
import { standingOnes } from '@/domain/programming/deed';
import type { Gathering } from '@/domain/gathering/state';
import type { Path, Thing } from '@/domain/programming/state';
import { citations } from './citations';
import { iso } from './iso-dates';
import { DEMO_NOTICE } from './demonstration-notice';
import * as made from './path-json-results';
import * as planned from './path-json-plans';
import { codingsJson, gatheringsJson, sourcesJson, themesJson } from './path-json-sources';

const bare = <T extends Thing>(things: Record<string, T>): (Omit<T, keyof Thing> & { id: string })[] =>
  standingOnes(things).map(({ at: _, by: __, removed: ___, history: ____, ...rest }) => rest) as never;

/** Needs the whole states. For the office only: withheld texts are null, and authors at the desk are left out. */
export function pathJson(
  path: Path,
  gatherings: readonly Gathering[],
  { exportedAt }: { exportedAt: number },
) {
  const cited = citations(path, gatherings);
  const { at: _, by: __, removed: ___, history: ____, ...about } = path.about ?? ({} as never);
  return {
    format: 'cerchi-path',
    version: 1,
    exportedAt: iso(exportedAt),
    notice: path.demo ? DEMO_NOTICE : null,
    path: {
      ...about,
      id: path.id,
      code: path.code,
      demo: path.demo,
      facts: path.seq,
      inherited: path.inherited,
    },
    phases: bare(path.phases).sort((a, b) => a.order - b.order),
    gatherings: gatheringsJson(path, gatherings),
    sectors: bare(path.sectors).sort((a, b) => a.order - b.order),
    organizations: bare(path.organizations),
    invitations: bare(path.invitations),
    experiences: bare(path.experiences),
    sources: sourcesJson(path, cited),
    themes: themesJson(path, cited),
    codings: codingsJson(path, cited),
    needs: made.needsJson(path),
    proposals: made.proposalsJson(path),
    evidence: made.evidenceJson(path, cited),
    ...tables(path),
    projects: planned.projectsJson(path),
    resources: planned.resourcesJson(path),
    resourceMap: planned.resourceMapJson(path),
    financialPlan: planned.financialPlanJson(path),
    goals: planned.goalsJson(path),
    measures: planned.measuresJson(path),
    outcomes: made.outcomesJson(path, cited),
    sheets: planned.sheetsJson(path),
    published: made.publishedJson(path, cited),
    publications: made.publicationsJson(path),
    changes: changesOf(path),
  };
}
export type PathExport = ReturnType<typeof pathJson>;

/** Working tables, and separately closed ones: their names are still in others' history. */
function tables(path: Path) {
  const all = made.workTablesJson(path);
  return {
    workTables: all.filter((t) => t.closedAt === null),
    closedTables: all.filter((t) => t.closedAt !== null),
  };
}

/** S50: every field that was ever changed, with its earlier value. */
function changesOf(path: Path) {
  const registers = { ...path, about: path.about ? { [path.id]: path.about } : {} };
  const kept = Object.entries(registers).flatMap(([what, things]) =>
    typeof things !== 'object' || things === null
      ? []
      : (Object.values(things) as Partial<Thing>[]).flatMap((thing) =>
          Array.isArray(thing?.history)
            ? thing.history.map((c) => ({
                seq: c.seq,
                at: iso(c.at),
                what,
                id: thing.id ?? '',
                field: c.field,
                before: c.before,
              }))
            : [],
        ),
  );
  return kept.sort((a, b) => a.seq - b.seq);
}
