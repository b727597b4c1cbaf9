/** No text makes a file unreadable: every forbidden character, in every text, through every writer. */
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { SaxesParser } from 'saxes';
import { describe, expect, it, vi } from 'vitest';
import { cellsOf } from '@/domain/programming/csv-reader';
import { textOrEmpty } from '@/domain/shapes';
import { cleanText } from '@/reports/clean-text';
import { csv } from '@/reports/csv';
import { typedCsv } from '@/reports/package-descriptor';
import type { Doc } from '@/reports/document';
import { printHtml } from '@/server/file-formats/html';
import { docx } from '@/server/file-formats/docx';
import { epub } from '@/server/file-formats/epub';
import { odt } from '@/server/file-formats/odt';
import { pdf } from '@/server/file-formats/pdf';
import { sqliteFile } from '@/server/file-formats/sqlite';
import { workbook } from '@/server/file-formats/spreadsheet';
import { doc, HOSTILE, missing } from './hostile-texts';

vi.setConfig({ testTimeout: 120_000 });

/** Parses as XML does, and hands back the text; throws where it is not well formed. */
function parsed(xml: string): string {
  let said = '';
  const parser = new SaxesParser();
  parser.on('error', (e) => {
    throw e;
  });
  parser.on('text', (t) => {
    said += t;
  });
  parser.write(xml).close();
  return said;
}

function opened(bytes: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels|xhtml|opf|ncx)$/.test(name));
  expect(files.length).toBeGreaterThan(2);
  return Object.fromEntries(files.map(([name, file]) => [name, parsed(strFromU8(file))]));
}

describe('characters that no file may hold', () => {
  it('a text is cleaned, its words stay apart, and what is right stays as it is', () => {
    expect(cleanText('uno\u000bdue\u000ctre')).toBe('uno due tre');
    expect(cleanText('uno\u0085due\u2028tre\r\nquattro')).toBe('uno\ndue\ntre\r\nquattro');
    expect(cleanText('l\u0092anno \u0093nuovo\u0094')).toBe('l’anno “nuovo”');
    expect(cleanText('mezza \uD83D faccina')).toBe('mezza \uFFFD faccina');
    for (const right of ['👨‍👩‍👧 ❤️', 'à\u0301', '\t\n', 'مرحبا\u200f', '\u{1F600}\u{10FFFD}'])
      expect(cleanText(right)).toBe(right);
  });

  it('a vertical tab typed by somebody becomes a space, not nothing', () => {
    expect(textOrEmpty(100).parse('uno\u000bdue\u000ctre\u0000')).toBe('uno due tre');
  });

  it.each([
    ['docx', docx, 'word/document.xml'],
    ['odt', odt, 'content.xml'],
    ['epub', (d: Doc) => epub(d, new Map(), HOSTILE), 'OEBPS/c001.xhtml'],
  ] as const)('%s: every part of it parses, with every word', async (_, write, body) => {
    const parts = opened(await write(doc));
    expect(missing(parts[body] ?? '')).toEqual([]);
  });

  it('html and pdf are written, with every word', async () => {
    expect(missing(printHtml(doc))).toEqual([]);
    expect(printHtml(doc)).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/);
    expect(Buffer.from(await pdf(doc)).toString('latin1')).toMatch(/^%PDF[\s\S]*%%EOF\s*$/);
  });

  it.each([
    ['xlsx', readXlsx],
    ['ods', readOds],
  ] as const)('%s: every part of it parses, and loads back with every word', async (ending, read) => {
    const column = { heading: HOSTILE, type: 'string' as const };
    const sheet = { name: 'prova', title: HOSTILE, columns: [column], rows: [[HOSTILE]] };
    const bytes = await workbook[ending]([sheet], { title: HOSTILE, lines: [HOSTILE] });
    opened(bytes);
    const book = await read(bytes);
    expect(missing(String(book.sheets[1]?.rows[1]?.[0]))).toEqual([]);
    expect(String(book.sheets[1]?.rows[1]?.[0])).toContain('_x0041_');
  });

  it('csv, typed csv and sqlite hold it in one cell', () => {
    const field = { name: 'a', type: 'string' as const, to: null };
    const t = { name: 't', title: 't', fields: [field], primaryKey: ['a'], rows: [{ a: HOSTILE }] };
    for (const [sheet, sign] of [
      [csv([{ a: HOSTILE }]).slice(1), ';'],
      [typedCsv(t), ','],
    ] as const) {
      expect(sheet).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
      const lines = cellsOf(sheet, sign);
      expect(lines?.length).toBe(2);
      expect(missing(lines?.[1]?.cells[0] ?? '')).toEqual([]);
    }
    const db = new Database(Buffer.from(sqliteFile([t])));
    expect(missing((db.prepare('SELECT a FROM t').get() as { a: string }).a)).toEqual([]);
    db.close();
  });
});
