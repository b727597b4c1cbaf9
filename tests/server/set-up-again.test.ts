/** A gathering set up like a past one: the same day moved, and nothing that anybody said. */
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { opening, owner } from '../harm/terms';
import { join_, openSpace, type TestHouse, testHouse } from './house';
import { ask, enter } from './office';

let house: TestHouse;
let cookie = '';
beforeEach(async () => {
  house = await testHouse();
  await openSpace(house);
  cookie = await enter(house, 'Paola', 'planner');
});
afterEach(async () => {
  await house.close();
  house.remove();
});
const state = (code: string) => {
  const row = house.streams.index.find(code);
  if (row?.kind !== 'gathering') throw new Error(`no gathering ${code}`);
  return { row, g: house.streams.gathering(row).whole() };
};
const again = (day: string, like = 'PROVA') =>
  ask(house, '/api/gatherings/again', { like, day }, cookie).then(({ answer }) => answer);
const does = async (code: string, type: string, what: object) => {
  const answer = await house.streams
    .gathering(state(code).row)
    .submit({ id: nanoid(14), type, ask: what }, owner);
  if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
};

describe('setting up again', () => {
  it('keeps question, hours, spaces and Wi-Fi, moves the days, and takes nobody’s words or ids', async () => {
    await does('PROVA', 'addSlot', {
      id: 'slot-next',
      day: '2014-05-19',
      label: 'Lunedì',
      start: '09:00',
      end: '10:00',
    });
    await does('PROVA', 'releaseSlot', { slot: 'slot-0001', released: false });
    await does('PROVA', 'nameNetwork', { network: 'Sala' });
    const [first, ...rest] = state('PROVA').g.spaces;
    const { name, stepFree, note } = first ?? {};
    await does('PROVA', 'reviseSpace', { space: first?.id, name, stepFree, note, capacity: 20 });
    await join_(house.url, 'PROVA', 'Anna');
    const { g: was } = state('PROVA');
    const { code } = await again('2015-02-27');
    const { g, row } = state(String(code));
    expect(g).toMatchObject({ title: 'Prova', question: 'Quale welfare?', network: 'Sala', phase: 'draft' });
    // Two days apart, over the end of a month.
    expect(g.days).toEqual(['2015-02-27', '2015-03-01']);
    expect(g.slots.map((s) => [s.day, s.label, s.start, s.end, s.released])).toEqual([
      ...[1, 2, 3].map((n) => ['2015-02-27', `Turno ${n}`, `1${n}:00`, `1${n}:45`, true]),
      ['2015-03-01', 'Lunedì', '09:00', '10:00', true],
    ]);
    expect(g.spaces.map((p) => p.name)).toEqual(was.spaces.map((p) => p.name));
    expect(g.spaces.map((p) => p.capacity)).toEqual([20, ...rest.map(() => undefined)]);
    const ids = new Set([...was.slots, ...was.spaces].map((x) => x.id));
    expect([...g.slots, ...g.spaces].filter((x) => ids.has(x.id))).toEqual([]);
    expect([g.people, Object.keys(g.topics).length, row.rehearsal, row.demo]).toEqual([0, 0, false, false]);
  });

  it('hangs the map again, with each space where it is', async () => {
    const picture = { hash: 'a'.repeat(64), w: 1600, h: 900 };
    await does('PROVA', 'hangMap', picture);
    const [, second] = state('PROVA').g.spaces;
    await does('PROVA', 'markSpace', { space: second?.id, at: { x: 250, y: 1000 } });
    const { code } = await again('2015-02-27');
    const { g } = state(String(code));
    expect(g.map).toEqual({ picture, spots: { [g.spaces[1]?.id ?? '']: { x: 250, y: 1000 } } });
    // Without a picture the spots lie on a blank sheet.
    await does('PROVA', 'takeMapDown', {});
    await does('PROVA', 'markSpace', { space: second?.id, at: { x: 7, y: 8 } });
    const blank = state(String((await again('2015-03-27')).code)).g;
    expect(blank.map).toEqual({ picture: null, spots: { [blank.spaces[1]?.id ?? '']: { x: 7, y: 8 } } });
  });

  it('[E36] with minors takes no picture along, nor spots that would lie without it', async () => {
    await does('PROVA', 'hangMap', { hash: 'a'.repeat(64), w: 1600, h: 900 });
    const { title, question, sponsor, venue, fifthPrinciple, spaces } = state('PROVA').g;
    await does('PROVA', 'markSpace', { space: spaces[0]?.id, at: { x: 1, y: 1 } });
    const words = { title, question, sponsor, venue, fifthPrinciple, minors: true };
    await does('PROVA', 'reviseGathering', words);
    expect(state(String((await again('2015-02-27')).code)).g.map).toEqual({ picture: null, spots: {} });
  });

  it('says no to a day that is none, to a code that nobody has, and to a helper', async () => {
    expect((await again('2015-02-30')).refused).toBe('malformed');
    expect((await again('domani')).refused).toBe('malformed');
    expect((await again('2015-02-27', 'NIENTE')).refused).toBe('unknown_code');
    cookie = await enter(house, 'Elena', 'helper');
    expect((await again('2015-02-27')).refused).toBe('not_allowed');
    expect(house.streams.all()).toHaveLength(1);
  });

  it('stays true where the past one says that it was a demonstration', async () => {
    const id = nanoid(14);
    const row = house.streams.index.file({ id, kind: 'gathering', code: 'FINTO', path: null, demo: true });
    const first = { id: nanoid(14), type: 'openGathering', ask: { ...opening(id, 'FINTO'), demo: true } };
    expect((await house.streams.gathering(row).submit(first, owner)).ok).toBe(true);
    const { code } = await again('2015-02-27', 'FINTO');
    expect([state(String(code)).g.demo, state(String(code)).row.demo]).toEqual([false, false]);
  });
});
