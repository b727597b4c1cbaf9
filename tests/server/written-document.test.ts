/**
 * One document with every kind of block, in each form that it may be written in: the files beside this test, in
 * `golden`, are what a reader's program gets, element by element. `npx vitest run --update` with this file writes them
 * again.
 */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import {
  contents,
  type Doc,
  heading,
  keptText,
  lead,
  list,
  page,
  prose,
  quote,
  small,
  table,
  text,
} from '@/reports/document';
import { docx } from '@/server/file-formats/docx';
import { epub } from '@/server/file-formats/epub';
import { printHtml } from '@/server/file-formats/html';
import { odt } from '@/server/file-formats/odt';
import { pdf } from '@/server/file-formats/pdf';

vi.setConfig({ testTimeout: 120_000 });

const LONG = [
  '# Titolo dentro',
  'Parole **forti**, _piano_, `codice` e [un rimando](https://example.org/a?b=1&c=2).',
  '',
  '- uno',
  '  - dentro uno',
  '- due',
  '',
  '3) tre',
  '4) quattro',
  '7) sette',
  '   - sotto sette',
  '',
  '| via | case |',
  '|-----|------|',
  '| Tiglio | 12 |',
  '',
  '---',
  '',
  'مرحبا بكم',
].join('\n');
const IN_LIST = '- prima\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- ---\n- ## Titolo in lista';
const HASH = 'ab'.repeat(32);
const photo = (width: number, height: number) => ({
  jpeg: new Uint8Array([255, 216, 255, 217]),
  width,
  height,
});

const DOC: Doc = {
  name: 'prova',
  title: 'Titolo & <prova>',
  subtitle: 'Sottotitolo "lungo"',
  office: ['Ufficio', 'Seconda riga'],
  notice: 'PROVA',
  made: 'Fatto oggi',
  day: '2014-05-17',
  lang: 'it',
  page: ['Pagina', 'di'],
  address: 'https://example.org/atti/PROVA',
  blocks: [
    text('Una frase nostra.\nSu due righe.'),
    heading(2, 'Indice'),
    contents,
    page,
    heading(2, 'Primo <capitolo>', 'T01'),
    keptText('Sta con ciò che segue.'),
    ...lead('Chi', 'Ada & Bea'),
    ...lead('Che cosa', '- una cosa\n- un’altra'),
    quote('Una nota breve.', 'Ada', { id: 'T01-N01', label: 'bisogno:' }),
    quote('Senza indirizzo.', ''),
    quote(LONG, 'Bea', { id: 'T01-N02' }),
    quote(LONG, '', { label: 'proposta:' }),
    quote('שלום לכם', 'Dino', { id: 'T01-N03' }),
    heading(3, 'Terzo livello'),
    ...prose('# Sotto il terzo\n\nAltre parole.'),
    ...prose(IN_LIST),
    ...list(['voce & prima', 'voce\nseconda']),
    table(
      'Somme',
      ['che cosa', 'quanto'],
      [
        ['uno', '1,00'],
        ['due\nrighe', '2,00'],
        ['totale', '3,00'],
      ],
      {
        figures: [1],
        widths: [3, 1],
        total: true,
      },
    ),
    table('', ['sola', 'testa'], []),
    { is: 'photo', hash: HASH, caption: 'Il "cartellone"', width: 800, height: 600 },
    { is: 'photo', hash: 'cd'.repeat(32), caption: 'Foto che manca', width: 8, height: 6 },
    { is: 'photo', hash: 'ef'.repeat(32), caption: '', width: 8, height: 6 },
    small('Detto piccolo:  due spazi\te un tab.'),
    heading(2, 'Secondo capitolo'),
    {
      is: 'index',
      entries: [
        { to: 'T01-N01', text: 'T01-N01 · Una nota' },
        { to: 'T99', text: 'T99 · che non c’è' },
      ],
    },
  ],
};
/** Nothing that may be left out. */
const BARE: Doc = {
  ...DOC,
  office: [],
  subtitle: '',
  notice: null,
  address: null,
  day: '',
  blocks: [list(['sola'])[0]!, quote('Detto.', 'Ada', { id: 'N1' })],
};
/** One photograph is wide, one is high, one is in no block. */
const PHOTOS = new Map([
  [HASH, photo(800, 600)],
  ['cc'.repeat(32), photo(5, 5)],
]);

