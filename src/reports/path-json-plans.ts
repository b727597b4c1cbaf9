/** A path's export, plans: projects, resources, goals, and their documents. */
import { standingOnes } from '@/domain/programming/deed';
import { goalGaps } from '@/domain/programming/goals';
import { measuresOf } from '@/domain/programming/measures';
import { fundingPlan, noSums, resourceMap, sumsByProject } from '@/domain/programming/resource-map';
import type { Path } from '@/domain/programming/state';
import { euro, isoOrNull } from './iso-dates';
import { pointing } from './path-json-results';

/** The office's own judgements; colleagues' unsigned hints are never exported (domain §2.5). */
export function projectsJson(path: Path) {
  const sumsOf = sumsByProject(path);
  return standingOnes(path.projects).map((p) => {
    const sums = sumsOf.get(p.id) ?? noSums();
    return {
      id: p.id,
      code: p.code,
      title: p.title,
      area: p.area,
      holder: p.holder,
      results: p.results,
      workTable: p.table,
      assessment: p.assessment,
      assessmentReason: p.assessmentReason,
      assessedAt: isoOrNull(p.assessedAt),
      total: euro(sums.total.cents),
      floating: euro(sums.fluttuante.cents),
      untouchable: euro(sums.intoccabile.cents),
      unclassified: euro(sums.non_classificata.cents),
      hoursPerWeek: sums.total.hours,
      hoursFloating: sums.fluttuante.hours,
      hoursUntouchable: sums.intoccabile.hours,
      hoursUnclassified: sums.non_classificata.hours,
      constraint: boundBy(path, p.id),
      funding: paidBy(path, p.id),
      evidence: pointing(path, 'project', p.id),
    };
  });
}

/** The constraint or source shared by all its resources; null where there are several or none. */
const common = (values: readonly (string | null)[]): string | null => {
  const known = new Set(values);
  return known.size === 1 ? ([...known][0] ?? null) : null;
};
const of = (path: Path, project: string) => standingOnes(path.resources).filter((r) => r.project === project);
const boundBy = (path: Path, project: string) =>
  common(of(path, project).flatMap((r) => (r.mobility === 'intoccabile' ? [r.constraint] : [])));
const paidBy = (path: Path, project: string) =>
  common(of(path, project).flatMap((r) => (r.cents !== null && r.cents > 0 ? [r.source] : [])));

/** Yearly amounts by funding source, and their total: the cost of the path's projects. */
export function financialPlanJson(path: Path) {
  return fundingPlan(path).map(({ source, cents }) => ({ funding: source as string, amount: euro(cents) }));
}

export const resourcesJson = (path: Path) =>
  standingOnes(path.resources).map((r) => ({
    id: r.id,
    project: r.project,
    kind: r.kind as string,
    description: r.description,
    amount: r.cents === null ? null : euro(r.cents),
    hoursPerWeek: r.hours,
    mobility: r.mobility,
    constraint: r.constraint as string | null,
    constraintNote: r.constraintNote,
    funding: r.source as string,
    fundingNote: r.sourceNote,
  }));

export function resourceMapJson(path: Path) {
  const map = resourceMap(path);
  const sum = (s: { cents: number; hours: number }) => ({ euro: euro(s.cents), hoursPerWeek: s.hours });
  return {
    total: sum(map.total),
    floating: sum(map.columns.fluttuante),
    untouchable: sum(map.columns.intoccabile),
    unclassified: sum(map.columns.non_classificata),
    freeable: {
      ...sum(map.freeable),
      revisitable: sum(map.freeable.revisitable),
      lowUtility: sum(map.freeable.lowUtility),
    },
  };
}

export const goalsJson = (path: Path) =>
  standingOnes(path.goals).map((g) => ({
    id: g.id,
    code: g.code,
    year: path.about?.programmingYear ?? null,
    statement: g.statement,
    objective: g.objective,
    workTable: g.table,
    needs: g.needs,
    proposals: g.proposals,
    projects: g.projects,
    resources: g.resources,
    who: g.who,
    where: g.where,
    when: g.when,
    due: g.due,
    indicator: g.indicator,
    baseline: g.baseline,
    noBaseline: g.noBaseline,
    target: g.target,
    done: g.done,
    status: g.status as string,
    missing: goalGaps(g) as string[],
    evidence: pointing(path, 'goal', g.id),
  }));

/** Measured values of the goals that there are, by date. */
export const measuresJson = (path: Path) =>
  standingOnes(path.goals).flatMap((g) =>
    measuresOf(path, g.id).map((m) => ({
      id: m.id,
      goal: m.goal,
      kind: m.kind as string,
      date: m.date,
      value: m.value,
      note: m.note,
    })),
  );

export const sheetsJson = (path: Path) =>
  standingOnes(path.sheets).map((s) => ({
    id: s.id,
    kind: s.kind as string,
    title: s.title,
    workTable: s.table,
    goals: s.goals,
    parts: s.parts,
    status: s.status as string,
  }));
