/** Links a reference to its line of the public record. */
import { noteNumber } from '@/domain/gathering/state/note';
import { topicNumber } from '@/domain/gathering/state/topic';
import { itemNumber } from '@/reports/gathering-json-results';
import type { PageApi } from '@/server/pages/page-api';

export type Cited = { label: string; href: string } | null;

/** Null for sources in no public record: paper imported later, minutes, ideas of another kind of meeting. */
export function citing(window: PageApi): (ref: string) => Cited {
  const rows = new Map(window.streams().map((r) => [r.id, r]));
  return (ref) => {
    const [where = '', kind, id = ''] = ref.split('/');
    const row = rows.get(where);
    if (row?.kind !== 'gathering') return null;
    const state = window.gathering(row, 'public');
    const note = kind === 'note' ? state.notes[id] : undefined;
    const [of = '', part = ''] = id.split('.');
    const topic = state.topics[note?.topic ?? of];
    if (!topic) return null;
    const line = kind === 'item' ? (state.reports[of]?.itemOrder.indexOf(part) ?? -1) : -1;
    const number = topicNumber(topic.n);
    const label = note ? noteNumber(topic.n, note.n) : line >= 0 ? itemNumber(number, line) : number;
    return { label, href: `/atti/${row.code}#${label}` };
  };
}
