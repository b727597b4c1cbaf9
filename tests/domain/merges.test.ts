import { describe, expect, it } from 'vitest';
import { similarTopics } from '@/domain/gathering/similar-topics';
import { brokenInvariants } from '@/domain/gathering/invariants';
import type { Topic } from '@/domain/gathering/state/topic';
import { id, office } from './given';
import { opened, PORCH, ROOMS, SLOTS } from './opened';

const two = () => {
  const g = opened();
  const [anna, bruno, carla] = [g.seat('seat-anna'), g.seat('seat-bruno'), g.seat('seat-carla')];
  const from = g.topic(anna, 'I contributi economici aiutano?');
  const into = g.topic(bruno, 'Il ceto medio che scivola');
  const merge = id('merge');
  return { ...g, anna, bruno, carla, from, into, merge };
};

describe('merging', () => {
  it('[I5] needs both conveners; supports are united, each person once', () => {
    const g = two();
    for (const topic of [g.from, g.into]) g.done(g.carla, 'markInterest', { topic, on: true });
    g.done(g.anna, 'markInterest', { topic: g.from, on: true });
    g.done(g.anna, 'offerMerge', { merge: g.merge, from: g.from, into: g.into });
    expect(g.refusal(g.anna, 'acceptMerge', { merge: g.merge })).toBe('not_convener');
    expect(g.refusal(g.carla, 'acceptMerge', { merge: g.merge })).toBe('not_convener');
    g.done(g.bruno, 'acceptMerge', { merge: g.merge });
    expect(g.state.topics[g.from]).toMatchObject({ standing: 'merged', mergedInto: g.into });
    expect(g.state.topics[g.into]).toMatchObject({ interested: 2, coConveners: ['seat-anna'] });
    expect(g.open.topics[g.into]?.interested).toBe(2);
    expect(g.refusal(g.carla, 'markInterest', { topic: g.from, on: true })).toBe('topic_merged');
  });

  it('[I4] nobody else may merge: not who facilitates, not a third person', () => {
    const g = two();
    const ask = { merge: g.merge, from: g.from, into: g.into };
    expect(g.refusal(office('facilitator'), 'offerMerge', ask)).toBe('not_allowed');
    expect(g.refusal(g.carla, 'offerMerge', ask)).toBe('not_convener');
    expect(g.refusal(g.anna, 'offerMerge', { ...ask, into: g.from })).toBe('same_topic');
  });

  it('[I5] notes keep the topic they were written on; the cells of the merged topic are free', () => {
    const g = two();
    const session = g.place(g.anna, g.from, SLOTS[0], ROOMS[0]);
    const note = id('note');
    g.done(g.carla, 'writeNote', { note, topic: g.from, kind: 'bisogno', text: 'una nota' });
    g.done(g.bruno, 'offerMerge', { merge: g.merge, from: g.from, into: g.into });
    g.done(g.anna, 'acceptMerge', { merge: g.merge });
    expect(g.state.notes[note]?.topic).toBe(g.from);
    expect(g.state.sessions[session]?.state).toBe('cancelled');
    g.place(g.bruno, g.into, SLOTS[0], ROOMS[0]);
  });

  it('[E10] reversible until the circle starts; afterwards a new topic is split off', () => {
    const g = two();
    g.done(g.carla, 'markInterest', { topic: g.from, on: true });
    const cell = g.place(g.anna, g.from, SLOTS[1], ROOMS[1]);
    g.done(g.anna, 'offerMerge', { merge: g.merge, from: g.from, into: g.into });
    g.done(g.bruno, 'acceptMerge', { merge: g.merge });
    expect(g.state.topics[g.into]?.interested).toBe(1);
    g.done(g.anna, 'undoMerge', { merge: g.merge });
    expect(g.state.topics[g.from]).toMatchObject({ standing: 'open', interested: 1 });
    expect(g.state.topics[g.into]).toMatchObject({ interested: 0, coConveners: [] });
    expect(g.state.sessions[cell]?.state).toBe('planned');
    expect(g.open.topics).toEqual(g.state.topics);

    const again = id('merge');
    g.done(g.anna, 'offerMerge', { merge: again, from: g.from, into: g.into });
    g.done(g.bruno, 'acceptMerge', { merge: again });
    const session = g.place(g.bruno, g.into, SLOTS[0], ROOMS[0]);
    g.done(g.bruno, 'startSession', { session });
    expect(g.refusal(g.anna, 'undoMerge', { merge: again })).toBe('already_started');
    const part = id('topic');
    g.done(g.anna, 'splitTopic', { topic: part, from: g.into, title: 'Di nuovo i contributi' });
    expect(g.state.topics[part]).toMatchObject({ n: 3, splitFrom: g.into, convener: 'seat-anna' });
  });

  it('[E10] is neither offered nor accepted once the circle that would end has begun', () => {
    for (const when of ['offerMerge', 'acceptMerge']) {
      const g = two();
      const session = g.place(g.anna, g.from, SLOTS[0], ROOMS[0]);
      const ask = { merge: g.merge, from: g.from, into: g.into };
      if (when === 'acceptMerge') g.done(g.anna, 'offerMerge', ask);
      g.done(g.anna, 'startSession', { session });
      const refused =
        when === 'offerMerge' ? g.refusal(g.anna, when, ask) : g.refusal(g.bruno, when, { merge: g.merge });
      expect(refused, when).toBe('already_started');
    }
  });

  it('[E10] undone leaves each as they were: who convened both already, and who was interested in both', () => {
    const g = two();
    g.done(g.anna, 'offerToConvene', { topic: g.into });
    g.done(g.bruno, 'acceptCoConvener', { topic: g.into, seat: 'seat-anna' });
    for (const topic of [g.from, g.into]) g.done(g.carla, 'markInterest', { topic, on: true });
    g.done(g.bruno, 'markInterest', { topic: g.from, on: true });
    g.done(g.anna, 'markInterest', { topic: g.from, on: true });
    g.done(g.bruno, 'offerMerge', { merge: g.merge, from: g.from, into: g.into });
    g.done(g.anna, 'acceptMerge', { merge: g.merge });
    expect(g.state.topics[g.into]).toMatchObject({ interested: 3, coConveners: ['seat-anna'] });
    // Bruno came along with the merge and has thought better of it since: he is not taken off twice.
    g.done(g.bruno, 'markInterest', { topic: g.into, on: false });
    g.done(g.anna, 'undoMerge', { merge: g.merge });
    expect(g.state.topics[g.into]).toMatchObject({ interested: 1, coConveners: ['seat-anna'] });
    expect(Object.keys(g.state.private['seat-carla']?.interests ?? {}).sort()).toEqual(
      [g.from, g.into].sort(),
    );
    expect(g.state.private['seat-anna']?.interests).toEqual({ [g.from]: true });
    expect(g.refusal(g.anna, 'undoMerge', { merge: g.merge })).toBe('offer_gone');
    expect(brokenInvariants(g.state)).toEqual([]);
  });

  it('[E10] is undone by anyone who convenes either, also by those of the merged side who did not come along', () => {
    const g = two();
    g.done(g.carla, 'offerToConvene', { topic: g.from });
    g.done(g.anna, 'acceptCoConvener', { topic: g.from, seat: 'seat-carla' });
    const dora = g.seat('seat-dora');
    for (const undoer of [g.carla, g.anna, g.bruno]) {
      const merge = id('merge');
      g.done(g.anna, 'offerMerge', { merge, from: g.from, into: g.into });
      g.done(g.bruno, 'acceptMerge', { merge });
      expect(g.state.topics[g.into]?.coConveners).toEqual(['seat-anna']);
      expect(g.refusal(dora, 'undoMerge', { merge })).toBe('not_convener');
      g.done(undoer, 'undoMerge', { merge });
      expect(g.state.topics[g.from]).toMatchObject({ standing: 'open', mergedInto: null });
      expect(g.state.topics[g.into]?.coConveners).toEqual([]);
    }
  });

  it('[E10] in an informal place its circle comes back beside the others there', () => {
    const g = two();
    const cell = g.place(g.anna, g.from, SLOTS[0], PORCH);
    g.done(g.anna, 'offerMerge', { merge: g.merge, from: g.from, into: g.into });
    g.done(g.bruno, 'acceptMerge', { merge: g.merge });
    g.place(g.carla, g.topic(g.carla), SLOTS[0], PORCH);
    g.done(g.anna, 'undoMerge', { merge: g.merge });
    expect(g.state.sessions[cell]?.state).toBe('planned');
  });

  it('[E10] a cell that was taken meanwhile is not taken back', () => {
    const g = two();
    const cell = g.place(g.anna, g.from, SLOTS[0], ROOMS[0]);
    g.done(g.anna, 'offerMerge', { merge: g.merge, from: g.from, into: g.into });
    g.done(g.bruno, 'acceptMerge', { merge: g.merge });
    g.place(g.carla, g.topic(g.carla), SLOTS[0], ROOMS[0]);
    g.done(g.bruno, 'undoMerge', { merge: g.merge });
    expect(g.state.sessions[cell]?.state).toBe('cancelled');
  });

  it('[E11] near-identical titles are pointed out, and nothing is merged but by their conveners', () => {
    const g = two();
    const twin = g.topic(g.carla, 'Contributi economici: aiutano davvero?');
    const near = (id: string) => similarTopics(g.open, g.open.topics[id] as Topic).map((t) => t.id);
    expect(near(g.from)).toEqual([twin]);
    expect(near(twin)).toEqual([g.from]);
    expect(near(g.into)).toEqual([]);
    expect(Object.values(g.state.topics).every((t) => t.standing === 'open')).toBe(true);
    const merge = id('merge');
    g.done(g.carla, 'offerMerge', { merge, from: twin, into: g.from });
    g.done(g.anna, 'acceptMerge', { merge });
    expect(near(g.from)).toEqual([]);
  });

  it('an offer can be declined by one and taken back by the other, and made again', () => {
    const g = two();
    g.done(g.anna, 'offerMerge', { merge: g.merge, from: g.from, into: g.into });
    expect(g.refusal(g.bruno, 'offerMerge', { merge: id('m'), from: g.into, into: g.from })).toBe(
      'already_offered',
    );
    expect(g.refusal(g.carla, 'declineMerge', { merge: g.merge })).toBe('not_convener');
    g.done(g.bruno, 'declineMerge', { merge: g.merge });
    expect(g.refusal(g.bruno, 'acceptMerge', { merge: g.merge })).toBe('offer_gone');
    g.done(g.bruno, 'offerMerge', { merge: id('merge'), from: g.into, into: g.from });
  });
});

