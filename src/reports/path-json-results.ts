/** A path's export, results: needs, proposals, evidence, tables, and their outcomes. */
import { standingOnes } from '@/domain/programming/deed';
import { heldBefore } from '@/domain/programming/merge-split';
import type { Path, Thing, WorkTable } from '@/domain/programming/state';
import { originsOf, whatBecame } from '@/domain/programming/table-origins';
import type { Cited } from './citations';
import { changedSince } from '@/domain/programming/publication';
import { iso, isoOrNull } from './iso-dates';

/** The evidence of a thing. */
export const pointing = (path: Path, what: string, id: string): string[] =>
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

/** Quoted as it was when linked; words withheld since then are not repeated here. */
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
      withheld: where?.withheld ?? false,
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

/** A table's things, or those it had when it was merged or split: its dossier stays readable. */
function heldBy<T extends Thing>(
  path: Path,
  table: string,
  register: string,
  things: Record<string, T>,
): T[] {
  const ids = new Set(
    heldBefore(path, 'table', table).flatMap((p) => (p.register === register ? [p.id] : [])),
  );
  return standingOnes(things).filter((t) => ids.has(t.id));
}

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
    members: heldBy(path, t.id, 'member', path.members).map((m) => ({
      id: m.id,
      organization: m.organization,
      label: m.label || (m.organization ? (path.organizations[m.organization]?.name ?? '') : ''),
      role: m.role as string,
      isNew: m.isNew,
      why: m.why,
    })),
    needs: heldBy(path, t.id, 'need', path.needs).map((x) => x.id),
    proposals: heldBy(path, t.id, 'proposal', path.proposals).map((x) => x.id),
    projects: heldBy(path, t.id, 'project', path.projects).map((x) => x.id),
    goals: heldBy(path, t.id, 'goal', path.goals).map((x) => x.id),
    evidence: pointing(path, 'table', t.id),
  }));

/** The register: one row for each proposal and each request, answered or still waiting. */
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
    withheld: false,
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
    withheld: Boolean(r.ref && cited.get(r.ref)?.withheld),
  })),
];

/** The public text, in the words it was published with; none for a request withheld since then. */
export const publishedJson = (path: Path, cited: Cited) =>
  Object.values(path.published).map((p) => {
    const { words } = p;
    const hidden = words.what === 'request' && words.ref !== null && cited.get(words.ref)?.withheld;
    return {
      what: p.what as string,
      id: p.id,
      body: p.body,
      date: p.date,
      licence: p.licence,
      at: iso(p.at),
      changed: changedSince(path, p),
      words: hidden ? { ...words, text: '' } : words,
    };
  });

/** Every publication and withdrawal. */
export const publicationsJson = (path: Path) =>
  Object.values(path.publications).map((p) => ({
    id: p.id,
    step: p.kind as string,
    at: iso(p.at),
    body: p.body,
    date: p.date,
    licence: p.licence,
    reason: p.reason,
    things: p.things.map((t) => `${t.what}/${t.id}`),
    reverted: p.reverted,
  }));
