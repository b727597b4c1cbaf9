import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { id, office } from './given';
import { opened } from './opened';

const hall = () => {
  const g = opened();
  const [anna, bruno, carla] = [g.seat('seat-anna'), g.seat('seat-bruno'), g.seat('seat-carla')];
  const [a, b] = [g.topic(anna, 'cura'), g.topic(bruno, 'lavoro')];
  const open = (quota = 5, cumulative = true) => g.done(office(), 'openVoting', { quota, cumulative });
  return {
    ...g,
    anna,
    bruno,
    carla,
    a,
    b,
    openVote: open,
    vote: (t: string, dots: number) => ({ topic: t, dots }),
  };
};
const helper = office('helper', 'account-3');

describe('voting', () => {
  it('[I7] at most the quota for each person, changeable until closing, totals only then', () => {
    const g = hall();
    expect(g.refusal(g.anna, 'placeDots', g.vote(g.a, 1))).toBe('voting_closed');
    g.openVote();
    g.done(g.anna, 'placeDots', g.vote(g.a, 3));
    expect(g.ask(g.anna, 'placeDots', g.vote(g.b, 3))).toMatchObject({
      refused: 'over_quota',
      detail: { left: 2 },
    });
    g.done(g.anna, 'placeDots', g.vote(g.a, 1));
    g.done(g.anna, 'placeDots', g.vote(g.b, 4));
    g.done(g.bruno, 'placeDots', g.vote(g.b, 5));
    expect([g.open.voting.voters, g.open.voting.totals]).toEqual([2, {}]);
    g.done(g.bruno, 'placeDots', g.vote(g.b, 0));
    expect(g.open.voting.voters).toBe(1);
    g.done(office(), 'closeVoting', {});
    expect(g.open.voting.totals).toEqual({ [g.a]: { phone: 1, paper: 0 }, [g.b]: { phone: 4, paper: 0 } });
    expect(g.refusal(g.anna, 'placeDots', g.vote(g.a, 0))).toBe('voting_closed');
  });

  it('[I7] one dot a topic where dots may not be heaped', () => {
    const g = hall();
    g.openVote(3, false);
    expect(g.refusal(g.anna, 'placeDots', g.vote(g.a, 2))).toBe('over_quota');
    g.done(g.anna, 'placeDots', g.vote(g.a, 1));
  });

  it('nobody, staff included, is told a ballot', () => {
    const g = hall();
    g.openVote();
    const fact = g.done(g.anna, 'placeDots', g.vote(g.a, 3));
    for (const kind of ['public', 'staff'] as const) {
      const seen = gathering.seenBy({ kind }, g.state, fact);
      expect(seen).toMatchObject({ by: null, data: { topic: '', dots: 0, turnout: 1 } });
    }
  });

  it('[I8] merged topics are not votable; topics without votes stay in the book', () => {
    const g = hall();
    const merge = id('merge');
    g.done(g.anna, 'offerMerge', { merge, from: g.a, into: g.b });
    g.done(g.bruno, 'acceptMerge', { merge });
    g.openVote();
    expect(g.refusal(g.carla, 'placeDots', g.vote(g.a, 1))).toBe('not_votable');
    g.done(office(), 'closeVoting', {});
    expect(g.state.topicOrder).toHaveLength(2);
  });

  it('[E17] quota is of the person, not of the device', () => {
    const g = hall();
    g.openVote(2);
    g.done(g.anna, 'placeDots', g.vote(g.a, 2));
    expect(g.refusal({ ...g.anna }, 'placeDots', g.vote(g.b, 1))).toBe('over_quota');
  });

  it('[E20] paper dots are one batch apart, and cannot exceed voters × quota', () => {
    const g = hall();
    g.openVote();
    const batch = id('batch');
    const ask = { batch, voters: 4, dots: { [g.a]: 12, [g.b]: 9 } };
    expect(g.ask(helper, 'enterPaperVotes', ask)).toMatchObject({
      refused: 'paper_over_quota',
      detail: { most: 20, given: 21 },
    });
    expect(g.refusal(g.anna, 'enterPaperVotes', ask)).toBe('not_allowed');
    g.done(helper, 'enterPaperVotes', { ...ask, dots: { [g.a]: 12, [g.b]: 8 } });
    // How many voted on paper is public at once, and for what only at the closing.
    expect(g.open.voting.paper.map((b) => [b.voters, b.dots])).toEqual([[4, {}]]);
    g.done(g.anna, 'placeDots', g.vote(g.a, 5));
    g.done(office(), 'closeVoting', {});
    expect(g.open.voting.totals[g.a]).toEqual({ phone: 5, paper: 12 });
  });

  it('[E20] a batch entered wrongly is taken back and entered again', () => {
    const g = hall();
    g.openVote();
    const batch = id('batch');
    const [first, last] = [id('batch'), id('batch')];
    g.done(helper, 'enterPaperVotes', { batch: first, voters: 1, dots: { [g.a]: 2 } });
    g.done(helper, 'enterPaperVotes', { batch, voters: 1, dots: { [g.a]: 5 } });
    g.done(helper, 'enterPaperVotes', { batch: last, voters: 1, dots: { [g.a]: 1, [g.b]: 3 } });
    g.done(helper, 'withdrawPaperVotes', { batch });
    g.done(office(), 'closeVoting', {});
    expect(g.state.voting.totals).toEqual({ [g.a]: { phone: 0, paper: 3 }, [g.b]: { phone: 0, paper: 3 } });
  });

  it('[E38] closed by mistake: reopened with a reason, every dot where it was', () => {
    const g = hall();
    g.openVote();
    g.done(g.anna, 'placeDots', g.vote(g.a, 3));
    g.done(office(), 'closeVoting', {});
    g.done(office(), 'reopenVoting', { reason: 'Chiuso per sbaglio' });
    expect(g.open.voting).toMatchObject({ state: 'open', round: 2 });
    expect([g.open.voting.totals, g.state.voting.totals]).toEqual([{}, {}]);
    g.done(g.anna, 'placeDots', g.vote(g.b, 2));
    g.done(office(), 'closeVoting', {});
    expect(g.state.voting.totals).toMatchObject({ [g.a]: { phone: 3 }, [g.b]: { phone: 2 } });
    expect(g.state.voting.log.map((l) => l.what)).toEqual(['opened', 'closed', 'reopened', 'closed']);
  });
});