describe('convening', () => {
  it('[E01][I3] who convenes two in one slot is warned, and a co-convener resolves it', () => {
    const g = two();
    const other = g.topic(g.anna, 'un altro');
    g.place(g.anna, g.from, SLOTS[0], ROOMS[0]);
    const ask = { session: id('session'), topic: other, slot: SLOTS[0], space: ROOMS[1] };
    expect(g.refusal(g.anna, 'placeTopic', ask)).toBe('convener_clash');
    g.done(g.carla, 'offerToConvene', { topic: other });
    expect(g.refusal(g.carla, 'acceptCoConvener', { topic: other, seat: 'seat-carla' })).toBe('not_convener');
    g.done(g.anna, 'acceptCoConvener', { topic: other, seat: 'seat-carla' });
    g.done(g.anna, 'placeTopic', ask);
    g.done(g.carla, 'startSession', { session: ask.session });
  });

  it('[E05] a convener who leaves hands on to who convenes beside, or leaves it to be adopted', () => {
    const g = two();
    g.done(g.carla, 'offerToConvene', { topic: g.from });
    g.done(g.anna, 'acceptCoConvener', { topic: g.from, seat: 'seat-carla' });
    g.done(g.anna, 'leaveConvening', { topic: g.from });
    expect(g.state.topics[g.from]).toMatchObject({ convener: 'seat-carla', coConveners: [] });
    g.done(g.carla, 'leaveConvening', { topic: g.from });
    expect(g.state.topics[g.from]?.convener).toBeNull();
    g.done(g.bruno, 'adoptTopic', { topic: g.from });
    expect(g.state.topics[g.from]?.convener).toBe('seat-bruno');
    expect(g.refusal(g.bruno, 'acceptCoConvener', { topic: g.from, seat: 'seat-anna' })).toBe(
      'no_such_offer',
    );
  });
});

