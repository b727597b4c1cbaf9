/** The indexes at the end of the book: of requests, of next steps, and of the people who signed it. */
import { shortened } from '@/domain/words';
import { type Block, heading, text } from '../document';
import type { Book } from './proceedings';

/** The start of a row, as long as fits on one line. */
const LINE = 90;
const firstLine = (words: string): string => shortened(words.trimStart().split('\n')[0] ?? '', LINE);

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
