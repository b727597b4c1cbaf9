/** From a reference to the line of the public record that says those words. */
import { noteNumber } from '@/domain/gathering/state/note';
import { topicNumber } from '@/domain/gathering/state/topic';
import type { PageApi } from '@/server/pages/page-api';

export type Cited = { label: string; href: string } | null;

/** Null for what is in no public record: paper brought in later, minutes, ideas of another kind of meeting. */
export function citing(window: PageApi): (ref: string) => Cited {
  const rows = new Map(window.streams().map((r) => [r.id, r]));
  return (ref) => {
    const [where = '', kind, id = ''] = ref.split('/');
    const row = rows.get(where);
    if (row?.kind !== 'gathering') return null;
    const state = window.gathering(row, 'public');
    const note = kind === 'note' ? state.notes[id] : undefined;
    const topic = state.topics[note?.topic ?? id.split('.')[0] ?? ''];
    if (!topic) return null;
    const label = note ? noteNumber(topic.n, note.n) : topicNumber(topic.n);
    return { label, href: `/atti/${row.code}#${label}` };
  };
}