const apart = (xml: string): string => xml.replaceAll('><', '>\n<').trimEnd();
/** Every part of a packed file; numbers and ids that differ from one writing to the next are left out. */
function parts(bytes: Uint8Array, unlike: readonly RegExp[] = []): string {
  return Object.entries(unzipSync(bytes))
    .filter(
      ([name]) =>
        /\.(xml|xhtml|opf)$/.test(name) &&
        !/settings|fontTable|Comments|notes|theme|Content_Types|custom|app\.xml/i.test(name),
    )
    .map(([name, file]) => {
      const content = unlike.reduce((xml, made) => xml.replace(made, '$1…'), strFromU8(file));
      return `==== ${name}\n${apart(content)}\n`;
    })
    .join('\n');
}
const written = (name: string, content: string) => expect(content).toMatchFileSnapshot(`golden/${name}.txt`);

describe('a document with every kind of block', () => {
  it('as a page', () =>
    written(
      'documento-html',
      [DOC, BARE]
        .map(
          (doc) =>
            `${apart(printHtml(doc, (hash) => (hash === HASH ? 'data:image/jpeg;base64,x' : null)))}\n`,
        )
        .join('\n'),
    ));

  it('as an EPUB: chapters, contents, packing list', () =>
    written(
      'documento-epub',
      [DOC, BARE].map((doc) => parts(epub(doc, PHOTOS, 'urn:cerchi:prova'))).join('\n'),
    ));

  it('as an ODT', () =>
    written('documento-odt', [DOC, BARE].map((doc) => parts(odt(doc, PHOTOS))).join('\n')));

  it('as a DOCX', async () => {
    // The library numbers bookmarks, pictures and links through all that it writes.
    const unlike = [
      /( w:id=)"-?\w+"/g,
      /( r:id=)"rId[\w-]+"/g,
      /( r:embed=)"rId[\w{}.-]+"/g,
      /( Id=)"[\w-]+"/g,
      /( id=)"\d+"/g,
      /(media\/)[\w-]+/g,
      /(<dcterms:\w+ xsi:type="dcterms:W3CDTF">)[^<]+/g,
    ];
    const all = await Promise.all([DOC, BARE].map((doc) => docx(doc, PHOTOS)));
    return written('documento-docx', all.map((bytes) => parts(bytes, unlike)).join('\n'));
  });

  it('its pictures are in each packed file once, and only those that it shows', async () => {
    const pictures = (bytes: Uint8Array) =>
      Object.keys(unzipSync(bytes)).filter((name) => name.endsWith('.jpg'));
    expect(pictures(epub(DOC, PHOTOS, 'x'))).toEqual([`OEBPS/${HASH}.jpg`]);
    expect(pictures(odt(DOC, PHOTOS))).toEqual([`Pictures/${HASH}.jpg`]);
    expect(pictures(await docx(DOC, PHOTOS))).toHaveLength(1);
  });

  it('a high picture is no higher than half a page', async () => {
    const high = new Map([[HASH, photo(100, 1000)]]);
    const content = (bytes: Uint8Array, name: string) =>
      strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
    expect(content(odt(DOC, high), 'content.xml')).toContain('svg:width="1.10cm" svg:height="11.00cm"');
    expect(content(odt(DOC, PHOTOS), 'content.xml')).toContain('svg:width="14.67cm" svg:height="11.00cm"');
    // 9525 of its units are a pixel.
    expect(content(await docx(DOC, high), 'word/document.xml')).toContain(
      `cx="${42 * 9525}" cy="${420 * 9525}"`,
    );
    const wide = new Map([[HASH, photo(4000, 100)]]);
    expect(content(odt(DOC, wide), 'content.xml')).toContain('svg:width="17.00cm" svg:height="0.42cm"');
    expect(content(await docx(DOC, wide), 'word/document.xml')).toContain(
      `cx="${640 * 9525}" cy="${16 * 9525}"`,
    );
  });

  it('as a PDF that follows PDF/UA-1', () => {
    const raw = Buffer.from(pdf(DOC)).toString('latin1');
    expect(raw).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/);
    expect(raw).toContain('pdfuaid');
  });
});
