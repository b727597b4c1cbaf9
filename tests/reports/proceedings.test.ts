/**
 * The book of a day in every format: words in = words out, in order, with their lists, links and line breaks; nothing
 * printed twice.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { textOrEmpty } from '@/domain/shapes';
import { sayIn } from '@/i18n/languages';
import { proceedings } from '@/reports/documents/proceedings';
import * as documents from '@/server/exports/document-process';
import { type Job, write } from '@/server/exports/write-document';
import { standIn } from '../stand-in';
import { books, REAL_FOLDER } from './books';
import { expectWhole, holds, letters, pdftotext, textLayer, WRITTEN } from './compare';
import { type LiveBook, told } from './live-book';
import { wordsOf } from './written-forms';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });
// Another test checks that documents are written in a separate process: here that would only take time.
beforeEach(() => standIn(documents, { writeApart: (job: Job) => write(JSON.parse(JSON.stringify(job))) }));
const say = sayIn('it', ['common', 'record', 'documents']);
it.skipIf(REAL_FOLDER)('real books are compared too where CERCHI_BOOKS names their folder', ({ skip }) =>
  skip('CERCHI_BOOKS is not set: only invented books are compared'),
);

describe.each(books().map((b) => [b.title, b] as const))('the book of %s', (_, book) => {
  let sent: LiveBook;
  beforeAll(async () => {
    sent = await told(book);
  });
  afterAll(() => sent.close());

  /** A next step is in its index again. */
  const indexed = (words: readonly string[]): number =>
    book.topics.flatMap((t) => t.next).filter((n) => wordsOf(n).join(' ') === words.join(' ')).length;

  it('the data give back every text to the letter', () => {
    const { notes, reports } = sent.data;
    const back = [
      ...notes.map((n) => n.text),
      ...reports.flatMap((r) => [r.summary, r.agreements, ...r.items.map((i) => i.text)]),
    ].filter(Boolean);
    expect(back.sort()).toEqual(sent.texts.map((t) => textOrEmpty(20_000).parse(t)).sort());
  });

  it.each(WRITTEN)(
    '%s: every text once, whole and in order, with its lists, links, tables and line breaks',
    (form) => expectWhole(sent, form, { indexed }),
  );

  it.skipIf(!pdftotext)('pdf: PDF/UA-1, and its text layer is every text, whole and in order', async () => {
    const bytes = await sent.form('pdf');
    expect(Buffer.from(bytes).includes('pdfuaid')).toBe(true);
    const layer = textLayer(bytes, '-raw');
    const all = letters(layer);
    // A topic's heading is never the last line of a page.
    const last = layer.split('\f').map((p) => p.trim().split('\n').at(-1) ?? '');
    const heads = [
      /^T\d\d\. (?!.* \. \. )/,
      /^(Proposto da|Proposed by) /,
      / (presenze non segnate|presence not marked)$/,
    ];
    expect(last.filter((l) => heads.some((h) => h.test(l)))).toEqual([]);
    const lost = sent.texts.filter((t) => !all.includes(holds(t).printed));
    expect(lost.map((t) => t.slice(0, 60))).toEqual([]);
  });
});

describe('a note that became a row', () => {
  it('is printed once, with both references', async () => {
    const { opened } = await import('../domain/opened');
    const { id } = await import('../domain/given');
    const { gatheringJson } = await import('@/reports/gathering-json');
    const g = opened();
    const anna = g.seat('seat-anna');
    const topic = g.topic(anna);
    for (const [kind, text] of [
      ['bisogno', 'Manca chi sostituisce.'],
      ['domanda', 'Chi sta con mia madre?'],
    ])
      g.done(anna, 'writeNote', { note: id('note'), topic, kind, text });
    g.done(anna, 'beginReport', { topic });
    const data = gatheringJson(g.state, { labels: {}, publicly: true, exportedAt: 0 });
    const doc = proceedings({ data, say });
    const html = new TextDecoder().decode(await write({ form: 'html', doc, folder: null, id: 'urn:test' }));
    expect(html.split('Manca chi sostituisce.').length - 1).toBe(1);
    expect(html.split('Chi sta con mia madre?').length - 1).toBe(1);
    expect(html).toContain('T01-R01');
    expect(html).toContain('T01-N01');
  });
});

describe('photographs', () => {
  it('are where they belong in every form, with their caption said to whoever does not see them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cerchi-photos-'));
    const hash = 'ab'.repeat(32);
    const { default: sharp } = await import('sharp');
    const raw = { width: 800, height: 600, channels: 3 as const, background: '#dd8844' };
    writeFileSync(join(folder, `${hash}.webp`), await sharp({ create: raw }).webp().toBuffer());
    const doc = {
      ...{ name: 'prova', title: 'Prova', subtitle: '', office: [], notice: null, made: '' },
      ...{ day: '2026-05-17', lang: 'it', page: ['Pagina', 'di'] as [string, string] },
      blocks: [
        { is: 'heading', level: 2, text: 'Foto' } as const,
        { is: 'photo', hash, caption: 'Il cartellone del cerchio', width: 800, height: 600 } as const,
        {
          is: 'photo',
          hash: 'cd'.repeat(32),
          caption: 'Una foto che non c’è più',
          width: 8,
          height: 6,
        } as const,
      ],
    };
    const made = Object.fromEntries(
      await Promise.all(
        (['pdf', 'epub', 'odt', 'docx', 'html'] as const).map(async (form) => [
          form,
          await write({ form, doc, folder, id: 'urn:test' }),
        ]),
      ),
    );
    rmSync(folder, { recursive: true });
    const html = new TextDecoder().decode(made.html);
    expect(html).toContain('alt="Il cartellone del cerchio"');
    expect(html).toContain('src="data:image/jpeg;base64,');
    expect(html.match(/<img/g)).toHaveLength(1);
    for (const said of ['Il cartellone del cerchio', 'Una foto che non c’è più'])
      expect(html).toContain(said);
    const names = (form: string) => Object.keys(unzipSync(made[form])).filter((n) => n.endsWith('.jpg'));
    for (const form of ['epub', 'odt', 'docx']) expect(names(form), form).toHaveLength(1);
    const pdf = Buffer.from(made.pdf).toString('latin1');
    expect(pdf).toContain('/Subtype /Image');
    expect(pdf).toContain('pdfuaid');
  });
});
