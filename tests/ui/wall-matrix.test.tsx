/** The grid on the wall: each topic in its place, and how it is shared among pages. */
import { describe, expect, it } from 'vitest';
import { type MatrixCell, matrixPages, type MatrixSlot, WallMatrix } from '@/ui/wall-matrix';
import { html, text, all, words } from './markup';

const slots: MatrixSlot[] = [
  { id: 's1', start: '10:45', says: 'adesso', is: 'now' },
  { id: 's2', start: '13:00', says: 'Turno 2', is: 'next' },
];

const spaces = ['Tiglio', 'Gelso', 'Portico'].map((name) => ({ id: name, name }));

const cells: MatrixCell[] = [
  {
    slot: 's1',
    space: 'Tiglio',
    label: '',
    topics: [{ number: 'T01', title: 'I risultati', strands: ['A'] }],
  },
  { slot: 's1', space: 'Gelso', label: 'Libero', topics: [] },
  {
    slot: 's2',
    space: 'Portico',
    label: 'Libero',
    topics: [2, 3, 4].map((n) => ({ number: `T0${n}`, title: `Il ${n}`, strands: [] })),
  },
];

const drawn = (
  some: readonly MatrixSlot[],
  places: typeof spaces,
  shape: 'wide' | 'square' | 'upright' = 'wide',
) =>
  matrixPages(some, places, shape).map((page) =>
    html(<WallMatrix caption="Griglia" page={page} cells={cells} />),
  );

describe('the matrix on the wall', () => {
  it('is a table with a caption and headers for rows and columns', () => {
    const [page = ''] = drawn(slots, spaces);
    expect(page).toContain('<caption');
    expect(page.match(/<th scope="col"/g)).toHaveLength(2);
    expect(page.match(/<th scope="row"/g)).toHaveLength(3);
  });

  it('[I2] lets an informal space hold several, and says what is free', () => {
    const page = text(drawn(slots, spaces).join(' '));
    for (const said of ['T02', 'T03', 'T04', 'I risultati', 'Libero']) expect(page).toContain(said);
  });

  const places = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ id: `p${i}`, name: `Spazio ${i + 1}.` }));
  const times = (n: number, now: number): MatrixSlot[] =>
    Array.from({ length: n }, (_, i) => ({
      id: `t${i}`,
      start: `Ora ${i + 1}.`,
      says: '',
      is: i === now ? 'now' : i < now ? 'past' : 'next',
    }));

  it.each(['wide', 'square'] as const)('has three slots of seven spaces on one %s wall', (shape) => {
    expect(drawn(times(3, 1), places(7), shape)).toHaveLength(1);
  });

  it.each(['wide', 'square', 'upright'] as const)(
    'is split by slot and never by space on a %s wall, and the slot that runs is never out of sight',
    (shape) => {
      for (const rooms of [3, 7, 12, 20]) {
        const pages = matrixPages(times(10, 4), places(rooms), shape);
        for (const page of pages) expect(page.blocks.flat()).toHaveLength(rooms);
        for (const t of times(10, 4))
          expect(pages.some((page) => page.slots.some((s) => s.id === t.id))).toBe(true);
        expect(pages[0]?.slots.some((s) => s.is === 'now')).toBe(true);
        if (pages[0] && pages[0].slots.length > 1)
          for (const page of pages) expect(page.slots.some((s) => s.is === 'now')).toBe(true);
      }
    },
  );
});

describe('the grid on the wall', () => {
  const slot = (id: string, is: MatrixSlot['is']): MatrixSlot => ({ id, start: id, says: `dice ${id}`, is });
  const topic = (n: number, strands: ('A' | 'B')[] = []) => ({
    number: `T0${n}`,
    title: `Titolo ${n}`,
    strands,
  });
  const cells: MatrixCell[] = [
    { slot: '9:00', space: 'gelso', label: 'Libero', topics: [] },
    { slot: '10:00', space: 'gelso', label: '', topics: [topic(1, ['A', 'B'])] },
    { slot: '11:00', space: 'gelso', label: '', topics: [topic(2), topic(3)] },
    { slot: '12:00', space: 'gelso', label: '', topics: [topic(4), topic(5), topic(6)] },
  ];
  const grid = (is: MatrixSlot['is']) => {
    const slots = [slot('9:00', is), slot('10:00', 'next'), slot('11:00', 'next'), slot('12:00', 'next')];
    const [page] = matrixPages(slots, [{ id: 'gelso', name: 'Gelso', note: 'con gradini' }], 'wide');
    return <WallMatrix caption="Griglia" page={page!} cells={cells} />;
  };
  it('says one topic or two whole, of more the numbers, and what a place lacks', () => {
    const said = words(grid('next'));
    for (const w of [
      'Griglia',
      'Gelso',
      'con gradini',
      '9:00',
      'dice 9:00',
      'Libero',
      'Titolo 1',
      'Titolo 3',
    ])
      expect(said, w).toContain(w);
    expect([said.includes('T05'), said.some((w) => w.includes('Titolo 5'))]).toEqual([true, false]);
    expect(all(grid('next'), 'data-symbol')).toEqual(['●', '▲']);
  });

  it('invites to a free place before the day begins, and is silent about one that is past', () => {
    expect(words(grid('open'))).toContain('+ Libero');
    expect(words(grid('now'))).toContain('Libero');
    expect(words(grid('past')).some((w) => w.includes('Libero'))).toBe(false);
  });

  it('shares spaces and slots among pages as evenly as can be', () => {
    const slots = (n: number, now: number) =>
      Array.from({ length: n }, (_, i) => slot(`s${i}`, i === now ? 'now' : 'next'));
    const spaces = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `p${i}`, name: `P${i}` }));
    const shape = (pages: ReturnType<typeof matrixPages>) =>
      pages.map((p) => [p.slots.map((s) => s.id).join(' '), p.blocks.map((b) => b.length).join('+')]);
    expect(shape(matrixPages(slots(4, 0), spaces(10), 'wide'))).toEqual([['s0 s1 s2 s3', '10']]);
    expect(shape(matrixPages(slots(5, -1), spaces(11), 'wide'))).toEqual([
      ['s0 s1', '6+5'],
      ['s2 s3', '6+5'],
      ['s4', '6+5'],
    ]);
    expect(shape(matrixPages(slots(6, 2), spaces(3), 'wide'))).toEqual([
      ['s0 s1 s2 s3', '3'],
      ['s2 s4 s5', '3'],
    ]);
    expect(shape(matrixPages(slots(3, 1), spaces(13), 'upright'))).toEqual([
      ['s1', '7+6'],
      ['s0', '7+6'],
      ['s2', '7+6'],
    ]);
    // With half its height, an upright wall gives each title two lines: fewer spaces at once.
    expect(shape(matrixPages(slots(2, 1), spaces(7), 'upright', 'tight'))).toEqual([
      ['s1', '4'],
      ['s1', '3'],
      ['s0', '4'],
      ['s0', '3'],
    ]);
    expect(shape(matrixPages(slots(1, 0), spaces(4), 'upright', 'tight'))).toEqual([['s0', '4']]);
  });
});
