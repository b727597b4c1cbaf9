/** The day's replay is made from public data, and is always the same from the same log. */
import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { filmOf, PICTURES } from '@/reports/day-film';
import { id, office } from '../domain/given';
import { opened, ROOMS, SLOTS } from '../domain/opened';

const day = () => {
  const g = opened();
  const people = ['seat-anna', 'seat-bruno', 'seat-carla'].map((s) => g.seat(s));
  const [anna, bruno] = people as [ReturnType<typeof g.seat>, ReturnType<typeof g.seat>];
  g.done(office(), 'changePhase', { phase: 'proposing' });
  const a = g.topic(anna, 'Chi cura chi cura?');
  const b = g.topic(bruno, 'Il ceto medio che scivola');
  const session = g.place(anna, a);
  g.done(anna, 'startSession', { session });
  for (const p of people) g.done(p, 'moveTo', { to: session });
  g.done(bruno, 'moveTo', { to: 'roaming' });
  g.done(anna, 'moveSession', { session, slot: SLOTS[0], space: ROOMS[1] });
  g.done(anna, 'writeNote', { note: id('note'), topic: a, session, kind: 'bisogno', text: 'Manca tempo.' });
  g.wait(14 * 3_600_000);
  g.done(anna, 'endSession', { session });
  g.done(office(), 'hideText', { what: 'topic', id: b, reason: 'altro' });
  const seen = g.facts.map((f) => gathering.seenBy({ kind: 'public' }, g.state, f));
  return { g, seen, session };
};

describe('the day as a film', () => {
  it('ends where the day ends, with circles that grew and moved', () => {
    const { g, seen, session } = day();
    const film = filmOf(seen);
    expect(film.pictures).toHaveLength(PICTURES);
    const last = film.pictures.at(-1);
    expect(last).toMatchObject({ people: 3, roaming: 1, notes: 1, board: [1, 2] });
    expect(last?.circles).toMatchObject([{ session, topic: 1, space: ROOMS[1], present: 2, running: false }]);
    expect(last?.at).toBe(g.facts.at(-2)?.at);
    const sizes = film.pictures.map((p) => p.circles[0]?.present ?? 0);
    expect(Math.max(...sizes)).toBe(3);
    expect(film.pictures.flatMap((p) => p.circles.map((c) => c.space))).toContain(ROOMS[0]);
    const boards = film.pictures.map((p) => p.board.length);
    expect(boards).toEqual([...boards].sort((x, y) => x - y));
  });

  it('a night passes in a breath', () => {
    const { seen } = day();
    const times = filmOf(seen).pictures.map((p) => p.at);
    const night = times.findIndex((at, i) => at - (times[i - 1] ?? at) > 3_600_000);
    expect(night).toBeGreaterThan(PICTURES / 20);
  });

  it('[I12][E22] names nobody and says nothing withheld; the same log makes the same film', () => {
    const { g, seen } = day();
    const text = JSON.stringify(filmOf(seen));
    for (const word of ['seat-', 'ceto medio', 'account']) expect(text).not.toContain(word);
    expect(JSON.stringify(filmOf(seen))).toBe(text);
    expect(g.state.topics[g.state.topicOrder[1] ?? '']?.title).toBe('Il ceto medio che scivola');
  });

  it('of an empty log there is no picture', () => {
    expect(filmOf([])).toMatchObject({ pictures: [], topics: [] });
  });
});
