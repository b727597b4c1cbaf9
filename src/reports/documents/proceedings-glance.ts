/** The day on one page, for people who will not read the book: attendance, where the energy went, next actions. */
import { hasMarket } from '@/domain/gathering/formats';
import { wasHeld } from '@/domain/gathering/session-queries';
import { type Block, heading, list, small, table } from '../document';
import type { Book } from './proceedings';

/** As many lines as keep it on one page. */
const MOST = 12;

export function atAGlance(book: Book): Block[] {
  const { data, say } = book;
  const { gathering: g } = data;
  const counted = (n: number, what: 'people' | 'topics' | 'circles' | 'notes' | 'ideas'): string =>
    `${say.number(n)} ${say(`record.${what}`, { n })}`;
  const numbers = hasMarket(g.format)
    ? [
        counted(g.people, 'people'),
        counted(data.topics.filter((t) => t.standing === 'open').length, 'topics'),
        counted(data.sessions.filter(wasHeld).length, 'circles'),
        counted(data.notes.length, 'notes'),
      ]
    : [counted(g.people, 'people'), counted(data.ideas.length, 'ideas')];
  return [heading(2, say('record.numbers')), ...list(numbers), ...energy(book), ...begins(book)];
}

const total = (v: { phone: number; paper: number }): number => v.phone + v.paper;

function energy({ data, say }: Book): Block[] {
  const voted = data.votes.filter((v) => total(v) > 0).sort((a, b) => total(b) - total(a));
  if (voted.length === 0) return [];
  const titleOf = (n: string | null) =>
    data.topics.find((t) => t.number === n)?.title ?? say('record.hiddenTitle');
  return [
    heading(3, say('record.energy')),
    table(
      say('record.energy'),
      [say('documents.number'), say('documents.topic'), say('documents.dots')],
      voted.slice(0, MOST).map((v) => [v.topic ?? '', titleOf(v.topic), say.number(total(v))]),
      { figures: [2], widths: [1, 8, 1.4] },
    ),
    ...(voted.length > MOST ? [small(say('documents.moreTopics', { n: voted.length - MOST }))] : []),
  ];
}

function begins({ data, say }: Book): Block[] {
  const groups = data.actionGroups.filter((a) => a.title !== null);
  if (groups.length === 0) return [];
  return [
    heading(3, say('documents.actions')),
    ...list(
      groups
        .slice(0, MOST)
        .map((a) => [`${a.number}. ${a.title}`, a.nextStep, a.byWhen].filter(Boolean).join(' · ')),
    ),
  ];
}
