/**
 * Mappa delle risorse: judgement by mobility, euro and hours apart, and the resources that can be freed (domain §2.5).
 */
import { standingOnes } from './deed';
import { FUNDING_SOURCES } from './resources';
import { ASSESSMENTS, type Assessment, MOBILITIES, type Mobility, type Path, type Project } from './state';

type Source = (typeof FUNDING_SOURCES)[number];
export type Sum = { cents: number; hours: number };
export type MapCell = Sum & { projects: string[] };
export type ResourceMap = {
  rows: { assessment: Assessment; cells: Record<Mobility, MapCell>; total: Sum }[];
  columns: Record<Mobility, Sum>;
  total: Sum;
  /** Floating, in projects that can be revisited or are of little use. Unclassified is never among them. */
  freeable: Sum & { revisitable: Sum; lowUtility: Sum };
  /** The interesting corner: of little use, and untouchable. */
  stuck: Project[];
};

const nothing = (): Sum => ({ cents: 0, hours: 0 });
/** Hours are in quarters: adding in quarters keeps the sum exact. */
const add = (to: Sum, what: Sum): void => {
  to.cents += what.cents;
  to.hours = (Math.round(to.hours * 4) + Math.round(what.hours * 4)) / 4;
};

export function resourceMap(path: Path): ResourceMap {
  const columns = Object.fromEntries(MOBILITIES.map((m) => [m, nothing()])) as Record<Mobility, Sum>;
  const total = nothing();
  const rows = ASSESSMENTS.map((assessment) => ({
    assessment,
    cells: Object.fromEntries(
      MOBILITIES.map((m) => [m, { ...nothing(), projects: [] as string[] }]),
    ) as Record<Mobility, MapCell>,
    total: nothing(),
  }));
  const stuck = new Set<Project>();
  /** A project stands once in each cell of its row. */
  const placed = new Set<string>();
  for (const r of standingOnes(path.resources)) {
    const project = r.project === null ? undefined : path.projects[r.project];
    if (project?.removed) continue;
    const row = rows.find((x) => x.assessment === (project?.assessment ?? 'non_valutato'));
    if (!row) continue;
    const sum = { cents: r.cents ?? 0, hours: r.hours ?? 0 };
    const cell = row.cells[r.mobility];
    for (const place of [cell, row.total, columns[r.mobility], total]) add(place, sum);
    const place = `${project?.id} ${r.mobility}`;
    if (project && !placed.has(place)) {
      placed.add(place);
      cell.projects.push(project.id);
    }
    if (project?.assessment === 'scarsa_utilita' && r.mobility === 'intoccabile') stuck.add(project);
  }
  const floating = (a: Assessment): Sum => {
    const cell = rows.find((x) => x.assessment === a)?.cells.fluttuante;
    return { cents: cell?.cents ?? 0, hours: cell?.hours ?? 0 };
  };
  const [revisitable, lowUtility] = [floating('rivisitabile'), floating('scarsa_utilita')];
  const freeable = { ...nothing(), revisitable, lowUtility };
  add(freeable, revisitable);
  add(freeable, lowUtility);
  return { rows, columns, total, freeable, stuck: [...stuck] };
}

export type ProjectSums = Record<Mobility, Sum> & { total: Sum };

/** The resources of each project that has any, by mobility. One pass: an office imports thousands of projects. */
export function sumsByProject(path: Path): Map<string, ProjectSums> {
  const found = new Map<string, ProjectSums>();
  for (const r of standingOnes(path.resources)) {
    if (r.project === null) continue;
    const sums = found.get(r.project) ?? noSums();
    found.set(r.project, sums);
    const sum = { cents: r.cents ?? 0, hours: r.hours ?? 0 };
    add(sums[r.mobility], sum);
    add(sums.total, sum);
  }
  return found;
}

export const noSums = (): ProjectSums => ({
  fluttuante: nothing(),
  intoccabile: nothing(),
  non_classificata: nothing(),
  total: nothing(),
});

/** One project's resources, by mobility. */
export const projectSums = (path: Path, project: string): ProjectSums =>
  sumsByProject(path).get(project) ?? noSums();

export type Funded = { source: Source; cents: number };
/** Yearly amount of each funding source, of these projects or of all: the financial plan, in the order of the list. */
export function fundingPlan(path: Path, projects?: readonly string[]): Funded[] {
  const sums = new Map<Source, number>();
  const only = projects && new Set(projects);
  for (const r of standingOnes(path.resources)) {
    const project = r.project === null ? undefined : path.projects[r.project];
    if (project?.removed || !r.cents) continue;
    if (only && (r.project === null || !only.has(r.project))) continue;
    sums.set(r.source, (sums.get(r.source) ?? 0) + r.cents);
  }
  return FUNDING_SOURCES.flatMap((source) => {
    const cents = sums.get(source);
    return cents === undefined ? [] : [{ source, cents }];
  });
}
