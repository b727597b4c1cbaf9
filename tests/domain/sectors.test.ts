/** Small halls, of any people and with any false ones among them: what tells people apart is in nothing that is public (E25). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { bySector } from '@/domain/gathering/sector-counts';
import { MUNICIPALITIES, SECTORS } from '@/domain/words';
import { packed } from '@/protocol/packed-facts';
import { filmOf } from '@/reports/day-film';
import { gatheringJson } from '@/reports/gathering-json';
import { office, person } from './given';
import { opened, ROOMS, SLOTS } from './opened';

const one = <T>(xs: readonly T[]) => fc.constantFrom(...xs);
const about = fc.record({
  sector: one([...SECTORS, null]),
  subgroup: one([null, 'care_giver', 'giovani_migranti']),
  municipality: one([...MUNICIPALITIES, null]),
  newVoice: fc.boolean(),
});
type About = typeof about extends fc.Arbitrary<infer A> ? A : never;

/** The people of the hall are numbered from 0; false ones come after them, at any moment, and move and vote like others. */
const MOST = 5;
const who = fc.nat({ max: MOST * 2 });
const move = fc.record({
  type: fc.constant('moveTo'),
  who,
  ask: fc.record({ to: one(['a', 'b', 'roaming', null]) }),
});
const act = fc.oneof(
  { weight: 6, arbitrary: move },
  fc.record({ type: fc.constant('markInterest'), who, ask: fc.record({ on: fc.boolean() }) }),
  fc.record({ type: fc.constant('placeDots'), who, ask: fc.record({ dots: fc.nat({ max: 2 }) }) }),
  fc.record({ type: fc.constant('writeNote'), who, ask: fc.record({ anonymous: fc.boolean() }) }),
  fc.record({ type: fc.constant('shareIdea'), who, ask: fc.constant({}) }),
  fc.record({ type: fc.constant('takeSeat'), who, ask: about }),
  fc.record({ type: fc.constant('eraseSeat'), who, ask: fc.constant({}) }),
  fc.record({
    type: fc.constant('changePhase'),
    who,
    ask: fc.record({ phase: one(['sessions', 'voting', 'completing', 'concluded']) }),
  }),
  fc.record({ type: fc.constant('forgetAuthors'), who, ask: fc.constant({ lost: false }) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
const UNSIGNED = ['moveTo', 'markInterest', 'placeDots'];

/** The bench counts its ids through all tests; the chain is made of them. */
const bytes = (what: unknown): string =>
  JSON.stringify(what)
    .replace(/"(gathering|cmd)-\d{6}"/g, '"$1"')
    .replace(/"chain":\d+/, '"chain"');

/** Finds the first difference of two texts, with what stands before it; null where they are the same. */
function difference(one: readonly string[], other: readonly string[]): string | null {
  const [a, b] = [one.join('\n'), other.join('\n')];
  if (a === b) return null;
  const at = [...a].findIndex((sign, i) => sign !== b[i]);
  return `${a.slice(Math.max(0, at - 80), at + 40)} ≠ ${b.slice(at, at + 40)}`;
}

const seatOf = (n: number): string => `seat-number-${n}`;

/** One hall. `acts` by number; `instead` says by whom each of the unsigned ones is done. */
function hall(people: readonly About[], acts: readonly Act[], instead: (n: number) => number = (n) => n) {
  const g = opened();
  const sit = (n: number, told: About) =>
    g.ask(person(seatOf(n)), 'takeSeat', { seat: seatOf(n), ...told }, { id: `cmd-seat-${n}` });
  for (const [n, told] of people.entries()) sit(n, told);
  const first = person(seatOf(0));
  for (const [i, session] of ['session-a', 'session-b'].entries()) {
    const topic = `topic-000${i + 1}`;
    g.done(first, 'proposeTopic', { topic, title: 'un tema' }, { id: `cmd-${topic}` });
    const cell = { slot: SLOTS[i], space: ROOMS[i] };
    g.done(first, 'placeTopic', { session, topic, ...cell }, { id: `cmd-${session}` });
  }
  g.done(office('owner'), 'openVoting', { quota: 5 }, { id: 'cmd-voting' });
  const looks: { public: string; staff: string }[] = [];
  const look = () => {
    const json = (publicly: boolean) => gatheringJson(g.state, { labels: {}, publicly, exportedAt: g.now });
    const seen = (kind: 'public' | 'staff') => g.facts.map((f) => gathering.seenBy({ kind }, g.state, f));
    const told = seen('public');
    looks.push({
      public: bytes([json(true), told.map(packed), g.open, filmOf(told, 4)]),
      staff: bytes([json(false), seen('staff').map(packed)]),
    });
  };
  look();
  for (const [i, { type, who: by, ask }] of acts.entries()) {
    const cmd = { id: `cmd-act-${String(i).padStart(3, '0')}` };
    const n = UNSIGNED.includes(type) && by < people.length ? instead(by) : by;
    if (type === 'takeSeat') sit(people.length + i, ask as About);
    else if (type === 'changePhase') g.ask(office('owner'), type, ask, cmd);
    else if (type === 'forgetAuthors') g.ask(office('owner'), type, ask, cmd);
    else g.ask(person(seatOf(n)), type, filled(type, ask, { i, seat: seatOf(n) }), cmd);
    look();
  }
  return { looks, state: g.state, facts: g.facts };
}

function filled(type: string, ask: object, { i, seat }: { i: number; seat: string }): object {
  const topic = 'topic-0001';
  if (type === 'moveTo') {
    const { to } = ask as { to: string | null };
    return { to: to === 'a' || to === 'b' ? `session-${to}` : to };
  }
  if (type === 'writeNote') return { note: `note-${1000 + i}`, topic, kind: 'bisogno', text: 'x', ...ask };
  if (type === 'shareIdea') return { idea: `idea-${1000 + i}`, text: 'x' };
  if (type === 'eraseSeat') return { seat, resealed: [] };
  return { topic, ...ask };
}

const acts = fc.array(act, { maxLength: 24 });

it('[E25] what people say of themselves changes no byte of what is public, whoever else comes, at any moment', () => {
  const halls = fc
    .integer({ min: 1, max: MOST })
    .chain((n) =>
      fc.tuple(
        fc.array(about, { minLength: n, maxLength: n }),
        fc.array(about, { minLength: n, maxLength: n }),
        acts,
      ),
    );
  let differed = 0;
  fc.assert(
    fc.property(halls, ([one, other, done]) => {
      const [a, b] = [hall(one, done), hall(other, done)];
      expect(a.facts.map((f) => f.type)).toEqual(b.facts.map((f) => f.type));
      const told = [a, b].map((h) => h.looks.map((l) => l.public));
      expect(difference(told[0] ?? [], told[1] ?? [])).toBeNull();
      // The office is told, so that this can fail.
      if (JSON.stringify(bySector(a.state)) !== JSON.stringify(bySector(b.state))) {
        differed += 1;
        expect(a.looks.at(-1)?.staff === b.looks.at(-1)?.staff).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
  expect(differed).toBeGreaterThan(20);
});

it('[I12][E25] which of them sat where, cared or voted changes no byte for the office either, however few they are', () => {
  const halls = fc
    .integer({ min: 2, max: MOST })
    .chain((n) =>
      fc.tuple(
        fc.array(about, { minLength: n, maxLength: n }),
        acts,
        fc.shuffledSubarray([...Array(n).keys()], { minLength: n }),
      ),
    );
  let moved = 0;
  fc.assert(
    fc.property(halls, ([people, done, order]) => {
      // Nobody leaves: whose acts stay behind is another question.
      const stays = done.filter((d) => d.type !== 'eraseSeat');
      const [a, b] = [hall(people, stays), hall(people, stays, (n) => order[n] ?? n)];
      const told = [a, b].map((h) => h.looks.flatMap((l) => [l.public, l.staff]));
      expect(difference(told[0] ?? [], told[1] ?? [])).toBeNull();
      if (JSON.stringify(a.state.private) !== JSON.stringify(b.state.private)) moved += 1;
    }),
    { numRuns: 60 },
  );
  expect(moved).toBeGreaterThan(3);
});

it('[E25] a circle of one or two is counted alike in the state and in the export: what is told here is not withheld there', () => {
  const nobody: About = { sector: null, subgroup: null, municipality: null, newVoice: false };
  const two: Act[] = [0, 1].map((n) => ({ type: 'moveTo', who: n, ask: { to: 'a' } }));
  fc.assert(
    fc.property(fc.array(about, { minLength: 3, maxLength: 3 }), acts, (people, done) => {
      const { state } = hall(people, done);
      const data = gatheringJson(state, { labels: {}, publicly: true, exportedAt: 0 });
      for (const [i, was] of Object.values(state.sessions).entries()) {
        const told = data.sessions[i]?.attended;
        // One alone is no count of who came (E04): nobody marked it.
        expect([was.attended, was.attended < 2 ? null : was.attended]).toContain(told);
        expect(data.presences.filter((p) => p.topic === data.sessions[i]?.topic)).toHaveLength(told ?? 0);
      }
    }),
    { numRuns: 40, examples: [[[nobody, nobody, nobody], two]] },
  );
});

it('[E25] a batch of paper dots, which may be one ballot, is in no public export; its dots are in the totals', () => {
  const g = opened();
  const anna = g.seat('seat-anna');
  const topic = g.topic(anna);
  g.done(office('owner'), 'openVoting', { quota: 5 });
  g.done(office('owner'), 'enterPaperVotes', { batch: 'batch-0001', voters: 1, dots: { [topic]: 4 } });
  g.done(office('owner'), 'closeVoting', {});
  const json = (publicly: boolean) => gatheringJson(g.state, { labels: {}, publicly, exportedAt: 0 });
  expect([json(true).paperVotes.length, json(false).paperVotes.length]).toEqual([0, 1]);
  expect(json(true).votes).toEqual([{ topic: 'T01', phone: 0, paper: 4 }]);
});
