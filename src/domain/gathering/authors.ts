/**
 * Forgets authors: at the conclusion the keys that could still tell who did unsigned acts are destroyed, and the log
 * records it (decision 23).
 */
import * as z from 'zod/mini';
import { deed } from './deed';
import { dayIsOver } from './phase-queries';
import type { Gathering } from './state';
import { blankPrivate } from './state/seat';
import { tally, totalsShape } from './voting';

/**
 * Sent by the server alone. `lost`: there is no key, as in a copy restored on another machine; otherwise the gathering
 * is concluded, or its retention time is over.
 */
export const forgetAuthors = deed({
  command: 'forgetAuthors',
  fact: 'authorsForgotten',
  v: 2,
  who: ['owner'],
  byRoute: true,
  commandSchema: () => z.strictObject({ lost: z.boolean() }),
  factSchema: () =>
    z.strictObject({
      lost: z.boolean(),
      /**
       * Totals of a vote that was still open, which closes with it; null where there was none, or it has to start
       * again.
       */
      totals: z.nullable(totalsShape()),
      /** True if interest can be expressed again: the day is not over, so its counts start again too. */
      again: z.boolean(),
    }),
  decide(state, ask) {
    return {
      lost: ask.lost,
      totals: !ask.lost && state.voting.state === 'open' ? tally(state) : null,
      again: ask.lost && !dayIsOver(state),
    };
  },
  apply(state, data, fact) {
    state.keyEpoch = (state.keyEpoch ?? 0) + 1;
    state.forgottenAt = fact.at;
    state.roaming = 0;
    for (const session of Object.values(state.sessions)) {
      session.present = 0;
      if (session.attended > 0) session.attendedFinal = true;
    }
    for (const topic of Object.values(state.topics)) {
      if (data.again) topic.interested = 0;
      else if (topic.interested > 0) topic.interestedFinal = true;
    }
    for (const merge of Object.values(state.merges)) {
      merge.added = [];
      if (data.again) merge.came = 0;
    }
    state.private = Object.fromEntries(
      Object.keys(state.seats).map((seat) => {
        // A signature in the book is no secret act: its author is in the log.
        const signs = state.private[seat]?.signs;
        return [seat, { ...blankPrivate(), ...(signs ? { signs } : {}) }];
      }),
    );
    endBallot(state, data.totals, fact.at);
  },
});

/**
 * An open vote closes with its totals. Where nobody knows whose dots they are, they do not count and all vote again.
 */
function endBallot({ voting }: Gathering, totals: Gathering['voting']['totals'] | null, at: number): void {
  if (totals) {
    voting.state = 'closed';
    voting.totals = totals;
    voting.log.push({ at, what: 'closed', reason: '' });
  } else if (voting.state === 'open') {
    voting.voters = 0;
    voting.round += 1;
    voting.log.push({ at, what: 'voided', reason: '' });
  }
}
