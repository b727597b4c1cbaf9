/** The edges of text in a document that a whole document does not have: empty tables, deep titles, signs of XML. */
import { describe, expect, it } from 'vitest';
import type { Block, Doc } from '@/reports/document';
import { type Inline, type Prose, richText } from '@/reports/rich-text';
import { STYLE } from '@/server/file-formats/html';
import { bookmark, lines, prose as odtProse, spans, table } from '@/server/file-formats/odt-parts';
import { blocksAsXhtml, escaped, inline, type Places, prose } from '@/server/file-formats/xhtml';

const words = (text: string): Inline[] => [{ is: 'words', text }];
const paragraph = (text: string): Prose => ({ is: 'paragraph', of: words(text) });
const title = (level: number): Prose => ({ is: 'title', level, of: words('t') });
const items = (ordered: boolean, ...of: { number: number | null; of: Prose[] }[]): Prose => ({
  is: 'items',
  ordered,
  suffix: ordered ? ')' : '.',
  of,
});
const ALL: Inline[] = [
  { is: 'words', text: 'a & "b" <c>' },
  { is: 'break' },
  { is: 'code', text: '<x>' },
  { is: 'strong', of: words('forte') },
  { is: 'emphasis', of: [{ is: 'strong', of: words('piano') }] },
  { is: 'link', href: 'https://example.org/?a=1&b="2"', of: words('qui') },
];

