/** Questions that screens ask during the day: one's agenda, standing announcements, reports on the wall, who came. */
import { describe, expect, it } from 'vitest';
import { agendaOf } from '@/domain/gathering/agenda';
import { cameTo, isMarked } from '@/domain/gathering/attendance';
import { standingAnnouncements } from '@/domain/gathering/current-announcements';
import { ideasTo } from '@/domain/gathering/formats';
import { awaitedReports, hungReports } from '@/domain/gathering/report-queries';
import { clashing, hasMet, overrunning, sessionsOf, wasHeld } from '@/domain/gathering/session-queries';
import { foundingCounts, foundingSector } from '@/domain/gathering/sector-names';
import { SECTORS } from '@/domain/words';
import { id, office } from './given';
import { opened, ROOMS, SLOTS } from './opened';

const facilitator = office('facilitator');
const ids = (list: readonly { id: string }[]) => list.map((x) => x.id);

describe('the agenda of a person', () => {
  it('has the sessions they convene, alone or with others, and those they are interested in, in the day’s order', () => {
    const g = opened();
    const [anna, bruno, carla] = [g.seat('seat-anna'), g.seat('seat-bruno'), g.seat('seat-carla')];
    const [own, shared, liked, other] = [g.topic(anna), g.topic(bruno), g.topic(carla), g.topic(carla)];
    g.done(facilitator, 'releaseSlot', { slot: SLOTS[2], released: true });
    const last = g.place(anna, own, SLOTS[2], ROOMS[0]);
    const middle = g.place(bruno, shared, SLOTS[1], ROOMS[0]);
    const first = g.place(carla, liked, SLOTS[0], ROOMS[0]);
    g.place(carla, other, SLOTS[1], ROOMS[1]);
    expect(ids(agendaOf(g.state, 'seat-anna'))).toEqual([last]);
    g.done(anna, 'offerToConvene', { topic: shared });
    g.done(bruno, 'acceptCoConvener', { topic: shared, seat: 'seat-anna' });
    g.done(anna, 'markInterest', { topic: liked, on: true });
    expect(ids(agendaOf(g.state, 'seat-anna'))).toEqual([first, middle, last]);
    g.done(bruno, 'cancelSession', { session: middle });
    g.done(anna, 'markInterest', { topic: liked, on: false });
    expect(ids(agendaOf(g.state, 'seat-anna'))).toEqual([last]);
    expect(agendaOf(g.state, 'seat-nobody')).toEqual([]);
  });
});

describe('announcements', () => {
  it('stand until their time or until they are taken back, the newest first', () => {
    const g = opened();
    const say = (announcement: string, minutes: number | null) =>
      g.done(facilitator, 'announce', { announcement, text: 'si ricomincia', minutes });
    say('announce-1', null);
    const until = g.b.now + 5 * 60_000;
    say('announce-2', 5);
    say('announce-3', null);
    g.done(facilitator, 'withdrawAnnouncement', { announcement: 'announce-1' });
    expect(ids(standingAnnouncements(g.state, until - 1))).toEqual(['announce-3', 'announce-2']);
    expect(ids(standingAnnouncements(g.state, until))).toEqual(['announce-3']);
    g.done(facilitator, 'withdrawAnnouncement', { announcement: 'announce-2' });
    expect(ids(standingAnnouncements(g.state, until - 1))).toEqual(['announce-3']);
  });
});

function circles() {
  const g = opened();
  const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
  const [one, two] = [g.topic(anna, 'uno'), g.topic(bruno, 'due')];
  const [first, second] = [g.place(anna, one), g.place(bruno, two, SLOTS[0], ROOMS[1])];
  const start = (by: typeof anna, session: string) => g.done(by, 'startSession', { session });
  const session = (of: string) => g.state.sessions[of]!;
  return { ...g, anna, bruno, one, two, first, second, start, session };
}

describe('reports', () => {
  it('hang on the wall newest first; those of topics that met and did not publish are awaited', () => {
    const g = circles();
    const lists = () => [hungReports(g.state).map((h) => h.topic.id), ids(awaitedReports(g.state))];
    expect(lists()).toEqual([[], []]);
    g.start(g.anna, g.first);
    g.start(g.bruno, g.second);
    expect(lists()).toEqual([[], [g.one, g.two]]);
    for (const [by, topic] of [
      [g.anna, g.one],
      [g.bruno, g.two],
    ] as const) {
      g.done(by, 'addItem', { topic, item: id('item'), kind: 'bisogno', text: 'una riga' });
      expect(awaitedReports(g.state).map((t) => t.id)).toContain(topic);
      g.done(by, 'publishReport', { topic });
    }
    expect(lists()).toEqual([[g.two, g.one], []]);
  });

  it('are awaited of no topic that was withdrawn or merged', () => {
    const g = circles();
    g.start(g.anna, g.first);
    g.done(g.anna, 'endSession', { session: g.first });
    expect(ids(awaitedReports(g.state))).toEqual([g.one]);
    g.state.topics[g.one]!.standing = 'withdrawn';
    expect(awaitedReports(g.state)).toEqual([]);
  });
});

