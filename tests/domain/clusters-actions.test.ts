/** Clusters and action groups: joined, left, handed on. */
import { describe, expect, it } from 'vitest';
import { OWNER, STRANGER_TO_IT } from './authority.cases';
import { person } from './given';
import { begun, other, owner } from './begun';

describe('[E21] a cluster', () => {
  it('is of topics side by side, one cluster each, and is over with its last', () => {
    const g = begun();
    const third = g.topic(owner, 'terzo');
    g.done(owner, 'makeCluster', { cluster: 'cluster-01', name: 'insieme', topics: [g.mine, g.mine] });
    expect(g.state.clusters['cluster-01']).toMatchObject({ topics: [g.mine], initiator: null });
    expect(
      g.ask(owner, 'makeCluster', { cluster: 'cluster-02', name: 'x', topics: [third, g.mine] }),
    ).toMatchObject({
      refused: 'in_cluster',
      detail: { topic: 1, cluster: 'insieme' },
    });
    g.done(other, 'joinCluster', { cluster: 'cluster-01', topic: g.theirs });
    g.done(other, 'renameCluster', { cluster: 'cluster-01', name: 'accanto' });
    g.done(person(STRANGER_TO_IT), 'initiateCluster', { cluster: 'cluster-01' });
    expect(g.state.clusters['cluster-01']?.initiator).toBe(STRANGER_TO_IT);
    expect(g.refusal(owner, 'initiateCluster', { cluster: 'cluster-01', on: false })).toBe('not_initiator');
    g.done(person(STRANGER_TO_IT), 'initiateCluster', { cluster: 'cluster-01', on: false });
    expect(g.state.clusters['cluster-01']?.initiator).toBeNull();
    g.done(owner, 'leaveCluster', { cluster: 'cluster-01', topic: g.mine });
    expect(g.state.clusters['cluster-01']).toMatchObject({
      topics: [g.theirs],
      dissolved: false,
      name: 'accanto',
    });
    g.done(other, 'leaveCluster', { cluster: 'cluster-01', topic: g.theirs });
    expect(g.state.clusters['cluster-01']).toMatchObject({ topics: [], dissolved: true });
    for (const deed of ['renameCluster', 'initiateCluster'] as const)
      expect(
        g.refusal(other, deed, { cluster: 'cluster-01', ...(deed === 'renameCluster' && { name: 'y' }) }),
      ).toBe('unknown_thing');
    g.done(owner, 'makeCluster', { cluster: 'cluster-03', name: 'di nuovo', topics: [g.mine] });
  });
});

describe('[domain 1.6] an action', () => {
  it('is numbered, is joined and left once by each, and waits when its initiator steps back', () => {
    const g = begun();
    const begin = (action: string, over: object = {}) =>
      g.ask(owner, 'startAction', { action, title: 'un passo', ...over });
    expect(begin('action-001', { topic: 'unknown-0001' })).toMatchObject({
      refused: 'unknown_thing',
      detail: { what: 'topic' },
    });
    expect(begin('action-001', { cluster: 'unknown-0001' })).toMatchObject({
      refused: 'unknown_thing',
      detail: { what: 'cluster' },
    });
    expect(begin('action-001', { topic: g.mine })).toMatchObject({ data: { n: 1 } });
    expect(begin('action-002')).toMatchObject({ data: { n: 2 } });
    const join = (on: boolean, by = other) => g.refusal(by, 'joinAction', { action: 'action-001', on });
    const lead = (on: boolean, by = other) => g.refusal(by, 'leadAction', { action: 'action-001', on });
    const now = () => g.state.actions['action-001'];
    expect(now()).toMatchObject({
      initiator: OWNER,
      adhesions: [],
      status: 'open',
      hidden: null,
      topic: g.mine,
    });
    expect([join(true, owner), join(false), join(true), join(true)]).toEqual([
      'nothing_to_change',
      'nothing_to_change',
      'accepted',
      'nothing_to_change',
    ]);
    expect([lead(true), lead(false), lead(false, owner), lead(true)]).toEqual([
      'has_convener',
      'not_initiator',
      'accepted',
      'accepted',
    ]);
    expect(now()).toMatchObject({ initiator: 'seat-other', adhesions: [] });
    expect([join(true, owner), join(false, owner)]).toEqual(['accepted', 'accepted']);
    expect(now()?.adhesions).toEqual([]);
    g.done(other, 'markAction', { action: 'action-001', status: 'done' });
    g.done(other, 'reviseAction', { action: 'action-001', title: 'altro passo', nextStep: 'martedì' });
    expect(now()).toMatchObject({ status: 'done', title: 'altro passo', nextStep: 'martedì' });
  });
});
