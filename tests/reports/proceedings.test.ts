/** The book of a day in every form: words in = words out, in order, with their lists, links and line breaks; nothing printed twice. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { sayIn } from '@/i18n/read';
import { proceedings } from '@/reports/documents/proceedings';
import { type Inline, type Prose, richText, wordsIn } from '@/reports/rich-text';
import { write } from '@/server/documents/writers/write';
import { books, told } from './books';
import { type ReadBack, readDocx, readEpub, readHtml, readOdt, wordsOf } from './written-forms';

vi.setConfig({ testTimeout: 240_000 });
const say = sayIn('it', ['common', 'record', 'documents']);
const READERS = { html: readHtml, epub: readEpub, odt: readOdt, docx: readDocx } as const;
const pdftotext = spawnSync('pdftotext', ['-v']).status === 0;

/** What a text holds, told by its reader: what every form must give back. */
function holds(text: string) {
  const links: string[] = [];
  const items: string[] = [];
  let words = '';
  let breaks = 0;
  let tables = 0;
  const inline = (parts: readonly Inline[]): void => {
    for (const p of parts) {
      if (p.is === 'break') breaks += 1;
      if (p.is === 'link') links.push(p.href);
      if ('of' in p) inline(p.of);
    }
  };
  const line = (parts: readonly Inline[]): void => {
    inline(parts);
    words += `${wordsIn(parts)}\n`;
  };
  const walk = (prose: readonly Prose[], depth: number): void => {
    for (const p of prose) {
      if (p.is === 'paragraph' || p.is === 'title') line(p.of);
      if (p.is === 'grid') {
        tables += 1;
        for (const row of [p.head, ...p.rows]) for (const cell of row) line(cell);
      }
      if (p.is === 'items')
        for (const item of p.of) {
          const from = words.length;
          walk(item.of, depth + 1);
          items.push(`${depth + 1}:${wordsOf(words.slice(from))[0] ?? ''}`);
        }
    }
  };
  walk(richText(text), 0);
  return { words: wordsOf(words), links, items: items.sort(), breaks, tables };
}

/** Where these words stand one after the other. */
const timesIn = (words: readonly string[], sought: readonly string[]): number => {
  const all = ` ${words.join(' ')} `;
  return all.split(` ${sought.join(' ')} `).length - 1;
};

describe.each(books().map((b) => [b.title, b] as const))('the book of %s', (_, book) => {
  const data = told(book);
  const doc = proceedings({ data, say });
  const texts = book.topics.flatMap((t) => [t.discussion, t.agreements].filter((x) => x.trim() !== ''));

  it.each(Object.keys(READERS) as (keyof typeof READERS)[])(
    '%s: every text is there, whole and in order, with its lists, links, tables and line breaks',
    async (form) => {
      const back: ReadBack = READERS[form](await write({ form, doc, folder: null, id: 'urn:test' }));
      const before: ReadBack = READERS[form](
        await write({ form, doc: { ...doc, blocks: [] }, folder: null, id: 'urn:test' }),
      );
      const want = { links: [] as string[], items: [] as string[], breaks: 0, tables: 0 };
      for (const text of texts) {
        const held = holds(text);
        expect(timesIn(back.words, held.words), text.slice(0, 60)).toBeGreaterThanOrEqual(1);
        want.links.push(...held.links);
        want.items.push(...held.items);
        want.breaks += held.breaks;
        want.tables += held.tables;
      }
      const noted = data.notes.map((n) => holds(n.text ?? ''));
      for (const n of noted) {
        want.links.push(...n.links);
        want.items.push(...n.items);
        want.breaks += n.breaks;
        want.tables += n.tables;
      }
      expect(back.links.filter((l) => /^(https?|mailto):/.test(l)).sort()).toEqual(want.links.sort());
      expect(back.tables - before.tables).toBe(want.tables);
      expect(back.breaks - before.breaks).toBe(want.breaks);
      // Ours are lists too: the numbers of the day, and where it was. Those of the texts are all among them.
      const left = [...back.items];
      const missing = want.items.filter((i) => {
        const at = left.indexOf(i);
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      expect(missing).toEqual([]);
    },
  );

  it.skipIf(!pdftotext)(
    'pdf: PDF/UA-1, and its text layer has every word of every text, in order',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'cerchi-pdf-'));
      const bytes = await write({ form: 'pdf', doc, folder: null, id: 'urn:test' });
      expect(Buffer.from(bytes).includes('pdfuaid')).toBe(true);
      writeFileSync(join(folder, 'book.pdf'), bytes);
      const run = spawnSync('pdftotext', ['-raw', join(folder, 'book.pdf'), '-'], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      rmSync(folder, { recursive: true });
      // Page heads and feet stand between the lines, and a line ends within a word only at a hyphen or a slash of its own.
      const letters = (s: string) => s.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
      const furniture = run.stdout.replaceAll(/\f?^.*(Pagina \d+ di \d+|^PROVA.*|Prova)$/gm, '');
      const all = letters(furniture);
      for (const text of texts)
        for (const p of richText(text))
          if (p.is === 'paragraph') {
            const line = letters(wordsIn(p.of));
            if (line.length < 400) expect(all.includes(line), line.slice(0, 80)).toBe(true);
          }
    },
  );
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
      ...proceedings({ data: told({ title: 'x', topics: [] }), say }),
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
