/** The components' promises to people who do not see them, or see no colours. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StrandBadge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { chairs, CircleBubble } from '@/ui/circle-bubble';
import { DataTable } from '@/ui/data-table';
import { DeliveryMark } from '@/ui/delivery-mark';
import { TextInput } from '@/ui/field';
import { QrCode } from '@/ui/qr-code';
import { TextArea } from '@/ui/text-area';
import { TopicCard } from '@/ui/topic-card';
import { type MatrixCell, matrixPages, type MatrixSlot, WallMatrix } from '@/ui/wall-matrix';
import { seatsAround } from '@/ui/wall-seats';

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
    const page = words(drawn(slots, spaces).join(' '));
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

describe('a circle on the wall', () => {
  it('fills a seat for each person, and always leaves one open', () => {
    for (const n of [0, 1, 11, 12, 28, 59]) {
      const seats = seatsAround(n);
      expect(seats.filter((s) => s.taken)).toHaveLength(n);
      expect(seats.some((s) => !s.taken)).toBe(true);
    }
    expect(seatsAround(400).some((s) => !s.taken)).toBe(true);
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
    expect(words(value)).toBe('B Accolta');
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

describe('a button whose ask is under way', () => {
  it('says so, and that it does nothing meanwhile', () => {
    const page = html(
      <Button type="submit" busy>
        Crea
      </Button>,
    );
    expect(attribute(page, 'aria-busy')).toBe('true');
    expect(attribute(page, 'aria-disabled')).toBe('true');
    expect(html(<Button type="submit">Crea</Button>)).not.toMatch(/aria-(busy|disabled)=/);
  });
});
