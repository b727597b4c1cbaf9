/** The end of the book: clusters, action groups, closing words, an index of requests, and the outcomes. */
import type { GivenBack } from '@/domain/programming/public-outcomes';
import { type Block, heading, lead, list, prose, small, text } from '../document';
import { plainText } from '../rich-text';
import type { Book } from './proceedings';
import { word } from './document-parts';

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

/** The start of a row, as long as fits on one line. */
const LINE = 90;
const firstLine = (words: string): string => {
  const line = words.split('\n')[0] ?? '';
  return [...line].length > LINE ? `${[...line].slice(0, LINE).join('')}…` : line;
};

/** Requests and next steps by their address, for which the book prints a page number. */
export function indexes({ data, say }: Book): Block[] {
  return (['richiesta', 'prossimo_passo'] as const).flatMap((kind) => {
    const entries = data.reports.flatMap((r) =>
      r.hidden
        ? []
        : r.items
            .filter((i) => i.kind === kind && i.text !== null)
            .map((i) => ({ to: i.id, text: `${i.id} · ${firstLine(i.text ?? '')}` })),
    );
    if (entries.length === 0) return [];
    const name = say(kind === 'richiesta' ? 'documents.indexRequests' : 'documents.indexSteps');
    return [heading(2, name), { is: 'index', entries } satisfies Block];
  });
}

/** The people who signed the book, each with what they wrote. */
export function people({ data, say }: Book): Block[] {
  if (data.signatures.length === 0) return [];
  const words: Record<string, string | null> = Object.fromEntries([
    ...data.topics.map((t) => [t.number, t.title]),
    ...data.notes.map((n) => [n.id, n.text]),
    ...data.reports.flatMap((r) => r.items.map((i) => [i.id, i.text])),
    ...data.ideas.map((i) => [i.number, i.text]),
    ...data.actionGroups.map((a) => [a.number, a.title]),
  ]);
  const silent = data.signatures.filter((s) => s.paragraphs.length === 0);
  return [
    heading(2, say('documents.indexPeople')),
    text(say('documents.indexPeopleWhy')),
    ...data.signatures
      .filter((s) => s.paragraphs.length > 0)
      .flatMap((s): Block[] => [
        heading(3, s.label),
        {
          is: 'index',
          entries: s.paragraphs.map((id) => ({ to: id, text: `${id} · ${firstLine(words[id] ?? '')}` })),
        },
      ]),
    ...(silent.length === 0
      ? []
      : [text(say('documents.indexPeopleAlso', { names: silent.map((s) => s.label).join(', ') }))]),
  ];
}

/** Empty until somebody has answered. */
export function turnedOut({ say, givenBack = [] }: Book): Block[] {
  const answered = givenBack.filter((g) => g.updatedAt !== null);
  if (answered.length === 0) return [];
  return [heading(2, say('documents.turnedOut')), ...answered.flatMap((g) => given(say, g))];
}

const given = (say: Book['say'], g: GivenBack): Block[] => [
  heading(3, g.title),
  ...g.proposals.map(
    (p): Block => ({
      is: 'lead',
      label: word(say, p.outcome),
      of: plainText([p.title, p.reason].filter(Boolean).join(' · ')),
    }),
  ),
  ...g.requests.map(
    (r): Block =>
      r.answer
        ? {
            is: 'lead',
            label: word(say, r.answer),
            of: plainText([r.text, r.reason, r.when].filter(Boolean).join(' · ')),
          }
        : small(`${r.text} · ${say('documents.notAnswered')}`),
  ),
  ...(g.proposals.length + g.requests.length === 0 ? [text(say('documents.notAnswered'))] : []),
];
