/** The people who signed the book, with the paragraphs that are under their names. */
import { bookSigners } from '@/domain/gathering/book-signature';
import { isNoteAgain, notesOn } from '@/domain/gathering/note-queries';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import { noteNumber } from '@/domain/gathering/state/note';
import { topicNumber } from '@/domain/gathering/state/topic';
import { actionNumber, ideaNumber, itemNumber } from './gathering-json-results';

/** `paragraphs`: their addresses, in the order of the book; empty for a person who signed no text. */
export type Signature = { label: string; paragraphs: string[] };

/** Needs the whole state. By name; without anonymous, withheld and withdrawn texts. */
export function signatures(state: Gathering, label: (seat: string) => string | null): Signature[] {
  const topics = topicsInOrder(state);
  /** A note that became a report's row is printed there. */
  const rows = new Map<string, string>();
  for (const t of topics)
    for (const [i, id] of (state.reports[t.id]?.itemOrder ?? []).entries()) {
      const item = state.reports[t.id]?.items[id];
      if (item?.note && !item.removed && !item.hidden && isNoteAgain(state, item))
        rows.set(item.note, itemNumber(topicNumber(t.n), i));
    }
  const written = (seat: string): string[] => [
    ...topics.flatMap((t) => [
      ...(!t.hidden && (t.convener === seat || t.coConveners.includes(seat)) ? [topicNumber(t.n)] : []),
      ...notesOn(state, t.id)
        .filter((n) => n.author === seat && !n.anonymous && !n.hidden && !n.withdrawn)
        .map((n) => rows.get(n.id) ?? noteNumber(t.n, n.n)),
    ]),
    ...Object.values(state.ideas)
      .filter((i) => i.author === seat && !i.hidden && !i.withdrawn)
      .sort((a, b) => a.n - b.n)
      .map((i) => ideaNumber(i.n)),
    ...Object.values(state.actions)
      .filter((a) => !a.hidden && (a.initiator === seat || a.adhesions.includes(seat)))
      .sort((a, b) => a.n - b.n)
      .map((a) => actionNumber(a.n)),
  ];
  return Object.keys(bookSigners(state))
    .flatMap((seat) => {
      const name = label(seat);
      return name ? [{ label: name, paragraphs: written(seat) }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'it'));
}
