/** Questions about a gathering for screens and rules: free cells, circles under way, ownership. */
import { describe, expect, it } from 'vitest';
import { circlesAt, liveCircles, sessionsIn, sessionsOf } from '@/domain/gathering/session-queries';
import { freeCells, occupantOf } from '@/domain/gathering/free-cells';
import { isNew } from '@/domain/gathering/topic-queries';
import { overlapping } from '@/domain/gathering/agenda';
import { office } from './given';
import { opened, PORCH, ROOMS, SLOTS } from './opened';

const holder = office('facilitator');
const at = (slot: string, space: string) => ({ slot, space });

describe('free cells', () => {
  it('[I2] are those of slots and spaces that are released, but for the taken ones; an informal place is always free', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    // The third slot is not released yet.
    const all = SLOTS.slice(0, 2).flatMap((slot) => [...ROOMS, PORCH].map((space) => at(slot, space)));
    expect(freeCells(g.state)).toEqual(all);
    g.place(anna, g.topic(anna), SLOTS[0], ROOMS[1]);
    g.place(anna, g.topic(anna), SLOTS[1], PORCH);
    const left = all.filter((c) => !(c.slot === SLOTS[0] && c.space === ROOMS[1]));
    expect(freeCells(g.state)).toEqual(left);
    g.done(holder, 'releaseSpace', { space: ROOMS[2], released: false });
    expect(freeCells(g.state)).toEqual(left.filter((c) => c.space !== ROOMS[2]));
    g.done(holder, 'releaseSpace', { space: ROOMS[2], released: true });
    g.done(holder, 'releaseSlot', { slot: SLOTS[2], released: true });
    expect(freeCells(g.state)).toEqual([...left, ...[...ROOMS, PORCH].map((space) => at(SLOTS[2], space))]);
  });

  it('[I2] that are not released are refused too, by whoever knows their ids', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const place = (slot: string, space: string) =>
      g.refusal(anna, 'placeTopic', {
        session: `session-${slot}${space}`,
        topic: g.topic(anna),
        slot,
        space,
      });
    g.done(holder, 'releaseSpace', { space: ROOMS[2], released: false });
    expect([place(SLOTS[2], ROOMS[0]), place(SLOTS[0], ROOMS[2])]).not.toContain('accepted');
    expect(Object.keys(g.state.sessions)).toEqual([]);
  });
});

describe('circles', () => {
  function three() {
    const g = opened();
    const people = ['anna', 'bruno', 'carla'].map((name) => g.seat(`seat-${name}`));
    const [anna, bruno, carla] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    const sessions = [
      g.place(anna, g.topic(anna), SLOTS[0], ROOMS[1]),
      g.place(bruno, g.topic(bruno), SLOTS[0], ROOMS[0]),
      g.place(carla, g.topic(carla), SLOTS[1], ROOMS[0]),
    ] as [string, string, string];
    return { ...g, anna, bruno, carla, sessions };
  }
  const ids = (list: readonly { id: string }[]) => list.map((s) => s.id);

  it('are on when somebody sits in them, the fullest first', () => {
    const g = three();
    const [first, second, third] = g.sessions;
    expect(liveCircles(g.state)).toEqual([]);
    g.done(g.anna, 'moveTo', { to: first });
    g.done(g.bruno, 'moveTo', { to: third });
    g.done(g.carla, 'moveTo', { to: third });
    expect(ids(liveCircles(g.state))).toEqual([third, first]);
    expect(ids(circlesAt(g.state, SLOTS[0]))).toEqual([second, first, third]);
    expect(ids(circlesAt(g.state, null))).toEqual([third, first]);
  });

  it('of a slot come in the order of the spaces, and cancelled ones are in none', () => {
    const g = three();
    const [first, second] = g.sessions;
    expect(ids(sessionsIn(g.state, SLOTS[0]))).toEqual([second, first]);
    g.done(g.bruno, 'cancelSession', { session: second });
    expect(ids(sessionsIn(g.state, SLOTS[0]))).toEqual([first]);
    expect(occupantOf(g.state, SLOTS[0], ROOMS[0])).toBeUndefined();
    expect(occupantOf(g.state, SLOTS[0], ROOMS[1])?.id).toBe(first);
    expect(sessionsOf(g.state, g.state.sessions[second]?.topic ?? '')).toEqual([]);
  });

  it('[E39] overlap in one slot, and a circle does not overlap itself', () => {
    const g = three();
    const all = Object.values(g.state.sessions);
    expect([...overlapping(all)].sort()).toEqual([g.sessions[0], g.sessions[1]].sort());
    expect(overlapping(all.slice(0, 1)).size).toBe(0);
  });
});

it('[E12] a topic is new for twenty minutes and no longer', () => {
  const g = opened();
  const topic = g.state.topics[g.topic(g.seat('seat-anna'))];
  if (!topic) throw new Error('no topic');
  expect([0, 20 * 60_000 - 1, 20 * 60_000].map((ms) => isNew(topic, topic.at + ms))).toEqual([
    true,
    true,
    false,
  ]);
});
