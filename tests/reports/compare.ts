/**
 * Compares a written book with its input: every text once, whole and in order, with its lists, links and line breaks.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Inline, type Prose, richText, wordsIn } from '@/reports/rich-text';
import type { LiveBook } from './live-book';
import { type ReadBack, readDocx, readEpub, readHtml, readOdt, wordsOf } from './written-forms';

const READERS = { html: readHtml, epub: readEpub, odt: readOdt, docx: readDocx } as const;
export const pdftotext = spawnSync('pdftotext', ['-v']).status === 0;

/**
 * The contents of a text, by its parser, which every format must return. `printed`: with the numbers that a PDF prints
 * as letters.
 */
export function holds(text: string) {
  const links: string[] = [];
  const items: string[] = [];
  let words = '';
  let printed = '';
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
    printed += wordsIn(parts);
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
          printed += item.number ?? '';
          walk(item.of, depth + 1);
          items.push(`${depth + 1}:${wordsOf(words.slice(from))[0] ?? ''}`);
        }
    }
  };
  walk(richText(text), 0);
  return { words: wordsOf(words), printed: letters(printed), links, items: items.sort(), breaks, tables };
}

export const letters = (s: string) => s.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
/** Number of occurrences of these words in sequence. */
const timesIn = (words: readonly string[], sought: readonly string[]): number => {
  const all = ` ${words.join(' ')} `;
  return all.split(` ${sought.join(' ')} `).length - 1;
};
/** The text layer of a PDF, `-raw` in the order of its strings, without headers and footers. */
export function textLayer(bytes: Uint8Array, ...more: '-raw'[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cerchi-pdf-'));
  writeFileSync(join(folder, 'book.pdf'), bytes);
  const body = ['-r', '72', '-x', '0', '-y', '60', '-W', '595', '-H', '725'];
  const run = spawnSync('pdftotext', [...more, ...body, join(folder, 'book.pdf'), '-'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  rmSync(folder, { recursive: true });
  return run.stdout;
}

export const WRITTEN = Object.keys(READERS) as (keyof typeof READERS)[];

/** `indexed`: how often these words stand in an index too. `ours`: links that are not in people's texts. */
export async function expectWhole(
  sent: LiveBook,
  form: (typeof WRITTEN)[number],
  { indexed = () => 0, ours = [] }: { indexed?: (words: readonly string[]) => number; ours?: string[] } = {},
): Promise<void> {
  const back: ReadBack = READERS[form](await sent.form(form));
  const held = sent.texts.map(holds);
  for (const { words } of held) {
    const times = timesIn(back.words, words);
    const said = held.reduce((n, h) => n + timesIn(h.words, words), 0) + indexed(words);
    // Shorter ones may well occur in somebody else's text too, or in ours.
    if (words.length < 5) expect(times, words.join(' ')).toBeGreaterThanOrEqual(1);
    else expect(times, words.join(' ').slice(0, 60)).toBe(said);
  }
  const away = back.links.filter((l) => /^(https?|mailto):/.test(l) && !l.includes('/atti/'));
  expect(away.sort()).toEqual([...ours, ...held.flatMap((h) => h.links)].sort());
  expect(back.tables).toBe(held.reduce((n, h) => n + h.tables, 0));
  expect(back.breaks).toBe(held.reduce((n, h) => n + h.breaks, 0));
  // Ours are lists too: the day's numbers, and its place. People's lists are all among them.
  const left = [...back.items];
  const missing = held
    .flatMap((h) => h.items)
    .filter((i) => {
      const at = left.indexOf(i);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  expect(missing).toEqual([]);
}
