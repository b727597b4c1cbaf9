/** Property: whatever is asked, in whatever order, the invariants hold and nobody is told what they should not know. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { isRefusal } from '@/domain/refusal';
import { office, person } from './given';
import { opened, PORCH, ROOMS, SLOTS } from './opened';

const seats = ['seat-anna', 'seat-bruno', 'seat-carla'];
const topics = ['topic-0001', 'topic-0002', 'topic-0003', 'topic-0004'];
const sessions = ['session-01', 'session-02', 'session-03', 'session-04', 'session-05'];
const notes = ['note-00001', 'note-00002', 'note-00003'];
const merges = ['merge-0001', 'merge-0002'];
const one = <T>(xs: readonly T[]) => fc.constantFrom(...xs);

const SECRET = 'parole da non dire';
const asked = fc.oneof(
  fc.record({
    type: fc.constant('proposeTopic'),
    ask: fc.record({ topic: one(topics), title: one(['uno', 'due']), takeOn: fc.boolean() }),
  }),
  fc.record({
    type: one(['withdrawTopic', 'restoreTopic', 'adoptTopic']),
    ask: fc.record({ topic: one(topics) }),
  }),
  fc.record({ type: fc.constant('markInterest'), ask: fc.record({ topic: one(topics), on: fc.boolean() }) }),
  fc.record({
    type: fc.constant('placeTopic'),
    ask: fc.record({
      session: one(sessions),
      topic: one(topics),
      slot: one(SLOTS),
      space: one([...ROOMS, PORCH]),
      anyway: fc.boolean(),
    }),
  }),
  fc.record({
    type: fc.constant('moveSession'),
    ask: fc.record({
      session: one(sessions),
      slot: one(SLOTS),
      space: one([...ROOMS, PORCH]),
      anyway: fc.boolean(),
    }),
  }),
  fc.record({
    type: one(['cancelSession', 'startSession', 'endSession', 'takeNotes']),
    ask: fc.record({ session: one(sessions) }),
  }),
  fc.record({ type: fc.constant('moveTo'), ask: fc.record({ to: one([...sessions, 'roaming', null]) }) }),
  fc.record({
    type: fc.constant('offerSwap'),
    ask: fc.record({ swap: one(['swap-00001', 'swap-00002']), mine: one(sessions), theirs: one(sessions) }),
  }),
  fc.record({
    type: one(['acceptSwap', 'declineSwap']),
    ask: fc.record({ swap: one(['swap-00001', 'swap-00002']) }),
  }),
  fc.record({
    type: fc.constant('writeNote'),
    ask: fc.record({
      note: one(notes),
      topic: one(topics),
      kind: fc.constant('bisogno'),
      text: one([SECRET, 'parole qualsiasi']),
      anonymous: fc.boolean(),
    }),
  }),
  fc.record({
    type: fc.constant('reviseNote'),
    ask: fc.record({ note: one(notes), kind: fc.constant('altro'), text: one([SECRET, 'riviste']) }),
  }),
  fc.record({ type: one(['withdrawNote', 'restoreNote']), ask: fc.record({ note: one(notes) }) }),
  fc.record({ type: fc.constant('flagText'), ask: fc.record({ what: fc.constant('note'), id: one(notes) }) }),
  fc.record({
    type: fc.constant('restoreText'),
    ask: fc.record({ what: fc.constant('note'), id: one(notes), reason: fc.constant('') }),
  }),
  fc.record({
    type: fc.constant('offerMerge'),
    ask: fc.record({ merge: one(merges), from: one(topics), into: one(topics) }),
  }),
  fc.record({
    type: one(['acceptMerge', 'declineMerge', 'undoMerge']),
    ask: fc.record({ merge: one(merges) }),
  }),
  fc.record({
    type: one(['offerToConvene', 'leaveConvening', 'joinQueue', 'leaveQueue', 'skipTurn', 'publishReport']),
    ask: fc.record({ topic: one(topics) }),
  }),
  fc.record({
    type: fc.constant('acceptCoConvener'),
    ask: fc.record({ topic: one(topics), seat: one(seats) }),
  }),
  fc.record({ type: fc.constant('beginReport'), ask: fc.record({ topic: one(topics) }) }),
  fc.record({
    type: fc.constant('writeReport'),
    ask: fc.record({
      topic: one(topics),
      field: one(['summary', 'distances']),
      text: one([SECRET, 'resoconto', '']),
      rev: one([0, 1, 2]),
    }),
  }),
  fc.record({
    type: one(['hideText', 'restoreText']),
    ask: fc.record({
      what: one(['topic', 'report']),
      id: one(topics),
      reason: fc.constant('altro'),
    }),
  }),
  fc.record({
    type: fc.constant('openVoting'),
    ask: fc.record({ quota: one([2, 5]), cumulative: fc.boolean() }),
  }),
  fc.record({ type: fc.constant('closeVoting'), ask: fc.constant({}) }),
  fc.record({ type: fc.constant('reopenVoting'), ask: fc.constant({ reason: 'per sbaglio' }) }),
  fc.record({
    type: fc.constant('placeDots'),
    ask: fc.record({ topic: one(topics), dots: one([0, 1, 3]) }),
  }),
  fc.record({
    type: fc.constant('makeCluster'),
    ask: fc.record({
      cluster: one(['cluster-01', 'cluster-02']),
      name: fc.constant('insieme'),
      topics: fc.array(one(topics), { minLength: 1 }),
    }),
  }),
  fc.record({
    type: fc.constant('releaseSlot'),
    ask: fc.record({ slot: one(SLOTS), released: fc.boolean() }),
  }),
);
const move = fc.record({ who: one([...seats, 'facilitator']), what: asked });

function holds(state: Gathering): void {
  const cells = Object.values(state.sessions)
    .filter((s) => s.state !== 'cancelled' && s.space !== PORCH)
    .map((s) => `${s.slot} ${s.space}`);
  expect(new Set(cells).size, '[I2] one session a cell').toBe(cells.length);
  for (const s of Object.values(state.sessions)) {
    const here = Object.values(state.private).filter((p) => p.circle === s.id).length;
    expect(s.present, '[I6] the count is what the seats say').toBe(here);
    expect(s.attended).toBe(Object.values(state.private).filter((p) => p.visited.includes(s.id)).length);
  }
  for (const t of Object.values(state.topics)) {
    expect(t.title.length, '[I1]').toBeGreaterThan(0);
    const cared = Object.values(state.private).filter((p) => p.interests[t.id]).length;
    expect(t.interested, '[I5] each person once').toBe(cared);
    if (t.standing === 'merged') expect(t.mergedInto).not.toBeNull();
  }
  const { quota, voters } = state.voting;
  const dots = Object.values(state.private).map((p) => Object.values(p.dots).reduce((a, b) => a + b, 0));
  expect(Math.max(0, ...dots), '[I7] the quota').toBeLessThanOrEqual(quota);
  expect(voters, '[I7] how many have voted').toBe(dots.filter((n) => n > 0).length);
  const clustered = Object.values(state.clusters).flatMap((c) => (c.dissolved ? [] : c.topics));
  expect(new Set(clustered).size, '[E21] in one cluster at most').toBe(clustered.length);
  expect(
    state.topicOrder.map((t) => state.topics[t]?.n),
    '[I11]',
  ).toEqual(state.topicOrder.map((_, i) => i + 1));
}

describe('any sequence of commands', () => {
  it('[I1][I2][I5][I6][I7][I8][I10][I11][I12] keeps the invariants, replays to the same state, and withholds what it must', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const g = opened();
        for (const s of seats) g.seat(s);
        for (const { who, what } of moves) {
          const actor = who === 'facilitator' ? office('facilitator') : person(who);
          const before = JSON.stringify(g.state);
          if (isRefusal(g.ask(actor, what.type, what.ask))) expect(JSON.stringify(g.state)).toBe(before);
        }
        holds(g.state);
        expect(gathering.replay(g.facts.map((f) => JSON.parse(JSON.stringify(f)) as Fact))).toEqual(g.state);
        const late = g.facts.map(
          (f) => JSON.parse(JSON.stringify(gathering.seenBy({ kind: 'public' }, g.state, f))) as Fact,
        );
        expect(gathering.replay(late)).toEqual(g.open);
        expect(g.open.private).toEqual({});
        for (const n of Object.values(g.open.notes)) {
          if (n.hidden) expect(n.text).toBe('');
          if (n.anonymous) expect(n.author).toBeNull();
        }
        // [E22][E23] What every place that may say it has withheld, no reader is told, early or late.
        const places = [
          ...Object.values(g.state.notes).map((n) => ({ hidden: n.hidden, said: n })),
          ...Object.values(g.state.reports).flatMap((r) => [
            { hidden: r.hidden, said: [r.fields, r.versions] },
            ...Object.values(r.items).map((i) => ({ hidden: i.hidden, said: i })),
          ]),
        ].filter((p) => JSON.stringify(p.said).includes(SECRET));
        const told = g.facts.filter((f) => JSON.stringify(f.data).includes(SECRET));
        const rewritten = told.some((f) => ['noteRevised', 'reportWritten'].includes(f.type));
        if (places.length > 0 && places.every((p) => p.hidden) && !rewritten)
          expect(JSON.stringify(late)).not.toContain(SECRET);
        for (const f of late)
          if (f.type === 'dotsPlaced') expect(f).toMatchObject({ by: null, data: { dots: 0 } });
      }),
      { numRuns: 300 },
    );
  });
});