describe('announcing', () => {
  it('one turn each, in order; who has spoken waits for the others', () => {
    const g = two();
    const second = g.topic(g.anna, 'un secondo di Anna');
    for (const topic of [g.from, second]) g.done(g.anna, 'joinQueue', { topic });
    g.done(g.bruno, 'joinQueue', { topic: g.into });
    expect(g.refusal(g.bruno, 'joinQueue', { topic: g.into })).toBe('already_queued');
    expect(g.refusal(g.bruno, 'joinQueue', { topic: g.from })).toBe('not_convener');
    const called = () => {
      g.done(office('facilitator'), 'callNext', {});
      return g.state.spotlight?.topic;
    };
    expect([called(), called(), called()]).toEqual([g.from, g.into, second]);
    expect(g.refusal(office('facilitator'), 'callNext', {})).toBe('not_queued');
  });

  it('a turn is skipped and comes back; nobody has to', () => {
    const g = two();
    g.done(g.anna, 'joinQueue', { topic: g.from });
    g.done(g.bruno, 'joinQueue', { topic: g.into });
    g.done(office('facilitator'), 'callNext', {});
    g.done(office('facilitator'), 'skipTurn', { topic: g.from });
    expect(g.state).toMatchObject({ spotlight: null, queue: [g.into, g.from] });
    g.done(g.bruno, 'leaveQueue', { topic: g.into });
    g.done(office('facilitator'), 'callNext', {});
    expect(g.state.spotlight).toMatchObject({ topic: g.from });
    expect(g.state.topics[g.from]?.announcedAt).not.toBeNull();
    g.done(office('facilitator'), 'endSpotlight', {});
    expect(g.open.spotlight).toBeNull();
  });
});
