/** Every text that may be withheld, wherever it is: one that its author took back is still in the log. */
import { ideaNumber } from '@/domain/gathering/formats';
import type { Gathering } from '@/domain/gathering/state';
import type { Hidden } from '@/domain/gathering/state/hidden';
import { noteNumber } from '@/domain/gathering/state/note';
import { REPORT_FIELDS } from '@/domain/gathering/state/report';
import { topicNumber } from '@/domain/gathering/state/topic';
import { itemNumber } from '@/reports/gathering-json-results';

export type HideableThing = {
  what: 'note' | 'topic' | 'report' | 'item' | 'idea' | 'action' | 'word';
  id: string;
  number: string;
  text: string;
};
export type HideableText = { thing: HideableThing; at: number; hidden: Hidden | null };

export function hideableTexts(view: Gathering): HideableText[] {
  const topicN = (id: string) => view.topics[id]?.n ?? 0;
  const of = (
    what: HideableThing['what'],
    id: string,
    number: string,
    text: string,
    at: number,
    hidden: Hidden | null,
  ): HideableText => ({ thing: { what, id, number, text }, at, hidden });
  return [
    ...Object.values(view.topics).map((t) =>
      of('topic', t.id, topicNumber(t.n), [t.title, t.line].filter(Boolean).join(' · '), t.at, t.hidden),
    ),
    ...Object.values(view.notes).map((n) =>
      of('note', n.id, noteNumber(topicN(n.topic), n.n), n.text, n.at, n.hidden),
    ),
    ...Object.values(view.reports).flatMap((r) => [
      of(
        'report',
        r.topic,
        topicNumber(topicN(r.topic)),
        [...REPORT_FIELDS.map((f) => r.fields[f].text), r.outcomeReason].filter(Boolean).join(' · '),
        r.publishedAt ?? 0,
        r.hidden,
      ),
      ...r.itemOrder.flatMap((id, i) => {
        const item = r.items[id];
        const number = itemNumber(topicNumber(topicN(r.topic)), i);
        return item ? [of('item', id, number, item.text, r.publishedAt ?? 0, item.hidden)] : [];
      }),
    ]),
    ...Object.values(view.ideas).map((i) => of('idea', i.id, ideaNumber(i.n), i.text, i.at, i.hidden)),
    ...Object.values(view.actions).map((a) =>
      of(
        'action',
        a.id,
        `G${a.n}`,
        [a.title, a.what, a.resources, a.nextStep].filter(Boolean).join(' · '),
        a.at,
        a.hidden,
      ),
    ),
    ...view.words.map((w) => of('word', w.id, '', w.text, w.at, w.hidden)),
  ];
}
