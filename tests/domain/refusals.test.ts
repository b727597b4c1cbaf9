/** Each deed in every state of what it is about: done twice, on what is not there, withdrawn, merged, withheld or over. */
import { describe, expect, it } from 'vitest';
import type { Actor, Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { isRefusal } from '@/domain/refusal';
import { CASES, OWNER, STRANGER_TO_IT } from './authority.cases';
import { office, person } from './given';
import { opened, ROOMS, SLOTS } from './opened';
import { REFUSALS_OF, type Refusals } from './refusals.cases';

type Deed = keyof typeof REFUSALS_OF;
const HIDDEN = { reason: 'offensivo', note: '', at: 0, flagged: false } as const;
const holder = office('owner', OWNER);
const owner = person(OWNER);
const other = person('seat-other');

/** The gathering as it is just before the command of the case, and the command. */
function before(deed: Deed): { state: Gathering; ask: Record<string, unknown>; at: number } {
  const g = opened();
  for (const seat of [OWNER, 'seat-other', STRANGER_TO_IT]) g.seat(seat);
  const { ask, blank } = CASES[deed];
  const made = ask(g) as Record<string, unknown>;
  return { state: blank ? gathering.empty() : g.state, ask: made, at: g.now };
}
const asked = (state: Gathering, deed: Deed, ask: unknown, actor: Actor, at: number) =>
  gathering.decide(state, { id: 'cmd-refusal', type: deed, ask }, actor, at);

const STANDINGS: Record<string, (state: Gathering) => void> = {
  withdrawn: (s) => {
    for (const topic of Object.values(s.topics)) topic.standing = 'withdrawn';
  },
  merged: (s) => {
    for (const topic of Object.values(s.topics)) topic.standing = 'merged';
  },
  hidden: (s) => {
    const items = Object.values(s.reports).flatMap((r) => Object.values(r.items));
    const texts = [s.notes, s.topics, s.ideas, s.actions, s.reports].flatMap((all) => Object.values(all));
    for (const text of [...texts, ...items]) text.hidden = HIDDEN;
  },
};
for (const state of ['planned', 'running', 'ended', 'cancelled'] as const)
  STANDINGS[state] = (s) => {
    for (const session of Object.values(s.sessions)) session.state = state;
  };

function answers(deed: Deed): Refusals {
  const { state, ask, at } = before(deed);
  const code = (s: Gathering, what: unknown, when = at) => {
    const answer = asked(s, deed, what, actor, when);
    return isRefusal(answer) ? answer.refused : ('accepted' as const);
  };
  const first = [owner, holder].map((a) => ({ a, fact: asked(state, deed, ask, a, at) }));
  const { a: actor, fact } = first.find((f) => !isRefusal(f.fact)) ?? first[0]!;
  if (isRefusal(fact)) throw new Error(`${deed}: ${fact.refused}`);
  const after = structuredClone(state);
  gathering.apply(after, JSON.parse(JSON.stringify(fact)) as Fact);
  const found: Refusals = { twice: code(after, ask, at + 1) };
  const unknown = Object.keys(ask).flatMap((field) => {
    const id = ask[field];
    if (typeof id !== 'string' || !/^[a-z]+-/.test(id)) return [];
    const answer = code(state, { ...ask, [field]: 'unknown-0001' });
    return answer === 'accepted' ? [] : [[field, answer] as const];
  });
  if (unknown.length > 0) found.unknown = Object.fromEntries(unknown);
  for (const [standing, make] of Object.entries(STANDINGS)) {
    const s = structuredClone(state);
    make(s);
    const answer = code(s, ask);
    if (answer !== 'accepted') Object.assign(found, { [standing]: answer });
  }
  return found;
}

describe('every deed of a gathering', () => {
  it.each(Object.keys(REFUSALS_OF) as Deed[])('%s is refused by name wherever it cannot be done', (deed) => {
    expect(answers(deed)).toEqual(REFUSALS_OF[deed]);
  });
});

const begun = () => {
  const g = opened();
  for (const seat of [OWNER, 'seat-other', STRANGER_TO_IT]) g.seat(seat);
  const mine = g.topic(owner, 'suo');
  const theirs = g.topic(other, 'di un’altra');
  return { ...g, mine, theirs };
};

describe('[I4] a convener', () => {
  it.each([
    ['joinQueue', 'not_convener'],
    ['leaveQueue', 'not_convener'],
    ['skipTurn', 'not_convener'],
    ['withdrawTopic', 'not_convener'],
    ['restoreTopic', 'not_convener'],
    ['reviseTopic', 'not_convener'],
    ['splitTopic', 'not_convener'],
    ['acceptCoConvener', 'not_convener'],
    ['leaveConvening', 'not_convener'],
    ['acceptMerge', 'not_convener'],
    ['declineMerge', 'not_convener'],
    ['undoMerge', 'not_convener'],
    ['placeTopic', 'not_convener'],
    ['moveSession', 'not_convener'],
    ['cancelSession', 'not_convener'],
    ['offerSwap', 'not_convener'],
    ['acceptSwap', 'not_convener'],
    ['declineSwap', 'not_convener'],
    ['startSession', 'not_convener'],
    ['endSession', 'not_convener'],
    ['resumeSession', 'not_convener'],
    ['makeCluster', 'not_convener'],
    ['joinCluster', 'not_convener'],
    ['leaveCluster', 'not_convener'],
    ['renameCluster', 'not_convener'],
    ['leadAction', 'not_initiator'],
    ['markAction', 'not_initiator'],
    ['reviseAction', 'not_initiator'],
    ['reviseNote', 'not_author'],
    ['withdrawNote', 'not_author'],
    ['restoreNote', 'not_author'],
    ['reviseIdea', 'not_author'],
    ['withdrawIdea', 'not_author'],
    ['writeReport', 'not_note_taker'],
    ['addItem', 'not_note_taker'],
    ['reviseItem', 'not_note_taker'],
    ['removeItem', 'not_note_taker'],
    ['setOutcome', 'not_note_taker'],
    ['publishReport', 'not_note_taker'],
    ['beginReport', 'not_note_taker'],
    ['attachPhoto', 'not_note_taker'],
    ['removePhoto', 'not_note_taker'],
    ['closeHelp', 'not_author'],
    ['takeNotes', 'not_in_circle'],
  ] as const)('or author alone: %s by a stranger to it is %s', (deed, refused) => {
    const { state, ask, at } = before(deed);
    expect(asked(state, deed, ask, person(STRANGER_TO_IT), at)).toMatchObject({ refused });
  });

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

describe('[I2] a cell', () => {
  it('held back is refused, of the slot and of the space; a room holds one, and says what is free', () => {
    const g = begun();
    const at = (session: string, topic: string, slot: string, space: string) => ({
      session,
      topic,
      slot,
      space,
    });
    expect(g.refusal(owner, 'placeTopic', at('session-x1', g.mine, SLOTS[2], ROOMS[0]))).toBe(
      'cell_held_back',
    );
    g.done(holder, 'releaseSpace', { space: ROOMS[2], released: false });
    expect(g.refusal(owner, 'placeTopic', at('session-x1', g.mine, SLOTS[0], ROOMS[2]))).toBe(
      'cell_held_back',
    );
    const session = g.place(owner, g.mine);
    const taken = g.ask(other, 'placeTopic', at('session-x2', g.theirs, SLOTS[0], ROOMS[0]));
    expect(taken).toMatchObject({ refused: 'cell_taken', detail: { topic: 1, session } });
    const { free } = (taken as unknown as { detail: { free: { slot: string; space: string }[] } }).detail;
    expect(free.length).toBeGreaterThan(0);
    expect(free).not.toContainEqual(expect.objectContaining({ slot: SLOTS[0], space: ROOMS[0] }));
    expect(free.every((c) => c.slot !== SLOTS[2] && c.space !== ROOMS[2])).toBe(true);
    expect(g.refusal(owner, 'placeTopic', at('session-x3', g.mine, SLOTS[0], ROOMS[1]))).toBe(
      'already_placed',
    );
  });

  it('in use is neither held back nor taken from its day', () => {
    const g = begun();
    const session = g.place(owner, g.mine);
    expect(g.refusal(holder, 'releaseSlot', { slot: SLOTS[0], released: false })).toBe('in_use');
    expect(g.refusal(holder, 'releaseSpace', { space: ROOMS[0], released: false })).toBe('in_use');
    g.done(holder, 'releaseSlot', { slot: SLOTS[1], released: false });
    g.done(holder, 'releaseSpace', { space: ROOMS[1], released: false });
    g.done(owner, 'cancelSession', { session });
    g.done(holder, 'releaseSlot', { slot: SLOTS[0], released: false });
    g.done(holder, 'releaseSpace', { space: ROOMS[0], released: false });
  });

  it('left by a withdrawn topic comes back with it, unless somebody has taken it', () => {
    const g = begun();
    const session = g.place(owner, g.mine);
    g.done(owner, 'withdrawTopic', { topic: g.mine });
    expect(g.state.sessions[session]?.state).toBe('cancelled');
    g.done(owner, 'restoreTopic', { topic: g.mine });
    expect([g.state.sessions[session]?.state, g.state.topics[g.mine]?.standing]).toEqual(['planned', 'open']);
    g.done(owner, 'withdrawTopic', { topic: g.mine });
    g.place(other, g.theirs);
    g.done(owner, 'restoreTopic', { topic: g.mine });
    expect(g.state.sessions[session]?.state).toBe('cancelled');
  });

  it('of a topic that runs keeps it from being withdrawn', () => {
    const g = begun();
    const session = g.place(owner, g.mine);
    g.done(owner, 'startSession', { session });
    expect(g.refusal(owner, 'withdrawTopic', { topic: g.mine })).toBe('already_started');
    g.done(owner, 'endSession', { session });
    g.done(owner, 'withdrawTopic', { topic: g.mine });
    expect(g.state.sessions[session]?.state).toBe('ended');
  });
});

describe('[E37] the hours of a day', () => {
  const slot = (over: object) => ({
    id: 'slot-009',
    day: '2014-05-17',
    label: 'sera',
    start: '18:00',
    end: '19:00',
    ...over,
  });

  it('end after they begin, and overlap with none of the same day', () => {
    const g = begun();
    expect(g.refusal(holder, 'addSlot', slot({ end: '18:00' }))).toBe('bad_time');
    expect(g.refusal(holder, 'addSlot', slot({ end: '17:59' }))).toBe('bad_time');
    expect(g.refusal(holder, 'addSlot', slot({ start: '10:49', end: '10:55' }))).toBe('slot_overlaps');
    expect(g.refusal(holder, 'addSlot', slot({ start: '09:00', end: '10:01' }))).toBe('slot_overlaps');
    expect(g.refusal(holder, 'addSlot', slot({ start: '10:10', end: '10:20' }))).toBe('slot_overlaps');
    g.done(holder, 'addSlot', slot({ start: '10:50', end: '11:00' }));
    g.done(holder, 'addSlot', slot({ id: 'slot-010', day: '2014-05-16', start: '10:10', end: '10:20' }));
    expect(g.state.days).toEqual(['2014-05-16', '2014-05-17']);
    expect(g.state.slots.map((s) => s.id)).toEqual(['slot-010', SLOTS[0], 'slot-009', SLOTS[1], SLOTS[2]]);
  });

  it('may be corrected against the others, not against themselves', () => {
    const g = begun();
    const revised = (over: object) => ({
      slot: SLOTS[0],
      day: '2014-05-17',
      label: 'x',
      start: '10:10',
      end: '10:55',
      ...over,
    });
    expect(g.refusal(holder, 'reviseSlot', revised({ end: '11:01' }))).toBe('slot_overlaps');
    g.done(holder, 'reviseSlot', revised({}));
    g.done(holder, 'reviseSlot', revised({ start: '20:00', end: '21:00', day: '2014-05-18' }));
    expect([g.state.slots.at(-1)?.id, g.state.days]).toEqual([SLOTS[0], ['2014-05-17', '2014-05-18']]);
  });

  it('of ten days are the most; a day in use stays, and so does the last', () => {
    const g = begun();
    const change = (from: string | null, to: string | null) => g.refusal(holder, 'changeDay', { from, to });
    expect(change('2014-05-17', '2014-05-17')).toBe('nothing_to_change');
    expect(change('2014-06-01', null)).toBe('unknown_thing');
    expect(change(null, '2014-05-17')).toBe('nothing_to_change');
    expect(change('2014-05-17', null)).toBe('in_use');
    for (let n = 1; n <= 9; n++) expect(change(null, `2014-06-0${n}`)).toBe('accepted');
    expect(change(null, '2014-07-01')).toBe('too_many_days');
    for (let n = 1; n <= 9; n++) expect(change(`2014-06-0${n}`, null)).toBe('accepted');
    const empty = gathering.empty();
    empty.days = ['2014-05-17'];
    const last = { from: '2014-05-17', to: null };
    expect(
      gathering.decide(empty, { id: 'cmd-last-1', type: 'changeDay', ask: last }, holder, 0),
    ).toMatchObject({
      refused: 'last_of_its_kind',
    });
  });
});

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
    expect(g.open.voting.paper).toMatchObject([{ voters: 2, dots: {} }]);
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
    expect(g.state.voting).toMatchObject({ state: 'open', round: 2, totals: {}, voters: 1 });
    expect(g.state.voting.log.map((l) => [l.what, l.reason])).toEqual([
      ['opened', ''],
      ['closed', ''],
      ['reopened', 'per sbaglio'],
    ]);
    expect(g.state.private[OWNER]?.dots).toEqual({ [g.mine]: 2 });
  });

  it('[I8] of a topic withdrawn since they were given are not counted', () => {
    const g = voting();
    g.done(owner, 'placeDots', { topic: g.mine, dots: 2 });
    g.done(owner, 'withdrawTopic', { topic: g.mine });
    g.done(holder, 'closeVoting', {});
    expect(g.state.voting.totals).toEqual({});
  });
});

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

