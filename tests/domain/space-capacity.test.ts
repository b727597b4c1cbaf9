/** How many people a space holds: said, corrected, taken away; and nothing is ever refused because of it. */
import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import type { Fact } from '@/domain/deed';
import { office } from './given';
import { opened, ROOMS, SLOTS } from './opened';

const [tiglio, gelso] = ROOMS;
const words = { space: tiglio, name: 'Tiglio', stepFree: true, note: '' };

describe('[E41] the capacity of a space', () => {
  it('is said when the space is added or later, and can be taken away', () => {
    const g = opened();
    const held = (id: string) => g.open.spaces.find((s) => s.id === id)?.capacity;
    g.done(office(), 'addSpace', { id: 'room-large', name: 'Salone', capacity: 80 });
    expect([held('room-large'), held(tiglio)]).toEqual([80, undefined]);
    g.done(office(), 'reviseSpace', { ...words, capacity: 20 });
    expect(held(tiglio)).toBe(20);
    // A device of an earlier version revises the name, and says nothing of people.
    g.done(office(), 'reviseSpace', { ...words, name: 'Tiglio grande' });
    expect(held(tiglio)).toBe(20);
    g.done(office(), 'reviseSpace', { ...words, capacity: null });
    expect(g.open.spaces.find((s) => s.id === tiglio)).toEqual({
      ...{ id: tiglio, name: 'Tiglio', kind: 'room', stepFree: true, note: '', released: true },
    });
    for (const capacity of [0, -3, 2.5, 5001, '20'])
      expect(g.refusal(office(), 'reviseSpace', { ...words, capacity }), String(capacity)).toBe('malformed');
  });

  it('two who correct it at once are told, like of any other field', () => {
    const g = opened();
    g.done(office(), 'reviseSpace', { ...words, capacity: 20 });
    const deed = gathering.deeds.reviseSpace;
    expect(deed.replaces?.(g.state, { ...words, capacity: 30 })).toMatchObject({ capacity: 20 });
    expect(deed.replaces?.(g.state, { ...words, space: gelso, capacity: 30 })).toMatchObject({
      capacity: null,
    });
  });

  it('stops nobody: more are interested, a topic is placed and moved there, more people sit down', () => {
    const g = opened();
    for (const space of [tiglio, gelso]) g.done(office(), 'reviseSpace', { ...words, space, capacity: 1 });
    const anna = g.seat('seat-anna');
    const topic = g.topic(anna);
    const people = [anna, ...['seat-bruno', 'seat-carla', 'seat-dario'].map((s) => g.seat(s))];
    for (const p of people) g.done(p, 'markInterest', { topic, on: true });
    expect(g.open.topics[topic]?.interested).toBe(4);
    const session = g.place(anna, topic);
    g.done(anna, 'moveSession', { session, slot: SLOTS[1], space: gelso });
    for (const p of people) g.done(p, 'moveTo', { to: session });
    expect(g.open.sessions[session]?.present).toBe(4);
  });

  it('lines of a log from before it are read as they are', () => {
    const line = (type: string, data: object): Fact => ({
      ...{ seq: 1, at: 0, type, v: 1, by: 'account-1', origin: 'ufficio' as const, cmd: 'command-1' },
      data,
    });
    const added = { id: tiglio, name: 'Tiglio', kind: 'room', stepFree: true, note: '', released: true };
    const revised = { space: tiglio, name: 'Tiglio', stepFree: false, note: '' };
    expect(gathering.read(line('spaceAdded', { ...added })).data).toEqual(added);
    expect(gathering.read(line('spaceRevised', { ...revised })).data).toEqual(revised);
    const state = gathering.replay([line('spaceAdded', added), { ...line('spaceRevised', revised), seq: 2 }]);
    expect(state.spaces).toEqual([{ ...added, stepFree: false }]);
  });
});