describe('clusters and action groups', () => {
  it('[E21] conveners lay topics side by side under one name, before or after the vote; nobody else does', () => {
    const g = hall();
    const cluster = id('cluster');
    const ask = { cluster, name: 'Lavoro e cura', topics: [g.a, g.b] };
    expect(g.refusal(g.carla, 'makeCluster', ask)).toBe('not_convener');
    expect(g.refusal(office(), 'makeCluster', ask)).toBe('not_allowed');
    g.done(g.anna, 'makeCluster', ask);
    expect(g.refusal(g.bruno, 'makeCluster', { ...ask, cluster: id('cluster') })).toBe('in_cluster');
    expect(g.refusal(g.anna, 'leaveCluster', { cluster, topic: g.b })).toBe('not_convener');
    g.done(g.bruno, 'leaveCluster', { cluster, topic: g.b });
    g.done(g.bruno, 'joinCluster', { cluster, topic: g.b });
    g.done(g.bruno, 'renameCluster', { cluster, name: 'Cura e lavoro' });
    expect(g.open.clusters[cluster]).toMatchObject({ name: 'Cura e lavoro', initiator: null });
    g.done(g.carla, 'initiateCluster', { cluster });
    expect(g.refusal(g.anna, 'initiateCluster', { cluster })).toBe('has_convener');
  });

  it('an action has who begins and who joins; stepping back leaves it waiting for somebody', () => {
    const g = hall();
    const action = id('action');
    g.done(g.anna, 'startAction', {
      action,
      title: 'Un mese fuori dall’ufficio',
      nextStep: 'Lista dei luoghi',
    });
    g.done(g.bruno, 'joinAction', { action, on: true });
    expect(g.refusal(g.anna, 'joinAction', { action, on: true })).toBe('nothing_to_change');
    expect(g.refusal(g.bruno, 'reviseAction', { action, title: 'Altro' })).toBe('not_initiator');
    g.done(g.anna, 'leadAction', { action, on: false });
    expect(g.open.actions[action]).toMatchObject({ initiator: null, adhesions: ['seat-bruno'] });
    g.done(g.bruno, 'leadAction', { action, on: true });
    g.done(g.bruno, 'markAction', { action, status: 'done' });
    expect(g.open.actions[action]).toMatchObject({
      n: 1,
      initiator: 'seat-bruno',
      adhesions: [],
      status: 'done',
    });
  });
});

