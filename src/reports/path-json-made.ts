/** The second half of a path's export: needs, proposals, evidence, tables, projects, goals, and what became of them. */
import { standingOnes } from '@/domain/programming/deed';
import { goalGaps } from '@/domain/programming/goals';
import { projectSums, resourceMap } from '@/domain/programming/resources-map';
import type { Path, WorkTable } from '@/domain/programming/state';
import { originsOf, whatBecame } from '@/domain/programming/table-origins';
import type { Cited } from './citations';
import { euro, iso, isoOrNull } from './iso';

const pointing = (path: Path, what: string, id: string): string[] =>
  standingOnes(path.evidence).flatMap((e) => (e.what === what && e.target === id ? [e.id] : []));

export const needsJson = (path: Path) =>
  standingOnes(path.needs).map((n) => ({
    id: n.id,
    title: n.title,
    description: n.description,
    beyondTarget: n.beyondTarget,
    areas: n.areas,
    affectedGroups: n.affectedGroups,
    hardship: n.hardship,
    participatory: n.participatory,
    participatoryHow: n.participatoryHow,
    workTable: n.table,
    evidence: pointing(path, 'need', n.id),
  }));

export const proposalsJson = (path: Path) =>
  standingOnes(path.proposals).map((p) => ({
    id: p.id,
    title: p.title,
    description: p.description,
    levels: p.levels as string[],
    goesTowardCitizens: p.goesTowardCitizens,
    beyondTarget: p.beyondTarget,
    workTable: p.table,
    needs: p.needs,
    outcome: p.outcome,
    outcomeReason: p.outcomeReason,
    outcomeAt: isoOrNull(p.outcomeAt),
    evidence: pointing(path, 'proposal', p.id),
  }));

/** Quoted as it was when it was linked; words withheld since then are not repeated here. */
export const evidenceJson = (path: Path, cited: Cited) =>
  standingOnes(path.evidence).map((e) => {
    const where = cited.get(e.ref);
    return {
      id: e.id,
      target: e.what as string,
      targetId: e.target,
      relation: e.relation as string,
      source: e.ref,
      sourceKind: where?.kind ?? null,
      place: where?.place ?? null,
      gathering: where?.gathering ?? null,
      topic: where?.topic ?? null,
      sector: where?.sector ?? null,
      quote: where?.withheld ? null : e.quote,
      note: e.note,
      at: iso(e.at),
    };
  });

const earlier = (list: WorkTable['names']) =>
  list.map((x) => ({ words: x.words, rationale: x.rationale, until: iso(x.at) }));

/** The name or object it had before this year: its own first one, or those of the tables it comes from. */
const before = (path: Path, t: WorkTable, what: 'name' | 'object'): string | null =>
  originsOf(path, t)
    .map((o) => o[what])
    .join(' + ') || null;

export const workTablesJson = (path: Path) =>
  standingOnes(path.tables).map((t) => ({
    id: t.id,
    oldName: before(path, t, 'name'),
    oldObject: before(path, t, 'object'),
    newName: t.name,
    newObject: t.object,
    nameStatus: whatBecame(t) as string,
    predecessors: t.predecessors,
    rationale: t.closed?.rationale || t.names.at(-1)?.rationale || t.rationale,
    lead: t.lead,
    areas: t.areas,
    status: t.status as string,
    closedAt: isoOrNull(t.closed?.at ?? null),
    names: earlier(t.names),
    objects: earlier(t.objects),
    members: standingOnes(path.members)
      .filter((m) => m.table === t.id)
      .map((m) => ({
        id: m.id,
        organization: m.organization,
        label: m.label || (m.organization ? (path.organizations[m.organization]?.name ?? '') : ''),
        role: m.role as string,
        isNew: m.isNew,
        why: m.why,
      })),
    evidence: pointing(path, 'table', t.id),
  }));

/** The office's own judgements; colleagues' unsigned hints never leave the house (domain §2.5). */
export const projectsJson = (path: Path) =>
  standingOnes(path.projects).map((p) => {
    const sums = projectSums(path, p.id);
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
      evidence: pointing(path, 'project', p.id),
    };
  });

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

/** The register: one row for each proposal and each request, answered or still owed an answer. */
export const outcomesJson = (path: Path, cited: Cited) => [
  ...standingOnes(path.proposals).map((p) => ({
    id: p.id,
    what: 'proposta',
    text: p.title,
    outcome: p.outcome as string,
    reason: p.outcomeReason,
    when: '',
    at: isoOrNull(p.outcomeAt),
    workTable: p.table,
    levels: p.levels as string[],
    source: null as string | null,
  })),
  ...Object.values(path.requests).map((r) => ({
    id: r.id,
    what: 'richiesta',
    text: r.ref && cited.get(r.ref)?.withheld ? '' : r.text,
    outcome: r.answer ?? 'da_esaminare',
    reason: r.reason,
    when: r.when,
    at: isoOrNull(r.answers.at(-1)?.at ?? null),
    workTable: null as string | null,
    levels: [] as string[],
    source: r.ref,
  })),
];

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
