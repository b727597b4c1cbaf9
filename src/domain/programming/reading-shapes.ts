/** Shapes of reading: references to sources, codes, and codings of some words. */
import * as z from 'zod/mini';
import type { Context } from '../deed';
import { type Refusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, TITLE_MAX } from '../words';
import { standing } from './deed';
import { PARTICIPATORY, type Path } from './state';

/** `gathering/kind/id`, or `path/paper/id` for contributions on paper. */
export const Ref = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9_-]{6,40}\/(note|item|report|idea|minutes|photo|action|votes|topic|paper)\/[A-Za-z0-9_.-]{1,90}$/,
    ),
  );

export const CodeShape = z.strictObject({
  label: text(TITLE_MAX),
  definition: textOrEmpty(NOTE_MAX),
  /** S11: families group codes, "forme del disagio" among them. */
  family: textOrEmpty(TITLE_MAX),
  parent: z.nullable(Id),
  /** A traditional target, `oltre_i_target`, or null when nobody has said. */
  area: z.nullable(Id),
  status: z.enum(['emergente', 'consolidato']),
  colour: textOrEmpty(20),
  symbol: textOrEmpty(4),
  participatory: z.enum(PARTICIPATORY),
});
export type CodeWords = z.infer<typeof CodeShape>;
export const emptyCode: CodeWords = {
  label: '',
  definition: '',
  family: '',
  parent: null,
  area: null,
  status: 'emergente',
  colour: '',
  symbol: '',
  participatory: 'non_detto',
};

export const CodingShape = z.strictObject({
  codes: z.array(Id).check(z.maxLength(30)),
  memo: textOrEmpty(LINE_MAX),
  star: z.boolean(),
  /** S10: these words contradict what others said. */
  contrast: z.boolean(),
  certainty: z.enum(['sicura', 'incerta']),
  /** The second reader's, kept apart so that agreement can be measured. */
  second: z.boolean(),
});
export type CodingWords = z.infer<typeof CodingShape>;
export const emptyCoding: CodingWords = {
  codes: [],
  memo: '',
  star: false,
  contrast: false,
  certainty: 'sicura',
  second: false,
};

export const READING_STATES = ['non_letto', 'letto', 'codificato', 'da_rivedere'] as const;
export type ReadingState = (typeof READING_STATES)[number];
type Read = { state: ReadingState; at: number; by: string | null };
export type Reading = { first: Read | null; second: Read | null; memo: string };

/** The present text of a reference: from the path's own paper and minutes, or through the command's lookup. */
export function wordsAt(state: Path, ref: string, { lookup: look }: Context): { text: string } | Refusal {
  const [where, kind, id = ''] = ref.split('/');
  const own =
    where !== state.id
      ? undefined
      : kind === 'paper'
        ? standing(state.papers, id)?.text
        : kind === 'minutes'
          ? standing(state.meetings, id)?.minutes
          : undefined;
  const said = own ? { text: own, withheld: false } : look(ref);
  if (!said) return refuse('unknown_thing', { what: 'source', ref });
  return said.withheld ? refuse('evidence_withheld', { ref }) : { text: said.text };
}

/** The words from `start` up to `end`, if they are all there and whole. */
export function quoteOf(text: string, start: number, end: number): string | Refusal {
  const quote = text.slice(start, end);
  const torn = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(quote);
  if (start < 0 || end > text.length || quote.trim() === '' || torn) return refuse('not_whole_quote');
  return quote;
}