describe('closing', () => {
  it('one word each, unsigned, only where it was wished', () => {
    const g = hall();
    expect(g.refusal(g.anna, 'sayWord', { word: id('word'), text: 'coraggio' })).toBe('wrong_phase');
    g.done(office(), 'setClosingWord', { on: true });
    const fact = g.done(g.anna, 'sayWord', { word: id('word'), text: 'coraggio' });
    expect(g.refusal(g.anna, 'sayWord', { word: id('word'), text: 'ancora' })).toBe('nothing_to_change');
    expect(gathering.seenBy({ kind: 'staff' }, g.state, fact).by).toBeNull();
    expect(g.open.words.map((w) => w.text)).toEqual(['coraggio']);
  });

  it('frozen, the record takes no more words; hiding and leaving it stay possible', () => {
    const g = hall();
    const freeze = () => ({ hash: 'b'.repeat(64), upTo: g.state.seq });
    expect(g.refusal(office(), 'freezeRecord', freeze())).toBe('wrong_phase');
    g.done(office(), 'changePhase', { phase: 'concluded' });
    expect(g.refusal(office(), 'freezeRecord', { ...freeze(), upTo: 1 })).toBe('stale_version');
    g.done(office(), 'freezeRecord', freeze());
    expect(g.refusal(g.anna, 'proposeTopic', { topic: id('topic'), title: 'tardi' })).toBe('frozen');
    expect(g.refusal(g.anna, 'writeReport', { topic: g.a, field: 'summary', text: 'x', rev: 0 })).toBe(
      'frozen',
    );
    g.done(office(), 'hideText', { what: 'topic', id: g.a, reason: 'altro' });
    g.done(g.anna, 'eraseSeat', { seat: 'seat-anna' });
  });
});

describe('the path’s other meetings', () => {
  it('[S24] ideas to a prompt, with the sector of who says them; the minutes and speakers beside', () => {
    const g = hall();
    const planner = office('planner');
    const prompt = id('prompt');
    g.done(planner, 'setProgramme', {
      prompts: [{ id: prompt, text: 'Che cosa vedete cambiare?' }],
      speakers: ['Prof. Vincenza Pellegrino'],
      materials: [],
      minutes: '',
    });
    const idea = id('idea');
    g.done(g.anna, 'shareIdea', { idea, text: 'Più tempo', prompt, sector: 'istituzioni' });
    expect(g.state.ideas[idea]).toMatchObject({ n: 1, sector: 'volontariato' });
    expect(g.refusal(g.bruno, 'withdrawIdea', { idea })).toBe('not_author');
    const bad = {
      prompts: [],
      speakers: [],
      minutes: '',
      materials: [{ id: id(), title: 'x', href: 'javascript:1' }],
    };
    expect(g.refusal(planner, 'setProgramme', bad)).toBe('malformed');
  });
});
