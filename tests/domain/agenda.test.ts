import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { nowAndNext } from '@/domain/gathering/clock';
import { freeCells } from '@/domain/gathering/free-cells';
import { standingAnnouncements } from '@/domain/gathering/current-announcements';
import { isRefusal } from '@/domain/refusal';
import { bench, id, office } from './given';
import { opened, PORCH, ROOMS, SLOTS } from './opened';

describe('the clock of a gathering', () => {
  it('is one that a zone goes by: any other name is refused at the opening', () => {
    const opening = (timezone: string) => ({
      gathering: id('gathering'),
      code: 'PROVA',
      title: 'Prova',
      question: 'Che cosa?',
      days: ['2014-05-17'],
      timezone,
    });
    for (const name of ['Marte/Olympus', '', 'Europe/Rome; --'])
      expect(bench(gathering).refusal(office(), 'openGathering', opening(name)), name).toBe('malformed');
    expect(bench(gathering).refusal(office(), 'openGathering', opening('Etc/GMT-12'))).toBe('accepted');
  });
});

describe('the matrix', () => {
  it('[I2][E02] two conveners tap one cell: the first has it, the other is shown the free ones', () => {
    const g = opened();
    const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    const a = g.topic(anna);
    const b = g.topic(bruno);
    g.place(anna, a);
    const lost = g.ask(bruno, 'placeTopic', {
      session: id('session'),
      topic: b,
      slot: SLOTS[0],
      space: ROOMS[0],
    });
    expect(lost).toMatchObject({ refused: 'cell_taken', detail: { topic: 1 } });
    const free = (isRefusal(lost) && lost.detail?.free) as { slot: string; space: string }[];
    expect(free).toContainEqual({ slot: SLOTS[0], space: ROOMS[1] });
    expect(free).not.toContainEqual({ slot: SLOTS[0], space: ROOMS[0] });
  });

  it('[I2] an informal place ("Altro") holds many', () => {
    const g = opened();
    for (const name of ['seat-anna', 'seat-bruno', 'seat-carla']) {
      const p = g.seat(name);
      g.place(p, g.topic(p), SLOTS[0], PORCH);
    }
    expect(Object.values(g.state.sessions).filter((s) => s.space === PORCH)).toHaveLength(3);
  });

  it('[I3][E01] a second circle in the same slot is warned of, and may be kept anyway', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    g.place(anna, g.topic(anna));
    const second = { session: id('session'), topic: g.topic(anna), slot: SLOTS[0], space: ROOMS[1] };
    expect(g.refusal(anna, 'placeTopic', second)).toBe('convener_clash');
    g.done(anna, 'placeTopic', { ...second, anyway: true });
    const [one, two] = Object.keys(g.state.sessions);
    g.done(anna, 'startSession', { session: one });
    expect(g.refusal(anna, 'startSession', { session: two })).toBe('convener_clash');
  });

  it('[I4] nobody but its conveners moves a topic; who facilitates only frees a withdrawn one', () => {
    const g = opened();
    const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    const topic = g.topic(anna);
    const session = g.place(anna, topic);
    const there = { session, slot: SLOTS[1], space: ROOMS[1] };
    expect(g.refusal(bruno, 'moveSession', there)).toBe('not_convener');
    expect(g.refusal(office('facilitator'), 'moveSession', there)).toBe('not_allowed');
    expect(g.refusal(office('facilitator'), 'cancelSession', { session })).toBe('not_convener');
    g.done(anna, 'withdrawTopic', { topic });
    expect(g.state.sessions[session]?.state).toBe('cancelled');
  });

  it('[E03] a swap is one step: offered and accepted, the facilitator is not involved', () => {
    const g = opened();
    const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    const mine = g.place(anna, g.topic(anna), SLOTS[0], ROOMS[0]);
    const theirs = g.place(bruno, g.topic(bruno), SLOTS[1], ROOMS[1]);
    const swap = id('swap');
    g.done(anna, 'offerSwap', { swap, mine, theirs });
    expect(g.refusal(anna, 'acceptSwap', { swap })).toBe('not_convener');
    g.done(bruno, 'acceptSwap', { swap });
    expect(g.state.sessions[mine]).toMatchObject({ slot: SLOTS[1], space: ROOMS[1] });
    expect(g.state.sessions[theirs]).toMatchObject({ slot: SLOTS[0], space: ROOMS[0] });
    expect(g.refusal(bruno, 'acceptSwap', { swap })).toBe('offer_gone');
  });

  it('[E06] a moved session leaves an arrow where it was', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const session = g.place(anna, g.topic(anna));
    g.done(anna, 'moveSession', { session, slot: SLOTS[1], space: ROOMS[2] });
    expect(g.state.arrows).toMatchObject([{ slot: SLOTS[0], space: ROOMS[0], session }]);
    expect(g.state.sessions[session]?.movedFrom).toHaveLength(1);
  });

  it('[E09] a continuation is a second session of the same topic', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const topic = g.topic(anna);
    g.place(anna, topic, SLOTS[0], ROOMS[0]);
    const second = g.place(anna, topic, SLOTS[1], ROOMS[0]);
    expect(g.state.sessions[second]?.part).toBe(2);
  });

  it('[E29] a slot held back is refused until it is released', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const cell = { session: id('session'), topic: g.topic(anna), slot: SLOTS[2], space: ROOMS[0] };
    expect(g.refusal(anna, 'placeTopic', cell)).toBe('cell_held_back');
    g.done(office('facilitator'), 'releaseSlot', { slot: SLOTS[2], released: true });
    g.done(anna, 'placeTopic', cell);
    expect(g.refusal(office('facilitator'), 'releaseSlot', { slot: SLOTS[2], released: false })).toBe(
      'in_use',
    );
  });

  it('[E12] a topic is accepted at any time, whatever the phase', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    g.done(office('facilitator'), 'changePhase', { phase: 'closing' });
    expect(g.refusal(anna, 'proposeTopic', { topic: id('topic'), title: 'alle 15:30' })).toBe('accepted');
    g.done(office('facilitator'), 'changePhase', { phase: 'archived' });
    expect(g.refusal(anna, 'proposeTopic', { topic: id('topic'), title: 'dopo' })).toBe('archived');
  });

  it('[E37] a second morning: its slots are added, its topics go on from the last number', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    g.topic(anna, 'il primo giorno');
    const [morning, next] = ['slot-day2', '2014-05-18'];
    const slot = { id: morning, day: next, label: 'Domenica', start: '09:30', end: '10:45' };
    expect(g.refusal(anna, 'addSlot', slot)).toBe('not_allowed');
    g.done(office(), 'addSlot', slot);
    expect(g.state.days).toEqual(['2014-05-17', next]);
    expect(g.state.slots.at(-1)?.id).toBe(morning);
    const at = Date.parse(`${next}T08:00:00Z`); // 10:00 in Carpi
    expect(nowAndNext(g.state, at).now?.id).toBe(morning);
    g.done(office(), 'announce', {
      announcement: id('news'),
      text: 'Nella notte tre temi nuovi.',
      kind: 'mattino',
    });
    expect(standingAnnouncements(g.open, g.now)).toMatchObject([{ kind: 'mattino' }]);
    const topic = g.topic(anna, 'quello che ci è venuto in mente stanotte');
    expect(g.state.topics[topic]?.n).toBe(2);
    expect(freeCells(g.state)).toContainEqual({ slot: morning, space: ROOMS[0] });
    g.place(anna, topic, morning);
  });

  it('a slot moved past another stands after it: the day is always read in order', () => {
    const g = opened();
    const [first, second] = g.state.slots;
    const later = { slot: first?.id, day: first?.day, label: 'dopo pranzo', start: '17:00', end: '18:00' };
    g.done(office('facilitator'), 'reviseSlot', later);
    expect(g.state.slots[0]?.id).toBe(second?.id);
    expect(g.state.slots.at(-1)).toMatchObject({ id: first?.id, label: 'dopo pranzo', start: '17:00' });
    expect(g.open.slots.map((s) => s.start)).toEqual(g.state.slots.map((s) => s.start));
  });

  it('[domain 0.2] who facilitates has no power over content', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const topic = g.topic(anna);
    const f = office('facilitator');
    for (const [type, ask] of [
      ['proposeTopic', { topic: id('topic'), title: 'x' }],
      ['reviseTopic', { topic, title: 'x', line: '', strands: [] }],
      ['withdrawTopic', { topic }],
      ['placeTopic', { session: id('session'), topic, slot: SLOTS[0], space: ROOMS[0] }],
      ['writeNote', { note: id('note'), topic, kind: 'altro', text: 'x' }],
    ] as const)
      expect(g.refusal(f, type, ask)).toBe('not_allowed');
  });
});
