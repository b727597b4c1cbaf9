/** The results of a vote, in the order in which they are read out; and a vote that was opened by mistake. */
import { describe, expect, it } from 'vitest';
import { standings } from '@/domain/gathering/vote-results';
import { id, office } from './given';
import { opened } from './opened';

const holder = office('facilitator');

function voting() {
  const g = opened();
  const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
  const topics = ['uno', 'due', 'tre', 'quattro', 'cinque'].map((title) => g.topic(anna, title));
  g.done(holder, 'openVoting', { quota: 5 });
  const give = (by: typeof anna, n: number, dots: number) =>
    g.done(by, 'placeDots', { topic: topics[n], dots });
  const rows = () => standings(g.state).map((r) => [r.name, r.dots]);
  return { ...g, anna, bruno, topics, give, rows };
}

describe('[I8] the results', () => {
  it('are in the order of their dots, of phones and paper; those without stay at the end, the withdrawn do not', () => {
    const g = voting();
    g.give(g.anna, 1, 2);
    g.give(g.bruno, 2, 4);
    g.give(g.anna, 0, 1);
    g.done(holder, 'enterPaperVotes', { batch: id('batch'), voters: 1, dots: { [g.topics[1] ?? '']: 3 } });
    g.done(g.anna, 'withdrawTopic', { topic: g.topics[4] });
    g.done(holder, 'closeVoting', {});
    expect(g.rows()).toEqual([
      ['due', 5],
      ['tre', 4],
      ['uno', 1],
      ['quattro', 0],
    ]);
  });

  it('of a cluster are those of its topics, which stand in no row of their own while it lasts', () => {
    const g = voting();
    g.give(g.anna, 1, 2);
    g.give(g.bruno, 2, 3);
    g.give(g.anna, 0, 3);
    g.done(holder, 'closeVoting', {});
    const cluster = id('cluster');
    g.done(g.anna, 'makeCluster', { cluster, name: 'Cura', topics: [g.topics[0], g.topics[1]] });
    expect(g.rows()).toEqual([
      ['Cura', 5],
      ['tre', 3],
      ['quattro', 0],
      ['cinque', 0],
    ]);
    for (const n of [0, 1]) g.done(g.anna, 'leaveCluster', { cluster, topic: g.topics[n] });
    expect(g.state.clusters[cluster]?.dissolved).toBe(true);
    expect(g.rows().map(([name]) => name)).toEqual(['uno', 'tre', 'due', 'quattro', 'cinque']);
  });

  it('name no title that is withheld', () => {
    const g = voting();
    g.give(g.anna, 1, 2);
    g.done(holder, 'closeVoting', {});
    g.done(holder, 'hideText', { what: 'topic', id: g.topics[1], reason: 'dato_personale' });
    expect(g.rows()[0]).toEqual(['', 2]);
  });
});

describe('[I7] a vote opened by mistake', () => {
  it('is withdrawn while nobody has voted, and can be opened again', () => {
    const g = voting();
    g.give(g.anna, 0, 1);
    expect(g.refusal(holder, 'withdrawVote', {})).toBe('votes_given');
    g.give(g.anna, 0, 0);
    g.done(holder, 'withdrawVote', {});
    expect([g.state.voting.state, g.state.voting.log]).toEqual(['none', []]);
    g.done(holder, 'openVoting', { quota: 2 });
  });

  it('is not once votes on paper were entered, or it was closed before', () => {
    const g = voting();
    const batch = id('batch');
    g.done(holder, 'enterPaperVotes', { batch, voters: 1, dots: {} });
    expect(g.refusal(holder, 'withdrawVote', {})).toBe('votes_given');
    g.done(holder, 'withdrawPaperVotes', { batch });
    g.done(holder, 'closeVoting', {});
    g.done(holder, 'reopenVoting', { reason: 'per sbaglio' });
    expect(g.refusal(holder, 'withdrawVote', {})).toBe('votes_given');
  });
});
