/** What the components promise to those who do not see them, or see no colours. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StrandBadge } from '@/ui/badge';
import { chairs, CircleBubble } from '@/ui/circle-bubble';
import { DataTable } from '@/ui/data-table';
import { DeliveryMark } from '@/ui/delivery-mark';
import { TextInput } from '@/ui/field';
import { Matrix } from '@/ui/matrix';
import type { MatrixCell } from '@/ui/matrix-cell';
import { QrCode } from '@/ui/qr-code';
import { TextArea } from '@/ui/text-area';
import { TopicCard } from '@/ui/topic-card';
import { pageOf } from '@/ui/wall-pages';
import { WallMatrix, wallMatrixPages } from '@/ui/wall-matrix';

const html = renderToStaticMarkup;
const words = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const attribute = (markup: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(markup)?.[1];

describe('a field', () => {
  it('ties hint and error to the input, and calls it invalid', () => {
    const page = html(<TextInput id="t" label="Titolo" hint="In una frase" error="Manca il titolo" />);
    expect(attribute(page, 'for')).toBe('t');
    const input = /<input[^>]*>/.exec(page)![0];
    expect(attribute(input, 'aria-invalid')).toBe('true');
    for (const id of attribute(input, 'aria-describedby')!.split(' '))
      expect(page).toContain(`<p id="${id}"`);
  });

  it('says nothing of errors when there are none', () => {
    expect(html(<TextInput label="Titolo" />)).not.toMatch(/aria-(invalid|describedby)=/);
  });

  it('counts what is left as people count: an emoji is one', () => {
    const page = html(
      <TextArea label="Nota" value="👋👋" onText={() => {}} max={10} sayLeft={(n) => `ancora ${n}`} />,
    );
    expect(words(page)).toContain('ancora 8');
  });
});

describe('never by colour alone', () => {
  it.each([
    ['A', '●'],
    ['B', '▲'],
    ['C', '■'],
  ] as const)('[E34] strand %s has its symbol %s, its letter and its name', (strand, symbol) => {
    const page = html(<StrandBadge strand={strand} label="Risultati" short />);
    expect(page).toContain(`data-symbol="${symbol}"`);
    expect(words(page)).toBe(`${strand} Risultati`);
  });

  it('delivery says its state in words, and draws three different shapes', () => {
    const marks = (['saved', 'sent', 'seen'] as const).map((s) =>
      html(<DeliveryMark state={s} label={`è ${s}`} />),
    );
    marks.forEach((m, i) => {
      expect(words(m)).toBe(`è ${['saved', 'sent', 'seen'][i]}`);
    });
    expect(new Set(marks.map((m) => /<svg.*<\/svg>/.exec(m)![0])).size).toBe(3);
  });
});

const slots = [
  { id: 's1', label: 'Turno 1', time: '10:45–12:00', now: true },
  { id: 's2', label: 'Turno 2', time: '13:00–14:15' },
];
const spaces = ['Tiglio', 'Gelso', 'Portico'].map((name) => ({ id: name, name }));
const cells: MatrixCell[] = [
  { slot: 's1', space: 'Tiglio', kind: 'topic', topic: { id: 'a', number: 'T01', title: 'I risultati' } },
  { slot: 's1', space: 'Gelso', kind: 'free', label: 'Libero', action: 'Metti T05 in Gelso, Turno 1' },
  {
    slot: 's2',
    space: 'Portico',
    kind: 'informal',
    label: 'Aggiungi',
    topics: [
      { id: 'b', number: 'T02', title: 'Due' },
      { id: 'c', number: 'T03', title: 'Tre' },
    ],
  },
];
const grid = { caption: 'Griglia', corner: 'Orario', slots, spaces, cells };

describe('the matrix', () => {
  it('is a table with a caption and headers for rows and columns', () => {
    const page = html(<Matrix {...grid} as="table" />);
    expect(page).toContain('<caption');
    expect(page.match(/<th scope="col"/g)).toHaveLength(4);
    expect(page.match(/<th scope="row"/g)).toHaveLength(2);
  });

  it('[I2] offers a free cell by its whole name, only when it can be taken', () => {
    expect(words(html(<Matrix {...grid} as="table" onPick={() => {}} />))).toContain(
      'Libero : Metti T05 in Gelso, Turno 1',
    );
    expect(html(<Matrix {...grid} as="table" />)).not.toContain('<button');
  });

  it('[I2] lets an informal space hold several, in the list as in the table', () => {
    for (const as of ['table', 'list'] as const) {
      const page = words(html(<Matrix {...grid} as={as} />));
      expect(page).toContain('T02');
      expect(page).toContain('T03');
    }
  });
});

describe('the wall', () => {
  it('shows page after page, and comes round', () => {
    const items = Array.from({ length: 14 }, (_, i) => i);
    expect(pageOf(items, 6, 2)).toEqual({ shown: [12, 13], page: 2, pages: 3 });
    expect(pageOf(items, 6, 3).page).toBe(0);
    expect(pageOf([], 6, 5)).toEqual({ shown: [], page: 0, pages: 1 });
  });

  it('loses no space of twenty over its pages', () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ id: `p${i}`, name: `Spazio ${i + 1}.` }));
    const pages = Array.from({ length: wallMatrixPages(20) }, (_, page) =>
      words(html(<WallMatrix {...grid} spaces={many} page={page} sayPage={(k, n) => `${k}/${n}`} />)),
    ).join(' ');
    for (const s of many) expect(pages).toContain(s.name);
  });
});

it('draws a chair for each person, and writes the number', () => {
  for (const n of [0, 1, 15, 60, 96]) expect(chairs(n).places).toHaveLength(n);
  expect(chairs(400).places.length).toBeGreaterThan(90);
  expect(words(html(<CircleBubble count={12} says="12 persone" />))).toBe('12 12 persone');
});

it('[I12] grows with the number of people, never past its bounds', () => {
  const sizes = [0, 5, 13, 33, 70, 400].map((n) => chairs(n).radius);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(chairs(4000).radius).toBe(chairs(96).radius);
});

it('[E33] keeps a stranger title as it is', () => {
  const page = html(<TopicCard number="T01" title={'<script>"=1+1 L’è 🙂'} convener="Ada" />);
  expect(page).toContain('&lt;script&gt;');
});

it('draws an address as a square with a name', () => {
  const page = html(<QrCode value="http://192.168.1.20:3000/i/CARPI" label="Codice per entrare" />);
  expect(page).toContain('role="img"');
  expect(attribute(page, 'aria-label')).toBe('Codice per entrare');
});

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
