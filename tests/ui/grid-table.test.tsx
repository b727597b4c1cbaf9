/** The grid on the wall, and tables: each cell under its heading. */
import { describe, expect, it } from 'vitest';
import { DataTable } from '@/ui/data-table';
import { type MatrixCell, matrixPages, type MatrixSlot, WallMatrix } from '@/ui/wall-matrix';
import { TopicLine, TopicNumber } from '@/ui/wall-strands';

import { all, count, draws, html, words } from './markup';

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

  it('is plain on a coloured ground, where the shape alone shows the strand', () => {
    const line = (plain: boolean) => <TopicLine topic={topic(1, ['A'])} plain={plain} />;
    expect([words(line(false)), html(line(false)).includes('text-strand-a')]).toEqual([
      ['T01', 'Titolo 1'],
      true,
    ]);
    expect([html(line(true)).includes('text-strand-a'), all(line(true), 'data-symbol')]).toEqual([
      false,
      ['●'],
    ]);
    expect(html(<TopicNumber number="T01" strands={[]} />)).toContain('text-accent');
  });
});

describe('a table', () => {
  const columns = [
    { key: 'n', label: 'Nome', heads: true },
    { key: 'd', label: 'Punti', align: 'right' as const },
    { key: 'w', label: 'Cosa' },
  ];
  const rows = [
    { id: 'r1', cells: { n: 'Ada', d: 0, w: <b>parti</b> } },
    { id: 'r2', cells: { n: 'Bo', d: 7, w: false } },
  ];

  it('writes every cell under its heading, a nought too, and its totals where there are rows', () => {
    const table = <DataTable caption="Temi" columns={columns} rows={rows} foot={{ n: 'In tutto', d: 7 }} />;
    const said = words(table);
    expect(said.slice(0, 4)).toEqual(['Temi', 'Nome', 'Punti', 'Cosa']);
    for (const cell of ['Ada', '0', 'parti', 'Bo', '7', 'In tutto']) expect(said).toContain(cell);
    expect([count(table, 'tfoot'), count(table, 'tr'), all(table, 'scope')]).toEqual([
      1,
      4,
      ['col', 'col', 'col', 'row', 'row', 'row'],
    ]);
    const none = (
      <DataTable caption="Temi" columns={columns} rows={[]} foot={{ n: 'In tutto' }} empty="Niente" />
    );
    expect([count(none, 'tfoot'), words(none).includes('Niente')]).toEqual([0, true]);
    expect(count(<DataTable caption="Temi" columns={columns} rows={rows} />, 'tfoot')).toBe(0);
  });

  it('gives a direction of its own to words alone', () => {
    const dirs = all(<DataTable caption="Temi" columns={columns} rows={rows} />, 'dir');
    expect(dirs).toEqual(['auto', 'auto']);
  });

  it('hides on a phone what is empty, never a nought', () => {
    const cell = (w: unknown) =>
      html(
        <DataTable
          caption="T"
          columns={columns}
          rows={[{ id: 'r', cells: { n: 'x', d: 'y', w: w as string } }]}
        />,
      ).includes('max-sm:hidden');
    expect([null, undefined, '', false].map(cell)).toEqual([true, true, true, true]);
    expect([0, 'x'].map(cell)).toEqual([false, false]);
  });

  it('has no button where nothing is sorted, and arrows that say which way', () => {
    const sorted = (direction: 'ascending' | 'descending') => (
      <DataTable
        caption="T"
        columns={columns.map((c) => ({ ...c, sortable: c.key !== 'w' }))}
        rows={rows}
        sort={{ key: 'd', direction }}
        onSort={() => {}}
      />
    );
    expect(
      count(
        <DataTable caption="T" columns={columns.map((c) => ({ ...c, sortable: true }))} rows={rows} />,
        'button',
      ),
    ).toBe(0);
    expect([count(sorted('ascending'), 'button'), draws(sorted('ascending'), 'up')]).toEqual([2, true]);
    expect([draws(sorted('descending'), 'down'), draws(sorted('descending'), 'up')]).toEqual([true, false]);
    expect(draws(sorted('ascending'), 'sort')).toBe(true);
  });
});