describe('a circle', () => {
  it('came together by what its report says, else by more than one mark, and is unmarked once it is over', () => {
    const g = circles();
    const came = (over = false) => cameTo(g.state, g.session(g.first), over);
    const marked = (n: number) => {
      g.session(g.first).attended = n;
      return isMarked(g.session(g.first));
    };
    expect([came(), came(true)]).toEqual([null, 'unmarked']);
    expect([marked(0), marked(1)]).toEqual([false, false]);
    expect([came(), came(true)]).toEqual([null, 'unmarked']);
    expect(marked(2)).toBe(true);
    expect([came(), came(true)]).toEqual(['circle', 'circle']);
    g.done(g.anna, 'setOutcome', { topic: g.one, outcome: 'only_convener' });
    expect(came()).toBe('only_convener');
    g.done(g.anna, 'setOutcome', { topic: g.one, outcome: 'nobody' });
    expect(came(true)).toBe('nobody');
    marked(0);
    g.done(g.anna, 'setOutcome', { topic: g.one, outcome: 'circle' });
    expect(came()).toBeNull();
    g.done(g.anna, 'writeReport', { topic: g.one, field: 'agreements', text: 'Si apre', rev: 0 });
    expect(came()).toBe('circle');
    g.done(g.anna, 'setOutcome', { topic: g.one, outcome: 'not_written' });
    expect([came(), came(true)]).toEqual([null, 'unmarked']);
  });

  it('whose report of rows alone is on the wall came together', () => {
    const g = circles();
    g.done(g.anna, 'addItem', { topic: g.one, item: id('item'), kind: 'bisogno', text: 'una riga' });
    expect(cameTo(g.state, g.session(g.first), false)).toBeNull();
    g.done(g.anna, 'publishReport', { topic: g.one });
    expect(cameTo(g.state, g.session(g.first), false)).toBe('circle');
  });

  it('was held if somebody started it, or was in it', () => {
    const g = circles();
    expect([wasHeld(g.session(g.first)), hasMet(g.state, g.one)]).toEqual([false, false]);
    expect(wasHeld({ state: 'planned', attended: 1 })).toBe(true);
    g.start(g.anna, g.first);
    expect([wasHeld(g.session(g.first)), hasMet(g.state, g.one), hasMet(g.state, g.two)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('has its parts in order', () => {
    const g = circles();
    const more = g.place(g.anna, g.one, SLOTS[1], ROOMS[0]);
    expect(ids(sessionsOf(g.state, g.one))).toEqual([g.first, more]);
    g.session(g.first).part = 3;
    expect(ids(sessionsOf(g.state, g.one))).toEqual([more, g.first]);
  });

  it('that runs over its slot names the next session in its space, if one is planned there', () => {
    const g = circles();
    const next = g.place(g.bruno, g.topic(g.bruno), SLOTS[1], ROOMS[0]);
    const late = Date.UTC(2014, 4, 17, 9, 30);
    const over = (at: number) => overrunning(g.state, at).map((o) => [o.running.id, o.next.id]);
    expect(over(late)).toEqual([]);
    g.start(g.anna, g.first);
    g.start(g.bruno, g.second);
    expect(over(Date.UTC(2014, 4, 17, 8, 30))).toEqual([]);
    expect(over(late)).toEqual([[g.first, next]]);
    g.session(next).state = 'running';
    expect(over(late)).toEqual([]);
  });
});

describe('a convener', () => {
  it('clashes with their own session in the same slot, unless somebody co-convenes either', () => {
    const g = circles();
    const topic = () => g.state.topics[g.topic(g.anna)]!;
    const mine = topic();
    const clash = (slot: string, except?: string) => clashing(g.state, mine, slot, except)?.id;
    expect([clash(SLOTS[0]), clash(SLOTS[1]), clash(SLOTS[0], g.first)]).toEqual([
      g.first,
      undefined,
      undefined,
    ]);
    g.session(g.first).state = 'cancelled';
    expect(clash(SLOTS[0])).toBeUndefined();
    g.session(g.first).state = 'planned';
    g.state.topics[g.one]!.coConveners = ['seat-bruno'];
    expect(clash(SLOTS[0])).toBeUndefined();
    g.state.topics[g.one]!.coConveners = [];
    mine.coConveners = ['seat-bruno'];
    expect(clash(SLOTS[0])).toBeUndefined();
    mine.coConveners = [];
    mine.convener = null;
    expect(clash(SLOTS[0])).toBeUndefined();
  });
});

it('ideas to one prompt come in their order, without those taken back', () => {
  const g = opened();
  const anna = g.seat('seat-anna');
  const prompts = ['prompt-01', 'prompt-02'].map((prompt) => ({ id: prompt, text: 'Che cosa vedete?' }));
  g.done(facilitator, 'setProgramme', { prompts, speakers: [], materials: [], minutes: '' });
  const share = (idea: string, prompt: string | null) =>
    g.done(anna, 'shareIdea', { idea, text: 'x', prompt });
  for (const idea of ['idea-0003', 'idea-0001', 'idea-0002']) share(idea, 'prompt-01');
  share('idea-0004', null);
  g.state.ideas['idea-0003']!.n = 9;
  expect(ids(ideasTo(g.state, 'prompt-01'))).toEqual(['idea-0001', 'idea-0002', 'idea-0003']);
  expect(ids(ideasTo(g.state, null))).toEqual(['idea-0004']);
  expect(ideasTo(g.state, 'prompt-02')).toEqual([]);
  g.done(anna, 'withdrawIdea', { idea: 'idea-0001' });
  expect(ids(ideasTo(g.state, 'prompt-01'))).toEqual(['idea-0002', 'idea-0003']);
});

it('a sector of the founding document keeps its meaning; one of a name of its own, or none, has none', () => {
  const g = opened();
  const [first, second] = SECTORS;
  g.done(office('owner'), 'nameSectors', {
    sectors: [
      { id: first, name: 'Scuole' },
      { id: second, name: '' },
    ],
  });
  const of = (sector: (typeof SECTORS)[number] | null) => foundingSector(g.state, sector);
  expect([of(first), of(second), of(SECTORS[2]), of(null)]).toEqual([null, second, null, null]);
  expect(foundingCounts(g.state, { [first]: 2, [second]: 3, non_indicato: 4 })).toEqual({
    [second]: 3,
    non_indicato: 6,
  });
});
