/** A goal's measured values in a document: every value with its date, in a table. */
import { type Block, table } from '../document';
import { day, type Setting, word } from './document-parts';

/** Nothing where nothing was measured. */
export function measureBlocks({ data, say }: Setting, goal: { id: string }): Block[] {
  const own = data.measures.filter((m) => m.goal === goal.id);
  if (own.length === 0) return [];
  return [
    table(
      say('documents.measures'),
      [
        say('documents.col.date'),
        say('documents.measure'),
        say('documents.col.value'),
        say('documents.col.note'),
      ],
      own.map((m) => [day(say, m.date), word(say, m.kind), say.number(m.value), m.note]),
      { figures: [2], widths: [2, 3, 2, 5] },
    ),
  ];
}
