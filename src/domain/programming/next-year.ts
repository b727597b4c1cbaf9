/** Opens next year's path from this one: its frame, its tables, its codebook, and everything still open. */
import { codeNow, codesInUse } from './codes';
import { standing, standingOnes, bare } from './deed';
import { toExamine, unanswered } from './unanswered-items';
import type { Inherited } from './inheritance';
import type { Said } from './source-text';
import type { Path } from './state';

/**
 * The items this path hands on: proposals deferred or never examined, requests unanswered or promised, goals not
 * reached.
 */
export function stillOpen(path: Path): Inherited['open'] {
  const promised = Object.values(path.requests).filter((r) => r.answer === 'quando');
  return [
    ...standingOnes(path.proposals)
      .filter((p) => p.outcome === 'da_esaminare' || p.outcome === 'rinviata')
      .map((p) => ({
        id: p.id,
        what: 'proposal' as const,
        ref: null,
        text: p.title,
        state: p.outcome,
        when: '',
      })),
    ...[...unanswered(path), ...promised]
      .filter((r) => r.text !== '')
      .map((r) => ({
        ...{ id: r.id, what: 'request' as const, ref: r.ref, text: r.text },
        ...{ state: r.answer ?? '', when: r.when },
      })),
    ...standingOnes(path.goals)
      .filter((g) => g.status !== 'raggiunto')
      .map((g) => ({
        ...{ id: g.id, what: 'goal' as const, ref: null, text: `${g.code} ${g.statement}`, state: g.status },
        when: g.due ?? g.when,
      })),
  ];
}

/**
 * The data of `openPath` for the year after, without its own id and code. `said`: every source of this path, to count
 * the unexamined ones; nobody's words are copied, they stay where they were written.
 */
export function yearAfter(path: Path, said: readonly Said[] = []) {
  const about = path.about;
  if (!about) return null;
  const { title, promoter, body, method, intro, pact, municipalities, objectives, areas, headings, licence } =
    about;
  const tables = standingOnes(path.tables).filter((t) => !t.closed);
  const open = new Set(tables.map((t) => t.id));
  const projects = standingOnes(path.projects);
  const kept = new Set(projects.map((p) => p.id));
  const codes = codesInUse(path);
  return {
    ...{ title, promoter, body, method, intro, pact, municipalities, objectives, areas, headings, licence },
    year: about.year + 1,
    programmingYear: about.programmingYear + 1,
    // A phase is copied without its days, and its name without the year: next year's are still to be defined.
    phases: standingOnes(path.phases).map(({ id, label, order }) => ({
      ...{ id, order, dateText: '', from: null, to: null },
      label: oneYearOn(label, about.year, about.programmingYear),
      dateStatus: 'da_definire' as const,
    })),
    sectors: standingOnes(path.sectors).map(({ id, label, order, parent }) => ({
      ...{ id, label, order },
      parent: parent !== null && standing(path.sectors, parent) ? parent : null,
    })),
    inherits: {
      path: path.id,
      code: path.code,
      title,
      open: stillOpen(path),
      unexamined: toExamine(path, said).length,
      organizations: standingOnes(path.organizations).map((o) => ({
        ...bare(o),
        alreadyInvolved: true,
      })),
      tables: tables.map(({ id, name, object, lead, areas: on }) => ({ id, name, object, lead, areas: on })),
      members: standingOnes(path.members)
        .filter((m) => open.has(m.table))
        .map((m) => ({ ...bare(m), isNew: false })),
      projects: projects.map((p): Inherited['projects'][number] => {
        const { id, code, title: called, area, holder, results, table } = p;
        return {
          ...{ id, code, title: called, area, holder, results },
          table: table !== null && open.has(table) ? table : null,
        };
      }),
      resources: standingOnes(path.resources)
        .filter((r) => r.project === null || kept.has(r.project))
        .map((r) => bare(r)),
      codes: codes.map((c) => {
        const { mergedInto: _, splitFrom: __, ...words } = bare(c);
        return { ...words, parent: words.parent === null ? null : (codeNow(path, words.parent)?.id ?? null) };
      }),
    },
  };
}

/** "Lancio della nuova programmazione 2015" becomes 2016's; other numbers are left alone. */
const oneYearOn = (label: string, ...years: number[]): string =>
  label.replace(/\b\d{4}\b/g, (n) => (years.includes(Number(n)) ? String(Number(n) + 1) : n));