describe('text as XHTML', () => {
  it('has its signs escaped, in every kind of piece', () => {
    expect(escaped('&<>"&')).toBe('&amp;&lt;&gt;&quot;&amp;');
    expect(inline(ALL)).toBe(
      'a &amp; &quot;b&quot; &lt;c&gt;<br/><code>&lt;x&gt;</code><strong>forte</strong><em><strong>piano</strong></em><a href="https://example.org/?a=1&amp;b=&quot;2&quot;">qui</a>',
    );
  });

  it.each<[string, Prose[], string]>([
    ['a title', [title(1)], '<h3 dir="auto">t</h3>'],
    ['a deep title', [title(4)], '<h6 dir="auto">t</h6>'],
    ['one that is deeper', [title(5)], '<h6 dir="auto">t</h6>'],
    ['a rule', [{ is: 'rule' }], '<hr/>'],
    [
      'a table without rows',
      [{ is: 'grid', head: [words('a'), words('b')], rows: [] }],
      '<table><thead><tr><th dir="auto">a</th><th dir="auto">b</th></tr></thead></table>',
    ],
    [
      'a table',
      [{ is: 'grid', head: [words('a')], rows: [[words('1')], [words('2')]] }],
      '<table><thead><tr><th dir="auto">a</th></tr></thead><tbody><tr><td dir="auto">1</td></tr><tr><td dir="auto">2</td></tr></tbody></table>',
    ],
    [
      'a list with numbers of its own',
      [items(true, { number: 3, of: [paragraph('c')] }, { number: 0, of: [paragraph('z'), paragraph('y')] })],
      '<ol class="bracket"><li dir="auto" value="3">c</li><li dir="auto" value="0">z<p dir="auto">y</p></li></ol>',
    ],
    [
      'items that begin with no words',
      [
        items(
          false,
          { number: null, of: [] },
          { number: null, of: [{ is: 'paragraph', of: [] }, paragraph('y')] },
          { number: null, of: [title(1), paragraph('y')] },
        ),
      ],
      '<ul><li dir="auto"></li><li dir="auto"><p dir="auto"></p><p dir="auto">y</p></li><li dir="auto"><h3 dir="auto">t</h3><p dir="auto">y</p></li></ul>',
    ],
  ])('has %s', (_, parts, made) => {
    expect(prose(parts, 2)).toBe(made);
  });

  it('keeps the bracket of numbers that were typed with one, and the point of the others', () => {
    const [brackets, points] = ['1) uno', '1. uno'].map((typed) => prose(richText(typed), 2));
    expect([brackets, points]).toEqual([
      '<ol class="bracket"><li dir="auto" value="1">uno</li></ol>',
      '<ol><li dir="auto" value="1">uno</li></ol>',
    ]);
    expect(STYLE).toContain('@counter-style bracket { system: extends decimal; suffix: ") "; }');
    expect(STYLE).toContain('.bracket { list-style-type: bracket; }');
  });

  const places: Places = { photo: (hash) => (hash === 'p"' ? 'a&b' : null), paragraph: (id) => `#${id}&` };
  const photo = (hash: string, caption: string): Block => ({
    is: 'photo',
    hash,
    caption,
    width: 1,
    height: 1,
  });
  const table_ = (more: Partial<Extract<Block, { is: 'table' }>>): Block => ({
    is: 'table',
    title: '',
    head: ['a', 'b'],
    rows: [],
    figures: [],
    widths: [],
    total: false,
    ...more,
  });
  const quote = (more: Partial<Extract<Block, { is: 'quote' }>>): Block => ({
    is: 'quote',
    id: null,
    label: '',
    of: [paragraph('p')],
    source: '',
    ...more,
  });
  it.each<[string, Block[], string]>([
    [
      'a photograph',
      [photo('p"', 'x "y"\nz')],
      '<figure><img src="a&amp;b" alt="x &quot;y&quot;\nz"/><figcaption>x &quot;y&quot;<br/>z</figcaption></figure>',
    ],
    ['one without a caption', [photo('p"', '')], '<figure><img src="a&amp;b" alt=""/></figure>'],
    ['one that is missing', [photo('q', 'x')], '<figure><figcaption>x</figcaption></figure>'],
    ['one of which nothing is left', [photo('q', '')], ''],
    ['a text', [{ is: 'text', of: [title(1)] }], '<h2 dir="auto">t</h2>'],
    [
      'a text beneath its heading, with what follows',
      [
        { is: 'heading', level: 3, text: 'H & h' },
        { is: 'text', of: [title(1)], keep: true },
      ],
      '<h3 id="h7">H &amp; h</h3>\n<div class="keep"><h4 dir="auto">t</h4></div>',
    ],
    [
      'a heading with an address',
      [{ is: 'heading', level: 1, text: 'H', id: 'T&1' }],
      '<h1 id="T&amp;1">H</h1>',
    ],
    ['a lead', [{ is: 'lead', label: 'l&', of: [paragraph('p')] }], '<p dir="auto"><b>l&amp;:</b> p</p>'],
    [
      'a lead of two paragraphs',
      [{ is: 'lead', label: 'l&', of: [paragraph('p'), paragraph('q')] }],
      '<p class="label"><b>l&amp;</b></p><p dir="auto">p</p><p dir="auto">q</p>',
    ],
    ['a quotation', [quote({})], '<blockquote><p dir="auto">«p»</p></blockquote>'],
    [
      'a quotation with all it may have',
      [quote({ id: 'N&1', label: 'l&', source: 's&' })],
      '<blockquote id="N&amp;1"><p dir="auto"><b>l&amp;</b> «p»</p><footer><a href="#N&amp;1&amp;">N&amp;1</a> · s&amp;</footer></blockquote>',
    ],
    [
      'a quotation of two paragraphs',
      [quote({ label: 'l&', of: [paragraph('p'), paragraph('q')], source: 's' })],
      '<blockquote><p class="label"><b>l&amp;</b> </p><p dir="auto">p</p><p dir="auto">q</p><footer>s</footer></blockquote>',
    ],
    [
      'a quotation of two paragraphs without a label',
      [quote({ of: [paragraph('p'), paragraph('q')] })],
      '<blockquote><p dir="auto">p</p><p dir="auto">q</p></blockquote>',
    ],
    ['a list', [{ is: 'list', items: ['a\nb', '<'] }], '<ul><li>a<br/>b</li><li>&lt;</li></ul>'],
    [
      'an index',
      [{ is: 'index', entries: [{ to: 'x', text: 'a\nb' }] }],
      '<ul class="index"><li><a href="#x&amp;">a<br/>b</a></li></ul>',
    ],
    ['contents', [{ is: 'contents' }], '<ul class="contents"><li><a href="#h0&amp;">Uno</a></li></ul>'],
    ['small words', [{ is: 'small', text: 'a\n&' }], '<p class="small">a<br/>&amp;</p>'],
    ['a page', [{ is: 'page' }], '<div class="page"></div>'],
    [
      'a table',
      [
        table_({
          title: 'T&',
          rows: [
            ['1', '2'],
            ['3', '4\n'],
          ],
          figures: [1],
          total: true,
        }),
      ],
      '<table><caption>T&amp;</caption><thead><tr><th scope="col">a</th><th scope="col" class="figure">b</th></tr></thead><tbody><tr><td>1</td><td class="figure">2</td></tr><tr class="total"><td>3</td><td class="figure">4<br/></td></tr></tbody></table>',
    ],
    [
      'a table without a sum',
      [table_({ rows: [['1', '2']] })],
      '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    [
      'a table without rows',
      [table_({})],
      '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead></table>',
    ],
  ])('has, among its blocks, %s', (_, blocks, made) => {
    const doc = { blocks: [{ is: 'heading', level: 2, text: 'Uno' }] as Block[] } as Doc;
    expect(blocksAsXhtml(doc, blocks, places, 7)).toBe(made);
  });
});

