/** Operative proposals, separate from needs, and the outcome that each must get. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, TITLE_MAX } from '../words';
import { allStand, amend, deed, filed, momentOf, PLANNERS, standing } from './deed';
import { adds, revises } from './register';
import { OUTCOMES, type Outcome, type Path } from './state';

/** S06: the levels at which decisions are made. */
export const LEVELS = ['servizio_gruppo', 'comune', 'unione_distretto', 'provincia_ctss', 'regione'] as const;

const Proposal = z.strictObject({
  title: text(TITLE_MAX),
  description: textOrEmpty(NOTE_MAX),
  levels: z.array(z.enum(LEVELS)).check(z.maxLength(LEVELS.length)),
  /** S22: services that go toward citizens. */
  goesTowardCitizens: z.boolean(),
  beyondTarget: z.boolean(),
  table: z.nullable(Id),
  needs: z.array(Id).check(z.maxLength(50)),
});
export type ProposalWords = z.infer<typeof Proposal>;

const blank: ProposalWords = {
  title: '',
  description: '',
  levels: [],
  goesTowardCitizens: false,
  beyondTarget: false,
  table: null,
  needs: [],
};
/** Made for each: its lists are its own. */
export const blankProposal = (): ProposalWords => structuredClone(blank);
const into = (state: Path) => state.proposals;
const check = (state: Path, words: ProposalWords) =>
  allStand(state.tables, [words.table], 'table') ?? allStand(state.needs, words.needs, 'need');

export const unexamined: { outcome: Outcome; outcomeReason: string; outcomeAt: number | null } = {
  outcome: 'da_esaminare',
  outcomeReason: '',
  outcomeAt: null,
};

export const addProposal = adds({
  command: 'addProposal',
  fact: 'proposalAdded',
  into,
  words: Proposal,
  blank,
  extra: unexamined,
  check,
});
export const reviseProposal = revises({
  command: 'reviseProposal',
  fact: 'proposalRevised',
  into,
  words: Proposal,
  check,
});

/** The outcome is the office's answer to the proposers: never without its reason. Earlier ones stay in the history. */
export const giveOutcome = deed({
  command: 'giveOutcome',
  fact: 'outcomeGiven',
  who: PLANNERS,
  commandSchema: () =>
    z.strictObject({
      id: Id,
      outcome: z.enum(OUTCOMES),
      reason: z._default(textOrEmpty(LINE_MAX), ''),
    }),
  factSchema: () => z.strictObject({ id: Id, outcome: z.enum(OUTCOMES), reason: z.string() }),
  decide(state, ask) {
    const proposal = standing(state.proposals, ask.id);
    if (!proposal) return refuse('unknown_thing', { what: 'proposal' });
    if (ask.outcome !== 'da_esaminare' && ask.reason === '') return refuse('outcome_without_reason');
    const same = proposal.outcome === ask.outcome && proposal.outcomeReason === ask.reason;
    return same ? refuse('nothing_to_change') : ask;
  },
  replaces(state, ask) {
    const { outcome, outcomeReason: reason } = filed(state.proposals, ask.id) ?? {};
    return { outcome, reason };
  },
  apply(state, data, fact) {
    const proposal = state.proposals[data.id];
    if (!proposal) return;
    const given = { outcome: data.outcome, outcomeReason: data.reason };
    const fresh = data.outcome === 'da_esaminare' ? null : fact.at;
    amend(proposal, { ...given, outcomeAt: momentOf(proposal, given, 'outcomeAt', fresh) }, fact);
  },
});
