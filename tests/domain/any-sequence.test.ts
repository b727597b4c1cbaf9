/** Property: after any sequence of commands the invariants hold and no reader gets what they must not know. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { isRefusal } from '@/domain/refusal';
import { brokenInvariants } from '@/domain/gathering/invariants';
import { anyHarvest } from './any-harvest';
import { office, person } from './given';
import { opened, PORCH, ROOMS, SLOTS } from './opened';

const seats = ['seat-anna', 'seat-bruno', 'seat-carla'];
const topics = ['topic-0001', 'topic-0002', 'topic-0003', 'topic-0004'];
const sessions = ['session-01', 'session-02', 'session-03', 'session-04', 'session-05'];
const notes = ['note-00001', 'note-00002', 'note-00003'];
const merges = ['merge-0001', 'merge-0002'];
const one = <T>(xs: readonly T[]) => fc.constantFrom(...xs);

const SECRET = 'parole da non dire';
const morning = fc.oneof(
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
    type: one(['cancelSession', 'startSession', 'endSession', 'resumeSession', 'takeNotes']),
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
  fc.record({
    type: one(['flagText', 'restoreFlagged']),
    ask: fc.record({ what: fc.constant('note'), id: one(notes) }),
  }),
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
const harvest = fc.oneof(...anyHarvest({ topics, sessions, notes, seats, secret: SECRET }));
const move = fc.record({
  who: one([...seats, 'facilitator', 'planner', 'helper']),
  /** The people a helper acts for. */
  behalf: one(seats),
  what: fc.oneof(morning, harvest),
});

/** A person by their own phone, an account by its own right, a helper on somebody's behalf and from paper. */
function asking(g: ReturnType<typeof opened>, { who, behalf, what }: Move) {
  if (who === 'facilitator' || who === 'planner') return g.ask(office(who), what.type, what.ask);
  if (who === 'helper')
    return g.ask(office('helper', 'account-3'), what.type, what.ask, { for: behalf, origin: 'carta' });
  return g.ask(person(who), what.type, what.ask);
}
type Move = { who: string; behalf: string; what: { type: string; ask: object } };

/** Nobody may learn the authors of these. */
const UNSIGNED = ['dotsPlaced', 'moved', 'wordSaid', 'seatTaken'];
/** I4: only its conveners may do these to a topic. */
const CONVENERS_ONLY = ['topicWithdrawn', 'topicSplit', 'sessionMoved', 'sessionCancelled'];

/** The topic this fact is about, before it happened. */
function conveners(state: Gathering, fact: Fact): string[] {
  const data = fact.data as { topic?: string; from?: string; session?: string };
  const id =
    fact.type === 'topicSplit' ? data.from : (data.topic ?? state.sessions[data.session ?? '']?.topic);
  const topic = state.topics[id ?? ''];
  return topic ? [topic.convener ?? '', ...topic.coConveners] : [];
}

/** Contributions never become fewer, whatever is withdrawn, hidden or merged (I10). */
const contributions = (state: Gathering): number =>
  [state.topics, state.notes, state.ideas, state.actions].reduce((n, all) => n + Object.keys(all).length, 0) +
  Object.values(state.reports).reduce((n, report) => n + report.itemOrder.length, 0);

function stepHolds(before: Gathering, after: Gathering, fact: Fact): void {
  expect(contributions(after), '[I10]').toBeGreaterThanOrEqual(contributions(before));
  if (CONVENERS_ONLY.includes(fact.type)) expect(conveners(before, fact), '[I4]').toContain(fact.by);
  if (fact.type === 'sessionStarted') {
    const { slot } = before.sessions[(fact.data as { session: string }).session] ?? {};
    const own = Object.values(after.sessions).filter(
      (s) => s.slot === slot && s.state === 'running' && after.topics[s.topic]?.convener === fact.by,
    );
    expect(own.length, '[I3] one circle at a time').toBeLessThanOrEqual(1);
  }
}

type Veil = { hidden: unknown };
const reportItems = (state: Gathering) => Object.values(state.reports).flatMap((r) => Object.values(r.items));

