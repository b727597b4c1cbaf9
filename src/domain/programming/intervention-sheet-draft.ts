/** A first draft of an intervention sheet: fills each of the office's headings from the path's own data. */
import { standingOnes } from './deed';
import { type Funded, fundingPlan, projectSums } from './resource-map';
import { wordsBehind } from './decision-trace';
import type { Goal, Path } from './state';

/** Headings are the office's own: these are matched by their plain words, all others stay empty. */
const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-zà-ú]+/g, ' ')
    .trim();

/** Amounts are formatted by the caller, who knows the reader's language. */
export function draftSheet(
  path: Path,
  goal: Goal,
  euro: (cents: number) => string,
  funded: (source: Funded['source']) => string = String,
): { heading: string; text: string }[] {
  const table = goal.table === null ? undefined : path.tables[goal.table];
  const needs = goal.needs.flatMap((id) => path.needs[id] ?? []);
  const proposals = goal.proposals.flatMap((id) => path.proposals[id] ?? []);
  const projects = goal.projects.flatMap((id) => path.projects[id] ?? []);
  const sitting = standingOnes(path.members)
    .filter((m) => m.table === goal.table)
    .map((m) => m.label || path.organizations[m.organization ?? '']?.name || '');
  const quotes = wordsBehind(path, 'goal', goal.id)
    .filter(({ evidence }) => evidence.relation !== 'contrasta')
    .slice(0, 3)
    .map(({ evidence }) => `«${evidence.quote}»`);
  const sums = projects.map((p) => ({ p, total: projectSums(path, p.id).total }));
  const hours = sums.reduce((n, s) => n + s.total.hours, 0);
  const known: Record<string, readonly string[]> = {
    denominazione: [goal.statement],
    'area o obiettivo di riferimento': [path.about?.objectives[(goal.objective ?? 0) - 1] ?? ''],
    'soggetto capofila': [table?.lead ?? ''],
    referente: [goal.who],
    'ambito territoriale': [goal.where],
    'in continuità o nuovo': projects.map((p) => `${p.code} ${p.title}`),
    destinatari: needs.map((n) => n.affectedGroups),
    motivazione: [...needs.map((n) => n.description || n.title), ...quotes],
    'azioni previste': proposals.map((p) => p.title),
    'istituzioni e attori sociali coinvolti': sitting,
    'risorse umane': hours > 0 ? [`${String(hours).replace('.', ',')} h`] : [],
    'risultati attesi e indicatori': [goal.indicator, goal.baseline, goal.target],
    'piano finanziario': planOf(path, goal, euro, funded),
  };
  return (path.about?.headings ?? []).map((heading) => ({
    heading,
    text: [...new Set(known[plain(heading)] ?? [])].filter((line) => line !== '').join('\n'),
  }));
}

/** Funding source by source, and the total; nothing where no money was entered. */
function planOf(
  path: Path,
  goal: Goal,
  euro: (cents: number) => string,
  funded: (source: Funded['source']) => string,
): string[] {
  const plan = fundingPlan(path, goal.projects);
  if (plan.length === 0) return [];
  const total = plan.reduce((n, p) => n + p.cents, 0);
  return [...plan.map((p) => `${funded(p.source)}: ${euro(p.cents)}`), euro(total)];
}
