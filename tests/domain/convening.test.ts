/** A topic in the hands of its conveners: offered, left, split, merged. */
import { describe, expect, it } from 'vitest';
import { OWNER, STRANGER_TO_IT } from './authority.cases';
import { person } from './given';
import { begun, other, owner } from './begun';

describe('[I4] a convener', () => {
  it('answers for a topic of two: a co-convener may do what the first may', () => {
    const g = begun();
    g.done(other, 'offerToConvene', { topic: g.mine });
    g.done(owner, 'acceptCoConvener', { topic: g.mine, seat: 'seat-other' });
    expect(g.refusal(other, 'offerToConvene', { topic: g.mine })).toBe('nothing_to_change');
    g.done(other, 'reviseTopic', { topic: g.mine, title: 'altro', line: '', strands: [] });
    g.done(owner, 'leaveConvening', { topic: g.mine });
    expect(g.state.topics[g.mine]).toMatchObject({ convener: 'seat-other', coConveners: [], offers: [] });
    g.done(other, 'leaveConvening', { topic: g.mine });
    expect(g.state.topics[g.mine]?.convener).toBeNull();
    g.done(person(STRANGER_TO_IT), 'adoptTopic', { topic: g.mine });
    expect(g.state.topics[g.mine]?.convener).toBe(STRANGER_TO_IT);
  });

  it('[E10] of a part that was split off has its strands and a number of its own', () => {
    const g = begun();
    g.done(owner, 'reviseTopic', { topic: g.mine, title: 'suo', line: '', strands: ['B'] });
    g.done(owner, 'splitTopic', { topic: 'topic-part', from: g.mine, title: 'una parte' });
    expect(g.state.topics['topic-part']).toMatchObject({
      n: 3,
      title: 'una parte',
      strands: ['B'],
      splitFrom: g.mine,
      convener: OWNER,
    });
    expect(g.state.topicOrder).toEqual([g.mine, g.theirs, 'topic-part']);
  });
});
