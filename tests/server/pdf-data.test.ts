/** The data that a PDF is typeset from: directions, anchors, places where a long word may break, and the size of pictures. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, it, vi } from 'vitest';
import { type Block, contents, type Doc, heading, prose, quote, table } from '@/reports/document';
import type { Prose } from '@/reports/rich-text';
import { PAPER } from '@/tokens/colours';
import type { Photo } from '@/server/file-formats/jpeg-photos';
import { pdf } from '@/server/file-formats/pdf';

const DOC: Doc = {
  name: 'prova',
  title: 'Titolo',
  subtitle: 'Sottotitolo',
  office: ['Ufficio', 'Seconda riga'],
  notice: null,
  made: 'Fatto oggi',
  day: '2014-05-17',
  lang: 'it',
  page: ['Pagina', 'di'],
  blocks: [],
};
const HASH = 'ab'.repeat(32);

type Made = { standard: string }[];
/** Typst as the program calls it: the files that it is given, and the standards that it is asked for. */
function typst({ fails = 0, refuses = false as boolean | 'silently' } = {}) {
  const files = new Map<string, Buffer>();
  const asked: Made = [];
  const own = NodeCompiler.prototype;
  vi.spyOn(own, 'addSource').mockReturnValue(undefined);
  vi.spyOn(own, 'mapShadow').mockImplementation((path, content) => void files.set(path, content));
  vi.spyOn(own, 'compile').mockReturnValue({
    result: refuses ? null : {},
    takeError: () => (refuses === 'silently' ? null : {}),
  } as unknown as ReturnType<NodeCompiler['compile']>);
  vi.spyOn(own, 'fetchDiagnostics').mockReturnValue([{ message: 'why' }]);
  vi.spyOn(own, 'pdf').mockImplementation((_, options) => {
    asked.push({ standard: String(options?.pdfStandard) });
    if (asked.length <= fails) throw new Error('a box');
    return Buffer.from([asked.length]);
  });
  const named = (name: string) => [...files].find(([path]) => path.endsWith(`/${name}`))?.[1];
  return { asked, named, names: () => [...files.keys()].map((path) => path.replace(/^.*\//, '')) };
}

type Data = Record<string, unknown> & { blocks: Record<string, unknown>[] };
function dataOf(doc: Partial<Doc>, photos: ReadonlyMap<string, Photo> = new Map()): Data {
  const { named } = typst();
  pdf({ ...DOC, ...doc }, photos);
  const data = JSON.parse(String(named('document.json'))) as Data;
  vi.restoreAllMocks();
  return data;
}
const blocksOf = (...blocks: Block[]) => dataOf({ blocks }).blocks;
const words = (text: string) => [{ is: 'words' as const, text }];
const paragraph = (text: string): Prose => ({ is: 'paragraph', of: words(text) });

describe('the data of a PDF', () => {
  it('say author, running title, address and colours beside what the document has', () => {
    expect(dataOf({ address: 'https://example.org/atti/PROVA' })).toEqual({
      ...DOC,
      address: 'https://example.org/atti/PROVA',
      author: 'Ufficio',
      running: 'Sottotitolo',
      colours: PAPER,
    });
    const bare = dataOf({ office: [], subtitle: '' });
    expect([bare.author, bare.running, bare.address]).toEqual(['', 'Titolo', null]);
  });

  it('have an anchor once for each heading and quotation, and say which of an index are there', () => {
    const found = blocksOf(
      heading(2, 'Indice'),
      contents,
      heading(2, 'Primo', 'T01'),
      quote('Una.', '', { id: 'N1' }),
      quote('Due.', '', { id: 'N1' }),
      quote('Senza.', ''),
      heading(3, 'Sotto', 'T01'),
      heading(3, 'Altro'),
      {
        is: 'index',
        entries: ['T01', 'N1', 'h7', 'h0', 'N2'].map((to) => ({ to, text: to })),
      },
    );
    expect(found.map((b) => [b.is, b.anchor, b.listed, b.above])).toEqual([
      ['heading', 'h0', false, 1],
      ['contents', undefined, undefined, 2],
      ['heading', 'T01', true, 2],
      ['quote', 'N1', undefined, 2],
      ['quote', undefined, undefined, 2],
      ['quote', undefined, undefined, 2],
      ['heading', undefined, false, 2],
      ['heading', 'h7', false, 3],
      ['index', undefined, undefined, 3],
    ]);
    expect(found.at(-1)?.entries).toEqual([
      { to: 'T01', text: 'T01', known: true },
      { to: 'N1', text: 'N1', known: true },
      { to: 'h7', text: 'h7', known: true },
      { to: 'h0', text: 'h0', known: true },
      { to: 'N2', text: 'N2', known: false },
    ]);
  });

  it.each([
    ['39 signs', 'a'.repeat(39), 'a'.repeat(39)],
    ['40 signs', 'a'.repeat(40), `${'a'.repeat(30)}\u200B${'a'.repeat(10)}`],
    ['60 signs', 'è'.repeat(60), `${'è'.repeat(30)}\u200B${'è'.repeat(30)}`],
    ['61 signs', '-'.repeat(61), `${'-'.repeat(30)}\u200B${'-'.repeat(30)}\u200B-`],
    ['words', 'una parola '.repeat(9), 'una parola '.repeat(9)],
  ])('may break a run of %s', (_, text, broken) => {
    const strong = { is: 'strong' as const, of: [...words(text), { is: 'break' as const }] };
    const link = { is: 'link' as const, href: 'https://example.org', of: words(text) };
    const code = { is: 'code' as const, text };
    const line = (t: string) => [
      { is: 'words', text: t },
      { is: 'code', text: t },
      { is: 'break' },
      { is: 'strong', of: [{ is: 'words', text: t }, { is: 'break' }] },
      { is: 'link', href: 'https://example.org', of: [{ is: 'words', text: t }] },
    ];
    const given = [...words(text), code, { is: 'break' as const }, strong, link];
    const [p, t] = blocksOf(
      { is: 'text', of: [{ is: 'paragraph', of: given }] },
      table('', ['a'], [[text, '']]),
    );
    expect(p?.of).toEqual([{ is: 'paragraph', of: line(broken), rtl: false }]);
    expect(t?.rows).toEqual([[broken, '']]);
  });

  it('say the direction of each paragraph, title and item, also in lists within lists and in tables', () => {
    const [arabic, latin] = [paragraph('مرحبا'), paragraph('ciao')];
    const items = (...of: Prose[][]): Prose => ({
      is: 'items',
      ordered: false,
      suffix: '.',
      of: of.map((one) => ({ number: null, of: one })),
    });
    const grid: Prose = { is: 'grid', head: [words('שלום')], rows: [[words('x'.repeat(40))]] };
    const [b] = blocksOf({
      is: 'text',
      of: [
        arabic,
        { is: 'title', level: 1, of: words('שלום') },
        { is: 'title', level: 1, of: words('ciao') },
        { is: 'rule' },
        grid,
        items([arabic, latin], [latin, arabic], [items([arabic])], [grid], [{ is: 'rule' }], []),
      ],
    });
    const directed = (p: Prose, rtl: boolean) => ({ ...p, rtl });
    const broken = `${'x'.repeat(30)}\u200B${'x'.repeat(10)}`;
    const cells = { ...grid, rows: [[words(broken)]] };
    expect(b?.of).toEqual([
      directed(arabic, true),
      { is: 'title', level: 1, of: words('שלום'), rtl: true },
      { is: 'title', level: 1, of: words('ciao'), rtl: false },
      { is: 'rule' },
      cells,
      {
        is: 'items',
        ordered: false,
        suffix: '.',
        of: [
          { number: null, rtl: true, of: [directed(arabic, true), directed(latin, false)] },
          { number: null, rtl: false, of: [directed(latin, false), directed(arabic, true)] },
          {
            number: null,
            rtl: true,
            of: [
              {
                is: 'items',
                ordered: false,
                suffix: '.',
                of: [{ number: null, rtl: true, of: [directed(arabic, true)] }],
              },
            ],
          },
          { number: null, rtl: true, of: [cells] },
          { number: null, rtl: false, of: [{ is: 'rule' }] },
          { number: null, rtl: false, of: [] },
        ],
      },
    ]);
  });

  it.each(['lead', 'quote'] as const)('say if a %s is one paragraph, is short, and its direction', (is) => {
    const block = (of: Prose[]): Block =>
      is === 'lead' ? { is, label: 'chi', of } : { is, label: '', of, id: null, source: '' };
    const frame = JSON.stringify([paragraph('')]).length;
    const long = (n: number) => paragraph(' '.repeat(n - frame));
    const found = blocksOf(
      block([paragraph('ciao')]),
      block([paragraph('مرحبا')]),
      block([paragraph('uno'), paragraph('due')]),
      block([{ is: 'paragraph', of: [] }]),
      block([]),
      block([{ is: 'grid', head: [], rows: [] }]),
      block([long(1199)]),
      block([long(1200)]),
    );
    expect(found.map((b) => [b.one, b.rtl, b.short])).toEqual([
      [true, false, true],
      [true, true, true],
      [false, false, true],
      [false, false, true],
      [false, false, true],
      [false, false, true],
      [true, false, true],
      [true, false, false],
    ]);
    expect(found[1]?.of).toEqual([{ ...paragraph('مرحبا'), rtl: true }]);
  });

  it('name a picture’s file and its height, at most half a page, and its words for who cannot see it', () => {
    const photo = (hash: string, caption: string): Block => ({
      is: 'photo',
      hash,
      caption,
      width: 1,
      height: 1,
    });
    const jpeg = (width: number, height: number): Photo => ({ jpeg: new Uint8Array([1, 2]), width, height });
    const [wide, high] = ['a1'.repeat(32), 'b2'.repeat(32)];
    const photos = new Map([
      [wide, jpeg(800, 400)],
      [high, jpeg(100, 400)],
    ]);
    const { blocks } = dataOf(
      { blocks: [photo(wide, 'Larga'), photo(high, ''), photo(HASH, 'Manca')] },
      photos,
    );
    expect(blocks.map((b) => [b.file, b.alt, b.high])).toEqual([
      [`${wide}.jpg`, 'Larga', 86],
      [`${high}.jpg`, '—', 110],
      [null, 'Manca', 0],
    ]);
    const { named, names } = typst();
    pdf(DOC, photos);
    expect(names()).toEqual(['document.json', `${wide}.jpg`, `${high}.jpg`]);
    expect([...(named(`${wide}.jpg`) ?? [])]).toEqual([1, 2]);
  });

  it('have a person’s text without signs that no format may hold', () => {
    expect(dataOf({ title: 'a\u0000b', blocks: prose('c\u0001d') })).toMatchObject({
      title: 'ab',
      blocks: [{ of: [{ of: [{ text: 'cd' }] }] }],
    });
  });
});

describe('a PDF', () => {
  it.each([
    [0, [1], ['ua-1']],
    [1, [2], ['ua-1', '1.7']],
  ])('follows PDF/UA-1, or where it cannot, PDF 1.7: refused %i times', (fails, bytes, standards) => {
    const { asked } = typst({ fails });
    expect([...pdf(DOC)]).toEqual(bytes);
    expect(asked.map((a) => a.standard)).toEqual(standards);
  });

  it.each([
    [true, 'Typst refused the document: [{"message":"why"}]'],
    ['silently' as const, 'Typst refused the document: '],
  ])('that Typst refuses says why', (refuses, message) => {
    typst({ refuses });
    expect(() => pdf(DOC)).toThrow(new Error(message));
  });
});
