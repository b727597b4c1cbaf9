/** Evidence: quotations that support a need, a proposal, a project, a goal or a table, in their original words. */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { Id, textOrEmpty } from '../shapes';
import { LINE_MAX } from '../words';
import { begun, deed, PLANNERS, standing } from './deed';
import { quoteOf, Ref, wordsAt } from './reading-shapes';
import { revises } from './register';
import type { Path } from './state';

export const GROUNDED = ['need', 'proposal', 'project', 'goal', 'table'] as const;
export type Grounded = (typeof GROUNDED)[number];
export const RELATIONS = ['fonda', 'sostiene', 'contrasta'] as const;

const Link = z.strictObject({
  relation: z.enum(RELATIONS),
  note: textOrEmpty(LINE_MAX),
});
const Ends = { id: Id, what: z.enum(GROUNDED), target: Id, ref: Ref };
const whole = () => z.strictObject({ ...Ends, ...Link.shape, quote: z.string() });
export type EvidenceWords = z.infer<typeof Link> & { what: Grounded; target: string; ref: string };

const there = (state: Path, what: Grounded, id: string): boolean =>
  standing(
    {
      need: state.needs,
      proposal: state.proposals,
      project: state.projects,
      goal: state.goals,
      table: state.tables,
    }[what] as typeof state.needs,
    id,
  ) !== null;

export const linkEvidence = deed({
  command: 'linkEvidence',
  fact: 'evidenceLinked',
  who: PLANNERS,
  /** Without a span, all the words of the source. */
  commandSchema: () =>
    z.strictObject({
      ...Ends,
      relation: z._default(z.enum(RELATIONS), 'fonda'),
      note: z._default(textOrEmpty(LINE_MAX), ''),
      start: z.optional(z.int()),
      end: z.optional(z.int()),
    }),
  factSchema: whole,
  decide(state, { start, end, ...ask }, asking) {
    if (state.evidence[ask.id]) return refuse('id_already_used');
    if (!there(state, ask.what, ask.target)) return refuse('unknown_thing', { what: ask.what });
    const said = wordsAt(state, ask.ref, asking);
    if (isRefusal(said)) return said;
    const quote = quoteOf(said.text, start ?? 0, end ?? said.text.length);
    return isRefusal(quote) ? quote : { ...ask, quote };
  },
  apply(state, data, fact) {
    state.evidence[data.id] = { ...begun(data.id, fact), ...data };
  },
});

export const reviseEvidence = revises({
  command: 'reviseEvidence',
  fact: 'evidenceRevised',
  into: (state: Path) => state.evidence,
  words: Link,
});