describe('a call for help', () => {
  it('is one at a time, and only those who help see who asks and where', () => {
    const g = begun();
    const session = g.place(owner, g.mine);
    const call = (name: string, over: object = {}) => g.refusal(owner, 'askForHelp', { call: name, ...over });
    expect(call('call-0001', { session: 'unknown-0001' })).toBe('unknown_thing');
    expect([call('call-0001', { session }), call('call-0002'), call('call-0001')]).toEqual([
      'accepted',
      'nothing_to_change',
      'id_already_used',
    ]);
    expect(g.state.helpCalls['call-0001']).toMatchObject({ seat: OWNER, session, closedAt: null });
    expect(g.open.helpCalls['call-0001']).toMatchObject({ seat: null, session: null });
    expect([g.state.private[OWNER]?.help, g.open.private]).toEqual(['call-0001', {}]);
    g.done(office('helper', 'account-9'), 'closeHelp', { call: 'call-0001' });
    expect([g.state.helpCalls['call-0001']?.closedAt, g.state.private[OWNER]?.help]).toEqual([
      g.facts.at(-1)?.at,
      undefined,
    ]);
    expect(call('call-0003')).toBe('accepted');
  });
});

describe('[domain 1.8] the phases and the walls', () => {
  it('follow in any order, but for the archive; a new one ends the turn to speak and the walls’ scene', () => {
    const g = begun();
    g.done(owner, 'joinQueue', { topic: g.mine });
    g.done(holder, 'callNext', {});
    g.done(holder, 'showScene', { scene: 'board' });
    const phase = (to: string) => g.refusal(holder, 'changePhase', { phase: to });
    expect([phase('concluded'), phase('concluded'), phase('opening')]).toEqual([
      'accepted',
      'nothing_to_change',
      'accepted',
    ]);
    expect(g.state).toMatchObject({ phase: 'opening', scene: 'auto', spotlight: null });
    expect(g.state.phases.map((p) => p.phase)).toEqual(['concluded', 'opening']);
    expect([phase('archived'), phase('opening')]).toEqual(['accepted', 'archived']);
  });

  it('a wall of its own scene goes its way until it follows the others again', () => {
    const g = begun();
    const show = (scene: string, wall: string | null = null) =>
      g.refusal(holder, 'showScene', { scene, wall });
    expect([show('auto'), show('board'), show('auto', 'Ingresso')]).toEqual([
      'nothing_to_change',
      'accepted',
      'nothing_to_change',
    ]);
    expect([show('board', 'Ingresso'), show('board', 'Ingresso')]).toEqual(['accepted', 'nothing_to_change']);
    expect(g.state.wallScenes).toEqual({ Ingresso: 'board' });
    expect(show('auto', 'Ingresso')).toBe('accepted');
    expect([g.state.wallScenes, g.state.scene]).toEqual([{}, 'board']);
  });

  it('an announcement is there for as long as it was given, or until it is taken back', () => {
    const g = begun();
    g.done(holder, 'announce', { announcement: 'announce-1', text: 'si ricomincia' });
    g.done(holder, 'announce', { announcement: 'announce-2', text: 'domani', minutes: null, kind: 'sera' });
    const [first, second] = g.state.announcements;
    expect(first).toMatchObject({ kind: 'avviso', withdrawn: false });
    expect((first?.until ?? 0) - (first?.at ?? 0)).toBe(15 * 60_000);
    expect(second).toMatchObject({ kind: 'sera', until: null });
    g.done(holder, 'withdrawAnnouncement', { announcement: 'announce-1' });
    expect(g.state.announcements.map((a) => a.withdrawn)).toEqual([true, false]);
  });
});

