/** `cerchi verify` names each rule that a log breaks, and nothing where all hold: each is broken here by hand. */
import { describe, expect, it } from 'vitest';
import { brokenInvariants } from '@/domain/gathering/invariants';
import type { Gathering } from '@/domain/gathering/state';
import { brokenPath } from '@/domain/programming/invariants';
import { programming } from '@/domain/programming/catalogue';
import type { Path, Thing } from '@/domain/programming/state';
import { office } from './given';
import { opened, PORCH, ROOMS, SLOTS } from './opened';
import { furnished } from './programming/undo-ways';

function day() {
  const g = opened();
  const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
  const [mine, theirs] = [g.topic(anna, 'uno'), g.topic(bruno, 'due')];
  const [first, second] = [g.place(anna, mine), g.place(bruno, theirs, SLOTS[0], ROOMS[1])];
  g.done(bruno, 'markInterest', { topic: mine, on: true });
  g.done(anna, 'moveTo', { to: first });
  g.done(office(), 'openVoting', { quota: 3 });
  g.done(anna, 'placeDots', { topic: mine, dots: 3 });
  return { state: g.state, mine, theirs, first, second, anna: 'seat-anna', bruno: 'seat-bruno' };
}
type Day = ReturnType<typeof day>;

describe('a gathering', () => {
  it('breaks no rule by what people do, nor by two in an informal place, nor by a cancelled session', () => {
    const d = day();
    expect(brokenInvariants(d.state)).toEqual([]);
    const cells = Object.values(d.state.sessions);
    for (const s of cells) s.space = PORCH;
    expect(brokenInvariants(d.state)).toEqual([]);
    for (const s of cells) s.space = ROOMS[0];
    d.state.sessions[d.first]!.state = 'cancelled';
    expect(brokenInvariants(d.state)).toEqual([]);
  });

  it.each<[string, (d: Day) => void, string[]]>([
    [
      'a topic without a title',
      (d) => void Object.assign(d.state.topics[d.mine]!, { title: '  ' }),
      ['I1 topic 1 has no title'],
    ],
    [
      'a topic that counts fewer than are interested',
      (d) => void Object.assign(d.state.topics[d.mine]!, { interested: 0 }),
      ['I6 topic 1 counts fewer than cared'],
    ],
    [
      'two sessions in one cell',
      (d) => void Object.assign(d.state.sessions[d.second]!, { space: ROOMS[0] }),
      [`I2 two sessions in ${SLOTS[0]} ${ROOMS[0]}`],
    ],
    [
      'topics that are not numbered in their order',
      (d) => void d.state.topicOrder.reverse(),
      ['I11 topic .* is not number 1', 'I11 topic .* is not number 2'],
    ],
    [
      'more dots than the quota',
      (d) => void Object.assign(d.state.voting, { quota: 2 }),
      ['I7 seat seat-anna has 3 dots'],
    ],
    [
      'a vote on a merged topic',
      (d) => void Object.assign(d.state.topics[d.mine]!, { standing: 'merged', mergedInto: d.theirs }),
      ['I8 a vote on merged topic '],
    ],
  ])('breaks a rule by %s', (_, harm, found) => {
    const d = day();
    harm(d);
    const wrong = brokenInvariants(d.state);
    expect(wrong).toHaveLength(found.length);
    for (const [i, said] of found.entries()) expect(wrong[i]).toMatch(new RegExp(`^${said}`));
  });

  it('may count more present than its seats say only where nobody knows the authors', () => {
    const d = day();
    const session = d.state.sessions[d.first]!;
    const broken = (present: number, authors: boolean) => {
      session.present = present;
      return brokenInvariants(d.state, authors);
    };
    expect([broken(1, true), broken(1, false), broken(2, false)]).toEqual([[], [], []]);
    const wrong = (n: number) => [`I6 session ${d.first} says ${n} present, the seats say 1`];
    expect([broken(2, true), broken(0, true), broken(0, false)]).toEqual([wrong(2), wrong(0), wrong(0)]);
  });

  it('needs no title of a topic that is withheld, nor a count of one that was merged', () => {
    const d = day();
    const hide = (t: Gathering['topics'][string]) => {
      t.title = '';
      t.hidden = { reason: 'altro', note: '', at: 0, flagged: false };
    };
    hide(d.state.topics[d.theirs]!);
    expect(brokenInvariants(d.state)).toEqual([]);
    Object.assign(d.state.topics[d.mine]!, { standing: 'merged', mergedInto: d.theirs, interested: 0 });
    d.state.private[d.anna]!.dots = {};
    expect(brokenInvariants(d.state)).toEqual([]);
  });
});