describe('text of an ODT', () => {
  const p = (style: string, content: string) => `<text:p text:style-name="${style}">${content}</text:p>`;
  const cell = (style: string, content: string) =>
    `<table:table-cell table:style-name="${style}" office:value-type="string">${content}</table:table-cell>`;

  it.each([
    ['a b', 'a b'],
    ['a  b', 'a <text:s text:c="1"/>b'],
    ['a    b', 'a <text:s text:c="3"/>b'],
    ['a\tb\nc', 'a<text:tab/>b<text:line-break/>c'],
    ['<&', '&lt;&amp;'],
  ])('keeps spaces, tabs and lines: %j', (text, xml) => {
    expect(lines(text)).toBe(xml);
  });

  it('has every kind of piece, and marks', () => {
    const span = (style: string, content: string) =>
      `<text:span text:style-name="${style}">${content}</text:span>`;
    expect(spans(ALL)).toBe(
      [
        'a &amp; &quot;b&quot; &lt;c&gt;',
        '<text:line-break/>',
        span('Code', '&lt;x&gt;'),
        span('Strong', 'forte'),
        span('Emphasis', span('Strong', 'piano')),
        '<text:a xlink:type="simple" xlink:href="https://example.org/?a=1&amp;b=&quot;2&quot;" text:style-name="Internet_20_link">qui</text:a>',
      ].join(''),
    );
    expect(bookmark('a&', 'x')).toBe(
      '<text:bookmark-start text:name="a&amp;"/>x<text:bookmark-end text:name="a&amp;"/>',
    );
  });

  const h = (level: number) =>
    `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">t</text:h>`;
  const li = (content: string, start = '') => `<text:list-item${start}>${content}</text:list-item>`;
  const list = (style: string, ...of: string[]) =>
    `<text:list text:style-name="${style}">${of.join('')}</text:list>`;
  const row = (style: string, ...cells: string[]) =>
    `<table:table-row>${cells.map((c) => cell(style, c)).join('')}</table:table-row>`;
  it.each<[string, Prose[], string, string]>([
    ['a paragraph', [paragraph('a'), paragraph('b')], 'Quote', p('Quote', '→a') + p('Quote', 'b')],
    ['a paragraph from the right', [paragraph('שלום')], 'Standard', p('Right', '→שלום')],
    ['a quotation from the right', [paragraph('שלום')], 'Quote', p('QuoteRight', '→שלום')],
    ['titles', [title(1), title(4), title(5)], 'Standard', h(3) + h(6) + h(6)],
    ['a rule', [{ is: 'rule' }], 'Standard', p('Rule', '')],
    [
      'numbers that go on, and one that does not',
      [
        items(
          true,
          { number: 1, of: [paragraph('a')] },
          { number: 2, of: [paragraph('b')] },
          { number: 7, of: [paragraph('c')] },
          { number: 8, of: [] },
        ),
      ],
      'Standard',
      list(
        'Numbers1',
        li(p('Item', 'a')),
        li(p('Item', 'b')),
        li(p('Item', 'c'), ' text:start-value="7"'),
        li(p('Item', '')),
      ),
    ],
    [
      'numbers with a point',
      [{ is: 'items', ordered: true, suffix: '.', of: [{ number: 1, of: [paragraph('a')] }] }],
      'Standard',
      list('Numbers0', li(p('Item', 'a'))),
    ],
    [
      'a rule, a table and a list within a list',
      [
        items(false, {
          number: null,
          of: [
            { is: 'rule' },
            { is: 'grid', head: [words('a'), words('b')], rows: [[words('1'), words('2')]] },
            items(false, { number: null, of: [paragraph('x')] }),
          ],
        }),
      ],
      'Standard',
      list(
        'Bullets',
        li(p('Item', '') + p('Item', 'a | b<text:line-break/>1 | 2') + list('Bullets', li(p('Item', 'x')))),
      ),
    ],
    [
      'a table',
      [{ is: 'grid', head: [words('a')], rows: [[words('1')]] }],
      'Standard',
      `<table:table table:style-name="Grid"><table:table-column/><table:table-header-rows>${row('GridHead', p('Head', 'a'))}</table:table-header-rows>${row('GridCell', p('Cell', '1'))}</table:table>${p('Cell', '')}`,
    ],
  ])('has %s', (_, parts, style, xml) => {
    expect(odtProse(parts, 2, style, '→')).toBe(xml);
  });

  it('has columns of their own width', () => {
    expect(table(['Column9', null], [], [])).toBe(
      `<table:table table:style-name="Grid"><table:table-column table:style-name="Column9"/><table:table-column/><table:table-header-rows><table:table-row></table:table-row></table:table-header-rows></table:table>${p('Cell', '')}`,
    );
  });
});
