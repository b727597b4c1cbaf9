/** The end of a gathering in its book: clusters, action groups, closing words. */
import { type Block, heading, lead, list, prose } from '../document';
import type { Book } from './proceedings';

export function harvest({ data, say }: Book): Block[] {
  const titleOf = (n: string | null): string => data.topics.find((t) => t.number === n)?.title ?? '';
  return [
    ...(data.clusters.length === 0 ? [] : [heading(2, say('documents.clusters'))]),
    ...data.clusters.flatMap((c) => [
      heading(3, c.name),
      ...list(c.topics.map((n) => [n, titleOf(n)].filter(Boolean).join(' · '))),
    ]),
    ...(data.actionGroups.length === 0 ? [] : [heading(2, say('documents.actions'))]),
    ...data.actionGroups.flatMap((a): Block[] => [
      heading(3, `${a.number}. ${a.title ?? say('documents.withheld')}`, a.number),
      ...prose(a.what ?? ''),
      ...lead(say('record.begins'), a.initiator ?? ''),
      ...lead(say('documents.due'), a.byWhen ?? ''),
      ...lead(say('documents.next'), a.nextStep ?? ''),
      ...lead(say('documents.resources'), a.resources ?? ''),
      ...lead(say('documents.joined'), a.joined.map((j) => j ?? say('record.somebody')).join(', ')),
      ...lead(say('record.bornFrom'), [a.cluster, a.topic].filter(Boolean).join(' · ')),
    ]),
    ...(data.closingWords.length === 0
      ? []
      : [heading(2, say('record.words')), ...list(data.closingWords.map((w) => w.text))]),
  ];
}
