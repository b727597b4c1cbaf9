/** Opening next year's path from this one: its frame, its tables, its codebook, and everything still open. */
import { codesInUse } from './codes';
import { standingOnes } from './deed';
import { unanswered } from './examine';
import type { Inherited } from './opening';
import type { Path } from './state';

/** What this path leaves to the next: proposals deferred or never examined, unanswered requests, goals not reached. */
export function stillOpen(path: Path): Inherited['open'] {
  return [
    ...standingOnes(path.proposals)
      .filter((p) => p.outcome === 'da_esaminare' || p.outcome === 'rinviata')
      .map((p) => ({ id: p.id, what: 'proposal' as const, text: p.title, state: p.outcome })),
    ...unanswered(path).map((r) => ({ id: r.id, what: 'request' as const, text: r.text, state: '' })),
    ...standingOnes(path.goals)
      .filter((g) => g.status !== 'raggiunto')
      .map((g) => ({ id: g.id, what: 'goal' as const, text: `${g.code} ${g.statement}`, state: g.status })),
  ];
}

/** What `openPath` asks for the year after, but for its own id and code. Nobody's words come along: they stay where they were said. */
export function yearAfter(path: Path) {
  const about = path.about;
  if (!about) return null;
  const { title, promoter, body, method, intro, municipalities, objectives, areas, headings } = about;
  return {
    ...{ title, promoter, body, method, intro, municipalities, objectives, areas, headings },
    year: about.year + 1,
    programmingYear: about.programmingYear + 1,
    // A phase comes without its days: next year's are still to be defined.
    phases: standingOnes(path.phases).map(({ id, label, order }) => ({
      ...{ id, label, order, dateText: '', from: null, to: null },
      dateStatus: 'da_definire' as const,
    })),
    sectors: standingOnes(path.sectors).map(({ id, label, order, parent }) => ({ id, label, order, parent })),
    inherits: {
      path: path.id,
      title,
      open: stillOpen(path),
      tables: standingOnes(path.tables)
        .filter((t) => !t.closed)
        .map(({ id, name, object }) => ({ id, name, object })),
      codes: codesInUse(path).map(({ id, label, definition }) => ({ id, label, definition })),
    },
  };
}
