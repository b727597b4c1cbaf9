/** Dots at their limits, and on topics that can no longer have any. */
import { describe, expect, it } from 'vitest';
import { office } from './given';
import { opened } from './opened';

const holder = office('facilitator');

/** Voting is open with three dots each; four topics by Anna. */
function voting(cumulative = true) {
  const g = opened();
  const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
  const topics = [g.topic(anna), g.topic(anna), g.topic(anna), g.topic(anna)] as [
    string,
    string,
    string,
    string,
  ];
  g.done(holder, 'openVoting', { quota: 3, cumulative });
  const place = (by: typeof anna, topic: string, dots: number) => g.refusal(by, 'placeDots', { topic, dots });
  return { ...g, anna, bruno, topics, place };
}

describe('dots', () => {
  it('[I7] can be moved and taken back with all of them given, and never be one too many', () => {
    const { anna, topics, place, state } = voting();
    const [one, two] = topics;
    expect([place(anna, one, 2), place(anna, two, 1)]).toEqual(['accepted', 'accepted']);
    expect(place(anna, two, 2)).toBe('over_quota');
    expect(place(anna, topics[2], 1)).toBe('over_quota');
    // All three are given: taking one back frees exactly one.
    expect(place(anna, one, 1)).toBe('accepted');
    expect(place(anna, topics[2], 2)).toBe('over_quota');
    expect(place(anna, topics[2], 1)).toBe('accepted');
    expect(place(anna, one, 0)).toBe('accepted');
    expect(state.private['seat-anna']?.dots).toEqual({ [two]: 1, [topics[2]]: 1 });
  });

  it('[I7] refused for too many say how many are left', () => {
    const { anna, topics, ask } = voting();
    ask(anna, 'placeDots', { topic: topics[0], dots: 2 });
    expect(ask(anna, 'placeDots', { topic: topics[1], dots: 2 })).toMatchObject({
      refused: 'over_quota',
      detail: { left: 1 },
    });
  });

  it('count a voter while there is one dot, and no longer after the last', () => {
    const { anna, bruno, topics, place, open, state } = voting();
    const [one, two] = topics;
    for (const [by, topic, dots, voters] of [
      [anna, one, 2, 1],
      [anna, two, 1, 1],
      [bruno, one, 3, 2],
      [anna, one, 0, 2],
      [anna, two, 0, 1],
    ] as const) {
      expect(place(by, topic, dots)).toBe('accepted');
      expect([state.voting.voters, open.voting.voters]).toEqual([voters, voters]);
    }
  });

  it('one on each topic is enough where they may not be heaped', () => {
    const { anna, topics, place } = voting(false);
    expect(place(anna, topics[0], 2)).toBe('over_quota');
    expect(place(anna, topics[0], 1)).toBe('accepted');
  });

  it('are not placed on what is merged, withdrawn or not there, by phone or on paper', () => {
    const g = voting();
    const { anna, topics, place } = g;
    const [kept, merged, withdrawn] = topics;
    g.done(anna, 'offerMerge', { merge: 'merge-001', from: merged, into: kept });
    if (g.state.topics[merged]?.standing === 'open') g.done(anna, 'acceptMerge', { merge: 'merge-001' });
    g.done(anna, 'withdrawTopic', { topic: withdrawn });
    expect([g.state.topics[merged]?.standing, g.state.topics[withdrawn]?.standing]).toEqual([
      'merged',
      'withdrawn',
    ]);
    for (const topic of [merged, withdrawn, 'topic-nobody']) {
      expect(place(anna, topic, 1), topic).toBe('not_votable');
      expect(
        g.refusal(holder, 'enterPaperVotes', { batch: `batch-${topic}`, voters: 1, dots: { [topic]: 1 } }),
        topic,
      ).toBe('not_votable');
    }
    expect(place(anna, kept, 1)).toBe('accepted');
  });

  it('given before a topic was withdrawn are in no total', () => {
    const g = voting();
    g.done(g.bruno, 'placeDots', { topic: g.topics[0], dots: 2 });
    g.done(g.bruno, 'placeDots', { topic: g.topics[1], dots: 1 });
    g.done(g.anna, 'withdrawTopic', { topic: g.topics[1] });
    g.done(holder, 'closeVoting', {});
    expect(g.state.voting.totals).toEqual({ [g.topics[0]]: { phone: 2, paper: 0 } });
  });

  it('on paper are never more than their voters could give', () => {
    const { refusal, topics, state } = voting();
    const paper = (batch: string, voters: number, dots: number) =>
      refusal(holder, 'enterPaperVotes', { batch, voters, dots: { [topics[0]]: dots } });
    expect(paper('batch-0001', 2, 7)).toBe('paper_over_quota');
    expect(paper('batch-0001', 2, 6)).toBe('accepted');
    expect(paper('batch-0001', 2, 1)).toBe('id_already_used');
    expect(state.voting.paper.map((b) => [b.id, b.voters])).toEqual([['batch-0001', 2]]);
    expect(refusal(holder, 'withdrawPaperVotes', { batch: 'batch-0009' })).toBe('unknown_thing');
    expect(refusal(holder, 'withdrawPaperVotes', { batch: 'batch-0001' })).toBe('accepted');
    expect(state.voting.paper).toEqual([]);
  });

  it('are secret in the facts that others receive, and kept in the log', () => {
    const { done, anna, topics, facts, open } = voting();
    done(anna, 'placeDots', { topic: topics[0], dots: 2 });
    expect(facts.at(-1)).toMatchObject({ by: 'seat-anna', data: { topic: topics[0], dots: 2 } });
    expect(JSON.stringify(open.private)).not.toContain(topics[0]);
  });

  it('are counted in rounds: nothing opens twice, closes twice or reopens while open', () => {
    const { refusal, done, topics, anna, place, state } = voting();
    expect(refusal(holder, 'openVoting', { quota: 3 })).toBe('voting_open');
    expect(refusal(holder, 'reopenVoting', { reason: 'per sbaglio' })).toBe('voting_open');
    place(anna, topics[0], 2);
    done(holder, 'closeVoting', {});
    expect([refusal(holder, 'closeVoting', {}), refusal(holder, 'openVoting', { quota: 3 })]).toEqual([
      'voting_closed',
      'voting_closed',
    ]);
    expect(place(anna, topics[0], 1)).toBe('voting_closed');
    done(holder, 'reopenVoting', { reason: 'per sbaglio' });
    expect(state.voting).toMatchObject({ state: 'open', round: 2 });
    expect(state.voting.totals).toEqual({});
    expect(state.private['seat-anna']?.dots).toEqual({ [topics[0]]: 2 });
    expect(state.voting.log.map((l) => l.what)).toEqual(['opened', 'closed', 'reopened']);
  });
});
