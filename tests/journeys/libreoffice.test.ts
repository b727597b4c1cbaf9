/** Every document and spreadsheet opened by LibreOffice, hostile ones too; skipped with a message where it is not installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '@/i18n/languages';
import { PATH_DOCUMENTS } from '@/reports/documents/document-names';
import { officeTables } from '@/reports/office-tables';
import { packageTables } from '@/reports/package-tables';
import { pathData } from '@/server/exports/export-data';
import { documentOf, FORMS } from '@/server/exports/documents';
import type { StreamRow } from '@/server/streams/streams';
import { workbook } from '@/server/file-formats/spreadsheet';
import { docx } from '@/server/file-formats/docx';
import { epub } from '@/server/file-formats/epub';
import { odt } from '@/server/file-formats/odt';
import { proceedings } from '@/reports/documents/proceedings';
import { gatheringData } from '@/server/exports/export-data';
import { type Demo, demonstration } from '../reports/demo';
import { doc as hostile, HOSTILE, missing, words } from '../reports/hostile-texts';

const soffice = spawnSync('soffice', ['--version']).status === 0;
const say = sayIn('it', ['common', 'record', 'documents']);
const KINDS = [...PATH_DOCUMENTS, 'dossier-tavolo-poverta', 'dossier-tavolo-cabina', 'atti-DEMO'];

describe.skipIf(!soffice)(
  'opened in LibreOffice (apt-get install libreoffice-writer libreoffice-calc)',
  () => {
    let demo: Demo;
    let row: StreamRow;
    const folder = mkdtempSync(join(tmpdir(), 'cerchi-lo-'));
    const opened = (to: string, files: readonly string[]): void => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const run = spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        ...files,
      ]);
      expect(run.status).toBe(0);
      expect(run.stderr.toString()).not.toMatch(/error/i);
    };
    beforeAll(async () => {
      demo = await demonstration();
      const found = demo.house.streams.index.find('PATTO');
      if (!found) throw new Error('no path');
      row = found;
    });
    afterAll(async () => {
      rmSync(folder, { recursive: true, force: true });
      await demo.close();
    });

    it.each(['odt', 'docx'])(
      'every document as %s opens, with its title and its pages of text',
      async (ending) => {
        const files: string[] = [];
        for (const kind of KINDS) {
          const doc = documentOf(demo.house.streams, row, kind, say);
          const form = FORMS[ending];
          if (!doc || !form) throw new Error(`no ${kind}.${ending}`);
          const file = join(folder, `${kind}-${ending}.${ending}`);
          writeFileSync(file, await form.write(doc));
          files.push(file);
        }
        opened('txt:Text', files);
        for (const kind of KINDS) {
          const doc = documentOf(demo.house.streams, row, kind, say);
          const text = readFileSync(join(folder, `${kind}-${ending}.txt`), 'utf8');
          expect(text, kind).toContain(doc?.title);
          expect(text.length, kind).toBeGreaterThan(1000);
        }
      },
    );

    it.each(['ods', 'xlsx'] as const)('the spreadsheet as %s opens, every sheet of it', async (ending) => {
      const tables = officeTables(packageTables(pathData(demo.house.streams, row)), say);
      const file = join(folder, `tabelle-${ending}.${ending}`);
      writeFileSync(file, await workbook[ending](tables, { title: 'Prova', lines: [] }));
      opened('pdf', [file]);
      expect(statSync(join(folder, `tabelle-${ending}.pdf`)).size).toBeGreaterThan(20_000);
    });

    it('every character that no file may hold, in every text: each form opens, and no word is lost', async () => {
      const column = { heading: HOSTILE, type: 'string' as const };
      const sheets = [{ name: 'prova', title: 'Prova', columns: [column], rows: [[HOSTILE]] }];
      const about = { title: HOSTILE, lines: [HOSTILE] };
      const made = {
        odt: odt(hostile),
        docx: await docx(hostile),
        ods: await workbook.ods(sheets, about),
        xlsx: await workbook.xlsx(sheets, about),
      };
      const fileOf = (ending: string) => join(folder, `hostile-${ending}.${ending}`);
      for (const [ending, bytes] of Object.entries(made)) writeFileSync(fileOf(ending), bytes);
      opened('txt:Text', [fileOf('odt'), fileOf('docx')]);
      // The second sheet is the table; the first says what it is about.
      const secondSheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2';
      opened(secondSheet, [fileOf('ods'), fileOf('xlsx')]);
      for (const ending of Object.keys(made)) {
        const start = `hostile-${ending}`;
        const name = readdirSync(folder).find((f) => f.startsWith(start) && /\.(csv|txt)$/.test(f)) ?? '';
        const said = readFileSync(join(folder, name), 'utf8');
        expect(missing(said), ending).toEqual([]);
        // Title, headings, quotes, lists and cells each have all of it.
        if (ending === 'odt' || ending === 'docx')
          expect(said.split(words[0] ?? '').length - 1, ending).toBeGreaterThan(9);
      }
    });
  },
);

/** Debian's is an archive that Java runs. */
const EPUBCHECK = '/usr/bin/epubcheck';
const epubcheck = existsSync(EPUBCHECK) && spawnSync('java', ['-version']).status === 0;
describe.skipIf(!epubcheck)('checked by EPUBCheck (apt-get install epubcheck)', () => {
  it('a day’s book and a hostile one are valid EPUB 3', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cerchi-epub-'));
    const demo = await demonstration();
    const row = demo.house.streams.index.find('DEMO');
    if (!row) throw new Error('no demonstration');
    const book = proceedings({ data: gatheringData(demo.house.streams, row, true), say });
    await demo.close();
    for (const [name, doc] of Object.entries({ book, hostile })) {
      const file = join(folder, `${name}.epub`);
      writeFileSync(file, epub(doc, new Map(), `urn:cerchi:${name}`));
      const run = spawnSync('java', ['-jar', EPUBCHECK, file], { encoding: 'utf8' });
      expect(run.stdout + run.stderr, name).not.toMatch(/^(ERROR|FATAL|WARNING)/m);
      expect(run.status, name).toBe(0);
    }
    rmSync(folder, { recursive: true });
  });
});
