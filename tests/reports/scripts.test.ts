/** A page of many scripts as PDF: every character has a font, every letter is copied once, in reading order. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type Doc, heading, quote } from '@/reports/document';
import { fromRight } from '@/reports/text-direction';
import { pdf } from '@/server/file-formats/pdf';
import { bare, letters, MIXED, SCRIPTS } from './many-scripts';

vi.setConfig({ testTimeout: 120_000 });

const doc: Doc = {
  name: 'scritture',
  title: 'Scritture',
  subtitle: 'Prova',
  office: [],
  notice: null,
  made: '',
  day: '2026-01-01',
  lang: 'it',
  page: ['Pagina', 'di'],
  blocks: [
    heading(2, 'Note'),
    ...[...Object.values(SCRIPTS), MIXED].map((words) => quote(words.normalize('NFC'), '')),
  ],
};

const pdftotext = spawnSync('pdftotext', ['-v']).status === 0;

describe('scripts', () => {
  it('a text is read from the side its first letter is read from', () => {
    for (const [name, text] of Object.entries(SCRIPTS))
      expect(fromRight(text), name).toBe(['arabo', 'urdu', 'ebraico'].includes(name));
    expect(fromRight(MIXED)).toBe(false);
    expect(fromRight('123 ... مرحبا')).toBe(true);
  });

  it('no sign is without a font: the PDF follows PDF/UA-1, which forbids it', () => {
    expect(Buffer.from(pdf(doc)).includes('pdfuaid')).toBe(true);
  });

  it('a sign that no font has costs the claim, not the book', () => {
    const odd = { ...doc, blocks: [quote('\u{1F8B2}\u{13000}', '')] };
    const bytes = Buffer.from(pdf(odd));
    expect(bytes.includes('pdfuaid')).toBe(false);
    expect(bytes.toString('latin1')).toMatch(/^%PDF-1\.7/);
  });

  it.skipIf(!pdftotext)('what is copied from it is what was written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cerchi-scripts-'));
    writeFileSync(join(folder, 'a.pdf'), pdf(doc));
    const { stdout } = spawnSync('pdftotext', [join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const copied = stdout.split('\n').map(letters).join('');
    const lost = Object.entries(SCRIPTS).filter(([, text]) => !copied.includes(letters(text)));
    expect(lost.map(([name]) => name)).toEqual([]);
    expect(bare(stdout)).toContain('😀');
  });
});