/** The thing whose withholding also hides the words of this fact. */
function bearers(state: Gathering, { type, data }: Fact): Veil[] {
  const d = data as Record<string, string>;
  const bearer = (): (Veil | undefined)[] => {
    if (type.startsWith('note')) return [state.notes[d.note ?? '']];
    if (type.startsWith('idea')) return [state.ideas[d.idea ?? '']];
    if (type.startsWith('action')) return [state.actions[d.action ?? '']];
    if (type === 'wordSaid') return state.words.filter((w) => w.id === d.word);
    if (/^topic(Proposed|Revised|Split)$/.test(type)) return [state.topics[d.topic ?? '']];
    if (type === 'reportWritten') return [state.reports[d.topic ?? '']];
    if (/^item(Added|Revised)$/.test(type)) return [state.reports[d.topic ?? '']?.items[d.item ?? '']];
    if (type === 'reportBegun')
      return (data as { items: { item: string }[] }).items.map(
        ({ item }) => state.reports[d.topic ?? '']?.items[item],
      );
    return [];
  };
  return bearer().filter((b) => b !== undefined);
}

/** Everything that this state marks as withheld; of a report, its own texts and not its rows. */
const veiled = (state: Gathering): unknown[] => [
  ...[state.notes, state.ideas, state.actions, state.topics]
    .flatMap((all) => Object.values(all) as Veil[])
    .filter((x) => x.hidden),
  ...state.words.filter((w) => w.hidden),
  ...reportItems(state).filter((x) => x.hidden),
  ...Object.values(state.reports)
    .filter((r) => r.hidden)
    .map((r) => r.fields),
];

/** I9: its channel, its time, and its earlier text. */
function attributed(state: Gathering): void {
  for (const thing of [...Object.values(state.notes), ...Object.values(state.ideas)]) {
    expect(thing.id.length).toBeGreaterThan(5);
    expect(['telefono', 'carta', 'ufficio', 'segreteria', 'totem']).toContain(thing.origin);
    expect(thing.at).toBeGreaterThan(0);
    expect(Array.isArray(thing.versions)).toBe(true);
  }
}

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
  it('[I1][I2][I3][I4][I5][I6][I7][I8][I9][I10][I11][I12] keeps the invariants, replays to the same state, and withholds what it must', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const g = opened();
        for (const s of seats) g.seat(s);
        for (const step of moves) {
          const before = JSON.stringify(g.state);
          const answer = asking(g, step);
          if (isRefusal(answer)) expect(JSON.stringify(g.state)).toBe(before);
          else stepHolds(JSON.parse(before) as Gathering, g.state, answer);
        }
        holds(g.state);
        attributed(g.state);
        expect(brokenInvariants(g.state)).toEqual([]);
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
        // [E22][E23] No reader gets a word of a withheld text, in any fact however early, in any state.
        g.facts.forEach((fact, i) => {
          const withheld = bearers(g.state, fact).filter((b) => b.hidden);
          if (withheld.length > 0 && withheld.length === bearers(g.state, fact).length)
            expect(JSON.stringify(late[i]?.data)).not.toContain(SECRET);
        });
        for (const thing of veiled(g.open)) expect(JSON.stringify(thing)).not.toContain(SECRET);
        for (const kind of ['public', 'staff'] as const)
          for (const fact of g.facts) {
            const f = gathering.seenBy({ kind }, g.state, fact);
            if (f.type === 'dotsPlaced') expect(f).toMatchObject({ by: null, data: { dots: 0, topic: '' } });
            if (kind === 'staff' && f.type === 'seatTaken') continue;
            if (UNSIGNED.includes(f.type)) expect(JSON.stringify({ ...f, cmd: '' })).not.toContain('seat-');
          }
        // Another's phone learns no more of theirs than everybody does.
        for (const seat of seats)
          for (const fact of g.facts)
            if (fact.by !== seat)
              expect(gathering.seenBy({ kind: 'public', seat }, g.state, fact)).toEqual(
                gathering.seenBy({ kind: 'public' }, g.state, fact),
              );
        const staff = gathering.replay(
          g.facts.map(
            (f) => JSON.parse(JSON.stringify(gathering.seenBy({ kind: 'staff' }, g.state, f))) as Fact,
          ),
        );
        for (const mine of Object.values(staff.private)) expect([mine.dots, mine.circle]).toEqual([{}, null]);
        for (const n of Object.values(staff.notes)) if (n.anonymous) expect(n.author).toBeNull();
      }),
      { numRuns: 300 },
    );
  }, 300_000);
});
