/** Which lines of a gathering are mine, kept on this phone for the public page: no address and no server is told. */
import { wroteNote } from '@/domain/gathering/queries';
import type { Gathering } from '@/domain/gathering/state';

const keyOf = (code: string): string => `cerchi:own-lines:${code.toUpperCase()}`;

/** References of the notes and ideas of this seat, of the report rows drawn from them, and of the rows of its own topics. */
export function ownLineRefs(state: Gathering, seat: string): string[] {
  const notes = Object.values(state.notes).filter((n) => wroteNote(state, n, seat));
  const own = new Set(notes.map((n) => n.id));
  const ideas = Object.values(state.ideas).filter((i) => i.author === seat);
  const rows = Object.values(state.reports).flatMap((report) => {
    const topic = state.topics[report.topic];
    const leads = topic?.convener === seat || topic?.coConveners.includes(seat);
    return Object.values(report.items)
      .filter((item) => !item.removed && (leads || (item.note !== null && own.has(item.note))))
      .map((item) => `${state.id}/item/${report.topic}.${item.id}`);
  });
  return [
    ...notes.map((n) => `${state.id}/note/${n.id}`),
    ...ideas.map((i) => `${state.id}/idea/${i.id}`),
    ...rows,
  ];
}

/** Kept while this tab is open; where nothing can be kept, the page shows everybody's. */
export function keepOwnLines(code: string, refs: readonly string[]): void {
  try {
    sessionStorage.setItem(keyOf(code), refs.join('\n'));
  } catch {
    // Private windows may refuse to keep anything.
  }
}

/** One reference a line; empty when nothing was kept. */
export function ownLines(code: string): string {
  try {
    return sessionStorage.getItem(keyOf(code)) ?? '';
  } catch {
    return '';
  }
}