describe('the end', () => {
  it('a closing word is said once by each, only where it is asked for, and bears no name', () => {
    const g = begun();
    const say = (by = owner) => g.refusal(by, 'sayWord', { word: `word-${by.id}`, text: 'grazie' });
    expect(say()).toBe('wrong_phase');
    g.done(holder, 'setClosingWord', { on: true });
    expect([say(), say(), say(other)]).toEqual(['accepted', 'nothing_to_change', 'accepted']);
    expect(g.open.words.map((w) => [w.text, w.hidden])).toEqual([
      ['grazie', null],
      ['grazie', null],
    ]);
    expect([g.facts.at(-1)?.by, g.open.private]).toEqual(['seat-other', {}]);
  });

  it('[E26] reports are completed until their time is over', () => {
    const g = begun();
    const write = (text: string) =>
      g.refusal(owner, 'writeReport', {
        topic: g.mine,
        field: 'summary',
        text,
        rev: g.state.reports[g.mine]?.fields.summary.rev ?? 0,
      });
    g.done(holder, 'allowCompletion', { days: 2 });
    expect(g.state.completion).toBe((g.facts.at(-1)?.at ?? 0) + 2 * 86_400_000);
    expect(write('prima')).toBe('accepted');
    g.wait(2 * 86_400_000 - 2000);
    expect(write('appena')).toBe('accepted');
    g.wait(2000);
    expect(write('dopo')).toBe('link_expired');
  });

  it('the record is sealed once, at its own last line, and only when the gathering is over', () => {
    const g = begun();
    const seal = (upTo: number) => g.ask(holder, 'freezeRecord', { hash: 'b'.repeat(64), upTo });
    expect(seal(g.state.seq)).toMatchObject({ refused: 'wrong_phase' });
    g.done(holder, 'changePhase', { phase: 'concluded' });
    expect(seal(g.state.seq - 1)).toMatchObject({ refused: 'stale_version', detail: { rev: g.state.seq } });
    const upTo = g.state.seq;
    expect(seal(upTo)).toMatchObject({ type: 'recordFrozen' });
    expect(g.state.frozen).toMatchObject({ hash: 'b'.repeat(64), upTo });
    expect(seal(g.state.seq)).toMatchObject({ refused: 'frozen' });
    expect(g.refusal(owner, 'proposeTopic', { topic: 'topic-late', title: 'tardi' })).toBe('frozen');
  });

  it('an archived gathering is closed to all but care for people’s data', () => {
    const g = begun();
    g.done(owner, 'writeNote', { note: 'note-0001', topic: g.mine, kind: 'altro', text: 'parole' });
    g.done(holder, 'changePhase', { phase: 'archived' });
    expect(g.refusal(owner, 'proposeTopic', { topic: 'topic-late', title: 'tardi' })).toBe('archived');
    expect(g.refusal(other, 'flagText', { what: 'note', id: 'note-0001' })).toBe('accepted');
    expect(g.refusal(owner, 'eraseSeat', { seat: OWNER })).toBe('accepted');
    expect(g.refusal(owner, 'flagText', { what: 'note', id: 'note-0001' })).toBe('erased_seat');
  });
});
