/**
 * Marks a person's own lines of a gathering for the public page. The marks stay on this phone: no URL carries them and
 * no server gets them.
 */
import { wroteNote } from '@/domain/gathering/note-queries';
import type { Gathering } from '@/domain/gathering/state';

const keyOf = (code: string): string => `cerchi:own-lines:${code.toUpperCase()}`;

/** References of this seat's notes and ideas, of the report rows made from them, and of the rows of its own topics. */
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

/** Kept while this tab is open. Where nothing can be stored, the page shows everybody's lines. */
export function keepOwnLines(code: string, refs: readonly string[]): void {
  try {
    sessionStorage.setItem(keyOf(code), refs.join('\n'));
  } catch {
    // Private windows may refuse storage.
  }
}

/** One reference a line; empty when nothing was stored. */
export function ownLines(code: string): string {
  try {
    return sessionStorage.getItem(keyOf(code)) ?? '';
  } catch {
    return '';
  }
}
