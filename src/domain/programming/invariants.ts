/** The invariants of every path, checked by `cerchi verify`. */
import { standing, standingOnes } from './deed';
import { resourceMap } from './resource-map';
import type { Path, Thing } from './state';

/** One sentence for each violation. */
export function brokenPath(path: Path): string[] {
  if (!path.about) return ['the path was never opened'];
  return [...lostPointers(path), ...circles(path), ...unsaid(path), ...wrongSums(path)];
}

function lostPointers(path: Path): string[] {
  const wrong: string[] = [];
  const must = <T extends Thing>(who: string, things: Record<string, T>, ids: readonly (string | null)[]) => {
    for (const id of ids)
      if (id !== null && !standing(things, id)) wrong.push(`${who} points to ${id}, which is not there`);
  };
  for (const m of standingOnes(path.members)) must(`member ${m.id}`, path.tables, [m.table]);
  for (const n of standingOnes(path.needs)) must(`need ${n.id}`, path.tables, [n.table]);
  for (const p of standingOnes(path.proposals)) must(`proposal ${p.id}`, path.needs, p.needs);
  for (const r of standingOnes(path.resources)) must(`resource ${r.id}`, path.projects, [r.project]);
  for (const t of standingOnes(path.tables)) must(`table ${t.id}`, path.tables, t.predecessors);
  for (const c of standingOnes(path.codings)) must(`coding ${c.id}`, path.codes, c.codes);
  for (const g of standingOnes(path.goals)) {
    must(`goal ${g.id}`, path.tables, [g.table]);
    must(`goal ${g.id}`, path.needs, g.needs);
    must(`goal ${g.id}`, path.proposals, g.proposals);
    must(`goal ${g.id}`, path.projects, g.projects);
  }
  for (const e of standingOnes(path.evidence)) {
    const registers = {
      need: path.needs,
      proposal: path.proposals,
      project: path.projects,
      goal: path.goals,
      table: path.tables,
    };
    must(`evidence ${e.id}`, registers[e.what] as Record<string, Thing>, [e.target]);
  }
  return wrong;
}

/** No table descends from itself, and no code was merged into itself, at any distance. */
function circles(path: Path): string[] {
  const descends = (id: string, seen: readonly string[]): boolean =>
    seen.includes(id) || (path.tables[id]?.predecessors ?? []).some((p) => descends(p, [...seen, id]));
  const merges = (id: string, seen: readonly string[]): boolean => {
    const into = path.codes[id]?.mergedInto ?? null;
    return seen.includes(id) || (into !== null && merges(into, [...seen, id]));
  };
  return [
    ...Object.keys(path.tables).flatMap((id) =>
      descends(id, []) ? [`table ${id} descends from itself`] : [],
    ),
    ...Object.keys(path.codes).flatMap((id) => (merges(id, []) ? [`code ${id} is merged into itself`] : [])),
  ];
}

function unsaid(path: Path): string[] {
  const silent = [...standingOnes(path.evidence), ...standingOnes(path.codings)].filter(
    (e) => e.quote === '',
  );
  const mute = standingOnes(path.proposals).filter(
    (p) => p.outcome !== 'da_esaminare' && p.outcomeReason === '',
  );
  return [
    ...silent.map((e) => `${e.id} quotes nothing`),
    ...mute.map((p) => `proposal ${p.id} has an outcome without a reason`),
  ];
}

/** Rows and columns of the map of resources have the same total, to the cent. */
function wrongSums(path: Path): string[] {
  const map = resourceMap(path);
  const down = map.rows.reduce((n, r) => n + r.total.cents, 0);
  const across = Object.values(map.columns).reduce((n, c) => n + c.cents, 0);
  return down === map.total.cents && across === map.total.cents
    ? []
    : ['the map of resources does not come to its total'];
}
