/** Withdraws a vote opened by mistake, as long as nobody has voted. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { deed, HOLDERS } from './deed';

export const withdrawVote = deed({
  command: 'withdrawVote',
  fact: 'voteWithdrawn',
  who: HOLDERS,
  commandSchema: () => z.strictObject({}),
  factSchema: () => z.strictObject({}),
  decide(state) {
    const { state: now, voters, paper, round } = state.voting;
    if (now !== 'open') return refuse('voting_closed');
    return voters > 0 || paper.length > 0 || round > 1 ? refuse('votes_given') : {};
  },
  apply(state) {
    state.voting.state = 'none';
    state.voting.round = 0;
    state.voting.log = [];
  },
});
