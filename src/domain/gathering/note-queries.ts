/** Questions about notes: those of a topic, and whose they are. */
import type { Gathering } from './state';
import type { Note } from './state/note';
import type { ReportItem } from './state/report';

/** Notes of a topic that readers may see, in order of arrival. */
export const notesOn = (state: Gathering, topic: string): Note[] =>
  (state.notesOf[topic] ?? [])
    .map((id) => state.notes[id])
    .filter((n): n is Note => n !== undefined && !n.withdrawn);

/** True if this note is theirs. For an anonymous one only they themselves can say so. */
export const wroteNote = (state: Gathering, note: Note, seat: string): boolean =>
  note.author === seat || state.private[seat]?.notes[note.id] === true;

/** Done before the keys of unsigned acts' authors were destroyed: nobody can tell any more whose it is. */
export const beforeForgetting = (state: Gathering, at: number): boolean =>
  state.forgottenAt !== null && at <= state.forgottenAt;

/** A row taken from a note whose words are still the same: one contribution, to be printed and counted once. */
export function isNoteAgain(state: Gathering, item: ReportItem | undefined): boolean {
  if (!item || item.removed || item.note === null) return false;
  const note = state.notes[item.note];
  return note !== undefined && !note.withdrawn && note.text === item.text;
}
