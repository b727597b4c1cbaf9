/** Dots: given, moved and taken back within their quota, also on paper. */
import { describe, expect, it } from 'vitest';
import { OWNER } from './authority.cases';
import { begun, holder, owner } from './begun';

describe('[I7] dots', () => {
  const voting = (over: object = {}) => {
    const g = begun();
    g.done(holder, 'openVoting', { quota: 3, ...over });
    return g;
  };

  it('are given, moved and taken back at full quota, and never beyond it', () => {
    const g = voting();
    g.done(owner, 'placeDots', { topic: g.mine, dots: 3 });
    expect(g.ask(owner, 'placeDots', { topic: g.theirs, dots: 1 })).toMatchObject({
      refused: 'over_quota',
      detail: { left: 0 },
    });
    g.done(owner, 'placeDots', { topic: g.mine, dots: 2 });
    g.done(owner, 'placeDots', { topic: g.theirs, dots: 1 });
    expect([g.state.private[OWNER]?.dots, g.state.voting.voters]).toEqual([
      { [g.mine]: 2, [g.theirs]: 1 },
      1,
    ]);
    g.done(owner, 'placeDots', { topic: g.mine, dots: 0 });
    g.done(owner, 'placeDots', { topic: g.theirs, dots: 0 });
    expect([g.state.private[OWNER]?.dots, g.state.voting.voters, g.open.voting.voters]).toEqual([{}, 0, 0]);
    expect(g.refusal(owner, 'placeDots', { topic: g.mine, dots: 0 })).toBe('nothing_to_change');
  });

  it('are one for each topic where they may not be heaped', () => {
    const g = voting({ cumulative: false });
    expect(g.ask(owner, 'placeDots', { topic: g.mine, dots: 2 })).toMatchObject({
      refused: 'over_quota',
      detail: { one: true, left: 3 },
    });
    g.done(owner, 'placeDots', { topic: g.mine, dots: 1 });
    const paper = (dots: object) =>
      g.refusal(holder, 'enterPaperVotes', { batch: 'batch-0009', voters: 2, dots });
    expect(paper({ [g.mine]: 3 })).toBe('paper_over_quota');
    expect(paper({ [g.mine]: 2 })).toBe('accepted');
  });

  it('[E20] on paper are at most what their voters had, and count apart', () => {
    const g = voting();
    const paper = (batch: string, n: number) =>
      g.ask(holder, 'enterPaperVotes', { batch, voters: 2, dots: { [g.mine]: n } });
    expect(paper('batch-0001', 7)).toMatchObject({
      refused: 'paper_over_quota',
      detail: { most: 6, given: 7 },
    });
    g.done(holder, 'enterPaperVotes', {
      batch: 'batch-0001',
      voters: 2,
      dots: { [g.mine]: 5, [g.theirs]: 1 },
    });
    g.done(owner, 'placeDots', { topic: g.mine, dots: 2 });
    expect(g.open.voting.paper.map((b) => [b.voters, b.dots])).toEqual([[2, {}]]);
    g.done(holder, 'closeVoting', {});
    expect(g.open.voting.totals).toEqual({
      [g.mine]: { phone: 2, paper: 5 },
      [g.theirs]: { phone: 0, paper: 1 },
    });
    for (const [deed, ask] of [
      ['placeDots', { topic: g.mine, dots: 1 }],
      ['enterPaperVotes', { batch: 'batch-0002', voters: 2, dots: {} }],
      ['withdrawPaperVotes', { batch: 'batch-0001' }],
      ['closeVoting', {}],
    ] as const)
      expect(g.refusal(deed === 'placeDots' ? owner : holder, deed, ask), deed).toBe('voting_closed');
    expect(g.refusal(holder, 'openVoting', { quota: 3 })).toBe('voting_closed');
  });

  it('[E38] are where they were once the vote is open again, and the record says why', () => {
    const g = voting();
    expect(g.refusal(holder, 'reopenVoting', { reason: 'x' })).toBe('voting_open');
    g.done(owner, 'placeDots', { topic: g.mine, dots: 2 });
    g.done(holder, 'closeVoting', {});
    g.done(holder, 'reopenVoting', { reason: 'per sbaglio' });
    expect(g.state.voting).toMatchObject({ state: 'open', round: 2, voters: 1 });
    expect(g.state.voting.totals).toEqual({});
    expect(g.state.voting.log.map((l) => [l.what, l.reason])).toEqual([
      ['opened', ''],
      ['closed', ''],
      ['reopened', 'per sbaglio'],
    ]);
    expect(g.state.private[OWNER]?.dots).toEqual({ [g.mine]: 2 });
  });

  it('[E38] are not given again once their authors are forgotten: nobody could tell who voted already', () => {
    const g = voting();
    g.done(owner, 'placeDots', { topic: g.mine, dots: 2 });
    g.done(holder, 'forgetAuthors', { lost: false });
    expect([g.state.voting.state, g.state.voting.totals]).toEqual([
      'closed',
      { [g.mine]: { phone: 2, paper: 0 } },
    ]);
    expect(g.refusal(holder, 'reopenVoting', { reason: 'presto' })).toBe('authors_forgotten');
  });

  it('[I8] of a topic withdrawn since they were given are not counted', () => {
    const g = voting();
    g.done(owner, 'placeDots', { topic: g.mine, dots: 2 });
    g.done(owner, 'withdrawTopic', { topic: g.mine });
    g.done(holder, 'closeVoting', {});
    expect(g.state.voting.totals).toEqual({});
  });
});
