/** A day set up like another one: for its rehearsal, or for next year. Nobody's words come with it. */
import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import {
  inventedIn,
  preparedOf,
  rehearsalOf,
  rehearsalOfNothing,
  setUpAgain,
} from '@/domain/gathering/rehearsal';
import { SECTORS } from '@/domain/words';
import { bench, id, office } from './given';
import { opened, PORCH, ROOMS, SLOTS } from './opened';

const owner = office('owner');

function prepared() {
  const g = opened();
  g.done(owner, 'addSlot', {
    id: 'slot-004',
    day: '2014-05-19',
    label: 'Lunedì',
    start: '09:00',
    end: '10:00',
  });
  g.done(owner, 'releaseSpace', { space: ROOMS[1], released: false });
  g.done(owner, 'nameStrands', { strands: [{ id: 'A', name: 'Casa' }] });
  g.done(owner, 'nameSectors', { sectors: SECTORS.map((id, i) => ({ id, name: i === 0 ? 'Scuole' : '' })) });
  g.done(owner, 'nameNetwork', { network: 'Sala civica' });
  const prompts = [{ id: 'prompt-01', text: 'Che cosa vedete?' }];
  g.done(owner, 'setProgramme', { prompts, speakers: [], materials: [], minutes: '' });
  g.done(owner, 'hangMap', { hash: 'b'.repeat(64), w: 40, h: 30 });
  g.done(owner, 'markSpace', { space: ROOMS[2], at: { x: 10, y: 20 } });
  g.done(g.seat('seat-anna'), 'proposeTopic', { topic: 'topic-0001', title: 'Parole di qualcuno' });
  return g;
}

describe('a set-up for another day', () => {
  const again = () => {
    const g = prepared();
    g.state.days = ['2014-05-17', '2014-05-19'];
    return { g, set: setUpAgain(g.state, '2015-10-03', () => id('new')) };
  };

  it('has the same question and hours, and each day as far from the first as it was', () => {
    const { g, set } = again();
    expect(set).toMatchObject({ title: 'Prova', question: 'Quale welfare?', format: g.state.format });
    expect(set.days).toEqual(['2015-10-03', '2015-10-05']);
    expect(set.slots.map((s) => s.day)).toEqual([...Array(3).fill('2015-10-03'), '2015-10-05']);
    const hours = (slots: typeof set.slots) => slots.map((s) => [s.label, s.start, s.end]);
    expect(hours(set.slots)).toEqual(hours(g.state.slots));
  });

  it('holds nothing back, and has no id of the past one', () => {
    const { g, set } = again();
    expect([...set.slots, ...set.spaces].filter((x) => !x.released)).toEqual([]);
    expect(set.spaces.map((p) => [p.name, p.kind, p.stepFree])).toEqual(
      g.state.spaces.map((p) => [p.name, p.kind, p.stepFree]),
    );
    const old = new Set([...SLOTS, 'slot-004', ...ROOMS, PORCH]);
    const ids = [...set.slots, ...set.spaces].map((x) => x.id);
    expect(ids.filter((x) => old.has(x))).toEqual([]);
    expect(new Set(ids).size).toBe(8);
    expect(JSON.stringify(set)).not.toContain('Parole di qualcuno');
  });

  it('of a day without a date is for the day asked', () => {
    const g = prepared();
    g.state.days = [];
    g.state.slots = [];
    expect(setUpAgain(g.state, '2015-10-03', () => id('new'))).toMatchObject({
      days: ['2015-10-03'],
      slots: [],
    });
  });
});

describe('the preparations of a gathering', () => {
  it('are commands that make them in its copy, spot by spot of the map', () => {
    const g = prepared();
    const spaces = g.state.spaces.map((p, i) => ({ ...p, id: `copy-000${i}` }));
    const commands = preparedOf(g.state, spaces);
    expect(commands.map((c) => c.type)).toEqual([
      'nameStrands',
      'nameSectors',
      'nameNetwork',
      'setProgramme',
      'hangMap',
      'markSpace',
    ]);
    expect(commands.at(-1)?.ask).toEqual({ space: 'copy-0002', at: { x: 10, y: 20 } });
    const copy = bench(gathering);
    copy.done(owner, 'openGathering', {
      ...rehearsalOf(g.state),
      ...{ gathering: id('gathering'), code: 'COPIA', spaces, rehearsal: true },
    });
    for (const { type, ask } of commands) copy.done(owner, type, ask);
    const { strands, sectors, network, programme, map } = g.state;
    expect(copy.state).toMatchObject({ strands, sectors, network, programme, rehearsal: true });
    expect(copy.state.map).toEqual({ ...map, spots: { 'copy-0002': { x: 10, y: 20 } } });
    expect(copy.state.topics).toEqual({});
  });

  it('of one where nothing was prepared are none', () => {
    expect(preparedOf(opened().state)).toEqual([]);
  });

  it('have no map where there are minors, for no picture is hung there', () => {
    const g = prepared();
    g.state.minors = true;
    expect(preparedOf(g.state).map((c) => c.type)).not.toContain('hangMap');
    expect(preparedOf(g.state).map((c) => c.type)).not.toContain('markSpace');
    g.state.map.picture = null;
    expect(preparedOf(g.state).map((c) => c.type)).toContain('markSpace');
  });
});

describe('a rehearsal of nothing', () => {
  it('is a day with three slots of an hour, eight spaces of which one has steps, and a porch', () => {
    const set = rehearsalOfNothing('2015-10-03');
    expect(set.slots.map((s) => [s.day, s.start, s.end])).toEqual([
      ['2015-10-03', '10:45', '11:45'],
      ['2015-10-03', '12:15', '13:15'],
      ['2015-10-03', '14:45', '15:45'],
    ]);
    expect(set.spaces.filter((p) => 'stepFree' in p && !p.stepFree)).toHaveLength(1);
    const b = bench(gathering);
    b.done(owner, 'openGathering', { ...set, gathering: id('gathering'), code: 'PROVA', rehearsal: true });
    expect(b.state.spaces.map((p) => p.kind).filter((kind) => kind === 'informal')).toHaveLength(1);
    expect([b.state.slots.length, b.state.spaces.length]).toEqual([3, 9]);
    expect(b.state.spaces.every((p) => p.name !== '')).toBe(true);
    expect([b.state.title, b.state.question].every((text) => text !== '')).toBe(true);
  });
});

it('nobody takes a rehearsal or a demonstration for people’s own words', () => {
  expect([
    inventedIn({ demo: false, rehearsal: false }),
    inventedIn({ demo: true, rehearsal: false }),
    inventedIn({ demo: false, rehearsal: true }),
    inventedIn({ demo: true, rehearsal: true }),
  ]).toEqual([null, 'demo', 'rehearsal', 'rehearsal']);
});
