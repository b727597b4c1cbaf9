// @vitest-environment happy-dom
/** Tables: each cell under its heading, sorted by a press, cards on a phone. */
import { describe, expect, it, vi } from 'vitest';
import { DataTable, type Sort } from '@/ui/data-table';
import { html, text, draws, all, count, words } from './markup';
import { act } from 'react';
import { mount } from './mount';

it('a sorted column says so, and the others do not', () => {
  const columns = [
    { key: 'p', label: 'Progetto', sortable: true, heads: true },
    { key: 't', label: 'Totale', sortable: true },
  ];
  const page = html(
    <DataTable
      caption="Risorse"
      columns={columns}
      rows={[{ id: 'P01', cells: { p: 'Sportello', t: '84.000' } }]}
      sort={{ key: 't', direction: 'descending' }}
      onSort={() => {}}
    />,
  );
  expect(page.match(/aria-sort="descending"/g)).toHaveLength(1);
  expect(page).toContain('<th scope="row"');
});

describe('a table of more than two columns', () => {
  const of = (keys: readonly string[]) =>
    html(
      <DataTable
        caption="Esiti"
        columns={keys.map((key, i) => ({ key, label: key.toUpperCase(), heads: i === 0 }))}
        rows={[{ id: 'r', cells: { a: 'Proposta', b: 'Accolta', c: '' } }]}
      />,
    );

  it('lets what somebody wrote read in its own direction, in every cell', () => {
    for (const keys of [
      ['a', 'b'],
      ['a', 'b', 'c'],
    ])
      for (const told of ['Proposta', 'Accolta'])
        expect(of(keys)).toMatch(new RegExp(`dir="auto"[^>]*>${told}<`));
  });

  it('is a card on a phone: each value bears its column’s name, for eyes only, and what is empty takes no room', () => {
    const [value = '', empty = ''] = of(['a', 'b', 'c']).match(/<td.*?<\/td>/gs) ?? [];
    expect(value).toMatch(/<span aria-hidden="true"[^>]*>B<\/span>/);
    expect(text(value)).toBe('B Accolta');
    expect(empty).toContain('max-sm:hidden');
  });

  it('keeps above its cards the headings that sort them, and only those for eyes', () => {
    const columns = ['a', 'b', 'c'].map((key) => ({ key, label: key.toUpperCase(), sortable: key !== 'c' }));
    const page = html(
      <DataTable caption="Progetti" columns={columns} rows={[{ id: 'r', cells: {} }]} onSort={() => {}} />,
    );
    const [a = '', b = '', c = ''] = page.match(/<th[ >].*?<\/th>/gs) ?? [];
    for (const heading of [a, b]) expect(heading).not.toContain('max-sm:sr-only');
    expect(c).toContain('max-sm:sr-only');
    expect(page).not.toContain('<thead class="max-sm:sr-only"');
  });

  it('of two columns stays a table everywhere', () => {
    expect(of(['a', 'b'])).not.toContain('max-sm');
  });
});

describe('a table', () => {
  const COLUMNS = [
    { key: 'name', label: 'Nome', sortable: true, heads: true },
    { key: 'dots', label: 'Punti', sortable: true },
    { key: 'what', label: 'Cosa' },
  ];
  const table = (sort: Sort, onSort: (s: Sort) => void) => (
    <DataTable caption="Temi" columns={COLUMNS} rows={[]} sort={sort} onSort={onSort} empty="Niente" />
  );

  it('says by which heading it is sorted and which way; a press turns it, another heading begins ascending', () => {
    const sorted = vi.fn();
    const { again, at } = mount(table({ key: 'name', direction: 'ascending' }, sorted));
    const heads = () => [...at.querySelectorAll('th')].map((th) => th.getAttribute('aria-sort'));
    const press = (n: number) => act(() => at.querySelectorAll<HTMLElement>('th button')[n]?.click());
    expect(heads()).toEqual(['ascending', null, null]);
    expect(at.querySelectorAll('th button')).toHaveLength(2);
    press(0);
    press(1);
    again(table({ key: 'name', direction: 'descending' }, sorted));
    expect(heads()).toEqual(['descending', null, null]);
    press(0);
    expect(sorted.mock.calls.flat()).toEqual([
      { key: 'name', direction: 'descending' },
      { key: 'dots', direction: 'ascending' },
      { key: 'name', direction: 'ascending' },
    ]);
  });

  it('says that there is nothing, over its whole width', () => {
    const { one } = mount(table({ key: 'name', direction: 'ascending' }, () => {}));
    expect([one('td').textContent, one('td').getAttribute('colspan')]).toEqual(['Niente', '3']);
  });

  it('bears its caption for ears where that is hidden, also on what scrolls it, and quiets the rows that are', () => {
    const columns = [
      { key: 'n', label: 'Nome', heads: true },
      { key: 'd', label: 'Punti' },
    ];
    const rows = [
      { id: 'a', cells: { n: 'Ada', d: 1 }, quiet: true },
      { id: 'b', cells: { n: 'Bo', d: 2 } },
    ];
    const { again, at, one } = mount(
      <DataTable caption="Temi" captionHidden columns={columns} rows={rows} />,
    );
    expect([one('caption').className, one('caption').textContent]).toEqual(['sr-only', 'Temi']);
    expect(one('section').getAttribute('aria-label')).toBe('Temi');
    const [quiet, loud] = [...at.querySelectorAll('tbody tr')].map((r) => r.className);
    expect(quiet).not.toBe(loud);
    again(<DataTable caption="Temi" columns={columns} rows={rows} />);
    expect(one('caption').className).not.toContain('sr-only');
  });

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
