/** The outcomes of a gathering's contributions, at the end of its book: proposals, requests, their answers. */
import type { GivenBack } from '@/domain/programming/public-outcomes';
import { type Block, heading, small, text } from '../document';
import { plainText } from '../rich-text';
import { word } from './document-parts';
import type { Book } from './proceedings';

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