describe('a path', () => {
  const LOST = 'unknown-0001';
  type World = ReturnType<typeof furnished>;
  type Register = { [K in keyof Path]: Path[K] extends Record<string, Thing> ? K : never }[keyof Path];

  it('that was never opened says so, and one with some of everything breaks no rule', () => {
    expect(brokenPath(programming.empty())).toEqual(['the path was never opened']);
    expect(brokenPath(furnished().b.state)).toEqual([]);
  });

  it.each<[string, string, Register, (w: World) => string | undefined]>([
    ['member', 'table', 'members', (w) => w.m[0]],
    ['need', 'table', 'needs', (w) => w.n[0]],
    ['proposal', 'needs', 'proposals', (w) => w.p[0]],
    ['resource', 'project', 'resources', (w) => w.r],
    ['table', 'predecessors', 'tables', (w) => w.t[0]],
    ['coding', 'codes', 'codings', (w) => w.k],
    ['goal', 'table', 'goals', (w) => w.g],
    ['goal', 'needs', 'goals', (w) => w.g],
    ['goal', 'proposals', 'goals', (w) => w.g],
    ['goal', 'projects', 'goals', (w) => w.g],
    ['evidence', 'target', 'evidence', (w) => w.f],
  ])('breaks a rule by a %s whose %s names what is not there', (kind, field, register, which) => {
    const w = furnished();
    const id = which(w) ?? '';
    const things = w.b.state[register as 'needs'] as Record<string, Thing>;
    const thing = things[id] as Thing & Record<string, unknown>;
    thing[field] = Array.isArray(thing[field]) ? [LOST] : LOST;
    expect(brokenPath(w.b.state)).toEqual([`${kind} ${id} points to ${LOST}, which is not there`]);
    thing.removed = true;
    expect(brokenPath(w.b.state).filter((said) => said.includes(LOST))).toEqual([]);
  });

  it('points to nothing that was removed', () => {
    const w = furnished();
    w.b.state.tables[w.t[0] ?? '']!.removed = true;
    const wrong = brokenPath(w.b.state).map((said) => said.split(' ')[0]);
    expect([...new Set(wrong)].sort()).toEqual(['evidence', 'goal', 'member', 'need']);
  });

  it('has evidence for each kind of thing in that kind’s own register', () => {
    for (const what of ['need', 'proposal', 'project', 'goal', 'table'] as const) {
      const w = furnished();
      const target = { need: w.n[0], proposal: w.p[0], project: w.x[0], goal: w.g, table: w.t[0] }[what];
      Object.assign(w.b.state.evidence[w.f]!, { what, target });
      expect(brokenPath(w.b.state), what).toEqual([]);
      Object.assign(w.b.state.evidence[w.f]!, { target: what === 'need' ? w.p[0] : w.n[0] });
      expect(brokenPath(w.b.state), what).toHaveLength(1);
    }
  });

  it('has no table that descends from itself, and no code that was merged into itself, at any distance', () => {
    const w = furnished();
    const [one, two, three] = w.t.map((id) => w.b.state.tables[id]!);
    one!.predecessors = [two!.id];
    two!.predecessors = [three!.id];
    expect(brokenPath(w.b.state)).toEqual([]);
    three!.predecessors = [one!.id];
    const [a, b] = w.c.map((id) => w.b.state.codes[id]!);
    a!.mergedInto = b!.id;
    const tables = [one, two, three].map((t) => `table ${t!.id} descends from itself`);
    expect(brokenPath(w.b.state)).toEqual(tables);
    b!.mergedInto = a!.id;
    expect(brokenPath(w.b.state)).toEqual([
      ...tables,
      ...[a, b].map((c) => `code ${c!.id} is merged into itself`),
    ]);
  });

  it('has no quotation without words, and no outcome without its reason', () => {
    const w = furnished();
    const { evidence, codings, proposals } = w.b.state;
    evidence[w.f]!.quote = '';
    codings[w.k]!.quote = '';
    const [given, waiting] = w.p.map((id) => proposals[id]!);
    given!.outcomeReason = '';
    expect(waiting!.outcome).toBe('da_esaminare');
    expect(brokenPath(w.b.state)).toEqual([
      `${w.f} quotes nothing`,
      `${w.k} quotes nothing`,
      `proposal ${given!.id} has an outcome without a reason`,
    ]);
    evidence[w.f]!.removed = true;
    codings[w.k]!.removed = true;
    given!.outcome = 'da_esaminare';
    expect(brokenPath(w.b.state)).toEqual([]);
  });
});
